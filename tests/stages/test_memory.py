import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.errors import UserError
from pipeline.model.responses import MARK
from pipeline.stages.decisions import Asked
from pipeline.stages.identity import Remembered
from pipeline.stages.memory import Draw, GivenCode, GivenNumber, Logged, Memory, MemoryRows, Seat, from_rows

MEMORY = Memory(
    responses=(
        Remembered("vote@20260903T184200-1a2b3c4d", "vote", "2026-09-03T18:42:00", 2, "1a2b", "q8E="),
        Remembered("vote@-1a2b3c4d~2", "vote", "", 3, "1a2b", ""),
    ),
    codes=(GivenCode("7KQ4M", "signup@-1", ("signup@-1", "attendance@-2")), GivenCode("8TRWP", "signup@-3")),
    numbers=(GivenNumber(14, "idea@-1"),),
    asked=(
        Asked("V-1A2B3C", "prize_tie", ("place:3", "idea:3"), "possible"),
        Asked("V-000000", "who_is", ("x",)),
    ),
    seats=(Seat(4, "3", "7KQ4M"),),
    draws=(Draw("V-1A2B3C", "samenkracht", (41, 3)),),
    forgotten=("5f2d",),
    log=(Logged("2026-11-19T22:10:00", "0.1", {"signup": 12, "ideas": 0}),),
)

ROWS = [
    (f"schema{MARK}", "1", '""'),
    ("response", "vote@20260903T184200-1a2b3c4d", '["vote","2026-09-03T18:42:00",2,"1a2b","q8E="]'),
    ("response", "vote@-1a2b3c4d~2", '["vote","",3,"1a2b",""]'),
    ("code", "7KQ4M", '["signup@-1","signup@-1","attendance@-2"]'),
    ("code", "8TRWP", '["signup@-3"]'),
    ("number", "14", '"idea@-1"'),
    ("asked", "V-1A2B3C", '["prize_tie","possible","place:3","idea:3"]'),
    ("asked", "V-000000", '["who_is","","x"]'),
    ("seat", "4", '["3","7KQ4M"]'),
    ("draw", "V-1A2B3C", '["samenkracht",41,3]'),
    ("forgotten", "5f2d", '""'),
    ("log", "2026-11-19T22:10:00", '["0.1",{"signup":12,"ideas":0}]'),
]


def test_the_memory_as_rows_and_back() -> None:
    assert list(MemoryRows(MEMORY)) == ROWS
    assert from_rows(ROWS) == MEMORY


def test_an_empty_memory() -> None:
    assert from_rows(MemoryRows(Memory())) == Memory()


def test_what_a_sheet_makes_of_the_rows() -> None:
    """Numbers for text, empty cells to the right, empty rows below, a mark of the writer's own."""
    typed: list[list[object]] = [[*row, "", None] for row in ROWS]
    typed[0][0] = f"schema{MARK}{MARK}"
    typed[0][1] = 1.0
    typed[5][1] = 14.0
    assert from_rows([*typed, ["", None], []]) == MEMORY


text = st.text(st.characters(codec="utf-8"), max_size=20)
words = st.lists(text, max_size=4).map(tuple)


counts = st.dictionaries(text, st.integers(), max_size=3)


@given(
    st.lists(st.builds(GivenCode, text, text, words), max_size=4),
    st.lists(st.builds(Asked, text, text, words, text), max_size=4),
    st.lists(st.builds(Logged, text, text, counts), max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_any_memory_survives_the_tab(codes: list[GivenCode], asked: list[Asked], log: list[Logged]) -> None:
    memory = Memory(codes=tuple(codes), asked=tuple(asked), log=tuple(log))
    assert from_rows(MemoryRows(memory)) == memory


def test_long_rows_are_parted_so_that_every_cell_fits() -> None:
    memory = Memory(codes=(GivenCode("7KQ4M", "x", tuple(f"claim {number} " for number in range(6000))),))
    rows = list(MemoryRows(memory))
    assert len(rows[1]) > 4
    assert max(len(cell) for row in rows for cell in row) < 32_000
    assert from_rows(rows) == memory


def test_a_newer_memory_is_refused() -> None:
    newer = [(f"schema{MARK}", "2", '""'), ("dream", "x", '"?"')]
    with pytest.raises(UserError, match="newer version"):
        from_rows(newer)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("", None)],
        ROWS[1:],
        [("schema", "0", '""')],
        [("schema", "one", '""')],
        [("schema",)],
        [ROWS[0], ("dream", "x", '"?"')],
        [ROWS[0], ("number", "veertien", '"idea@-1"')],
        [ROWS[0], ("seat", "4", "[]")],
        [ROWS[0], ("seat", "4", '["3"')],
        [ROWS[0], ("log", "x", "3")],
        [ROWS[0], ("log", "x", json.dumps(["0.1", []]))],
        [ROWS[0], ("draw", "x", '["seed","een"]')],
        [ROWS[0], ("code", "7KQ4M", "null")],
    ],
)
def test_a_damaged_memory_is_told(rows: list[tuple[object, ...]]) -> None:
    with pytest.raises(UserError, match="hidden tab “_samenkracht”"):
        from_rows(rows)
