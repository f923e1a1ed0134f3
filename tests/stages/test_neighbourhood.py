"""Facilities, signals, life domains, the network, agreements, diets and needs."""

from datetime import date

import pytest

from pipeline.stages.ideas import Idea
from pipeline.stages.neighbourhood import (
    Agreement,
    Domains,
    Facility,
    Network,
    Signal,
    agreements,
    care,
    domains,
    facilities,
    network,
    signals,
)
from pipeline.stages.people import Participant, People
from pipeline.stages.voices import Story
from tests.build import response


def test_the_rows_of_one_facility_are_one() -> None:
    rows = [
        response("facility", 2, name="Buurtkamer", domains=("social",), present="yes", quality=4, access=2),
        response(
            "facility", 3, name="buurtkamer ", domains=("values", "body"), present="too_little", quality=3
        ),
        response("facility", 4, name="Buurtkamer", present="too_little"),
        response("facility", 5, name="Apotheek"),
        response("facility", 6, present="no"),
        response("facility", 7, name="!!"),
    ]
    assert facilities(rows) == (
        Facility("!!", (), None, None, None, 1),
        Facility("Apotheek", (), None, None, None, 1),
        Facility("Buurtkamer", ("body", "social", "values"), "too_little", 3.5, 2.0, 3),
    )


@pytest.mark.parametrize(
    ("said", "present"),
    [
        (["yes", "no"], "no"),
        (["yes", "too_little"], "too_little"),
        (["yes", "yes", "no"], "yes"),
        (["perhaps"], None),
    ],
)
def test_of_equals_the_less_counts(said: list[str], present: str | None) -> None:
    rows = [
        response("facility", row, name="Kapper", present=answer) for row, answer in enumerate(said, start=2)
    ]
    assert facilities(rows)[0].present == present


def test_signals_for_policy_stand_first() -> None:
    rows = [
        response("signal", 2, signal="meer banken"),
        response("signal", 3, level="self", signal="ik wil rust"),
        response(
            "signal",
            4,
            level="policy",
            signal="kortere brieven",
            for_whom="de gemeente",
            domains=("material",),
        ),
        response("signal", 5, level="policy", signal="Één loket"),
        response("signal", 6, level="neighbourhood", signal="een plein"),
        response("signal", 7, level="policy"),
    ]
    assert signals(rows) == (
        Signal("policy", (), "Één loket", None),
        Signal("policy", ("material",), "kortere brieven", "de gemeente"),
        Signal("neighbourhood", (), "een plein", None),
        Signal("self", (), "ik wil rust", None),
        Signal(None, (), "meer banken", None),
    )


def idea(
    number: int,
    problem: str | None,
    *solutions: str,
    leader: int | None = None,
    withdrawn: bool = False,
) -> Idea:
    return Idea(
        number=number,
        response=f"idea:{number}",
        where=None,
        text="x",
        group=None,
        groups=(),
        explanation=None,
        problem_domain=problem,
        solution_domains=solutions,
        level=None,
        exists=None,
        thinkers=(),
        joined_with=(),
        leader=leader or number,
        near_duplicates=(),
        status=None,
        withdrawn=withdrawn,
    )


def story(*where: str, shared: bool = True) -> Story:
    return Story("own", where, "x", None, None, shared)


def test_ideas_and_shared_stories_are_counted_per_life_domain() -> None:
    ideas = [
        idea(1, "material", "social", "work"),
        idea(2, "material", "social"),
        idea(3, "body"),
        idea(4, None, "values"),
        idea(5, "values", "values", withdrawn=True),
        idea(6, "play", "body"),
    ]
    stories = [story("social", "body"), story("social"), story("work", shared=False), story("play")]
    assert domains(ideas, stories) == Domains(
        matrix={"material": {"social": 2, "work": 1}, "play": {"body": 1}},
        ideas={"body": 1, "material": 2, "play": 1},
        stories={"body": 1, "social": 2, "play": 1},
    )
    assert list(domains(ideas, stories).ideas) == ["body", "material", "play"]


def test_joined_ideas_count_once() -> None:
    joined = [
        idea(9, "body", "work", leader=2),
        idea(4, "material", "social", leader=2),
        idea(2, None, leader=2),
    ]
    assert domains(joined, ()) == Domains({"material": {"social": 1, "work": 1}}, {"material": 1}, {})


def test_the_contacts_are_counted() -> None:
    rows = [
        response("network", 2, name="a", sector="care", status="came"),
        response("network", 3, name="b", sector="care", status="named"),
        response("network", 4, name="c"),
    ]
    assert network(rows) == Network(3, {"care": 2}, {"came": 1, "named": 1})


def test_agreements_stand_by_date_undated_last() -> None:
    rows = [
        response("agreements", 2, what="bellen"),
        response(
            "agreements", 3, what="soep koken", who="keukenploeg", when=date(2026, 12, 10), status="open"
        ),
        response("agreements", 4, what="plein vegen", when=date(2026, 11, 30)),
        response("agreements", 5, who="niemand"),
    ]
    assert agreements(rows) == (
        Agreement("plein vegen", None, date(2026, 11, 30), None),
        Agreement("soep koken", "keukenploeg", date(2026, 12, 10), "open"),
        Agreement("bellen", None, None, None),
    )


def test_diets_and_needs_are_counted_per_expected_meeting() -> None:
    people = People(
        {
            "A": Participant("A", "a", meal=("halal",), needs=("transport",), expected=(1, 2)),
            "B": Participant("B", "b", meal=("halal", "allergy"), expected=(2, 7)),
        }
    )
    counted = care(people, (1, 2, 3))
    assert counted.meals == {1: {"halal": 1}, 2: {"allergy": 1, "halal": 2}, 3: {}}
    assert counted.needs == {1: {"transport": 1}, 2: {"transport": 1}, 3: {}}
