"""Making forms in somebody's own account through the Forms API, and looking how they stand.

A form that is made so cannot be linked to a spreadsheet, nor be told what to say afterwards: only the
script can do that (https://developers.google.com/workspace/forms/api/reference/rest/v1/forms).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from pipeline.edges.google.client import FORMS, Client
from pipeline.edges.google.errors import Spot
from pipeline.edges.google.signin import Object
from pipeline.model.blueprint import FormPlan, Item, Link
from pipeline.stages.drift import StandingForm, StandingItem

DRIVE: Final = "https://www.googleapis.com"
FORM_FIELDS: Final = {
    "fields": "info,responderUri,publishSettings,"
    "items(title,questionItem(question(questionId,choiceQuestion)),questionGroupItem(questions(rowQuestion)))"
}


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A form at Google: its id, the address where people fill it in, and the entry of each title there."""

    id: str
    address: str
    entries: Mapping[str, int]

    def link(self, link: Link, plan: FormPlan) -> str:
        """The address with these answers filled in; what the form does not ask is left out."""
        filled = [
            (f"entry.{self.entries[plan.item(key).title]}", text)
            for key, text in link.answers
            if plan.item(key).title in self.entries
        ]
        return f"{self.address}?{urlencode([('usp', 'pp_url'), *filled])}" if filled else self.address


def make_empty(client: Client, plan: FormPlan) -> str:
    """Make a form with a title and nothing in it; its id.

    Raises:
        UserError: it may not be made, or it is unknown whether it was.

    """
    info = {"info": {"title": plan.title, "documentTitle": plan.title}}
    made = client.send(f"{FORMS}/v1/forms", info, _spot(client, ""), again=False)
    return str(made["formId"])


def complete(client: Client, form: str, plan: FormPlan) -> None:
    """Give a form its description and the questions that are missing, and let everybody fill it in.

    Doing it again changes nothing.

    Raises:
        UserError: it may not be changed, or Google cannot be reached.

    """
    spot = _spot(client, form)
    there = [item.get("title") for item in client.form(form, params=FORM_FIELDS).get("items", ())]
    requests: list[Object] = [
        {"updateFormInfo": {"info": {"description": plan.explained}, "updateMask": "description"}}
    ]
    for item in plan.items:
        if item.title not in there:
            requests.append({"createItem": {"item": _item(item), "location": {"index": len(there)}}})
            there.append(item.title)
    # A second arrival would add every question twice, so it is not sent again when in doubt.
    client.send(f"{FORMS}/v1/forms/{form}:batchUpdate", {"requests": requests}, spot, again=False)
    publish = {"publishSettings": {"publishState": {"isPublished": True, "isAcceptingResponses": True}}}
    client.send(f"{FORMS}/v1/forms/{form}:setPublishSettings", publish, spot, again=True)
    everybody = {"type": "anyone", "role": "reader", "view": "published"}
    client.send(f"{DRIVE}/drive/v3/files/{form}/permissions", everybody, spot, again=True)


def look(client: Client, form: str) -> MadeForm:
    """Where people fill in a form, and which entry is which question.

    Raises:
        UserError: it cannot be read, or Google cannot be reached.

    """
    found = client.form(form, params=FORM_FIELDS)
    entries = {
        # The entry in an address is the question's id, which is written in hexadecimal.
        item["title"]: int(item["questionItem"]["question"]["questionId"], 16)
        for item in found.get("items", ())
        if "questionItem" in item and "title" in item
    }
    return MadeForm(form, found["responderUri"], entries)


def standing(client: Client, form: str) -> tuple[str, StandingForm]:
    """The title of a form, and how it stands.

    Raises:
        UserError: it cannot be read, or Google cannot be reached.

    """
    found = client.form(form, params=FORM_FIELDS)
    info = found["info"]
    state = found.get("publishSettings", {}).get("publishState")
    # A form of before there was publishing has no such setting, and is open.
    open_ = state is None or bool(state.get("isAcceptingResponses"))
    title = str(info.get("title") or info["documentTitle"])
    return title, StandingForm(tuple(_standing_items(found.get("items", ()))), open_)


def _standing_items(items: Any) -> Iterator[StandingItem]:
    for item in items:
        title = item.get("title", "")
        for row in item.get("questionGroupItem", {}).get("questions", ()):
            yield StandingItem(f"{title} [{row['rowQuestion']['title']}]")
        if "questionItem" in item:
            choice = item["questionItem"]["question"].get("choiceQuestion")
            options = [one["value"] for one in choice["options"] if "value" in one] if choice else None
            yield StandingItem(title, None if options is None else tuple(options))


def _spot(client: Client, form: str) -> Spot:
    return Spot(form, client.account, kind="form", writing=True)


def _item(item: Item) -> Object:
    """An item as Google takes it; texts are shown in one line."""
    if item.kind == "section":
        return {"title": item.title, "pageBreakItem": {}}
    made: Object = {
        "title": item.title,
        "questionItem": {"question": {"required": item.required, **_question(item)}},
    }
    if item.explained:
        made["description"] = " ".join(item.explained.split())
    return made


def _question(item: Item) -> Object:
    match item.kind:
        case "one" | "many":
            options: list[Object] = [{"value": option} for option in item.options]
            if item.own_answer:
                options.append({"isOther": True})
            return {
                "choiceQuestion": {"type": "RADIO" if item.kind == "one" else "CHECKBOX", "options": options}
            }
        case "scale":
            low, high = item.labels
            return {"scaleQuestion": {"low": item.low, "high": item.high, "lowLabel": low, "highLabel": high}}
        case "date":
            return {"dateQuestion": {"includeYear": True}}
        case _:
            return {"textQuestion": {"paragraph": item.kind == "lines"}}
