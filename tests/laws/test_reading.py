"""What holds for every sheet: nothing is lost, nothing stops the reading, and order does not matter."""

from collections import Counter
from datetime import datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.responses import RawCell, RawTab
from pipeline.model.settings import Settings
from pipeline.model.templates import KINDS, Option, Question, Text
from pipeline.stages.answers import read_answer
from pipeline.stages.cells import blank
from pipeline.stages.identity import GONE, identify
from pipeline.stages.parse import parse
from pipeline.templates import load_catalogue

CATALOGUE = load_catalogue()
HEADERS = ["Tijdstempel", "Welke bijeenkomst is dit?", "Naam", "Kolom 7"]
NAMES = ["Fatma Yılmaz", "Jan de Boer", "jan de boer", "Kees", "Riet van Dam"]

moments = st.datetimes(datetime(2026, 9, 1), datetime(2026, 9, 4)).map(lambda at: at.replace(microsecond=0))
cells: st.SearchStrategy[RawCell] = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "#REF!", "3", "Bijeenkomst 2", "ja", "Jan de Boer", "1-2-2026", "€ 5"]),
    st.text(max_size=12),
    st.booleans(),
    st.floats(),
    st.integers(-5, 70_000),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
)


@given(cells)
@settings(max_examples=100, deadline=None)
def test_no_cell_stops_the_reading_and_every_cell_is_understood_or_kept(cell: RawCell) -> None:
    options = (Option("yes", Text("Ja", "Yes")), Option("other", Text("Iets, of niet", "Some, or none")))
    for kind in KINDS:
        answer = read_answer(cell, Question("x", kind, Text("Vraag", "Question"), options=options))
        assert (answer.value is None and not answer.written) == blank(cell) or answer.problem
        assert answer.written or answer.value is None


@given(st.lists(st.lists(cells, max_size=5), max_size=12))
@settings(max_examples=60, deadline=None)
def test_rows_are_responses_and_blanks_counted_to_the_last_that_says_something(
    rows: list[list[RawCell]],
) -> None:
    parsed = parse([RawTab("Presentie", [HEADERS, *rows])], CATALOGUE, Settings())
    (count,) = parsed.counts
    filled = [number for number, row in enumerate(rows, start=2) if not all(map(blank, row))]
    assert count.rows == count.responses + count.blank == (filled[-1] - 1 if filled else 0)
    assert [response.row for response in parsed.responses["attendance"]] == filled


@given(st.lists(st.tuples(moments, st.integers(1, 4), st.sampled_from(NAMES)), max_size=9), st.randoms())
@settings(max_examples=60, deadline=None)
def test_dated_rows_have_the_same_ids_in_any_order(
    rows: list[tuple[datetime, int, str]], random: Random
) -> None:
    shuffled = random.sample(rows, len(rows))
    assert _ids(rows) == _ids(shuffled)


@given(
    st.lists(st.tuples(st.none() | moments, st.integers(1, 4), st.sampled_from(NAMES)), max_size=9),
    st.data(),
)
@settings(max_examples=80, deadline=None)
def test_whatever_happens_to_a_sheet_no_two_responses_share_an_id_and_untouched_ones_keep_theirs(
    rows: list[tuple[datetime | None, int, str]], data: st.DataObject
) -> None:
    before = parse([_sheet(rows)], CATALOGUE, Settings()).responses
    first, remembered = identify(before, ())
    gone = data.draw(st.integers(0, len(rows)))
    new = data.draw(st.lists(st.tuples(moments, st.integers(1, 4), st.sampled_from(NAMES)), max_size=3))
    kept = [row for index, row in enumerate(rows) if index != gone]
    second, memory = identify(parse([_sheet([*kept, *new])], CATALOGUE, Settings()).responses, remembered)
    ids = [response.id for response in second["attendance"]]
    assert len(set(ids)) == len(ids) == sum(one.row != GONE for one in memory)
    assert identify(second, memory) == (second, memory)
    said = Counter((at, meeting, name.casefold()) for at, meeting, name in (*rows, *new))
    unique = [row for row in kept if said[row[0], row[1], row[2].casefold()] == 1]
    was = {row: response.id for row, response in zip(rows, first["attendance"], strict=True)}
    now = {row: response.id for row, response in zip([*kept, *new], second["attendance"], strict=True)}
    assert {row: now[row] for row in unique} == {row: was[row] for row in unique}


def _sheet(rows: list[tuple[datetime | None, int, str]]) -> RawTab:
    return RawTab(
        "Presentie", [HEADERS, *([at, f"Bijeenkomst {meeting}", name] for at, meeting, name in rows)]
    )


def _ids(rows: list[tuple[datetime, int, str]]) -> list[str]:
    responses = parse([_sheet([*rows])], CATALOGUE, Settings()).responses
    return sorted(response.id for response in identify(responses, ())[0]["attendance"])
