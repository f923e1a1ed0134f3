"""`forms.batchUpdate`: items made, changed, moved and deleted; title and settings. All of it, or nothing."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import FieldMask
from tests.google_emulator.forms.form import Form
from tests.google_emulator.ids import Ids

Json = dict[str, Any]
Change = Callable[[Form, Json, Ids], Json]


def apply(form: Form, requests: list[Json], ids: Ids) -> list[Json]:
    """Do every request in turn; the replies. Raises `ApiError` (400), and then nothing was changed."""
    draft = deepcopy(form)
    replies = []
    for number, request in enumerate(requests):
        kind, asked = next(iter(request.items()), ("", {}))
        if len(request) != 1:
            raise ApiError.invalid(f"Invalid requests[{number}]: No request set.")
        try:
            replies.append(CHANGES[kind](draft, asked or {}, ids))
        except ValueError as error:
            raise ApiError.invalid(f"Invalid requests[{number}].{kind}: {error}") from None
    form.info, form.items, form.settings = draft.info, draft.items, draft.settings
    form.revision += 1
    return replies


def _create(form: Form, asked: Json, ids: Ids) -> Json:
    item = deepcopy(asked.get("item", {}))
    place = _index(asked.get("location", {}), len(form.items))
    _check_texts(item)
    taken = {each["itemId"] for each in form.items} | {question for question, _title in form.questions()}
    item["itemId"] = _free(item.get("itemId"), taken, ids)
    made = []
    for question in _questions(item):
        question["questionId"] = _free(question.get("questionId"), taken, ids)
        made.append(question["questionId"])
    form.items.insert(place, item)
    return {"createItem": {"itemId": item["itemId"], "questionId": made}}


def _update(form: Form, asked: Json, ids: Ids) -> Json:
    place = _index(asked.get("location", {}), len(form.items) - 1)
    old, new = form.items[place], asked.get("item", {})
    if new.get("itemId", old["itemId"]) != old["itemId"]:
        raise ValueError("The item ID does not match the item at this location.")
    _check_texts(new)
    kept = [question["questionId"] for question in _questions(old)]
    changed = _mask(asked).merge(old, deepcopy(new)) | {"itemId": old["itemId"]}
    for number, question in enumerate(_questions(changed)):
        free = kept[number] if number < len(kept) else ids.item()
        question.setdefault("questionId", free)
    form.items[place] = changed
    return {}


def _move(form: Form, asked: Json, ids: Ids) -> Json:
    old = _index(asked.get("originalLocation", {}), len(form.items) - 1)
    new = _index(asked.get("newLocation", {}), len(form.items) - 1)
    form.items.insert(new, form.items.pop(old))
    return {}


def _delete(form: Form, asked: Json, ids: Ids) -> Json:
    del form.items[_index(asked.get("location", {}), len(form.items) - 1)]
    return {}


def _inform(form: Form, asked: Json, ids: Ids) -> Json:
    info = asked.get("info", {})
    if "documentTitle" in info:
        raise ValueError("Cannot update document title.")
    _check_line(info.get("title", ""))
    form.info = _mask(asked).merge(form.info, info)
    return {}


def _set(form: Form, asked: Json, ids: Ids) -> Json:
    form.settings = _mask(asked).merge(form.settings, asked.get("settings", {}))
    return {}


CHANGES: dict[str, Change] = {
    "createItem": _create,
    "updateItem": _update,
    "moveItem": _move,
    "deleteItem": _delete,
    "updateFormInfo": _inform,
    "updateSettings": _set,
}


def _index(location: Json, last: int) -> int:
    """A place among the items; it must be told, also when it is the first."""
    place = location.get("index")
    if place is None:
        raise ValueError("Location index must be set.")
    if not 0 <= int(place) <= last:
        raise ValueError("Index out of bounds.")
    return int(place)


def _mask(asked: Json) -> FieldMask:
    if not asked.get("updateMask"):
        raise ValueError("Update mask is required.")
    return FieldMask.parse(asked["updateMask"])


def _questions(item: Json) -> Iterator[Json]:
    """Every question of an item, where its id stands."""
    if "questionItem" in item:
        yield item["questionItem"].setdefault("question", {})
    yield from item.get("questionGroupItem", {}).get("questions", ())


def _free(told: str | None, taken: set[str], ids: Ids) -> str:
    """An id that no other item or question has."""
    if told is not None and told in taken:
        raise ValueError(f"Duplicate ID: {told}")
    found = told or ids.item()
    taken.add(found)
    return found


def _check_texts(item: Json) -> None:
    """Refuse what Google does: lines within a title or an option, options that are the same."""
    _check_line(item.get("title", ""))
    choices = [question.get("choiceQuestion", {}) for question in _questions(item)]
    choices.append(item.get("questionGroupItem", {}).get("grid", {}).get("columns", {}))
    for question in _questions(item):
        _check_line(question.get("rowQuestion", {}).get("title", ""))
    for choice in choices:
        texts = [option.get("value", "") for option in choice.get("options", ())]
        for text in texts:
            _check_line(text)
        if len(set(texts)) < len(texts):
            raise ValueError("Duplicate option value.")


def _check_line(text: str) -> None:
    if "\n" in text:
        raise ValueError("Displayed text cannot contain newlines")
