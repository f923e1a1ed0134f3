"""What must hold of the spreadsheet, whatever is asked of it."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.emulator.desk import Desk, Json, grid, span

SIDE = 5
VALUES = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=5),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(-1e6, 1e6).filter(lambda number: not number.is_integer()),
)
TABLES = st.lists(st.lists(VALUES, max_size=SIDE), max_size=SIDE)
SPANS = st.tuples(st.integers(0, SIDE - 1), st.integers(1, SIDE)).map(
    lambda ends: (ends[0], max(ends[1], ends[0] + 1))
)


def trimmed(rows: list[list[Any]]) -> list[list[Any]]:
    """A table as it is read back: without the empty cells and rows at its ends."""
    kept = [
        row[: max((place + 1 for place, told in enumerate(row) if told != ""), default=0)] for row in rows
    ]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def change(kind: str, where: tuple[int, int], dimension: str, at: int) -> Json:
    first, last = where
    area = grid(first, last, 0, SIDE)
    cell = {"userEnteredValue": {"numberValue": at}}
    made: dict[str, Json] = {
        "cells": {"updateCells": {"range": area, "rows": [{"values": [{"note": "n"}]}], "fields": "*"}},
        "append": {"appendCells": {"rows": [{"values": [cell]}], "fields": "*"}},
        "insert": {"insertDimension": {"range": span(dimension, first, last)}},
        "move": {"moveDimension": {"source": span(dimension, first, last), "destinationIndex": at}},
        "merge": {"mergeCells": {"range": grid(0, 40, 0, 40)}},
        "name": {"addNamedRange": {"namedRange": {"name": f"n{first}_{last}", "range": area}}},
        "protect": {"addProtectedRange": {"protectedRange": {"range": area}}},
        "chart": {"addChart": {"chart": {"spec": {"title": str(at)}}}},
        "sort": {"sortRange": {"range": area, "sortSpecs": [{"dimensionIndex": 0}]}},
        "sheet": {"addSheet": {}},
        "title": {"updateSpreadsheetProperties": {"properties": {"title": str(at)}, "fields": "title"}},
    }
    return made[kind]


KINDS = ("cells", "append", "insert", "move", "merge", "name", "protect", "chart", "sort", "sheet", "title")
CHANGES = st.builds(
    change, st.sampled_from(KINDS), SPANS, st.sampled_from(["ROWS", "COLUMNS"]), st.integers(0, SIDE)
)


@settings(deadline=None, max_examples=80)
@given(TABLES)
def test_what_is_written_is_read(rows: list[list[Any]]) -> None:
    desk = Desk()
    desk.write("A1", *rows)
    assert desk.read(valueRenderOption="UNFORMATTED_VALUE") == trimmed(rows)


@settings(deadline=None, max_examples=80)
@given(TABLES, st.lists(CHANGES, max_size=4))
def test_a_batch_that_is_refused_leaves_no_trace(rows: list[list[Any]], changes: list[Json]) -> None:
    desk = Desk()
    desk.write("A1", *rows)
    before = desk.get("", includeGridData="true")
    assert desk.batch(*changes, {"deleteSheet": {"sheetId": 404}})[0] == 400
    assert desk.get("", includeGridData="true") == before


@settings(deadline=None, max_examples=60)
@given(TABLES, SPANS, st.integers(0, SIDE), st.sampled_from(["ROWS", "COLUMNS"]))
def test_moving_loses_nothing(rows: list[list[Any]], where: tuple[int, int], at: int, dimension: str) -> None:
    desk = Desk()
    desk.write("A1", *rows)
    asked = {"valueRenderOption": "UNFORMATTED_VALUE", "majorDimension": dimension}
    before = sorted(repr(line) for line in desk.read(**asked) if line)
    desk.batch({"moveDimension": {"source": span(dimension, *where), "destinationIndex": at}})
    assert sorted(repr(line) for line in desk.read(**asked) if line) == before
