"""The team's own questions: counted like the others, and no more told than is safe."""

from dataclasses import replace

import pytest

from pipeline.model.settings import Settings
from pipeline.model.templates import Option, Question, Text
from pipeline.stages.own_questions import own_answers
from pipeline.stages.parse import parse
from pipeline.stages.people import Participant, People
from pipeline.templates import load_catalogue
from tests.tables import tabs

CATALOGUE = load_catalogue()
COOK = Option("cook", Text("Koken", "Cook"))
WALK = Option("walk", Text("Wandelen", "Walk"))
FATMA = People({"K7T4B": Participant("K7T4B", "Fatma Yılmaz")})


def question(kind, key="mine", **more):
    return Question(key, kind, Text("Onze vraag", "Our question"), own=True, **more)


def answers(added, *given, form="signal", people=FATMA):
    """What came of these answers to one question that was added to a form."""
    catalogue = replace(
        CATALOGUE,
        forms={
            **CATALOGUE.forms,
            form: replace(CATALOGUE.forms[form], questions=(*CATALOGUE.forms[form].questions, added)),
        },
    )
    first = {
        "signal": "| Wat moet anders? | Voor wie is dit? |",
        "evaluation": "| Welke bijeenkomst is dit? | x |",
    }[form]
    cells = {"signal": "| De bus | Voor de buurt |", "evaluation": "| 1 | |"}[form]
    rows = "\n".join(f"{cells} {text} |" for text in given)
    markdown = f"# {CATALOGUE.forms[form].title.nl}\n{first} Onze vraag |\n| --- | --- | --- |\n{rows}"
    responses = parse(tabs(markdown), catalogue, Settings()).responses
    (found,) = own_answers(responses, catalogue, people)
    return found


@pytest.mark.parametrize(
    ("added", "given", "counts", "mean"),
    [
        (question("scale"), ("5", "3", ""), {"1": 0, "2": 0, "3": 1, "4": 0, "5": 1}, 4.0),
        (question("yes_no"), ("Ja", "nee", "Ja"), {"yes": 2, "no": 1}, None),
        (question("meeting"), ("Bijeenkomst 3", "3", "1"), {"1": 1, "3": 2}, None),
        (question("number"), ("2", "4"), {}, 3.0),
        (question("date"), ("3-9-2026", "2026-09-03", "1-1-2026"), {"2026-01-01": 1, "2026-09-03": 2}, None),
        (question("money"), ("12,50", "€ 7.50"), {}, 10.0),
        (question("choice", options=(COOK, WALK)), ("Koken", "Koken"), {"cook": 2, "walk": 0}, None),
        (
            question("choices", options=(COOK, WALK), own_answer=True),
            ("Koken, Wandelen", "Wandelen, Zingen"),
            {"cook": 1, "walk": 2, "Zingen": 1},
            None,
        ),
    ],
)
def test_every_kind_is_counted_in_its_own_way(added, given, counts, mean):
    found = answers(added, *given)
    assert (dict(found.counts), found.mean, found.n) == (counts, mean, len([one for one in given if one]))


def test_texts_bear_no_names():
    found = answers(question("long_text"), "De tuin van Fatma Yılmaz", "Een bankje")
    assert found.texts == ("De tuin van …", "Een bankje")
    assert answers(question("choices", options=(COOK,), own_answer=True), "Fatma Yılmaz").counts[-1] == (
        "…",
        1,
    )


@pytest.mark.parametrize("kind", ["text", "names", "email", "person"])
def test_a_personal_answer_is_only_counted(kind):
    found = answers(question(kind, personal=True), "fatma@example.org", "Jan")
    assert (found.n, found.counts, found.texts) == (2, (), ())


@pytest.mark.parametrize("kind", ["names", "email", "person"])
def test_who_somebody_is_is_never_listed(kind):
    assert answers(question(kind), "fatma@example.org").texts == ()


@pytest.mark.parametrize(("given", "few"), [(4, True), (5, False)])
def test_a_few_forms_of_an_evaluation_are_not_shown(given, few):
    found = answers(question("scale"), *["4"] * given, form="evaluation")
    assert (found.n, found.few, bool(found.counts), found.mean is None) == (given, few, not few, few)


def test_a_question_that_nobody_answered():
    assert answers(question("scale")).n == 0


def test_shipped_questions_are_not_own():
    assert own_answers({}, CATALOGUE, People()) == ()
