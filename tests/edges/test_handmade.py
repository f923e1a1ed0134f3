"""Sheets that people keep: carried over as they stand, but for the cells the program owns."""

import pytest

from pipeline.edges.workbook.handmade import (
    Edits,
    plain_names,
    rewritten,
    shared_in,
    shared_strings,
    with_rows,
)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OPEN = f'<worksheet xmlns="{MAIN}">'


def sheet(rows: str, head: str = "", tail: str = "") -> bytes:
    return f"{OPEN}{head}<sheetData>{rows}</sheetData>{tail}</worksheet>".encode()


def rows_of(
    rows: str, edits: Edits | None = None, strings: dict[int, bytes] | None = None, head: str = ""
) -> str:
    text = b"".join(rewritten(sheet(rows, head), strings or {}, edits or {}, selected=False)).decode()
    return text.removeprefix(f"{OPEN}{head}<sheetData>").removesuffix("</sheetData></worksheet>")


def test_what_is_not_the_programs_stays_to_the_letter() -> None:
    rows = (
        '<row r="1" spans="1:3" ht="20"><c r="A1" s="4"><f>SUM(B1:B9)</f><v>12.5</v></c>'
        '<c r="B1" t="b"><v>1</v></c><c r="C1" t="inlineStr">'
        '<is><r><rPr><b/></rPr><t>vet</t></r></is></c></row><row r="4" hidden="1"/>'
    )
    tail = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><legacyDrawing r:id="rId1"/>'
    head = '<sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="2"/></cols>'

    assert b"".join(rewritten(sheet(rows, head, tail), {}, {}, selected=False)) == sheet(rows, head, tail)


def test_shared_text_moves_into_its_cell() -> None:
    rows = (
        '<row r="1"><c r="A1" s="2" t="s"><v>1</v></c><c r="B1"><v>1</v></c>'
        '<c t="s" r="C1"><v> 0 </v></c></row>'
    )

    assert rows_of(rows, strings={0: b"<t>nul</t>", 1: b"<r><rPr><b/></rPr><t>een</t></r>"}) == (
        '<row r="1"><c r="A1" s="2" t="inlineStr"><is><r><rPr><b/></rPr><t>een</t></r></is></c>'
        '<c r="B1"><v>1</v></c><c t="inlineStr" r="C1"><is><t>nul</t></is></c></row>'
    )


def test_a_formula_with_shared_text_keeps_both() -> None:
    rows = '<row r="1"><c r="A1" t="s"><f>B1&amp;"!"</f><v>0</v></c></row>'

    assert rows_of(rows, strings={0: b"<r><t>ja</t></r><r><t xml:space='preserve'>!</t></r>"}) == (
        '<row r="1"><c r="A1" t="str"><f>B1&amp;"!"</f><v>ja!</v></c></row>'
    )


def test_a_shared_text_that_is_nowhere_is_empty() -> None:
    assert rows_of('<row r="1"><c r="A1" t="s"></c></row>') == (
        '<row r="1"><c r="A1" t="inlineStr"><is></is></c></row>'
    )


def test_an_edit_changes_one_cell_and_keeps_its_look() -> None:
    rows = (
        '<row r="2" spans="1:3" ht="30"><c r="A2" s="7"><v>1</v></c>'
        '<c r="C2" s="8"><f>1+1</f><v>2</v></c></row>'
    )

    assert rows_of(rows, {2: {1: 5.0, 2: True}}) == (
        '<row r="2" ht="30"><c r="A2" s="7"><v>5</v></c><c r="B2" s="0" t="b"><v>1</v></c>'
        '<c r="C2" s="8"><f>1+1</f><v>2</v></c></row>'
    )


def test_new_rows_stand_between_and_below_in_the_look_of_their_column() -> None:
    head = '<cols><col min="1" max="1" style="3"/><col min="2" max="16384" style="4"/><col min="9"/></cols>'

    assert rows_of('<row r="3"/>', {2: {1: 1.0}, 3: {2: 2.0}, 9: {200: 3.0}}, head=head) == (
        '<row r="2"><c r="A2" s="3"><v>1</v></c></row>'
        '<row r="3"><c r="B3" s="4"><v>2</v></c></row>'
        '<row r="9"><c r="GR9" s="0"><v>3</v></c></row>'
    )


def test_rows_and_cells_without_a_place_stand_in_order() -> None:
    rows = '<row><c><v>1</v></c></row><row><c><v>2</v></c><c s="5"><v>3</v></c></row>'

    assert rows_of(rows, {2: {2: 4.0}}) == (
        '<row><c><v>1</v></c></row><row r="2"><c><v>2</v></c><c r="B2" s="5"><v>4</v></c></row>'
    )


def test_an_empty_sheet_takes_rows() -> None:
    empty = f"{OPEN}<sheetData/><mergeCells/></worksheet>".encode()

    assert b"".join(rewritten(empty, {}, {1: {1: 1.0}}, selected=False)).decode() == (
        f'{OPEN}<sheetData><row r="1"><c r="A1" s="0"><v>1</v></c></row></sheetData><mergeCells/></worksheet>'
    )


@pytest.mark.parametrize(
    ("selected", "expected"),
    [(True, '<sheetView tabSelected="1" workbookViewId="0"/>'), (False, '<sheetView workbookViewId="0"/>')],
)
def test_one_tab_is_selected_and_the_size_is_left_unsaid(selected: bool, expected: str) -> None:
    head = (
        '<dimension ref="A1:B2"/><sheetViews><sheetView tabSelected="true" workbookViewId="0"/></sheetViews>'
    )

    assert b"".join(with_rows(sheet("<row/>", head), [b"<row r='1'/>"], selected=selected)).decode() == (
        f"{OPEN}<sheetViews>{expected}</sheetViews><sheetData><row r='1'/></sheetData></worksheet>"
    )


def test_prefixed_names_are_read_too() -> None:
    prefixed = (
        f'<?xml version="1.0"?>\n<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1">'
        '<x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    ).encode()
    table = f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>hoi</x:t></x:si></x:sst>'.encode()

    strings = shared_strings(table, shared_in(prefixed))

    assert b"".join(rewritten(prefixed, strings, {}, selected=False)).decode() == (
        f'<?xml version="1.0"?>\n{OPEN}<sheetData><row r="1"><c r="A1" t="inlineStr">'
        "<is><t>hoi</t></is></c></row></sheetData></worksheet>"
    )
    assert plain_names(OPEN.encode()) == OPEN.encode()


def test_only_the_strings_that_are_needed() -> None:
    table = b"<sst><si><t>a</t></si><si/><si><t>c</t></si></sst>"

    assert shared_in(sheet('<row><c t="s"><v>2</v></c><c t="s"><v>1</v></c><c><v>0</v></c></row>')) == {1, 2}
    assert shared_strings(table, {1, 2}) == {1: b"", 2: b"<t>c</t>"}
