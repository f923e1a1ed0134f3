"""A form: what it asks, whether it takes responses, and what came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.google_emulator.clock import stamp
from tests.google_emulator.ids import Ids

Json = dict[str, Any]
Given = Mapping[str, str | Sequence[str]]

EDITS = timedelta(microseconds=417)
"""By so much the two moments of a response differ that nobody edited."""


@dataclass(slots=True)
class Response:
    """What somebody sent in: texts by the id of the question."""

    id: str
    created: datetime
    submitted: datetime
    answers: dict[str, list[str]]
    email: str = ""

    def shown(self) -> Json:
        """As the API tells it."""
        found: Json = {
            "responseId": self.id,
            "createTime": stamp(self.created, digits=6),
            "lastSubmittedTime": stamp(self.submitted, digits=6),
        }
        if self.email:
            found["respondentEmail"] = self.email
        if self.answers:
            found["answers"] = {
                question: {
                    "questionId": question,
                    "textAnswers": {"answers": [{"value": text} for text in texts]},
                }
                for question, texts in self.answers.items()
            }
        return found


@dataclass(slots=True)
class Form:
    """A form. `title` is the file's name, `info` holds the title that respondents see; both may be empty."""

    id: str
    title: str
    responder: str
    info: Json = field(default_factory=dict)
    items: list[Json] = field(default_factory=list)
    settings: Json = field(default_factory=dict)
    published: bool = False
    accepting: bool = False
    revision: int = 1
    responses: list[Response] = field(default_factory=list)

    @classmethod
    def new(cls, file_id: str, title: str, ids: Ids) -> Form:
        """An empty form, which takes no responses yet: so they start since 30 June 2026."""
        return cls(file_id, title, "1FAIpQLS" + ids.text(48))

    def copy(self, file_id: str, title: str, ids: Ids) -> Form:
        """The same questions as another form, without responses."""
        twin = Form.new(file_id, title, ids)
        twin.info, twin.items = deepcopy(self.info), deepcopy(self.items)
        twin.settings = deepcopy(self.settings)
        return twin

    @property
    def address(self) -> str:
        """Where people fill it in."""
        return f"https://docs.google.com/forms/d/e/{self.responder}/viewform"

    def shown(self) -> Json:
        """As the API tells it."""
        found: Json = {
            "formId": self.id,
            "info": {**self.info, "documentTitle": self.title},
            "settings": self.settings,
            "revisionId": f"{self.revision:08x}",
            "responderUri": self.address,
            "publishSettings": self.publish_settings(),
        }
        return found | ({"items": self.items} if self.items else {})

    def publish_settings(self) -> Json:
        """Whether people see it, and may send it in."""
        return {"publishState": {"isPublished": self.published, "isAcceptingResponses": self.accepting}}

    def questions(self) -> Iterator[tuple[str, str]]:
        """Id and title of every question; those of a grid are called `Title [row]`, as in a linked sheet."""
        for item in self.items:
            title = item.get("title", "")
            if "questionItem" in item:
                yield item["questionItem"]["question"]["questionId"], title
            for row in item.get("questionGroupItem", {}).get("questions", ()):
                yield row["questionId"], f"{title} [{row['rowQuestion']['title']}]"

    def submit(self, ids: Ids, at: datetime, answers: Given, *, email: str = "") -> Response:
        """Somebody sends the form in; a question is named by its title or its id.

        Raises ValueError when the form takes no responses, or has no such question.
        """
        if not self.accepting:
            raise ValueError("the form takes no responses")
        response = Response(ids.response(), at, at + EDITS, self._filled(answers), email)
        self.responses.append(response)
        return response

    def edit(self, response_id: str, at: datetime, answers: Given) -> Response:
        """Somebody changes answers they gave; the response keeps its id and its first moment."""
        response = next(each for each in self.responses if each.id == response_id)
        response.answers |= self._filled(answers)
        response.submitted = at
        return response

    def _filled(self, answers: Given) -> dict[str, list[str]]:
        known = {title: question for question, title in self.questions()}
        known |= {question: question for question in known.values()}
        if strange := answers.keys() - known.keys():
            raise ValueError(f"the form does not ask: {', '.join(sorted(strange))}")
        texts = {
            known[name]: [given] if isinstance(given, str) else list(given) for name, given in answers.items()
        }
        return {question: each for question, each in texts.items() if each}
