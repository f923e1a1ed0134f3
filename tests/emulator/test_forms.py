"""Forms: how they are made, and the responses to them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.google_emulator.answers import ApiError
from tests.google_emulator.world import World

AT = datetime(2026, 3, 2, 19, 30, tzinfo=UTC)


def text(title: str, **rest: Any) -> dict[str, Any]:
    return {"title": title, "questionItem": {"question": {"textQuestion": {}, **rest}}}


def choices(title: str, *options: str) -> dict[str, Any]:
    offered = {"type": "RADIO", "options": [{"value": option} for option in options]}
    return {"title": title, "questionItem": {"question": {"choiceQuestion": offered}}}


def grid(title: str, *rows: str) -> dict[str, Any]:
    columns = {"type": "RADIO", "options": [{"value": "1"}, {"value": "2"}]}
    asked = [{"rowQuestion": {"title": row}} for row in rows]
    return {"title": title, "questionGroupItem": {"grid": {"columns": columns}, "questions": asked}}


def create(item: dict[str, Any], index: int = 0) -> dict[str, Any]:
    return {"createItem": {"item": item, "location": {"index": index}}}


@pytest.fixture
def form(world: World) -> str:
    """An empty form."""
    return str(world.ask("POST", "/v1/forms", {"info": {"title": "Aanmelding"}})["formId"])


def change(world: World, form: str, *requests: dict[str, Any], **rest: Any) -> Any:
    return world.ask("POST", f"/v1/forms/{form}:batchUpdate", {"requests": list(requests), **rest})


def get(world: World, form: str, fields: str = "") -> Any:
    return world.ask("GET", f"/v1/forms/{form}" + (f"?fields={fields}" if fields else ""))


def titles(world: World, form: str) -> list[str]:
    return [item["title"] for item in get(world, form).get("items", [])]


def refusal(world: World, form: str, *requests: dict[str, Any], **rest: Any) -> str:
    before = get(world, form)
    with pytest.raises(ApiError) as error:
        change(world, form, *requests, **rest)
    assert (error.value.code, get(world, form)) == (400, before)
    return error.value.message


def test_a_new_form_has_a_title_and_takes_no_responses(world: World, form: str) -> None:
    found = get(world, form)
    assert found["info"] == {"title": "Aanmelding", "documentTitle": "Untitled form"}
    assert found["publishSettings"] == {"publishState": {"isPublished": False, "isAcceptingResponses": False}}
    assert found["responderUri"].startswith("https://docs.google.com/forms/d/e/1FAIpQLS")
    assert "items" not in found
    assert world.files[form].name == "Untitled form"


def test_a_new_form_has_nothing_else(world: World) -> None:
    made = world.ask("POST", "/v1/forms?fields=info", {"info": {"documentTitle": "Aanmelding 2026"}})
    assert made == {"info": {"documentTitle": "Aanmelding 2026"}}
    wrong: tuple[dict[str, Any], ...] = ({"info": {"title": "x", "description": "y"}}, {"items": []})
    for asked in wrong:
        with pytest.raises(ApiError, match=r"Only info\.title can be set when creating a form"):
            world.ask("POST", "/v1/forms", asked)


def test_items_are_made_moved_and_deleted(world: World, form: str) -> None:
    made = change(
        world, form, create(text("Naam")), create(text("Rol"), 1), create(grid("Wat vond u?", "Zaal"), 1)
    )
    assert titles(world, form) == ["Naam", "Wat vond u?", "Rol"]
    ids = [reply["createItem"] for reply in made["replies"]]
    assert all(len(each["itemId"]) == 8 and len(each["questionId"]) == 1 for each in ids)
    assert len({each["itemId"] for each in ids} | {each["questionId"][0] for each in ids}) == 6
    move = {"moveItem": {"originalLocation": {"index": 2}, "newLocation": {"index": 0}}}
    assert change(world, form, move, {"deleteItem": {"location": {"index": 1}}})["replies"] == [{}, {}]
    assert titles(world, form) == ["Rol", "Wat vond u?"]


def test_an_item_keeps_its_id_and_its_question_when_it_changes(world: World, form: str) -> None:
    [reply] = change(world, form, create(text("Naam")))["replies"]
    new = {"item": text("Uw naam", required=True), "location": {"index": 0}, "updateMask": "*"}
    change(world, form, {"updateItem": new})
    [item] = get(world, form)["items"]
    assert item == {
        "itemId": reply["createItem"]["itemId"],
        "title": "Uw naam",
        "questionItem": {
            "question": {
                "textQuestion": {},
                "required": True,
                "questionId": reply["createItem"]["questionId"][0],
            }
        },
    }
    less = {"item": {"title": "Hoe heet u?"}, "location": {"index": 0}, "updateMask": "title"}
    change(world, form, {"updateItem": less})
    assert get(world, form)["items"] == [item | {"title": "Hoe heet u?"}]


def test_a_grid_that_grows_gets_ids_for_its_new_rows(world: World, form: str) -> None:
    change(world, form, create(grid("Wat vond u?", "Zaal")))
    old = list(world.form(form).questions())
    bigger = {"item": grid("Wat vond u?", "Zaal", "Eten"), "location": {"index": 0}, "updateMask": "*"}
    change(world, form, {"updateItem": bigger})
    new = list(world.form(form).questions())
    assert new[:1] == old
    assert [title for _, title in new] == ["Wat vond u? [Zaal]", "Wat vond u? [Eten]"]


def test_title_and_settings(world: World, form: str) -> None:
    info = {"info": {"title": "Kom erbij", "description": "Twee\nregels"}, "updateMask": "title,description"}
    settings = {"settings": {"emailCollectionType": "RESPONDER_INPUT"}, "updateMask": "emailCollectionType"}
    answer = change(
        world, form, {"updateFormInfo": info}, {"updateSettings": settings}, includeFormInResponse=True
    )
    assert answer["form"]["info"]["description"] == "Twee\nregels"
    assert answer["form"]["settings"] == {"emailCollectionType": "RESPONDER_INPUT"}
    assert answer["writeControl"] == {"requiredRevisionId": answer["form"]["revisionId"]}


def test_a_form_that_changed_meanwhile_is_not_changed(world: World, form: str) -> None:
    revision = get(world, form)["revisionId"]
    change(world, form, create(text("Naam")), writeControl={"requiredRevisionId": revision})
    said = refusal(world, form, create(text("Rol")), writeControl={"requiredRevisionId": revision})
    assert said == "The required revision ID does not match the latest revision."


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ({}, "Invalid requests[1]: No request set."),
        (create(text("Twee\nregels")), ".createItem: Displayed text cannot contain newlines"),
        (
            create(choices("Rol", "Bewoner", "Be\nwoner")),
            ".createItem: Displayed text cannot contain newlines",
        ),
        (create(grid("Wat?", "Za\nal")), ".createItem: Displayed text cannot contain newlines"),
        (create(choices("Rol", "Bewoner", "Bewoner")), ".createItem: Duplicate option value."),
        (create(text("Naam"), 2), ".createItem: Index out of bounds."),
        ({"createItem": {"item": text("Naam")}}, ".createItem: Location index must be set."),
        (create(text("Naam") | {"itemId": "0000000a"}), ".createItem: Duplicate ID: 0000000a"),
        ({"deleteItem": {"location": {"index": 1}}}, ".deleteItem: Index out of bounds."),
        (
            {"updateItem": {"item": {"itemId": "0000000b"}, "location": {"index": 0}, "updateMask": "*"}},
            ".updateItem: The item ID does not match the item at this location.",
        ),
        (
            {"updateItem": {"item": text("Naam"), "location": {"index": 0}}},
            ".updateItem: Update mask is required.",
        ),
        (
            {"updateFormInfo": {"info": {"documentTitle": "x"}, "updateMask": "documentTitle"}},
            ".updateFormInfo: Cannot update document title.",
        ),
    ],
)
def test_what_google_refuses_is_refused_whole(world: World, form: str, request_: Any, said: str) -> None:
    change(world, form, create(text("Eerst") | {"itemId": "0000000a"}))
    rename = {"updateFormInfo": {"info": {"title": "Nooit"}, "updateMask": "title"}}
    assert refusal(world, form, rename, request_) == (
        said if said[0] == "I" else f"Invalid requests[1]{said}"
    )


class TestResponses:
    """What people send in."""

    @pytest.fixture
    def open_form(self, world: World, form: str) -> str:
        change(world, form, create(text("Naam")), create(grid("Wat vond u?", "Zaal"), 1))
        state = {"publishState": {"isPublished": True, "isAcceptingResponses": True}}
        told = world.ask("POST", f"/v1/forms/{form}:setPublishSettings", {"publishSettings": state})
        assert told == {"formId": form, "publishSettings": state}
        return form

    def listed(self, world: World, form: str, **query: str) -> Any:
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        return world.ask("GET", f"/v1/forms/{form}/responses?{asked}")

    def test_a_form_takes_them_only_when_it_is_published(self, world: World, form: str) -> None:
        with pytest.raises(ValueError, match="takes no responses"):
            world.form(form).submit(world.ids, AT, {})
        wrong = {"publishSettings": {"publishState": {"isAcceptingResponses": True}}}
        with pytest.raises(ApiError, match="while it is not published"):
            world.ask("POST", f"/v1/forms/{form}:setPublishSettings", wrong)

    def test_an_answer_hangs_on_the_id_of_its_question(self, world: World, open_form: str) -> None:
        asked = {title: question for question, title in world.form(open_form).questions()}
        sent = world.form(open_form).submit(
            world.ids, AT, {"Naam": "Fatima", asked["Wat vond u? [Zaal]"]: ["1", "2"]}, email="f@example.org"
        )
        name, room = asked["Naam"], asked["Wat vond u? [Zaal]"]
        assert self.listed(world, open_form) == {
            "responses": [
                {
                    "responseId": sent.id,
                    "createTime": "2026-03-02T19:30:00.000000Z",
                    "lastSubmittedTime": "2026-03-02T19:30:00.000417Z",
                    "respondentEmail": "f@example.org",
                    "answers": {
                        name: {"questionId": name, "textAnswers": {"answers": [{"value": "Fatima"}]}},
                        room: {
                            "questionId": room,
                            "textAnswers": {"answers": [{"value": "1"}, {"value": "2"}]},
                        },
                    },
                }
            ]
        }
        one = world.ask("GET", f"/v1/forms/{open_form}/responses/{sent.id}?fields=formId,responseId")
        assert one == {"formId": open_form, "responseId": sent.id}
        with pytest.raises(ApiError, match="not found"):
            world.ask("GET", f"/v1/forms/{open_form}/responses/geen")

    def test_nothing_came_in(self, world: World, open_form: str) -> None:
        assert self.listed(world, open_form) == {}
        sent = world.form(open_form).submit(world.ids, AT, {"Naam": []})
        assert "answers" not in sent.shown()
        with pytest.raises(ValueError, match="the form does not ask: Leeftijd"):
            world.form(open_form).submit(world.ids, AT, {"Leeftijd": "9"})

    def test_pages(self, world: World, open_form: str) -> None:
        sent = [
            world.form(open_form).submit(world.ids, AT + timedelta(minutes=number), {}).id
            for number in range(5)
        ]
        first = self.listed(world, open_form, pageSize="2")
        second = self.listed(world, open_form, pageSize="2", pageToken=first["nextPageToken"])
        third = self.listed(world, open_form, pageSize="2", pageToken=second["nextPageToken"])
        pages = [[each["responseId"] for each in page["responses"]] for page in (first, second, third)]
        assert pages == [sent[:2], sent[2:4], sent[4:]]
        assert "nextPageToken" not in third
        with pytest.raises(ApiError, match="Invalid page token"):
            self.listed(world, open_form, pageToken="3")

    def test_since_a_moment_and_after_an_edit(self, world: World, open_form: str) -> None:
        form = world.form(open_form)
        one, two = (form.submit(world.ids, AT + timedelta(minutes=number), {}).id for number in (0, 1))

        def since(written: str) -> list[str]:
            page = self.listed(world, open_form, filter=written.replace(" ", "%20"))
            return [each["responseId"] for each in page.get("responses", [])]

        assert since("timestamp > 2026-03-02T19:30:30Z") == [two]
        assert since("timestamp >= 2026-03-02T19:31:00.000417Z") == [two]
        assert since("timestamp > 2026-03-02T19:31:00.000417Z") == []
        form.edit(one, AT + timedelta(days=1), {"Naam": "Ali"})
        assert since("timestamp > 2026-03-02T19:31:00.000417Z") == [one]
        with pytest.raises(ApiError, match="Invalid filter"):
            since("timestamp < 2026-03-02T19:31:00Z")

    def test_a_copy_asks_the_same_and_starts_empty(self, world: World, open_form: str) -> None:
        world.form(open_form).submit(world.ids, AT, {})
        copy = world.ask("POST", f"/drive/v3/files/{open_form}/copy", {"name": "Nog een"})["id"]
        twin = get(world, copy)
        assert (twin["items"], twin["info"]["documentTitle"]) == (get(world, open_form)["items"], "Nog een")
        assert twin["responderUri"] != get(world, open_form)["responderUri"]
        assert self.listed(world, copy) == {}
