"""Waves, trees and likeness in any list of persons and recruiters."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Finding, Severity, Where
from pipeline.stages.chains import Chains, Likeness, find_attributes, trace
from pipeline.stages.listing import Listing, read_listing
from tests.tables import tabs


def listing(rows: str) -> Listing:
    """A list out of the rows of a Markdown table."""
    return read_listing(tabs(f"# lijst\n{rows}")[0])


def traced(
    rows: str, seed_value: str = "", attributes: Mapping[str, int] | None = None
) -> tuple[Chains, tuple[Finding, ...]]:
    return trace(
        listing(f"| wie | door | kleur |\n{rows}"), 0, 1, attributes or {}, [seed_value] if seed_value else ()
    )


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, int, str | None]]:
    assert all(finding.severity is Severity.WARN for finding in findings)
    return [(one.code, one.where.row, one.where.question) for one in findings if one.where]


FAMILY = """
| a | 0 | rood  |
| b | a | blauw |
| c | a | rood  |
| d | b | blauw |
| e |   |       |
| f | e | rood  |
"""


def test_a_faultless_list() -> None:
    chains, findings = traced(FAMILY, "0", {"kleur": 2})
    assert findings == ()
    assert chains == Chains(
        wave={"a": 0, "b": 1, "c": 1, "d": 2, "e": 0, "f": 1},
        seed={"a": "a", "b": "a", "c": "a", "d": "a", "e": "e", "f": "e"},
        recruits={"a": 2, "b": 1, "c": 0, "d": 0, "e": 1, "f": 0},
        descendants={"a": 3, "b": 1, "c": 0, "d": 0, "e": 1, "f": 0},
        recruitment={"kleur": {("blauw", "blauw"): 1, ("rood", "blauw"): 1, ("rood", "rood"): 1}},
        homophily={"kleur": Likeness(3, 2, 4 / 9)},
    )
    assert chains.tree_sizes == {"a": 4, "e": 2}


def test_a_row_without_a_person_is_told() -> None:
    chains, findings = traced("| a |  |  |\n|  | a | rood |\n")
    assert chains.tree_sizes == {"a": 1}
    assert codes(findings) == [("person_missing", 3, "person")]


def test_an_unknown_recruiter_makes_a_seed() -> None:
    chains, findings = traced("| a | z |  |\n| b | a |  |")
    assert chains.tree_sizes == {"a": 2}
    assert codes(findings) == [("recruiter_unknown", 2, "recruiter")]
    assert findings[0].details == {"person": "a", "recruiter": "z"}


def test_who_recruited_themselves_is_a_seed() -> None:
    chains, findings = traced("| a | a |  |\n| b | a |  |")
    assert chains.tree_sizes == {"a": 2}
    assert codes(findings) == [("invited_by_self", 2, "recruiter")]


def test_a_circle_loses_its_latest_link() -> None:
    chains, findings = traced("| a | c |  |\n| b | a |  |\n| c | b |  |\n| d | c |  |")
    assert chains.wave == {"a": 1, "b": 2, "c": 0, "d": 1}
    assert codes(findings) == [("invitation_circle", 4, "recruiter")]
    assert findings[0].details == {"guest": "c", "inviter": "b", "circle": ("a", "c", "b")}


def test_somebody_twice_is_one_person() -> None:
    chains, findings = traced("| a |  | rood |\n| b | a | rood |\n| b | a | blauw |", "", {"kleur": 2})
    assert chains.tree_sizes == {"a": 2}
    assert chains.recruitment == {"kleur": {("rood", "rood"): 1}}
    assert [(one.code, one.where, one.with_) for one in findings] == [
        ("person_twice", Where("chains", 4, "person"), Where("chains", 3, "person"))
    ]


def test_of_two_recruiters_the_first_holds() -> None:
    chains, findings = traced("| a |  |  |\n| b |  |  |\n| c | z |  |\n| c | b |  |\n| c | a |  |")
    assert (chains.seed["c"], chains.recruits) == ("b", {"a": 0, "b": 1, "c": 0})
    assert codes(findings) == [
        ("person_twice", 5, "person"),
        ("person_twice", 6, "person"),
        ("recruiter_unknown", 4, "recruiter"),
        ("inviters_differ", 5, "recruiter"),
    ]
    assert findings[-1].details == {"guest": "c", "inviter": "b", "others": ("a",)}


def test_ids_are_text_as_they_stand() -> None:
    """Zeros before a number, spaces and capitals tell people apart; `.0` behind one is no part of it."""
    lines = [("07", ""), ("7", "07"), ("Jan K.", "7.0"), ("jan k.", "Jan K."), ("8", "8.0")]
    chains, findings = trace(Listing(("wie", "door"), tuple(enumerate(lines, 2))), 0, 1, {})
    assert chains.wave == {"07": 0, "7": 1, "Jan K.": 2, "jan k.": 3, "8": 0}
    assert codes(findings) == [("invited_by_self", 6, "recruiter")]


def test_several_words_for_no_recruiter() -> None:
    """However they are written, and NA as programs do; another is somebody nobody knows, or a person."""
    rows = "| a | SEED | |\n| b | 0.0 | |\n| c | b | |\n| d | niemand | |\n| e | NA | |\n"
    rows += "| nan | e | |\n| f | nan | |"
    chains, findings = trace(listing(f"| wie | door | kleur |\n{rows}"), 0, 1, {}, ["seed", " 0 "])
    assert chains.tree_sizes == {"a": 1, "b": 2, "d": 1, "e": 3}
    assert [(one.code, one.details["recruiter"]) for one in findings] == [("recruiter_unknown", "niemand")]


def test_everything_that_can_be_wrong_in_one_list() -> None:
    """Two circles, of which one has a tail; a blank row, a person without id, twice the same row."""
    chains, findings = traced(
        "| 1 | | m |\n| 2 | 3 | m |\n| 3 | 2 | |\n| | | |\n| | 1 | v |\n| 4 | 1 | v |\n| 4 | 1 | v |\n"
        "| 5 | 6 | m |\n| 6 | 7 | m |\n| 7 | 5 | v |\n| 8 | 7 | NA |\n| 9 | 4 | v |",
        "",
        {"soort": 2},
    )
    assert chains.wave == {"1": 0, "2": 1, "3": 0, "4": 1, "5": 2, "6": 1, "7": 0, "8": 1, "9": 2}
    assert chains.tree_sizes == {"1": 3, "3": 2, "7": 4}
    assert chains.recruitment == {"soort": {("m", "m"): 1, ("m", "v"): 1, ("v", "m"): 1, ("v", "v"): 1}}
    assert chains.homophily == {"soort": Likeness(4, 2, 0.5)}
    assert [(one.code, one.where.row, one.details) for one in findings if one.where] == [
        ("person_missing", 6, {}),
        ("person_twice", 8, {"person": "4"}),
        ("invitation_circle", 4, {"guest": "3", "inviter": "2", "circle": ("2", "3")}),
        ("invitation_circle", 11, {"guest": "7", "inviter": "5", "circle": ("5", "6", "7")}),
    ]


def test_an_empty_list() -> None:
    chains, findings = trace(Listing(("wie", "door"), ()), 0, 1, {"kleur": 0})
    assert (chains.wave, chains.tree_sizes, findings) == ({}, {}, ())
    assert chains.homophily == {"kleur": Likeness(0, 0, None)}


@pytest.mark.parametrize(
    ("likeness", "share", "ratio"),
    [
        (Likeness(0, 0, None), None, None),
        (Likeness(4, 3, 0.5), 0.75, 1.5),
        (Likeness(4, 0, 0.0), 0, None),
    ],
)
def test_likeness(likeness: Likeness, share: float | None, ratio: float | None) -> None:
    assert (likeness.share, likeness.ratio) == (share, ratio)


def test_marked_columns_are_the_attributes() -> None:
    rows = "| wie | attr_rol | plaats | door |\n| a | x | hier | |\n| b | x | hier | a |"
    assert find_attributes(listing(rows), frozenset({0, 3})) == {"rol": 1}


def test_else_columns_whose_values_recur() -> None:
    rows = "| wie | wave | rol | telefoon | leeg | door |\n| a | 0 | x | 1 | | |\n| b | 0 | x | 2 | | a |"
    assert find_attributes(listing(rows), frozenset({0, 5})) == {"rol": 2}


def test_a_column_with_many_values_is_no_attribute() -> None:
    header, *lines = (("wie", "straat"), *((str(n), str(n // 2)) for n in range(42)))
    rows = tuple((row, line) for row, line in enumerate(lines, 2))
    assert find_attributes(Listing(header, rows), frozenset({0})) == {}
    assert find_attributes(Listing(header, rows[:40]), frozenset({0})) == {"straat": 1}


IDS = st.sampled_from(["", *"abcdefgh", "seed"])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(IDS, IDS, st.sampled_from(["", "x", "y"])), max_size=20))
def test_any_list_gives_a_forest(lines: list[tuple[str, str, str]]) -> None:
    chains, findings = trace(
        Listing(("wie", "door", "soort"), tuple(enumerate(lines, 2))), 0, 1, {"soort": 2}, ["seed"]
    )
    everybody = {person for person, _recruiter, _kind in lines if person}
    assert chains.wave.keys() == chains.seed.keys() == chains.descendants.keys() == everybody
    assert sum(chains.tree_sizes.values()) == len(everybody)
    assert sum(chains.recruits.values()) == len(everybody) - len(chains.tree_sizes)
    assert all(chains.wave[seed] == 0 for seed in chains.seed.values())
    assert all(one.severity is Severity.WARN for one in findings)
    assert sum(chains.recruitment["soort"].values()) == chains.homophily["soort"].links
