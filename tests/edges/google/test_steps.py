"""Steps by themselves: rows found again, rectangles of what changed, requests in parts."""

import pytest

from pipeline.edges.google import snapshot, staging, working
from pipeline.edges.google.charts import chart_ids, without_charts
from pipeline.edges.google.people import Located, Watch, locate, people_table
from pipeline.edges.google.wire import Fill
from tests.edges.google.scene import Scene
from tests.edges.google.summaries import ideas


def test_the_rows_of_the_next_table_are_no_rows_of_this_one() -> None:
    placed = people_table(ideas(("1", "Moestuin", "bedacht")).grids[0])
    assert placed is not None
    rows = [["Nummer", "Idee", "Stand"], ["1", "Moestuin", "bedacht"], ["2", "Ruilkast"], []]
    following = [["Nummer", "Lijkt op", "Waarom"], ["1", "2", "zelfde woorden"]]
    others = {"Nummer", "Idee", "Stand", "Lijkt op", "Waarom"}
    assert locate([*rows, *following], placed, others) == Located(1, 1, ((2, "1"), (3, "2")))


def test_what_is_empty_at_the_end_of_a_row_is_no_change() -> None:
    watch = Watch("Ideeën", (("1", "Moestuin", "", False),), key_column=1, rows=frozenset({1}))
    assert watch.holds((("1", "Moestuin"),))
    assert not watch.holds((("1", "Moestuin", "", True),))


def test_people_s_own_charts_stay() -> None:
    ours = chart_ids(7)[0]
    assert [*without_charts(7, (ours + 1, ours))] == [{"deleteEmbeddedObject": {"objectId": ours}}]


def test_requests_go_together_as_far_as_they_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [{"note": str(number)} for number in range(5)]
    monkeypatch.setattr(staging, "MOST_BYTES", 2 * staging.size(asked[0]))
    assert [*staging.parts(asked)] == [asked[:2], asked[2:4], asked[4:]]
    assert [*staging.parts([])] == []


def test_a_row_that_stands_there_is_written_in_its_place() -> None:
    rows = (("Code", "Naam"), ("7KQ4M", "Fatma"))
    assert [*working.updated(3, rows, 10, 2, {2: {2: "Fatma Yılmaz"}})] == [Fill(3, 2, 2, [["Fatma Yılmaz"]])]


def test_a_tab_gets_the_columns_that_are_written() -> None:
    more, *_rest, fill = working.updated(3, (("Code",),), 10, 1, {2: {1: "7KQ4M", 2: "Fatma"}})
    assert more == {"appendDimension": {"sheetId": 3, "dimension": "COLUMNS", "length": 1}}
    assert fill == Fill(3, 2, 1, [["7KQ4M", "Fatma"]])


def test_a_large_tab_ends_with_its_last_row(google: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rows are asked for in parts, and the last parts are empty."""
    rows = [["Naam"], ["Fatma"], [], ["Jan"]]
    google.fill({"Groot": rows})
    monkeypatch.setattr(snapshot, "MOST_CELLS", 26 * 500)
    (sheet,) = snapshot.take(google.client, google.spreadsheet).sheets
    assert [*map(list, sheet.values)] == rows
