"""Forms made through the Forms API: as planned, open to everybody, and never twice."""

from urllib.parse import parse_qs, urlsplit

import pytest

from pipeline.edges.google.client import Client
from pipeline.edges.google.form_maker import complete, look, make_empty, standing
from pipeline.edges.google.signin import Own, scopes
from pipeline.model.blueprint import FormPlan, Item
from pipeline.model.errors import UserError
from pipeline.model.settings import Settings
from pipeline.stages.drift import StandingItem, drift_of_form
from pipeline.summaries.blueprint import draw
from pipeline.templates import load_catalogue
from tests.edges.google.scene import Nobody, Scene

CATALOGUE = load_catalogue()
BLUEPRINT = draw(CATALOGUE, Settings(contact="Marijke"), tables=2)


@pytest.fixture
def client(google: Scene) -> Client:
    """Somebody who may do everything."""
    google.world.open = True
    return Client(Nobody(), google.emulator.url, google.waits.append)


def made(client: Client, key: str) -> str:
    form = make_empty(client, BLUEPRINT.form(key))
    complete(client, form, BLUEPRINT.form(key))
    return form


@pytest.mark.parametrize("key", list(CATALOGUE.forms))
def test_a_form_stands_as_it_was_planned(client: Client, key: str) -> None:
    title, found = standing(client, made(client, key))
    assert title == BLUEPRINT.form(key).title
    assert drift_of_form(found, BLUEPRINT.form(key), CATALOGUE.forms[key], "nl") == ()


def test_kinds_of_questions_are_those_of_google(client: Client) -> None:
    form = made(client, "evaluation")
    items = {item["title"]: item for item in client.form(form)["items"]}
    assert items["Ik voelde mij welkom"]["questionItem"]["question"]["scaleQuestion"] == {
        "low": 1, "high": 5, "lowLabel": "Helemaal niet mee eens", "highLabel": "Helemaal mee eens",
    }  # fmt: skip
    assert "pageBreakItem" in items["Uw eigen woorden"]
    best = items["Wat vond u het beste?"]["questionItem"]["question"]
    assert best["textQuestion"] == {"paragraph": True}
    meal = {item["title"]: item for item in client.form(made(client, "signup"))["items"]}
    options = meal["Waar houden we rekening mee bij het eten?"]["questionItem"]["question"]["choiceQuestion"]
    assert options["type"] == "CHECKBOX"
    assert options["options"][-1] == {"isOther": True}


def test_everybody_can_fill_it_in(client: Client, google: Scene) -> None:
    form = made(client, "idea")
    settings = client.form(form)["publishSettings"]["publishState"]
    assert settings == {"isPublished": True, "isAcceptingResponses": True}
    view = "fields=*&includePermissionsForView=published"
    shared = google.world.ask("GET", f"/drive/v3/files/{form}/permissions?{view}")["permissions"]
    assert ("anyone", "reader", "published") in [
        (one["type"], one["role"], one.get("view")) for one in shared
    ]


def test_completing_again_changes_nothing(client: Client) -> None:
    form = made(client, "signup")
    before = client.form(form)["items"]
    complete(client, form, BLUEPRINT.form("signup"))
    assert client.form(form)["items"] == before


def test_what_is_missing_is_added(client: Client) -> None:
    plan = BLUEPRINT.form("count")
    form = make_empty(client, plan)
    complete(client, form, type(plan)(plan.key, plan.title, plan.description, plan.thanks, plan.items[:1]))
    complete(client, form, plan)
    assert [item["title"] for item in client.form(form)["items"]] == [item.title for item in plan.items]


def test_a_day_is_asked_with_its_year(client: Client) -> None:
    plan = FormPlan("day", "Dag", "", "", (Item("day", "date", "Wanneer?"),))
    form = make_empty(client, plan)
    complete(client, form, plan)
    assert client.form(form)["items"][0]["questionItem"]["question"]["dateQuestion"] == {"includeYear": True}


def test_a_link_fills_in_what_is_known(client: Client) -> None:
    plan = BLUEPRINT.form("attendance")
    found = look(client, made(client, "attendance"))
    links = {link.key: found.link(link, plan) for link in BLUEPRINT.links if link.form == "attendance"}
    assert links["attendance"] == found.address
    asked = parse_qs(urlsplit(links["attendance:meeting:3"]).query)
    entry = found.entries["Welke bijeenkomst is dit?"]
    assert asked == {"usp": ["pp_url"], f"entry.{entry}": ["Bijeenkomst 3"]}


def test_a_link_leaves_out_what_somebody_took_out_of_the_form(client: Client) -> None:
    plan = BLUEPRINT.form("attendance")
    form = make_empty(client, plan)
    found = look(client, form)
    link = next(link for link in BLUEPRINT.links if link.key == "attendance:meeting:1")
    assert found.link(link, plan) == found.address


def test_a_grid_and_a_form_of_long_ago_are_read_as_they_stand(client: Client, google: Scene) -> None:
    form = make_empty(client, BLUEPRINT.form("evaluation"))
    grid = {
        "title": "Wat vond u ervan?",
        "questionGroupItem": {
            "grid": {"columns": {"type": "RADIO", "options": [{"value": "1"}, {"value": "2"}]}},
            "questions": [{"rowQuestion": {"title": "Ik voelde mij welkom"}}],
        },
    }
    body = {"requests": [{"createItem": {"item": grid, "location": {"index": 0}}}]}
    google.world.ask("POST", f"/v1/forms/{form}:batchUpdate", body)
    _, found = standing(client, form)
    assert found.items == (StandingItem("Wat vond u ervan? [Ik voelde mij welkom]"),)
    assert not found.published


def test_who_did_not_sign_in_for_this_is_told(google: Scene, tmp_path) -> None:
    own = Client(Own(tmp_path / "google.json", scopes(forms=True, create=True)), google.emulator.url)
    with pytest.raises(UserError, match="not signed in"):
        make_empty(own, BLUEPRINT.form("idea"))
