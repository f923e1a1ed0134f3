"""Every kind of file is read as it stands, and every file that cannot be says why."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.edges.interface import Source
from pipeline.edges.workbook.failed_formulas import shown_as_text
from pipeline.edges.workbook.reader import MOST_KEPT, WorkbookSource, read_again_and_again
from pipeline.model.errors import FAILED, NO_ACCESS, UserError
from pipeline.model.responses import MARK, RawTab

FILES = Path(__file__).parent / "files"
OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")

ROWS = [["Naam", "Welke bijeenkomst is dit?"], ["Fatma Yılmaz", 3.0], ["", ""], ["Jan", "derde"]]

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODS = (
    f'<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:table="{OASIS}:table:1.0"'
    f' xmlns:text="{OASIS}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Presentie">'
    "{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
)
MANIFEST = f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0">{{entries}}</manifest:manifest>'
LOCKED = (
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
)


def read(path: Path) -> tuple[RawTab, ...]:
    source: Source = WorkbookSource(path)
    assert source.name == path.name
    return source.read()


def refused(path: Path) -> UserError:
    with pytest.raises(UserError) as raised:
        read(path)
    assert raised.value.todo
    return raised.value


def write_xlsx(path: Path, *tabs: str) -> Path:
    """A workbook; a title that ends with `!` is of a tab that the program wrote."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title in tabs:
        sheet = workbook.create_sheet(title.rstrip("!"))
        sheet.append([title + MARK if title.endswith("!") else "Naam", "Welke bijeenkomst is dit?"])
        sheet.append(["Fatma Yılmaz", 3])
        sheet["A4"], sheet["B4"] = "Jan", "derde"
    workbook.save(path)
    return path


def rewritten(path: Path, part: str, old: str, new: str) -> None:
    """The same file, where one thing stands otherwise in one of its parts."""
    with ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)


def write_ods(path: Path, manifest: str = "") -> Path:
    def cell(value: object) -> str:
        kind = "string" if isinstance(value, str) else "float"
        number = "" if isinstance(value, str) else f' office:value="{value}"'
        text = f"<text:p>{value}</text:p>"
        return f'<table:table-cell office:value-type="{kind}"{number}>{text}</table:table-cell>'

    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in ROWS)
    with ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("META-INF/manifest.xml", MANIFEST.format(entries=manifest))
        file.writestr("content.xml", ODS.format(rows=rows))
    return path


def test_an_excel_workbook_with_its_hidden_and_empty_tabs(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "antwoorden.xlsx", "Presentie", "Verborgen")
    workbook = Workbook()
    workbook.active.title = "Leeg"
    workbook.create_sheet("Verborgen").sheet_state = "hidden"
    workbook["Verborgen"]["B2"] = True
    workbook.save(tmp_path / "leeg.xlsx")
    presence, _ = read(path)
    assert presence == RawTab("Presentie", ROWS, str(path))
    assert [(tab.title, tab.rows) for tab in read(tmp_path / "leeg.xlsx")] == [
        ("Leeg", []),
        ("Verborgen", [["", ""], ["", True]]),
    ]


def test_the_file_is_not_touched(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "antwoorden.xlsx", "Presentie")
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    path.chmod(0o444)
    read(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == ["antwoorden.xlsx"]


def test_open_document_and_old_excel(tmp_path: Path) -> None:
    (ods,) = read(write_ods(tmp_path / "antwoorden.ods"))
    (xls,) = read(FILES / "presentie.xls")
    assert (ods.title, ods.rows) == ("Presentie", ROWS)
    assert (xls.title, xls.rows) == ("Presentie", ROWS)


def test_a_wrong_extension_does_not_matter(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "antwoorden.ods", "Presentie")
    assert read(path)[0].rows == ROWS


def test_a_text_table_is_one_tab_with_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "Presentie (antwoorden).csv"
    path.write_text('Naam;"Welke bijeenkomst\nis dit?"\nFatma Yılmaz;3\n', encoding="utf-8")
    rows = [["Naam", "Welke bijeenkomst\nis dit?"], ["Fatma Yılmaz", "3"]]
    assert read(path) == (RawTab("Presentie (antwoorden)", rows, str(path)),)


def test_a_folder_in_order_of_name_without_what_is_no_response(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "b.xlsx", "Presentie", "Overzicht!")
    (tmp_path / "a.csv").write_text("Naam\nJan\n", encoding="utf-8")
    write_xlsx(tmp_path / "samenvatting.xlsx", "Presentielijst", "_samenkracht!")
    for other in ("~$b.xlsx", ".verborgen.csv", "lees mij.md"):
        (tmp_path / other).write_bytes(b"?")
    (tmp_path / "map.csv").mkdir()
    read_tabs = read(tmp_path)
    assert [(Path(tab.place).name, tab.title) for tab in read_tabs] == [
        ("a.csv", "a"),
        ("b.xlsx", "Presentie"),
        ("b.xlsx", "Overzicht"),
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    error = refused(tmp_path / "antwoorden.xlsx")
    assert str(error) == "There is no “antwoorden.xlsx”."
    assert error.why.format(**error.details) == f"I looked in {tmp_path}."


def test_a_folder_without_tables(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"?")
    assert str(refused(tmp_path)) == f"The folder “{tmp_path.name}” holds no workbooks or tables."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("antwoorden.xlsx", b""),
        ("antwoorden.xlsx", b"Naam;Bijeenkomst\n"),
        ("antwoorden.xlsx", b"PK\x03\x04 cut off"),
        ("antwoorden.xls", OLD_OFFICE + bytes(600)),
        ("antwoorden.ods", b"<html></html>"),
        ("antwoorden.gsheet", b"{}"),
        ("antwoorden", b"Naam\n"),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    error = refused(tmp_path / name)
    assert str(error) == f"“{name}” is no workbook that I can read."
    assert error.exit_code == FAILED


def test_an_excel_workbook_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "antwoorden.xlsx"
    path.write_bytes(OLD_OFFICE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    error = refused(path)
    assert str(error) == "“antwoorden.xlsx” is locked with a password."
    assert error.exit_code == NO_ACCESS


def test_an_open_document_with_a_password(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "antwoorden.ods", LOCKED)
    assert str(refused(path)) == "“antwoorden.ods” is locked with a password."


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    path = write_xlsx(tmp_path / "antwoorden.xlsx", "Presentie")
    monkeypatch.setattr(Path, "read_bytes", denied)
    error = refused(path)
    assert str(error) == "I may not read “antwoorden.xlsx”."
    assert error.why.format(**error.details) == "The computer says: Permission denied."
    assert error.exit_code == NO_ACCESS


def test_of_a_long_tab_of_the_program_the_rows_are_read_each_time(tmp_path: Path) -> None:
    book = Workbook()
    ours, theirs = book.active, book.create_sheet("Namen")
    assert isinstance(ours, Worksheet)
    ours["A1"] = f"Deelnemers{MARK}"
    for number in range(2, MOST_KEPT + 2):
        ours.cell(number, 1, number)
        theirs.cell(number, 1, number)
    book.create_sheet("Groei")["A1"] = f"Groei{MARK}"
    book.save(tmp_path / "samenvatting.xlsx")

    long, kept, short = read_again_and_again(tmp_path / "samenvatting.xlsx")

    assert [len(tab.rows) for tab in (long, kept, short)] == [MOST_KEPT + 1, MOST_KEPT + 1, 1]
    assert long.marked
    assert list(long.rows) == list(long.rows)
    assert list(long.rows)[1:] == [[float(number)] for number in range(2, MOST_KEPT + 2)]
    assert (long.rows[0], long.rows[-1], long.rows[1:3]) == (
        [f"Deelnemers{MARK}"],
        [MOST_KEPT + 1.0],
        [[2.0], [3.0]],
    )
    assert long.rows[1] is not long.rows[1]
    assert kept.rows[1] is kept.rows[1]
    assert short.rows[0] is short.rows[0]


FAILED_FORMULAS = ["#REF!", "#VALUE!", "#SPILL!", "#WAARDE!"]


@pytest.mark.parametrize("quote", ['"', "'"])
def test_an_excel_workbook_with_failed_formulas_shows_them(tmp_path: Path, quote: str) -> None:
    """The library passes over `#REF!`, and refuses a workbook with an error that it does not know."""
    path = write_xlsx(tmp_path / "antwoorden.xlsx", "Presentie", "Ideeën")
    cells = "".join(f"<c t={quote}e{quote}><f>0/0</f><v>{text}</v></c>" for text in FAILED_FORMULAS)
    rewritten(path, "xl/worksheets/sheet1.xml", "</sheetData>", f'<row r="5">{cells}</row></sheetData>')
    presence, ideas = read(path)
    assert presence.rows == [*([*row, "", ""] for row in ROWS), FAILED_FORMULAS]
    assert ideas.rows == ROWS
    again, _ = read_again_and_again(path)
    assert again == presence


@pytest.mark.parametrize(
    "looks",
    [
        'table:formula="of:=1/0" {kind} office:string-value="" {error}',
        'table:formula="of:=1/0" {kind} {error} office:string-value=""',
    ],
)
def test_an_open_document_with_failed_formulas_shows_them(tmp_path: Path, looks: str) -> None:
    path = write_ods(tmp_path / "antwoorden.ods")
    looks = looks.format(kind='office:value-type="string"', error='calcext:value-type="error"')
    rewritten(path, "content.xml", 'office:value-type="string"><text:p>Jan<', f"{looks}><text:p>Err:502<")
    rewritten(
        path, "content.xml", 'office:value-type="string"><text:p><', f"{looks.split(' ', 1)[1]}><text:p>#N/A<"
    )
    (tab,) = read(path)
    assert tab.rows == [*ROWS[:2], ["#N/A", ""], ["Err:502", "derde"]]


def test_what_looks_like_a_failed_formula_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "antwoorden.xlsx"
    workbook = Workbook()
    text = '<c t="e"><v>#REF!</v></c> t="e"'
    workbook.active.append([text])
    workbook.save(path)
    assert read(path)[0].rows == [[text]]


def test_a_workbook_damaged_anywhere_is_read_or_refused_in_words(tmp_path: Path) -> None:
    content = write_xlsx(tmp_path / "heel.xlsx", "Presentie").read_bytes()
    path = tmp_path / "antwoorden.xlsx"
    outcomes = set()
    for place in range(0, len(content), 97):
        for damaged in (content[:place], changed(content, place, 0xFF)):
            path.write_bytes(damaged)
            try:
                outcomes.add(tuple(tab.title for tab in read(path)))
            except UserError as error:
                outcomes.add(error.what)
    assert outcomes >= {("Presentie",), "“{file}” is no workbook that I can read."}


def test_looking_for_failed_formulas_survives_any_damage(tmp_path: Path) -> None:
    """Whatever is wrong with a zip, the library that reads workbooks says it."""
    path = write_xlsx(tmp_path / "heel.xlsx", "Presentie")
    rewritten(path, "xl/worksheets/sheet1.xml", "</sheetData>", '<row r="5"><c t="e"/></row></sheetData>')
    content = path.read_bytes()
    assert shown_as_text(content) != content
    for place in range(len(content)):
        for damaged in (content[:place], changed(content, place, 0xFF), changed(content, place, 1)):
            assert shown_as_text(damaged) == damaged or b't="str"' in shown_as_text(damaged)


def changed(content: bytes, place: int, bits: int) -> bytes:
    return content[:place] + bytes([content[place] ^ bits]) + content[place + 1 :]
