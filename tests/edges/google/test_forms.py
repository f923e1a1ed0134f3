"""Responses straight from Google Forms: the tab that a linked spreadsheet would have."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pipeline.edges.google import forms
from pipeline.edges.google.client import Client
from pipeline.edges.google.forms import FormsSource
from pipeline.model.errors import NO_ACCESS, UserError
from pipeline.model.settings import Settings
from pipeline.stages.parse import parse
from pipeline.summaries.fill import resolves
from pipeline.templates import load_catalogue
from tests.edges.google.scene import MARIJKE, ROBOT, Nobody, Scene
from tests.google_emulator.forms.form import Form
from tests.google_emulator.world import FORM

FIRST = datetime(2026, 9, 1, 8, 0, 0, 400_000, UTC)
QUESTIONS: list[dict[str, Any]] = [
    {"title": "Wat is uw naam?", "questionItem": {"question": {"textQuestion": {}}}},
    {"title": "Uitleg over het Atelier", "textItem": {}},
    {
        "title": "Wie brengt u mee?",
        "questionItem": {
            "question": {
                "choiceQuestion": {
                    "type": "CHECKBOX",
                    "options": [{"value": "Buur"}, {"value": "Vriend, of kennis"}],
                }
            }
        },
    },
    {
        "title": "Hoe gaat het",
        "questionGroupItem": {
            "grid": {"columns": {"type": "RADIO", "options": [{"value": "1"}, {"value": "2"}]}},
            "questions": [{"rowQuestion": {"title": "Werk"}}, {"rowQuestion": {"title": "Geld"}}],
        },
    },
]


def a_form(google: Scene, title: str = "Aanmelding", questions: list[dict[str, Any]] = QUESTIONS) -> Form:
    """A form that is shared with the robot."""
    file = google.world.create(FORM, "Bestand", MARIJKE)
    google.world.share(file.id, ROBOT)
    requests: list[dict[str, Any]] = [{"updateFormInfo": {"info": {"title": title}, "updateMask": "title"}}]
    requests += [
        {"createItem": {"item": item, "location": {"index": place}}} for place, item in enumerate(questions)
    ]
    google.world.ask("POST", f"/v1/forms/{file.id}:batchUpdate", {"requests": requests})
    settings = {"publishState": {"isPublished": True, "isAcceptingResponses": True}}
    google.world.ask("POST", f"/v1/forms/{file.id}:setPublishSettings", {"publishSettings": settings})
    assert file.form
    return file.form


def source(google: Scene, *ids: str) -> FormsSource:
    return FormsSource(google.client_for(forms=True), ids, "Tijdstempel", "E-mailadres")


def test_a_form_becomes_a_tab(google: Scene) -> None:
    form = a_form(google)
    later = FIRST + timedelta(minutes=1)
    form.submit(google.world.ids, later, {"Wat is uw naam?": "Emre"}, email="emre@x.example")
    answers = {
        "Wat is uw naam?": "Saskia",
        "Wie brengt u mee?": ["Buur", "Vriend, of kennis"],
        "Hoe gaat het [Geld]": "2",
    }
    form.submit(google.world.ids, FIRST, answers)
    found = source(google, form.id)
    assert found.name == form.id
    (tab,) = found.read()
    assert found.name == tab.title == "Aanmelding"
    assert tab.place == f"https://docs.google.com/forms/d/{form.id}"
    assert [list(row) for row in tab.rows] == [
        [
            "Tijdstempel",
            "E-mailadres",
            "Wat is uw naam?",
            "Wie brengt u mee?",
            "Hoe gaat het [Werk]",
            "Hoe gaat het [Geld]",
        ],
        [FIRST, "", "Saskia", "Buur, Vriend, of kennis", "", "2"],
        [later, "emre@x.example", "Emre", "", "", ""],
    ]
    assert google.emulator.log.kinds == ["forms.forms.get", "forms.forms.responses.list"]


def test_an_edited_response_keeps_its_row_and_its_moment(google: Scene) -> None:
    form = a_form(google)
    first = form.submit(google.world.ids, FIRST, {"Wat is uw naam?": "Saskia"})
    form.submit(google.world.ids, FIRST + timedelta(hours=1), {"Wat is uw naam?": "Emre"})
    form.edit(first.id, FIRST + timedelta(hours=2), {"Wat is uw naam?": "Saskia Duinker"})
    (tab,) = source(google, form.id).read()
    assert [row[:3] for row in tab.rows[1:]] == [
        [FIRST, "", "Saskia Duinker"],
        [FIRST + timedelta(hours=1), "", "Emre"],
    ]


def test_many_responses_come_in_pages(google: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "PAGE", {"pageSize": "2"})
    form = a_form(google)
    names = [f"Naam {number}" for number in range(5)]
    for number, name in enumerate(names):
        form.submit(google.world.ids, FIRST + timedelta(seconds=number), {"Wat is uw naam?": name})
    (tab,) = source(google, form.id).read()
    assert [row[2] for row in tab.rows[1:]] == names
    assert google.emulator.log.kinds == ["forms.forms.get"] + ["forms.forms.responses.list"] * 3


def test_a_form_without_responses(google: Scene) -> None:
    form = a_form(google, questions=[])
    (tab,) = source(google, form.id).read()
    assert [list(row) for row in tab.rows] == [["Tijdstempel", "E-mailadres"]]


def test_a_form_without_a_title_has_that_of_its_file(google: Scene) -> None:
    form = a_form(google, title="")
    assert source(google, form.id).read()[0].title == "Bestand"


def test_every_form_is_a_tab(google: Scene) -> None:
    found = source(google, a_form(google).id, a_form(google, "Presentie").id)
    assert [tab.title for tab in found.read()] == ["Aanmelding", "Presentie"]
    assert found.name == "Aanmelding, Presentie"


def test_a_form_that_is_not_shared(google: Scene) -> None:
    form = a_form(google)
    google.world.unshare(form.id, ROBOT)
    with pytest.raises(UserError) as error:
        source(google, form.id).read()
    assert error.value.exit_code == NO_ACCESS
    assert error.value.details["place"] == f"https://docs.google.com/forms/d/{form.id}"


class Uploads(Client):
    """Gives a form to which somebody sent two files."""

    def __init__(self) -> None:
        super().__init__(Nobody())

    def form(self, form: str, path: str = "", params: object = None) -> dict[str, Any]:
        if not path:
            question = {"question": {"questionId": "q1"}}
            return {
                "info": {"documentTitle": "Bonnen"},
                "items": [{"title": "Foto", "questionItem": question}],
            }
        files = {"fileUploadAnswers": {"answers": [{"fileId": "een"}, {"fileId": "twee"}]}}
        return {
            "responses": [{"responseId": "r", "createTime": "2026-09-01T08:00:00Z", "answers": {"q1": files}}]
        }


def test_files_are_links_as_in_a_linked_sheet() -> None:
    (tab,) = FormsSource(Uploads(), ["x"], "Tijdstempel", "E-mailadres").read()
    assert tab.rows[0][2:] == ["Foto"]
    assert tab.rows[1][2:] == ["https://drive.google.com/open?id=een, https://drive.google.com/open?id=twee"]


def test_the_stages_understand_it(google: Scene) -> None:
    """The moment is that of the Atelier's time zone, to the second."""
    catalogue = load_catalogue(None, resolves)
    attendance = catalogue.forms["attendance"]
    questions = [
        {"title": question.header.nl, "questionItem": {"question": {"textQuestion": {}}}}
        for question in attendance.questions
        if question.key in {"meeting", "name"}
    ]
    form = a_form(google, attendance.title.nl, questions)
    titles = {question.key: question.header.nl for question in attendance.questions}
    form.submit(google.world.ids, FIRST, {titles["meeting"]: "1", titles["name"]: "Emre"})
    parsed = parse(source(google, form.id).read(), catalogue, Settings())
    (response,) = parsed.responses["attendance"]
    assert response.submitted_at == datetime(2026, 9, 1, 10, 0, 0)
    assert response.text("name") == "Emre"
    assert response.extra == {}
