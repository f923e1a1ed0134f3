"""Responses straight from Google Forms, for who never linked a spreadsheet to a form.

A form becomes the tab that a linked spreadsheet would have: the same headers, a row per response
(https://developers.google.com/workspace/forms/api/reference/rest).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from pipeline.edges.google.client import Client
from pipeline.model.responses import RawCell, RawTab

URL: Final = "https://docs.google.com/forms/d/"
PAGE: Final = {"pageSize": "5000"}
_FIELDS: Final = {
    "fields": "info(title,documentTitle),"
    "items(title,questionItem(question(questionId)),questionGroupItem(questions(questionId,rowQuestion(title))))"
}
_FILE: Final = "https://drive.google.com/open?id="


class FormsSource:
    """The responses of some forms, by the ids of the forms.

    `moment` and `email` are the headers of the columns that Google itself adds to a linked sheet.
    """

    def __init__(self, client: Client, forms: Sequence[str], moment: str, email: str) -> None:
        self._client = client
        self._forms = forms
        self._added = (moment, email)
        self._titles: list[str] = []

    @property
    def name(self) -> str:
        """The titles of the forms; before they were read, their ids."""
        return ", ".join(self._titles or self._forms)

    def read(self) -> tuple[RawTab, ...]:
        """A tab for each form.

        Raises:
            UserError: a form cannot be read, or Google cannot be reached.

        """
        tabs = tuple(self._read(form) for form in self._forms)
        self._titles = [tab.title for tab in tabs]
        return tabs

    def _read(self, form: str) -> RawTab:
        described = self._client.form(form, params=_FIELDS)
        info = described["info"]
        questions = dict(_questions(described.get("items", ())))
        rows: list[list[RawCell]] = [[*self._added, *questions.values()]]
        rows += [_row(response, questions) for response in self._responses(form)]
        return RawTab(info.get("title") or info["documentTitle"], rows, URL + form)

    def _responses(self, form: str) -> list[Mapping[str, Any]]:
        """Every response once, the first one first: an edited response keeps its row."""
        found: dict[str, Mapping[str, Any]] = {}
        asked: dict[str, str] | None = {**PAGE}
        while asked:
            page = self._client.form(form, "/responses", asked)
            found |= {one["responseId"]: one for one in page.get("responses", ())}
            more = page.get("nextPageToken")
            asked = {**PAGE, "pageToken": more} if more else None
        return sorted(found.values(), key=lambda one: (_moment(one), one["responseId"]))


def _questions(items: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Every question's id and header, in the order of the form; a grid has one in each row."""
    for item in items:
        title = item.get("title", "")
        if "questionItem" in item:
            yield item["questionItem"]["question"]["questionId"], title
        for row in item.get("questionGroupItem", {}).get("questions", ()):
            yield row["questionId"], f"{title} [{row['rowQuestion']['title']}]"


def _row(response: Mapping[str, Any], questions: Mapping[str, str]) -> list[RawCell]:
    answers = response.get("answers", {})
    return [
        _moment(response),
        response.get("respondentEmail", ""),
        *(_answer(answers.get(question, {})) for question in questions),
    ]


def _moment(response: Mapping[str, Any]) -> datetime:
    """When it was first sent in: an edit leaves that as it is, so it is what a response is known by."""
    return datetime.fromisoformat(response["createTime"])


def _answer(answer: Mapping[str, Any]) -> str:
    """What a linked sheet would show; ticked boxes stand behind each other there too."""
    texts = [one.get("value", "") for one in answer.get("textAnswers", {}).get("answers", ())]
    files = [_FILE + one["fileId"] for one in answer.get("fileUploadAnswers", {}).get("answers", ())]
    return ", ".join(texts + files)
