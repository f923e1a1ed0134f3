"""Any ballots for any ideas, judged sticker by sticker."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Finding, Where
from pipeline.stages.listing import Listing, read_listing
from pipeline.stages.prizes import Prize, TieAtCut
from pipeline.stages.tally import (
    AnyIdea,
    Paper,
    Rules,
    Tally,
    count,
    group_key,
    read_ideas,
    read_long,
    read_wide,
    sticker_columns,
)
from tests.tables import tabs

IDEAS = (AnyIdea("8", "Samen koken", "1"), AnyIdea("A/2", "Fietsles", "Tafel twee"), AnyIdea("9"))


def listing(rows: str) -> Listing:
    """A list out of the rows of a Markdown table."""
    return read_listing(tabs(f"# lijst\n{rows}")[0])


def wide(rows: str) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    found = listing(f"| voter | tafel | sticker_1 | Sticker 2: nummer | sticker 3 | sticker_4 |\n{rows}")
    return read_wide(found, 0, sticker_columns(found), 1)


def long(rows: str) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    return read_long(listing(f"| voter | idea | stickers | tafel |\n{rows}"), 0, 1, 2, 3)


def refusals(tally: Tally) -> list[tuple[int, int, str, str]]:
    assert tally.counted + len(tally.refused) == tally.cast
    return [(one.row, one.sticker, one.idea, one.reason) for one in tally.refused]


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, Where | None, Where | None]]:
    return [(one.code, one.where, one.with_) for one in findings]


def test_a_list_of_ideas() -> None:
    found = listing("| id | tekst | van |\n| 8 | Koken | 1 |\n|  | Los | 1 |\n| 8 | Weer | 2 |\n| A/2 | | |")
    ideas, findings = read_ideas(found, 0, 1, 2)
    assert ideas == (AnyIdea("8", "Koken", "1"), AnyIdea("A/2"))
    assert codes(findings) == [
        ("idea_without_id", Where("idea", 3), None),
        ("idea_twice", Where("idea", 4), None),
    ]
    assert read_ideas(found, 0, None, None)[0] == (AnyIdea("8"), AnyIdea("A/2"))


def test_wide_ballots() -> None:
    papers, findings = wide("| Noor | | 8 | nr. 8 | | a/2 |\n| Sem | | 8.0 | 9 | | |")
    tally = count(IDEAS, papers, Rules())
    assert (tally.ballots, tally.cast, findings) == (2, 5, ())
    assert (tally.stickers, tally.rank) == ({1: 3, 2: 1, 3: 1}, {1: 1, 2: 2, 3: 2})
    assert tally.awarded.prizes == (Prize(1, (1,)), Prize(2, (2, 3)))


def test_every_refusal_has_the_first_reason_that_fits() -> None:
    papers, _findings = wide("| Noor | 2 | A/2 | 77 | 8 | 8 |\n| Sem |  | 8 | | | |\n| Sem | | 9 | | | |")
    tally = count(IDEAS, papers, Rules())
    assert refusals(tally) == [
        (2, 1, "A/2", "own_group"),
        (2, 2, "77", "unknown_idea"),
        (2, 4, "8", "too_many"),
        (3, 1, "8", "replaced"),
    ]
    assert (tally.ballots, tally.stickers) == (2, {1: 1, 2: 0, 3: 1})


def test_of_two_ballots_of_one_voter_the_lower_holds() -> None:
    _papers, findings = wide("| Sem | | 8 | | | |\n| | | 8 | | | |\n| Sem | | 9 | | | |")
    assert codes(findings) == [
        ("ballot_without_name", Where("vote", 3), None),
        ("ballot_order_unclear", Where("vote", 4), Where("vote", 2)),
    ]


def test_a_later_ballot_of_one_voter_replaces_an_earlier_wherever_they_stand() -> None:
    found = listing("""
        | Tijdstempel        | voter | sticker_1 |
        | 19-11-2026 21:05:00 | Sem  | 8 |
        | 19-11-2026 21:01:00 | Sem  | 9 |
        | 19-11-2026 21:02:00 | Noor | 8 |
        | 19-11-2026 21:02:00 | Noor | 9 |
        | 19-11-2026 21:03:00 | Lot  | 8 |
        | weet ik niet meer   | Lot  | 9 |
        | 19-11-2026 21:04:00 | Lot  | A/2 |
    """)
    papers, findings = read_wide(found, 1, sticker_columns(found), None)
    assert [paper.replaced for paper in papers] == [False, True, True, False, True, True, False]
    assert codes(findings) == [
        ("ballot_order_unclear", Where("vote", 5), Where("vote", 4)),
        ("ballot_order_unclear", Where("vote", 8), Where("vote", 7)),
    ]


def test_long_ballots_of_one_voter_are_one_ballot() -> None:
    papers, findings = long("| Noor | 8 | 2 | |\n| Sem | 9 | 1 | |\n| Noor | 9 | 2.0 | |\n| Lot | 8 | 0 | |")
    tally = count(IDEAS, papers, Rules())
    assert (tally.ballots, tally.cast, tally.stickers) == (3, 5, {1: 2, 2: 0, 3: 2})
    assert refusals(tally) == [(4, 2, "9", "too_many")]
    assert findings == ()


def test_long_rows_without_a_voter_are_ballots_of_their_own() -> None:
    papers, findings = long("|  | 8 | 3 | |\n|  | 9 | 1 | |")
    assert (len(papers), len(findings)) == (2, 2)


@pytest.mark.parametrize("amount", ["-1", "1.5", "veel", "10001", ""])
def test_what_is_no_amount_is_one_unreadable_sticker(amount: str) -> None:
    papers, _findings = long(f"| Noor | 8 | {amount} | |\n| Noor | 8 | 1 | |")
    assert refusals(count(IDEAS, papers, Rules())) == [(2, 1, "8", "unreadable")]


def test_an_amount_without_an_idea_is_unreadable() -> None:
    papers, _findings = long("| Noor |  | 1 | |\n| Sem | | veel | |\n| Lot | | | 2 |")
    tally = count(IDEAS, papers, Rules())
    assert refusals(tally) == [(2, 1, "", "unreadable"), (3, 1, "veel", "unreadable")]
    assert tally.ballots == 3


def test_without_amounts_every_row_is_a_sticker() -> None:
    papers, _findings = read_long(listing("| voter | idea |\n| Noor | 8 |\n| Noor | 8 |"), 0, 1, None, None)
    assert count(IDEAS, papers, Rules()).stickers[1] == 2


def test_all_groups_of_a_voter_are_own() -> None:
    papers, _findings = long("| Noor | 8 | 1 | tafel 1 |\n| Noor | A/2 | 1 | 2 |\n| Noor | 9 | 1 | |")
    assert refusals(count(IDEAS, papers, Rules())) == [(2, 1, "8", "own_group"), (3, 1, "A/2", "own_group")]


def test_at_most_so_many_on_one_idea() -> None:
    papers, _findings = long("| Noor | 8 | 3 | |\n| Noor | 9 | 2 | |")
    tally = count(IDEAS, papers, Rules(stickers=5, cap=2))
    assert tally.stickers == {1: 2, 2: 0, 3: 2}
    assert refusals(tally) == [(2, 3, "8", "too_many")]


def test_a_tie_over_the_last_prize_is_told() -> None:
    ideas = tuple(map(AnyIdea, "abcd"))
    papers, _findings = long("| 1 | a | 3 | |\n| 2 | b | 2 | |\n| 3 | c | 1 | |\n| 4 | d | 1 | |")
    awarded = count(ideas, papers, Rules()).awarded
    assert awarded.prizes == (Prize(1, (1,)), Prize(2, (2,)))
    assert awarded.tie == TieAtCut(3, (3, 4), None)


def test_an_id_as_written_goes_before_one_loosely_written() -> None:
    ideas = (AnyIdea("08"), AnyIdea("8"), AnyIdea("a"), AnyIdea("A"))
    papers, _findings = long("| 1 | 8 | 1 | |\n| 1 | A | 1 | |\n| 1 | '08 | 1 | |")
    assert count(ideas, papers, Rules()).stickers == {1: 1, 2: 1, 3: 0, 4: 1}


@pytest.mark.parametrize(
    ("written", "key"), [(None, ""), ("Tafel acht", "8"), ("Zuid", "zuid"), ("groep", "groep")]
)
def test_groups(written: str | None, key: str) -> None:
    assert group_key(written) == key


CELLS = st.sampled_from(["", "8", "nr 8", "9", "A/2", "77", "0", "2", "-3", "x", "tafel 1"])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(*[CELLS] * 6), max_size=12), st.integers(1, 4), st.sampled_from([None, 1, 2]))
def test_counted_and_refused_are_all_that_was_cast(
    lines: list[tuple[str, ...]], stickers: int, cap: int | None
) -> None:
    found = Listing(("voter", "a", "b", "c", "d", "group"), tuple(enumerate(lines, 2)))
    columns = ((1, 1), (2, 2), (3, 3), (4, 4))
    whole = count(IDEAS, read_wide(found, 0, columns, 5)[0], Rules(stickers, cap))
    assert whole.cast == sum(bool(cell) for line in lines for cell in line[1:5])
    for tally in (whole, count(IDEAS, read_long(found, 0, 1, 2, 5)[0], Rules(stickers, cap))):
        assert tally.counted + len(tally.refused) == tally.cast
        places = Counter((one.row, one.sticker) for one in tally.refused)
        assert max(places.values(), default=1) == 1
        assert sum(tally.stickers.values()) <= stickers * tally.ballots
