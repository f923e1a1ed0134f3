"""Field masks and A1 notation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.emulator.desk import Desk
from tests.google_emulator.fields import FieldMask
from tests.google_emulator.sheets import a1

WHOLE = {"id": 1, "tabs": [{"title": "a", "size": {"rows": 2, "columns": 3}}, {"title": "b"}], "owner": {}}


@pytest.mark.parametrize(
    ("mask", "left"),
    [
        ("*", WHOLE),
        ("id", {"id": 1}),
        ("nothing", {}),
        ("id,owner", {"id": 1, "owner": {}}),
        ("tabs.title", {"tabs": [{"title": "a"}, {"title": "b"}]}),
        ("tabs/size/rows", {"tabs": [{"size": {"rows": 2}}, {}]}),
        ("tabs(title,size.columns)", {"tabs": [{"title": "a", "size": {"columns": 3}}, {"title": "b"}]}),
        ("tabs.size.rows,tabs.size.columns", {"tabs": [{"size": {"rows": 2, "columns": 3}}, {}]}),
        ("tabs.title,tabs", {"tabs": WHOLE["tabs"]}),
        ("tabs(title),tabs(size(rows))", {"tabs": [{"title": "a", "size": {"rows": 2}}, {"title": "b"}]}),
        ("tabs.*", {"tabs": WHOLE["tabs"]}),
        ("tabs(*)", {"tabs": WHOLE["tabs"]}),
        ("owner.name", {"owner": {}}),
        ("id.name", {"id": 1}),
    ],
)
def test_a_mask_takes_what_it_names(mask: str, left: object) -> None:
    assert FieldMask.parse(mask).select(WHOLE) == left


@pytest.mark.parametrize(
    ("mask", "fault"),
    [("", ""), ("a(b", "("), ("a)", ")"), ("a,", ""), ("a..b", "."), ("a.", "."), ("a*", "*"), ("1", "1")],
)
def test_a_mask_that_cannot_be_read(mask: str, fault: str) -> None:
    with pytest.raises(ValueError, match="Invalid field selection") as told:
        FieldMask.parse(mask)
    assert str(told.value) == f"Invalid field selection {fault}"


@pytest.mark.parametrize(
    ("mask", "merged"),
    [
        ("*", {"a": 9, "c": {"e": 5}}),
        ("a", {"a": 9, "b": 2, "c": {"d": 3}}),
        ("b", {"a": 1, "c": {"d": 3}}),
        ("c", {"a": 1, "b": 2, "c": {"e": 5}}),
        ("c.e", {"a": 1, "b": 2, "c": {"d": 3, "e": 5}}),
        ("c.d", {"a": 1, "b": 2}),
        ("x.y", {"a": 1, "b": 2, "c": {"d": 3}}),
        ("a.y", {"b": 2, "c": {"d": 3}}),
    ],
)
def test_a_mask_says_what_changes(mask: str, merged: object) -> None:
    before = {"a": 1, "b": 2, "c": {"d": 3}}
    assert FieldMask.parse(mask).merge(before, {"a": 9, "c": {"e": 5}}) == merged
    assert before == {"a": 1, "b": 2, "c": {"d": 3}}


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Sheet1", "Sheet1!A1:Z1000"),
        ("'Sheet1'", "Sheet1!A1:Z1000"),
        ("sheet1!b2", "Sheet1!B2"),
        ("$C$3:A1", "Sheet1!A1:C3"),
        ("C1:A3", "Sheet1!A1:C3"),
        ("B:B", "Sheet1!B1:B1000"),
        ("2:3", "Sheet1!A2:Z3"),
        ("B5:D", "Sheet1!B5:D1000"),
        ("A2:2", "Sheet1!A2:Z2"),
        ("A1:AZ2000", "Sheet1!A1:Z1000"),
        ("D3!A1", "'D3'!A1"),
        ("'D3'", "'D3'!A1:B2"),
        ("D3", "Sheet1!D3"),
        ("'Wie? Ja''s'!A1:A2", "'Wie? Ja''s'!A1:A2"),
        ("Wie? Ja's!A1", "'Wie? Ja''s'!A1"),
        ("plek", "Sheet1!B2:C3"),
        ("Sheet1!plek", "Sheet1!B2:C3"),
    ],
)
def test_a_range_is_told_as_google_tells_it(asked: str, answered: str) -> None:
    desk = Desk()
    desk.add("D3", rowCount=2, columnCount=2)
    desk.add("Wie? Ja's")
    where = {"startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 1, "endColumnIndex": 3}
    desk.batch({"addNamedRange": {"namedRange": {"name": "plek", "range": where}}})
    assert desk.ask("GET", "/values:batchGet?ranges=" + asked)["valueRanges"][0]["range"] == answered


@pytest.mark.parametrize(
    "asked", ["Nergens", "Nergens!A1", "Sheet1!", "Sheet1!A", "A1:", "'Nergens'!A1", "Sheet1!1"]
)
def test_a_range_that_is_nowhere(asked: str) -> None:
    assert Desk().read(asked) == (400, f"Unable to parse range: {asked}")


def test_a_range_that_begins_outside_the_grid() -> None:
    told = "Range (Sheet1!AB1:AC2) exceeds grid limits. Max rows: 1000, max columns: 26"
    assert Desk().read("AB1:AC2") == (400, told)
    assert Desk().read("A1001")[1].startswith("Range (Sheet1!A1001) exceeds")
    assert Desk().read("A1001:A")[1].startswith("Range (Sheet1!A1001) exceeds")


def test_a_range_without_a_tab_is_on_the_first_that_shows() -> None:
    desk = Desk()
    desk.add("Ideeën")
    desk.batch({"updateSheetProperties": {"properties": {"sheetId": 0, "hidden": True}, "fields": "hidden"}})
    assert desk.ask("GET", "/values/A1")["range"] == "'Ideeën'!A1"


@given(st.integers(0, 18_277))
def test_letters_of_a_column_lead_back_to_it(column: int) -> None:
    assert a1.column(a1.letters(column)) == column


@given(st.text(min_size=1).filter(lambda title: title.strip()))
def test_a_quoted_title_leads_back_to_it(title: str) -> None:
    assert a1.parse(a1.quoted(title) + "!B2").title == title
