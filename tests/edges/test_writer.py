"""The summary workbook: what is written, what stays, what is refused."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from pipeline.edges.interface import Target
from pipeline.model.errors import NO_ACCESS, WRONG_SETTINGS, WRONG_USE, UserError
from pipeline.model.responses import MARK
from pipeline.model.tab import Cell, Chart, Roster
from pipeline.summaries.layout import lay_out
from tests.edges.workbooks import (
    MEMORIES,
    MEMORY,
    ROSTER,
    both,
    draft,
    edited,
    parts,
    people,
    repacked,
    replaced,
    sheet_part,
    sheet_titles,
    tab,
    target,
    texts,
    written,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "samenvatting.xlsx"


def test_a_summary_that_is_not_there_yet(path: Path) -> None:
    summary: Target = target(path)

    assert summary.name == "samenvatting.xlsx"
    assert summary.read() == ()
    assert summary.plan(draft(rosters=(ROSTER,))).changes == {
        "Groei": 10,
        "Team": 3,
        "Presentielijst": 8,
        "Uitbetalingen": 4,
        MEMORY: 6,
    }
    assert list(path.parent.iterdir()) == []


def test_the_first_time_every_tab_is_made(path: Path) -> None:
    written(path, draft(rosters=(ROSTER,)))

    tabs = target(path).read()

    assert [(tab.title, tab.marked) for tab in tabs] == [
        ("Groei", True),
        ("Team", False),
        ("Presentielijst", False),
        ("Uitbetalingen", False),
        (MEMORY, True),
    ]
    assert texts(path, "Groei") == [
        [f"Groei{MARK}", "", ""],
        ["Wie er was.", "", ""],
        ["", "", ""],
        ["Code", "Naam", "Opmerking"],
        ["7KQ4M", "Fatma Yılmaz", ""],
        ["P4WX2", "Jan", "belt nog"],
    ]
    assert texts(path, "Presentielijst") == [
        ["Code", "Naam", "Bijeenkomst 1", "Bijeenkomst 2", "Bijeenkomst 3"],
        ["7KQ4M", "Fatma Yılmaz", "", "", ""],
        ["P4WX2", "", "", "", ""],
    ]
    assert texts(path, MEMORY) == [list(row) for row in MEMORIES]


def test_once_written_nothing_is_left_to_change(path: Path) -> None:
    wanted = draft(rosters=(ROSTER,))
    written(path, wanted)

    plan = target(path).plan(wanted)

    assert plan.changed == ()
    assert set(plan.changes) == {"Groei", "Team", "Presentielijst", "Uitbetalingen", MEMORY}


def test_rows_that_a_new_tab_begins_with_are_people_s_from_then_on(path: Path) -> None:
    begun = Roster("team", "name", (("Anneke", (("name", "Anneke"), ("task", "Moderator"))),), once=True)
    written(path, draft(rosters=(begun,)))
    assert texts(path, "Team")[1:] == [["Anneke", "Moderator", ""]]

    edited(path, lambda book: book["Team"].delete_rows(2))
    written(path, draft(tab(people(("7KQ4M", "Fatma", None))), rosters=(begun,)))
    assert texts(path, "Team")[1:] == []


def test_the_same_again_gives_the_same_bytes(path: Path) -> None:
    wanted = draft(rosters=(ROSTER,))
    first = written(path.with_name("een.xlsx"), wanted).read_bytes()
    second = written(path.with_name("twee.xlsx"), wanted).read_bytes()
    again = written(path.with_name("twee.xlsx"), wanted).read_bytes()

    assert first == second
    assert again == written(path.with_name("twee.xlsx"), wanted).read_bytes()


def test_only_what_shows_something_else_has_changed(path: Path) -> None:
    written(path)
    more = draft(
        tab(people(("7KQ4M", "Fatma Yılmaz", None), ("P4WX2", "Jan", 3), ("K3RT8", None, date(2026, 9, 3)))),
        memory=(*MEMORIES, ("code", "K3RT8")),
    )

    assert target(path).plan(more).changes == {
        "Groei": 3,
        "Team": 0,
        "Presentielijst": 0,
        "Uitbetalingen": 0,
        MEMORY: 2,
    }


def test_a_target_reads_what_it_wrote(path: Path) -> None:
    summary = target(path)
    summary.read()
    summary.write(draft())

    assert summary.plan(draft()).changed == ()


def test_a_plan_is_the_same_whatever_was_planned_before(path: Path) -> None:
    written(path)
    first = draft(tab(people()), rosters=(ROSTER,))
    other = replace(first, grids=(lay_out(tab(people(("K3RT8", "Piet", None)))),), memory=MEMORIES[:1])
    drafts = (first, other, first, replace(first, rosters=()))
    summary = target(path)

    plans = [summary.plan(wanted) for wanted in drafts]

    assert plans == [target(path).plan(wanted) for wanted in drafts]
    assert len({frozenset(plan.changes.items()) for plan in plans}) == 3


NASTY = [
    "=1+1",
    "+31 6 12",
    "-",
    "@team",
    "'",
    '=HYPERLINK("http://x")',
    "فاطمة",
    "İpek Şahin",
    "a\tb",
    "_x0041_",
    " x ",
]


@pytest.mark.parametrize("typed", NASTY)
def test_text_stays_text(path: Path, typed: str) -> None:
    wanted = draft(tab(people((typed, typed, typed))))
    written(path, wanted)

    assert texts(path, "Groei")[4] == [typed] * 3
    assert "<f>" not in parts(path)[sheet_part(path, "Groei")].decode()
    assert target(path).plan(wanted).changed == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=40) | st.integers(-(10**9), 10**9) | st.booleans() | st.dates(), min_size=1))
def test_whatever_is_written_is_read_back_as_the_same(tmp_path: Path, values: list[Any]) -> None:
    wanted = draft(tab(people(*((value, "x", value) for value in values))))
    summary = written(tmp_path / "s.xlsx", wanted)

    assert target(summary).plan(wanted).changed == ()


# What people made stays.


def by_hand(workbook: Any) -> None:
    team = workbook["Team"]
    team["A2"] = "Ans Kuiper"
    team["B2"] = "Moderator"
    team["C2"] = "=2*4"
    team["C2"].number_format = "0.00"
    team["A2"].font = Font(name="Arial", bold=True, color="FFAA0000")
    team.merge_cells("A9:B9")
    team.row_dimensions[3].hidden = True
    team.column_dimensions["D"].width = 44
    mine = workbook.create_sheet("Eigen blad", 1)
    mine["A1"] = "=Groei!A1"
    mine["B2"] = date(2026, 9, 3)
    mine.sheet_state = "hidden"
    mine.auto_filter.ref = "A1:B9"


def test_what_people_typed_and_made_stays(path: Path) -> None:
    written(path)
    edited(path, by_hand)
    before = load_workbook(path)
    former = {
        title: parts(path)[sheet_part(path, title)].split(b"<sheetData")[1]
        for title in ("Team", "Eigen blad")
    }

    target(path).write(draft(tab(people(("7KQ4M", "Fatma", None)))))

    after = load_workbook(path)
    assert after.sheetnames == ["Groei", "Eigen blad", "Team", "Presentielijst", "Uitbetalingen", MEMORY]
    for title, xml in former.items():
        assert parts(path)[sheet_part(path, title)].split(b"<sheetData")[1] == xml
    team, old = after["Team"], before["Team"]
    assert [[cell.value for cell in row] for row in team.iter_rows(max_row=2)] == [
        ["Naam", "Taak", "Uren"],
        ["Ans Kuiper", "Moderator", "=2*4"],
    ]
    for place in ("A1", "A2", "B2", "C2", "B7"):
        for side in ("font", "fill", "border", "alignment", "number_format"):
            assert repr(getattr(team[place], side)) == repr(getattr(old[place], side)), (place, side)
    assert team["A1"].comment.text == old["A1"].comment.text
    assert team.row_dimensions[3].hidden
    assert team.column_dimensions["D"].width == 44
    assert str(team.data_validations.dataValidation[0].sqref) == "B2:B1048576"
    assert (after["Eigen blad"].sheet_state, after["Eigen blad"].auto_filter.ref) == ("hidden", "A1:B9")


def test_a_formula_keeps_the_result_it_had(path: Path) -> None:
    written(path)
    part = sheet_part(path, "Team")
    replaced(path, part, ("</sheetData>", '<row r="2"><c r="C2"><f>2*4</f><v>8</v></c></row></sheetData>'))

    target(path).write(draft(tab(people())))

    assert texts(path, "Team")[1] == ["", "", 8.0]
    assert 'fullCalcOnLoad="1"' in parts(path)["xl/workbook.xml"].decode()


DRAWING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
PERSON = "http://schemas.microsoft.com/office/2017/10/relationships/person"


def test_pictures_and_what_we_do_not_know_stay(path: Path) -> None:
    written(path)
    part = sheet_part(path, "Presentielijst")
    rels = f"xl/worksheets/_rels/{Path(part).name}.rels"
    old = parts(path)[rels].decode()
    repacked(
        path,
        {
            rels: old.replace(
                "</Relationships>",
                f'<Relationship Id="pic" Type="{DRAWING}" Target="../drawings/drawing9.xml"/>'
                "</Relationships>",
            ).encode(),
            "xl/drawings/drawing9.xml": b"<wsDr/>",
            "xl/drawings/_rels/drawing9.xml.rels": (
                b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                b'<Relationship Id="r" Type="x/image" Target="../media/image1.png"/>'
                b'<Relationship Id="h" Type="x/hyperlink" TargetMode="External" Target="http://localhost/"/>'
                b"</Relationships>"
            ),
            "xl/media/image1.png": b"\x89PNG",
            "xl/persons/person.xml": b"<personList/>",
            "xl/calcChain.xml": b"<calcChain/>",
            "xl/orphan.xml": b"<nobody/>",
        },
    )
    replaced(
        path,
        "xl/_rels/workbook.xml.rels",
        (
            "</Relationships>",
            f'<Relationship Id="who" Type="{PERSON}" Target="persons/person.xml"/>'
            f'<Relationship Id="calc" Type="x/calcChain" Target="calcChain.xml"/>'
            '<Relationship Id="out" Type="x/externalLink" TargetMode="External" Target="http://localhost/"/>'
            "</Relationships>",
        ),
    )
    replaced(
        path,
        "[Content_Types].xml",
        ("</Types>", '<Override PartName="/xl/drawings/drawing9.xml" ContentType="x/drawing"/></Types>'),
    )

    target(path).write(draft(tab(people())))

    now = parts(path)
    assert now["xl/media/image1.png"] == b"\x89PNG"
    assert now["xl/drawings/drawing9.xml"] == b"<wsDr/>"
    assert b"../media/image1.png" in now["xl/drawings/_rels/drawing9.xml.rels"]
    assert now["xl/persons/person.xml"] == b"<personList/>"
    assert PERSON.encode() in now["xl/_rels/workbook.xml.rels"]
    assert b'Target="http://localhost/" TargetMode="External"' in now["xl/_rels/workbook.xml.rels"]
    assert b'PartName="/xl/drawings/drawing9.xml"' in now["[Content_Types].xml"]
    assert not {"xl/calcChain.xml", "xl/orphan.xml"} & set(now)


def test_shared_text_of_another_program_stays(path: Path) -> None:
    written(path)
    part = sheet_part(path, "Team")
    replaced(
        path,
        part,
        (
            "</sheetData>",
            '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c></row></sheetData>',
        ),
    )
    rich = '<r><t xml:space="preserve">Ans </t></r><r><t>Kuiper</t></r>'
    sst = f'<sst xmlns="x"><si><t>Teamlid</t></si><si>{rich}</si></sst>'
    repacked(path, {"xl/sharedStrings.xml": sst.encode()})
    if b"sharedStrings" not in parts(path)["xl/_rels/workbook.xml.rels"]:
        replaced(
            path,
            "xl/_rels/workbook.xml.rels",
            (
                "</Relationships>",
                '<Relationship Id="sst" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>'
                "</Relationships>",
            ),
        )

    target(path).write(draft(tab(people())))

    assert texts(path, "Team")[1] == ["Ans Kuiper", "Teamlid", ""]
    assert "xl/sharedStrings.xml" not in parts(path)


def test_a_chart_sheet_stays(path: Path) -> None:
    written(path)
    edited(path, lambda workbook: workbook.create_chartsheet("Grafiek"))

    target(path).write(draft(tab(people())))

    assert sheet_part(path, "Grafiek") == "xl/chartsheets/sheet1.xml"
    assert "xl/chartsheets/sheet1.xml" in parts(path)


def test_a_copy_of_our_tab_is_theirs(path: Path) -> None:
    written(path)

    def copy(workbook: Any) -> None:
        workbook.copy_worksheet(workbook["Groei"]).title = "Groei september"

    edited(path, copy)
    target(path).write(draft(tab(people(("K3RT8", "Piet", None)))))

    assert texts(path, "Groei september")[4][0] == "7KQ4M"
    assert texts(path, "Groei")[4][0] == "K3RT8"


def test_a_tab_that_somebody_renamed_is_ours_again(path: Path) -> None:
    written(path)

    def rename(workbook: Any) -> None:
        workbook["Groei"].title = "Hoe we groeien"
        workbook["Hoe we groeien"]["H9"] = "van Marijke"

    edited(path, rename)
    again = target(path)
    again.read()
    assert again.plan(draft()).changes["Groei"] == 1
    again.write(draft())

    titles = load_workbook(path).sheetnames
    assert titles[0] == "Groei"
    assert "Hoe we groeien" not in titles
    assert load_workbook(path)["Hoe we groeien (bewaard)"]["H9"].value == "van Marijke"
    again.read()
    assert again.plan(draft()).changed == ()


def test_a_tab_that_was_set_aside_is_not_the_one_that_somebody_took_away(path: Path) -> None:
    written(path)
    edited(path, lambda workbook: setattr(workbook["Groei"], "title", "Groei (bewaard)"))

    target(path).write(draft())

    titles = load_workbook(path).sheetnames
    assert {"Groei", "Groei (bewaard)"} <= set(titles)


def test_tabs_stay_where_people_put_them_and_hidden_ones_hidden(path: Path) -> None:
    written(path, draft(tab(people()), tab(people(), "control", "Controle")))

    def rearrange(workbook: Any) -> None:
        workbook.move_sheet("Groei", 3)
        workbook["Controle"].sheet_state = "hidden"
        workbook.active = workbook.sheetnames.index("Team")

    edited(path, rearrange)
    target(path, new=both("Nieuw")).write(
        draft(tab(people()), tab(people(), "new", "Nieuw"), tab(people(), "control", "Controle"))
    )

    now = load_workbook(path)
    assert [(sheet.title, sheet.sheet_state) for sheet in now] == [
        ("Controle", "hidden"),
        ("Team", "visible"),
        ("Presentielijst", "visible"),
        ("Groei", "visible"),
        ("Nieuw", "visible"),
        ("Uitbetalingen", "visible"),
        (MEMORY, "veryHidden"),
    ]
    assert [sheet.title for sheet in now if sheet.sheet_view.tabSelected] == ["Team"]
    assert now.active.title == "Team"


def test_the_other_language_replaces_our_tabs_and_keeps_theirs(path: Path) -> None:
    written(path)

    target(path, language="en").write(draft(tab(people(), title="Growth")))

    assert load_workbook(path).sheetnames == ["Growth", "Team", "Presentielijst", "Uitbetalingen", MEMORY]


def test_names_that_people_defined_stay(path: Path) -> None:
    written(path, draft(tab(people(("a", "b", None), filter=True))))
    replaced(
        path,
        "xl/workbook.xml",
        (
            "</definedNames>",
            '<definedName name="bedrag">Team!$C$2</definedName>'
            '<definedName name="hier" localSheetId="1">Team!$A$2</definedName>'
            '<definedName name="oud" localSheetId="0">Groei!$A$2</definedName></definedNames>',
        ),
    )

    target(path).write(draft(tab(people(), "control", "Controle"), tab(people())))

    names = parts(path)["xl/workbook.xml"].decode()
    assert '<definedName name="bedrag">Team!$C$2</definedName>' in names
    assert '<definedName name="hier" localSheetId="2">' in names
    assert "oud" not in names
    assert names.count("_FilterDatabase") == 0


@pytest.mark.parametrize("gone", ["definedNames", "calcPr", "definedNames calcPr"])
def test_a_workbook_that_says_little(path: Path, gone: str) -> None:
    written(path)
    text = parts(path)["xl/workbook.xml"].decode()
    for element in gone.split():
        start = text.index(f"<{element}")
        end = (
            text.index(f"</{element}>") + len(element) + 3
            if f"</{element}>" in text
            else text.index("/>", start) + 2
        )
        text = text[:start] + text[end:]
    repacked(path, {"xl/workbook.xml": text.encode()})

    target(path).write(draft(tab(people(("a", "b", None), filter=True))))

    now = parts(path)["xl/workbook.xml"].decode()
    assert now.index("</sheets>") < now.index("_FilterDatabase") < now.index("<calcPr")
    assert 'fullCalcOnLoad="1"' in now


def test_no_names_leave_no_empty_list(path: Path) -> None:
    written(path)

    text = parts(path)["xl/workbook.xml"].decode()
    repacked(
        path, {"xl/workbook.xml": re.sub("<definedNames>.*</definedNames>", "<definedNames/>", text).encode()}
    )

    target(path).write(draft(tab(people())))

    assert "definedNames" not in parts(path)["xl/workbook.xml"].decode()


# What people add to our tabs stays too.


def annotate(workbook: Any) -> None:
    workbook["Groei"]["B5"].comment = Comment("Bel haar even", "Ans")


def test_a_tab_with_somebodys_note_stays_beside_the_new_one(path: Path) -> None:
    written(path)
    edited(path, annotate)

    target(path).write(draft(tab(people(("K3RT8", "Piet", None)))))

    now = load_workbook(path)
    assert now.sheetnames == [
        "Groei", "Team", "Presentielijst", "Uitbetalingen", MEMORY, "Groei (bewaard)",
    ]  # fmt: skip
    assert now["Groei (bewaard)"]["B5"].comment.text == "Bel haar even"
    assert (now["Groei (bewaard)"]["B5"].value, now["Groei"]["B5"].value) == ("Fatma Yılmaz", "Piet")
    edited(path, annotate)
    target(path).write(draft(tab(people())))
    assert load_workbook(path).sheetnames[-2:] == ["Groei (bewaard)", "Groei (bewaard) 2"]


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        (("", ""), False),
        (("Zo geschreven.", "Let op: bel haar! Zo geschreven."), True),
        (("Zo geschreven.", "Zo\ngeschreven. "), False),
        ((f"Zo geschreven.{MARK}", "Bel haar even"), True),
    ],
)
@pytest.mark.parametrize("author", ["<author> </author>", "<author>samenkracht</author>", ""])
def test_a_note_that_somebody_changed_is_theirs(
    path: Path, author: str, changed: tuple[str, str], kept: bool
) -> None:
    """LibreOffice leaves the author of every note empty; Excel leaves ours where somebody else wrote."""
    wanted = draft(tab(people((Cell("7KQ4M", note="Zo geschreven."), "Fatma", None))))
    written(path, wanted)
    (part,) = (name for name, content in parts(path).items() if b"Zo geschreven" in content)
    notes = parts(path)[part].decode().replace("<author>samenkracht</author>", author)
    repacked(path, {part: notes.replace(*changed).encode()})

    target(path).write(wanted)

    assert (sheet_titles(path)[-1] == "Groei (bewaard)") is kept


@pytest.mark.parametrize("typed", [False, True])
def test_in_another_language_our_charts_are_ours_and_what_somebody_typed_is_theirs(
    path: Path, typed: bool
) -> None:
    table = people(("7KQ4M", "Fatma", None), charts=(Chart("bar", "Wie", "code", ("code",)),))
    written(path, draft(tab(table)))
    if typed:
        edited(path, lambda workbook: workbook["Groei"].cell(9, 26, "vraag Ans nog eens"))

    target(path, language="en").write(draft(tab(table, title="Growth")))

    titles = sheet_titles(path)
    assert "Growth" in titles
    assert [title for title in titles if "Groei" in title] == (["Groei (kept)"] if typed else [])


def test_what_somebody_typed_beside_a_table_stays_beside_the_new_tab(path: Path) -> None:
    wanted = draft(tab(people(("K3RT8", "Piet", None))))
    written(path, wanted)

    def type_beside(workbook: Any) -> None:
        workbook["Groei"]["Z9"] = "vraag Ans nog eens"

    edited(path, type_beside)
    assert target(path).plan(wanted).changes["Groei"] == 1
    target(path).write(wanted)

    now = load_workbook(path)
    assert now["Groei (bewaard)"]["Z9"].value == "vraag Ans nog eens"
    assert now["Groei"]["Z9"].value is None
    assert not target(path).plan(wanted).changed


@pytest.mark.parametrize("saved_elsewhere", [True, False])
def test_our_own_notes_and_charts_are_made_anew(path: Path, saved_elsewhere: bool) -> None:
    chart = Chart("bar", "Wie", "code", ("code",))
    noted = tab(people((Cell("7KQ4M", note="Zo geschreven."), "Fatma", None), charts=(chart,)))
    written(path, draft(noted))
    if saved_elsewhere:
        edited(path, lambda workbook: workbook)

    target(path).write(draft(noted))

    assert load_workbook(path).sheetnames == ["Groei", "Team", "Presentielijst", "Uitbetalingen", MEMORY]


@pytest.mark.parametrize(
    ("drawn", "kept"),
    [("<pic/>", True), ("<graphicFrame/><graphicFrame/>", True), ("<graphicFrame/><!-- of ours -->", False)],
)
def test_a_picture_or_chart_of_theirs_is_seen(path: Path, drawn: str, kept: bool) -> None:
    wanted = draft(tab(people(("a", "b", None), charts=(Chart("bar", "Wie", "code", ("code",)),))))
    written(path, wanted)
    repacked(path, {"xl/drawings/drawing1.xml": f"<wsDr>{drawn}</wsDr>".encode()})

    target(path).write(wanted)

    assert (sheet_titles(path)[-1] == "Groei (bewaard)") is kept


def test_a_table_or_pivot_of_theirs_is_seen(path: Path) -> None:
    written(path)
    part = sheet_part(path, "Groei")
    tie = '<Relationship Id="t" Type="x/table" Target="/xl/tables/table1.xml"/>'
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{tie}</Relationships>'
    repacked(
        path,
        {f"xl/worksheets/_rels/{Path(part).name}.rels": rels.encode(), "xl/tables/table1.xml": b"<table/>"},
    )

    target(path).write(draft(tab(people())))

    assert sheet_titles(path)[-1] == "Groei (bewaard)"
    assert parts(path)["xl/tables/table1.xml"] == b"<table/>"


def test_a_long_title_is_cut_to_stay_beside(path: Path) -> None:
    title = "x" * 31
    wanted = draft(tab(people(("a", "b", None)), "new", title))
    target(path, new=both(title)).write(wanted)

    def add(workbook: Any) -> None:
        workbook[title]["A1"].comment = Comment("Hier", "Ans")

    edited(path, add)
    target(path, new=both(title)).write(wanted)

    assert sheet_titles(path)[-1] == "x" * 21 + " (bewaard)"


# What is refused.


def refusal(path: Path, wanted: Any = None, **titles: Any) -> UserError:
    before = path.read_bytes()
    with pytest.raises(UserError) as refused:
        target(path, **titles).write(wanted or draft())
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir() if file.suffix == ".draft"] == []
    return refused.value


@pytest.mark.parametrize("lock", ["~$samenvatting.xlsx", ".~lock.samenvatting.xlsx#"])
def test_a_file_that_is_open_elsewhere(path: Path, lock: str) -> None:
    written(path)
    path.with_name(lock).touch()

    error = refusal(path)

    assert str(error) == "“samenvatting.xlsx” is open in a spreadsheet program."
    assert (error.details["lock"], error.exit_code) == (lock, NO_ACCESS)
    with pytest.raises(UserError):
        target(path).ready()


def test_ready_leaves_nothing_behind(path: Path) -> None:
    target(path).ready()

    assert list(path.parent.iterdir()) == []


def test_a_file_that_was_saved_while_we_worked(path: Path) -> None:
    written(path)
    summary = target(path)
    summary.read()
    edited(path, by_hand)
    typed = path.read_bytes()

    with pytest.raises(UserError, match="was changed while I was at work"):
        summary.write(draft())

    assert path.read_bytes() == typed


def test_a_file_of_another_kind(path: Path) -> None:
    with pytest.raises(UserError, match=r"not as “samenvatting\.ods”") as refused:
        target(path.with_suffix(".ods")).read()

    assert refused.value.exit_code == WRONG_USE


def test_somebodys_own_tab_with_our_title(path: Path) -> None:
    written(path)
    edited(path, lambda workbook: workbook.create_sheet("CONTROLE"))
    wanted = draft(tab(people()), tab(people(), "control", "Controle"))

    assert str(refusal(path, wanted)) == "There already is a tab “Controle” that I did not make."
    with pytest.raises(UserError):
        target(path).plan(wanted)


@pytest.mark.parametrize("title", ["x" * 32, "Groei/afname", "Groei?"])
def test_a_title_no_tab_can_have(path: Path, title: str) -> None:
    written(path)

    error = refusal(path, draft(tab(people(), "new", title)), new=both(title))

    assert (str(error), error.exit_code) == (f"“{title}” cannot be the title of a tab.", WRONG_SETTINGS)


def test_a_title_as_long_as_can_be(path: Path) -> None:
    title = "Wat & wie: 'n lang verhaal".replace(":", "") + "…" * 6

    target(path, new=both(title)).write(draft(tab(people(("a", "b", None), filter=True), "new", title)))

    assert len(title) == 31
    assert load_workbook(path)[title]["A5"].value == "a"


def test_a_strict_workbook(path: Path) -> None:
    written(path)
    replaced(
        path,
        "xl/workbook.xml",
        (
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
    )

    assert str(refusal(path)) == "“samenvatting.xlsx” was saved as a “strict” workbook."


def test_styles_that_cannot_be_read(path: Path) -> None:
    written(path)
    replaced(path, "xl/styles.xml", ('patternType="gray125"', 'patternType="confetti"'))

    assert "cannot take over the layout" in str(refusal(path))


def test_a_workbook_without_styles(path: Path) -> None:
    written(path)
    text = parts(path)["xl/_rels/workbook.xml.rels"].decode()
    start = text.rindex("<Relationship ", 0, text.index("/styles.xml"))
    end = text.index("/>", start) + 2
    changes: dict[str, bytes | None] = {
        sheet_part(path, title): re.sub(rb' (s|style)="\d+"', b"", parts(path)[sheet_part(path, title)])
        for title in ("Team", "Presentielijst", "Uitbetalingen")
    }
    changes["xl/styles.xml"] = None
    changes["xl/_rels/workbook.xml.rels"] = (text[:start] + text[end:]).encode()
    repacked(path, changes)

    target(path).write(draft(tab(people(("a", "b", None)))))

    assert load_workbook(path)["Groei"]["A1"].font.name == "Arial"


def test_a_cell_of_another_value_type(path: Path) -> None:
    wanted = draft(tab(people((Cell(12.5, "money"), Cell(True, "check"), True))))

    written(path, wanted)

    assert texts(path, "Groei")[4] == [12.5, "✓", True]
    assert target(path).plan(wanted).changed == ()
