"""Where everything stands on the grid, drawn as text: one character per cell."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.responses import MARK
from pipeline.model.tab import (
    Area,
    Block,
    Cell,
    Chart,
    Column,
    Figure,
    Figures,
    Grid,
    Lines,
    Link,
    Row,
    Tab,
    Table,
)
from pipeline.summaries.layout import LANDSCAPE, PORTRAIT, lay_out


def tab(*blocks: Block, landscape: bool = False) -> Tab:
    return Tab("growth", "Groei", "Hoe de kring groeide.", blocks, landscape, "1F5D50")


def column(key: str, width: int = 12, style: str = "text", *, people: bool = False) -> Column:
    return Column(key, key.title(), width, style, people)


def table(*columns: Column, rows: int = 2, **more: object) -> Table:
    filled = tuple(Row(tuple(f"{column.key} {row}" for column in columns)) for row in range(1, rows + 1))
    return replace(Table("table", columns, filled), **more)  # type: ignore[arg-type]


def drawn(grid: Grid) -> list[str]:
    """Every row: its cells with what they show and their style, cells under a merge as `<`."""
    covered = {(area.top, column) for area in grid.merges for column in range(area.left + 1, area.right + 1)}
    return [
        " | ".join(
            "<" if (number, place) in covered else f"{cell.value or ''}:{cell.style}"
            for place, cell in enumerate(row, start=1)
        )
        for number, row in enumerate(grid.cells(), start=1)
    ]


def test_a_list_keeps_its_columns() -> None:
    people = table(column("name", 60), column("by", 30), column("gone", 14, "check", people=True))

    grid = lay_out(tab(people))

    assert drawn(grid) == [
        f"Groei{MARK}:title",
        "Hoe de kring groeide.:intro | < | <",
        "",
        "Name:header/text | By:header/text | Gone:header/check",
        "name 1:text | by 1:text | gone 1:input/check",
        "name 2:text | by 2:text | gone 2:input/check",
    ]
    assert grid.widths == (60, 30, 14)
    assert grid.frozen_rows == 4
    assert grid.tables[0].header_row == 4
    assert grid.tables[0].area == Area(5, 1, 6, 3)
    assert (grid.key, grid.title, grid.colour, grid.landscape, grid.starts) == (
        "growth",
        "Groei",
        "1F5D50",
        False,
        (4,),
    )


def test_tables_of_different_make_span_fine_columns() -> None:
    first = table(column("meeting", 20), column("present", 12, "number"), rows=1, heading="Groei")
    second = table(column("what", 8), rows=1, note="Kort.")

    grid = lay_out(tab(first, second))

    assert grid.widths == (4,) * 24
    assert drawn(grid)[3:] == [
        "Groei:heading" + " | <" * 23,
        "Meeting:header/text | < | < | < | < | Present:header/number | < | <",
        "meeting 1:text | < | < | < | < | present 1:number | < | <",
        "",
        "Kort.:note" + " | <" * 23,
        "What:header/text | <",
        "what 1:text | <",
    ]
    assert grid.starts == (4, 8)


def test_a_table_beside_a_list_follows_its_columns() -> None:
    people = table(column("code", 10, "code"), column("name", 70), column("gone", 20, people=True))
    other = table(column("number", 8, "number"), column("text", 85), rows=1)

    grid = lay_out(tab(people, other))

    assert grid.widths == (10, 70, 20)
    assert drawn(grid)[-2:] == [
        "Number:header/number | Text:header/text | <",
        "number 1:number | text 1:text | <",
    ]


@pytest.mark.parametrize(("rows", "merged"), [(100, True), (101, False)])
def test_a_long_table_has_columns_of_its_own(rows: int, merged: bool) -> None:
    grid = lay_out(tab(table(column("a", 40), rows=rows), table(column("b", 10), rows=1)))

    assert (grid.merges[-1].top > 10) is merged
    assert (grid.widths[0] == 4) is merged


def test_a_table_that_is_filtered_has_columns_of_its_own() -> None:
    grid = lay_out(tab(table(column("a", 40), filter=True), table(column("b", 10))))

    assert grid.widths == (40, 12, 12, 12, 12, 12)


@pytest.mark.parametrize(("landscape", "width"), [(False, PORTRAIT), (True, LANDSCAPE)])
def test_the_columns_fill_the_page(landscape: bool, width: int) -> None:
    assert sum(lay_out(tab(table(column("a", 12)), landscape=landscape)).widths) == width


def test_an_empty_table_says_so() -> None:
    empty = table(
        column("a"),
        rows=0,
        heading="Ideeën",
        empty="Nog geen ideeën.",
        charts=(Chart("bar", "", "a", ("a",)),),
    )

    grid = lay_out(tab(empty))

    assert drawn(grid)[3:] == ["Ideeën:heading" + " | <" * 7, "Nog geen ideeën.:muted" + " | <" * 7]
    assert (grid.tables, grid.charts) == ((), ())
    assert grid.frozen_rows == 0


def test_an_empty_table_with_nothing_to_say_keeps_its_header() -> None:
    grid = lay_out(tab(table(column("a"), rows=0, heat=("a",), charts=(Chart("bar", "", "a", ("a",)),))))

    assert drawn(grid)[3:] == ["A:header/text"]
    assert (grid.heats, grid.charts) == ((), ())


def test_lines_stand_under_one_another() -> None:
    lines = Lines(("Een.", Cell("Twee.", "warn"), Cell(3)), heading="Goed om te weten")

    assert [row.partition(" ")[0] for row in drawn(lay_out(tab(lines)))[4:]] == [
        "Een.:text",
        "Twee.:warn",
        "3:text",
    ]


def test_key_figures_stand_side_by_side() -> None:
    figures = tuple(Figure(f"L{number}", number, f"N{number}", "percent") for number in range(1, 8))

    grid = lay_out(tab(Figures(figures, heading="Kort"), table(column("a")), table(column("b"))))

    assert [row.replace(" | < | < | <", "") for row in drawn(grid)[4:11]] == [
        " | ".join(f"L{number}:figure_label" for number in range(1, 7)),
        " | ".join(f"{number}:figure/percent" for number in range(1, 7)),
        " | ".join(f"N{number}:figure_note" for number in range(1, 7)),
        "",
        "L7:figure_label",
        "7:figure/percent",
        "N7:figure_note",
    ]


def test_few_key_figures_leave_room_beside_them() -> None:
    grid = lay_out(tab(Figures((Figure("Ideeën", 63),))))

    assert grid.merges[-1] == Area(6, 1, 6, 6)


def test_a_cell_keeps_its_own_style_link_note_and_indent() -> None:
    cell = Cell("Fatma", None, Link("signup", 3), "ook in Groei", 2)
    other = Cell("Jan", "resident")
    people = replace(table(column("a"), column("b")), rows=(Row((cell, other)),))

    row = list(lay_out(tab(people)).cells())[4]

    assert row == (Cell("Fatma", "text", Link("signup", 3), "ook in Groei", 2), other)


@pytest.mark.parametrize(
    ("style", "people", "expected"),
    [
        ("text", True, "input"),
        ("long", True, "input"),
        ("input", True, "input"),
        ("money", True, "input/money"),
        ("money", False, "money"),
    ],
)
def test_where_people_write_it_shows(style: str, people: bool, expected: str) -> None:
    grid = lay_out(tab(table(column("a", 12, style, people=people))))

    assert grid.styles[4] == (expected,)


def test_charts_stand_above_the_table_they_draw() -> None:
    charts = (
        Chart("column", "Aanwezig", "meeting", ("old", "new")),
        Chart("line", "Groei", "meeting", ("growth",), target=2.0),
    )
    columns = (column("meeting"), column("old"), column("new"), column("growth", style="factor"))

    grid = lay_out(tab(table(*columns, charts=charts, heading="Groei")))

    first, second = grid.charts
    assert (first.at, first.size, first.target) == ((5, 1), (12, 4), None)
    assert (second.at, second.size, second.target) == ((5, 5), (12, 4), Area(19, 5, 20, 5))
    assert (first.categories, first.series, first.names) == (
        Area(19, 1, 20, 1),
        (Area(19, 2, 20, 2), Area(19, 3, 20, 3)),
        ("Old", "New"),
    )
    assert drawn(grid)[17:19] == [
        "Meeting:header/text | Old:header/text | New:header/text | Growth:header/factor | ×2:header/factor",
        "meeting 1:text | old 1:text | new 1:text | growth 1:factor | 2.0:muted/factor",
    ]
    assert grid.frozen_rows == 0


def test_many_charts_find_room() -> None:
    charts = tuple(Chart("bar", str(number), "a", ("a",)) for number in range(5))

    grid = lay_out(tab(table(column("a", 200), charts=charts)))

    assert [chart.at[1] for chart in grid.charts] == [1, 2, 3, 4, 5]


def test_heat_columns_beside_one_another_share_a_scale() -> None:
    matrix = table(*(column(key) for key in "abcde"), heat=("b", "c", "e"))

    assert lay_out(tab(matrix)).heats == (Area(5, 2, 6, 3), Area(5, 5, 6, 5))


def test_of_a_million_cells_none_is_copied() -> None:
    rows = tuple(Row((number, None, True)) for number in range(1500))
    long = replace(table(column("a"), column("b"), column("c", style="check")), rows=rows)

    grid = lay_out(tab(long))

    assert all(laid is row.cells for laid, row in zip(grid.rows[4:], rows, strict=True))
    assert set(grid.styles[4:]) == {("text", "text", "check")}
    assert list(grid.cells())[4] == (Cell(0, "text"), Cell(None, "text"), Cell(True, "check"))


def test_long_text_makes_a_row_higher() -> None:
    story = replace(
        table(column("a", 30), column("b", 66)), rows=(Row(("x" * 100, Cell("a\nb"))), Row(("kort", 3)))
    )

    heights = dict(lay_out(tab(story)).heights)

    assert heights[5] == 59.0
    assert 6 not in heights


def test_no_row_is_higher_than_a_sheet_can_have_it() -> None:
    story = replace(
        table(column("a", 30), column("b", 66)), rows=(Row(("woord " * 400, None)),), note="x " * 4000
    )

    assert [height for _, height in lay_out(tab(story)).heights if height > 100] == [409.0, 409.0]


def test_a_header_of_many_words_is_higher() -> None:
    narrow = Column("a", "Hoeveel mensen er kwamen", 10)

    assert dict(lay_out(tab(table(narrow))).heights)[4] == 64.0


blocks = st.lists(
    st.one_of(
        st.builds(
            lambda widths, rows, people, heading: table(
                *(column(f"c{place}", width) for place, width in enumerate(widths)),
                *([column("p", people=True)] if people else []),
                rows=rows,
                heading=heading,
            ),
            st.lists(st.integers(1, 80), min_size=1, max_size=12),
            st.integers(0, 4),
            st.booleans(),
            st.none() | st.text(max_size=200),
        ),
        st.builds(
            lambda count: Figures(tuple(Figure(str(place), place) for place in range(count))),
            st.integers(1, 9),
        ),
        st.builds(lambda lines: Lines(tuple(lines)), st.lists(st.text(max_size=300), max_size=3)),
    ),
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(blocks, st.booleans())
def test_nothing_is_lost_or_laid_over_something_else(parts: list[Block], landscape: bool) -> None:
    grid = lay_out(tab(*parts, landscape=landscape))

    shown = [cell.value for row in grid.cells() for cell in row if cell.value is not None]
    for block in parts:
        if isinstance(block, Table):
            assert all(cell in shown for row in block.rows for cell in row.cells)
    covered = [
        (row, place)
        for area in grid.merges
        for row in range(area.top, area.bottom + 1)
        for place in range(area.left, area.right + 1)
    ]
    assert len(covered) == len(set(covered))
    assert all(len(row) <= len(grid.widths) for row in grid.rows)
    assert all(cell.style for row in grid.cells() for cell in row)
    assert len({row for row, _ in grid.heights}) == len(grid.heights)
