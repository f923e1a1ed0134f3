"""What all claims of one person say together."""

import pytest

from pipeline.model.responses import Response
from pipeline.stages.claims import collect
from pipeline.stages.people import Participant
from pipeline.stages.persons import consent, describe, shown_name
from tests.build import response

EARLY, LATE = "2026-09-01T10:00", "2026-10-01T10:00"


def person(
    *rows: Response, withdrawn: frozenset[str] = frozenset(), codes: tuple[str, ...] = ("AAAAA",)
) -> Participant:
    forms: dict[str, list[Response]] = {}
    for row in rows:
        forms.setdefault(row.form, []).append(row)
    return describe(codes, collect(forms), {row.id: row for row in rows}, withdrawn, range(1, 5))


@pytest.mark.parametrize(
    ("answers", "holds"),
    [
        ([], None),
        ([(EARLY, None)], None),
        ([(EARLY, True)], True),
        ([(None, True)], True),
        ([(EARLY, False), (LATE, True)], True),
        ([(LATE, False), (EARLY, True)], False),
        ([(EARLY, True), (LATE, None)], True),
        ([(None, True), (LATE, True)], True),
        ([(None, False), (LATE, True)], False),
        ([(None, True), (LATE, False)], False),
        ([(LATE, True), (LATE, False)], False),
        ([(LATE, True), (LATE, True), (EARLY, False)], True),
        ([(EARLY, "hangt ervan af")], None),
        ([(EARLY, True), (LATE, "hangt ervan af")], None),
        ([(EARLY, "hangt ervan af"), (LATE, True)], True),
        ([(LATE, True), (LATE, "hangt ervan af")], False),
        ([(LATE, True), (None, "hangt ervan af")], False),
    ],
)
def test_the_latest_dated_answer_about_consent_holds(
    answers: list[tuple[str | None, bool | str | None]], holds: bool | None
) -> None:
    """An answer in text is one that could not be understood."""
    rows = [
        response(
            "signup",
            row,
            at,
            written={"consent": said} if isinstance(said, str) else {},
            **({"consent": said} if isinstance(said, bool) else {}),
        )
        for row, (at, said) in enumerate(answers, start=2)
    ]
    assert consent(rows) is holds
    assert consent(rows[::-1]) is holds


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["Bep Kooij", "Bep Koij", "Bep Kooij"], "Bep Kooij"),
        (["BEP KOOIJ", "bep kooij", "Bep Kooij", "Bep Koooij"], "Bep Kooij"),
        (["B. Kooij", "Bep Kooij"], "Bep Kooij"),
        (["BEATRIX KOOIJ", "Bep Kooij"], "Bep Kooij"),
        (["Kooij, Bep"], "Bep Kooij"),
        (["F. Yilmaz-de Boer", "fatma yilmas", "Fatma Yılmaz", "Fatma"], "Fatma Yılmaz"),
        (["F. Yilmaz", "F. Yilmaz", "FATMA YILMAZ", "Fatma Yilmaz", "Fatma Yılmaz"], "Fatma Yılmaz"),
        (["Bep", "B. Kooij", "Kooij"], "B. Kooij"),
        (["Kooij", "partner Bep Kooij", "partner Bep Kooij"], "Kooij"),
        (["Bea Kooij", "Bep Kooij"], "Bea Kooij"),
        ([""], ""),
    ],
)
def test_the_shown_name(names: list[str], shown: str) -> None:
    rows = [
        response("signup", row, f"2026-09-{row:02}T10:00", name=name)
        for row, name in enumerate(names, start=2)
    ]
    assert shown_name(collect({"signup": rows})) == shown
    assert shown_name(collect({"signup": rows[::-1]})) == shown


def test_an_undated_spelling_counts_as_the_latest() -> None:
    rows = [response("signup", 2, name="Bea Kooij"), response("signup", 3, LATE, name="Bep Kooij")]
    assert shown_name(collect({"signup": rows})) == "Bep Kooij"


def test_union_and_latest() -> None:
    found = person(
        response(
            "signup",
            2,
            LATE,
            name="Bep Kooij",
            phone="0612345789",
            role=("professional",),
            meetings=("4",),
            meal=("halal",),
            keep_informed=False,
            own={"meal": ("geen noten",), "needs": ("een stoel",)},
        ),
        response(
            "signup",
            3,
            EARLY,
            name="Bep Kooij",
            phone="0687654321",
            email="bep@post.nl",
            postcode="2531 AB",
            organisation="De Brug",
            role=("resident",),
            meetings=("3", "4"),
            meal=("nothing",),
            needs=("transport",),
            storyteller="maybe",
            name_shown=True,
            keep_informed=True,
            consent=True,
        ),
        response("signup", 4, name="Bep Kooij", phone="070-3123456"),
        response("team", 2, name="Bep Kooij"),
        codes=("AAAAA", "BBBBB"),
    )
    assert found == Participant(
        code="AAAAA",
        name="Bep Kooij",
        aliases=("BBBBB",),
        roles=("resident", "professional"),
        organisation="De Brug",
        email="bep@post.nl",
        phone="0612345789",
        postcode="2531 AB",
        consent=True,
        name_shown=True,
        keep_informed=False,
        storyteller="maybe",
        meal=("halal",),
        needs=("transport",),
        own_wishes=("geen noten", "een stoel"),
        expected=(3, 4),
        team=True,
        claims=found.claims,
    )
    assert [claim.id for claim in found.claims] == ["signup:2", "signup:3", "signup:4", "team:2"]


def test_consent_taken_back_under_any_code_hides_the_name() -> None:
    row = response("signup", 2, EARLY, name="Bep Kooij", consent=True)
    assert person(row).shown == "Bep Kooij"
    assert person(row, codes=("AAAAA", "BBBBB"), withdrawn=frozenset({"BBBBB"})).shown is None
    assert person(response("signup", 2, EARLY, name="Bep Kooij")).shown is None


def test_only_meetings_that_there_are_can_be_expected() -> None:
    rows = [response("signup", 2, EARLY, meetings=("3", "8")), response("signup", 3, LATE, meetings=("1",))]
    assert person(*rows).expected == (1, 3)
