"""Charts of a tab as Google draws them."""

from typing import Any

import pytest

from pipeline.model.tab import Chart, Column, Row, Table
from tests.edges.google.scene import Scene
from tests.edges.google.summaries import tabs, written
from tests.edges.workbooks import draft, tab


def drawn(google: Scene, **chart: Any) -> dict[str, Any]:
    """The one chart of a tab, as it stands at Google."""
    columns = (Column("who", "Wie"), Column("n", "Aantal", style="number"))
    table = Table("n", columns, (Row(("a", 1)), Row(("b", 2))), charts=(Chart(**chart),))
    written(google, draft(tab(table)))
    (found,) = tabs(google)["Groei"]["charts"]
    basic: dict[str, Any] = found["spec"]["basicChart"]
    return basic


@pytest.mark.parametrize(
    ("kind", "target", "expected"),
    [
        ("column", None, "COLUMN"),
        ("column", 2.0, "COMBO"),
        ("stacked_column", None, "COLUMN"),
        ("bar", None, "BAR"),
        ("stacked", None, "BAR"),
        ("line", None, "LINE"),
    ],
)
def test_each_kind_is_drawn_as_google_calls_it(
    google: Scene, kind: str, target: float | None, expected: str
) -> None:
    basic = drawn(google, kind=kind, title="Hoeveel", categories="who", series=("n",), target=target)
    assert basic["chartType"] == expected
    assert ("stackedType" in basic) == kind.startswith("stacked")
    assert ("pointStyle" in basic["series"][0]) == (kind == "line")
    assert basic["series"][0]["targetAxis"] == ("BOTTOM_AXIS" if expected == "BAR" else "LEFT_AXIS")
