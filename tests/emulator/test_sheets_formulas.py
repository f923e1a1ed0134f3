"""Formulas and what they come to. In the cells: A1:A4 hold 2, 3, "drie" and nothing; B1 holds TRUE."""

import pytest

from tests.emulator.desk import Desk, Json, grid, span

WORKED_OUT = [
    ("=4/2", 2),
    ("= 1 / 1024", 0.0009765625),
    ("=2+3*4^2", 50),
    ("=2^3^2", 512),
    ("=-2^2", 4),
    ("=(2+3)*-4", -20),
    ("=50%+1", 1.5),
    ("=1.5e1", 15),
    ('="a"&"b"""&1&TRUE', 'ab"1TRUE'),
    ('="A"="a"', True),
    ("=2<>2", False),
    ('=AND(1<2,2<="x","x"<TRUE,3>=3,4>3)', True),
    ("=A1+A2", 5),
    ("=$A$1*2", 4),
    ("=A4+1", 1),
    ("=A4=0", True),
    ("=B1+1", 2),
    ("=SUM(A1:A4)", 5),
    ("=SUM(A:A;10)", 15),
    ("=SUM(A2:A)", 3),
    ("=AVERAGE(A1:A4)", 2.5),
    ("=COUNT(A1:B4)", 2),
    ("=COUNTA(A1:B4)", 4),
    ("=MIN(A1:A4)", 2),
    ("=MAX(A1:A4,7)", 7),
    ("=ROUND(2.345,2)", 2.35),
    ("=ROUND(2.5)", 3),
    ('=IF(A1>1,"ja","nee")', "ja"),
    ("=IF(FALSE,1,2)", 2),
    ("=IF(FALSE,1)", False),
    ("=OR(FALSE,A4)", False),
    ("=NOT(FALSE)", True),
    ('=LEN("abc")', 3),
    ('=CONCATENATE("a",A1:A4,B1)', "a23drieTRUE"),
    ('=HYPERLINK("https://example.org","hier")', "hier"),
    ('=HYPERLINK("https://example.org")', "https://example.org"),
    ("='Tab 2'!A1", "daar"),
    ("=Overal!A1*2", 8),
    ("=A4", ""),
    ("=1/0", "#DIV/0!"),
    ("=AVERAGE(A3)", "#DIV/0!"),
    ('="a"+1', "#VALUE!"),
    ("=A1:A2+1", "#VALUE!"),
    ("=NERGENS(1)", "#NAME?"),
    ("=SUM", "#NAME?"),
    ("=AAA9999", "#REF!"),
    ("=Weg!A1", "#REF!"),
    ("=Z1", "#REF!"),
    ("=10^400", "#NUM!"),
    ("=(-8)^0.5", "#NUM!"),
    ("=1+", "#ERROR!"),
    ("=(1", "#ERROR!"),
    ("=1 2", "#ERROR!"),
    ("=SUM(1 2)", "#ERROR!"),
    ("=SUM(1", "#ERROR!"),
    ("=~1", "#ERROR!"),
]


@pytest.mark.parametrize(("formula", "result"), WORKED_OUT)
def test_a_formula(formula: str, result: object) -> None:
    desk = Desk([2, True], [3], ["drie"])
    desk.add("Tab 2")
    desk.add("Overal")
    desk.write("'Tab 2'!A1", ["daar"])
    desk.write("Overal!A1", [4])
    desk.type("Z1", ["=Z1"])
    desk.type("D1", [formula, "."])
    assert desk.read("D1:E1", valueRenderOption="FORMULA") == [[formula, "."]]
    assert desk.read("D1:E1", valueRenderOption="UNFORMATTED_VALUE") == [[result, "."]]


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    desk = Desk(["=1+1"])
    assert desk.read() == [["=1+1"]]
    assert desk.cells("userEnteredValue", "A1") == [[{"userEnteredValue": {"stringValue": "=1+1"}}]]


def test_what_a_formula_is_told_as() -> None:
    desk = Desk()
    desk.type("A1", ["=1/0", '=HYPERLINK("https://example.org","hier")', "=C2", "=HYPERLINK(B1)"])
    told = desk.cells("userEnteredValue,effectiveValue,formattedValue,hyperlink", "A1:D1")[0]
    message = "Function DIVIDE parameter 2 cannot be zero."
    assert told == [
        {
            "userEnteredValue": {"formulaValue": "=1/0"},
            "effectiveValue": {"errorValue": {"type": "DIVIDE_BY_ZERO", "message": message}},
            "formattedValue": "#DIV/0!",
        },
        {
            "userEnteredValue": {"formulaValue": '=HYPERLINK("https://example.org","hier")'},
            "effectiveValue": {"stringValue": "hier"},
            "formattedValue": "hier",
            "hyperlink": "https://example.org",
        },
        {"userEnteredValue": {"formulaValue": "=C2"}},
        {
            "userEnteredValue": {"formulaValue": "=HYPERLINK(B1)"},
            "effectiveValue": {"stringValue": "hier"},
            "formattedValue": "hier",
        },
    ]


@pytest.mark.parametrize(("first", "step", "read"), [(1, -1, "A5000"), (5000, 1, "A1")])
def test_a_long_column_that_adds_up(first: int, step: int, read: str) -> None:
    desk = Desk()
    desk.batch({"appendDimension": {"dimension": "ROWS", "length": 4000}})
    desk.type("A1", *[[1 if row == first else f"=A{row + step}+1"] for row in range(1, 5001)])
    assert desk.read(read) == [["5000"]]


def test_circles_are_seen() -> None:
    desk = Desk()
    desk.type("A1", ["=A1", "=C1", "=D1+1", "=SUM(B1:C1)", "=1+1"])
    assert desk.read() == [["#REF!", "#REF!", "#REF!", "#REF!", "2"]]
    told = desk.cells("effectiveValue", "B1")[0][0]["effectiveValue"]["errorValue"]
    assert told == {"type": "REF", "message": "Circular dependency detected."}


# a formula in D4, what happens, the formula after it
FOLLOWED = [
    ("=A1+B2", {"insertDimension": {"range": span("ROWS", 1, 2)}}, "D5", "=A1+B3"),
    ("=SUM(A1:B3)", {"insertDimension": {"range": span("ROWS", 1, 3)}}, "D6", "=SUM(A1:B5)"),
    ("=$A$1+$B2", {"insertDimension": {"range": span("COLUMNS", 0, 1)}}, "E4", "=$B$1+$C2"),
    (
        '="A1"&A2&SUM(A:B)&LOG10(1)',
        {"insertDimension": {"range": span("ROWS", 0, 1)}},
        "D5",
        '="A1"&A3&SUM(A:B)&LOG10(1)',
    ),
    (
        "=SUM(A:B)+SUM(A2:A)",
        {"deleteDimension": {"range": span("COLUMNS", 1, 2)}},
        "C4",
        "=SUM(A:A)+SUM(A2:A)",
    ),
    ("=SUM(A2:A)", {"insertDimension": {"range": span("ROWS", 0, 1)}}, "D5", "=SUM(A3:A)"),
    ("=SUM(A2:A)", {"deleteDimension": {"range": span("ROWS", 1, 2)}}, "D3", "=SUM(#REF!)"),
    ("=SUM(A1:B3)", {"deleteDimension": {"range": span("ROWS", 0, 2)}}, "D2", "=SUM(A1:B1)"),
    ("=A1+1", {"deleteDimension": {"range": span("ROWS", 0, 1)}}, "D3", "=#REF!+1"),
    ("=A1", {"moveDimension": {"source": span("ROWS", 0, 1), "destinationIndex": 3}}, "D4", "=A3"),
    (
        "='Tab 2'!A1+Sheet1!A1",
        {"insertDimension": {"range": span("ROWS", 0, 1)}},
        "D5",
        "='Tab 2'!A1+Sheet1!A2",
    ),
    ("=A1", {"deleteSheet": {"sheetId": 6}}, "D4", "=A1"),
    ("='Tab 2'!A1:B2", {"deleteSheet": {"sheetId": 6}}, "D4", "=#REF!"),
    (
        "=A1+$A1+A$1+$A$1",
        {"copyPaste": {"source": grid(3, 4, 3, 4), "destination": grid(5, 6, 4, 5)}},
        "E6",
        "=B3+$A3+B$1+$A$1",
    ),
    (
        "=SUM(A:A)",
        {"copyPaste": {"source": grid(3, 4, 3, 4), "destination": grid(4, 5, 5, 6)}},
        "F5",
        "=SUM(C:C)",
    ),
    ("=C3", {"copyPaste": {"source": grid(3, 4, 3, 4), "destination": grid(0, 1, 3, 4)}}, "D1", "=#REF!"),
    (
        "=A4*2",
        {"sortRange": {"range": grid(2, 4, 3, 4), "sortSpecs": [{"dimensionIndex": 3}]}},
        "D3",
        "=A3*2",
    ),
    ("=A1: B", {"insertDimension": {"range": span("ROWS", 0, 1)}}, "D5", "=A1: B"),
]


@pytest.mark.parametrize(("formula", "change", "place", "after"), FOLLOWED)
def test_references_follow_their_cells(formula: str, change: Json, place: str, after: str) -> None:
    desk = Desk()
    desk.batch({"addSheet": {"properties": {"title": "Tab 2", "sheetId": 6}}})
    desk.type("D4", [formula])
    assert isinstance(desk.batch(change), list)
    assert desk.read(place, valueRenderOption="FORMULA") == [[after]]


def test_references_know_the_new_title_of_a_tab() -> None:
    desk = Desk(["hier"])
    number = desk.add("Tab 2")
    desk.write("'Tab 2'!A1", ["daar"])
    desk.type("B1", ["='Tab 2'!A1&Sheet1!A1&A1", "=\"'Tab 2'!A1\""])
    properties = {"sheetId": number, "title": "Ideeën"}
    desk.batch({"updateSheetProperties": {"properties": properties, "fields": "title"}})
    assert desk.read("B1:C1", valueRenderOption="FORMULA") == [
        ["='Ideeën'!A1&Sheet1!A1&A1", "=\"'Tab 2'!A1\""]
    ]
    assert desk.read("B1") == [["daarhierhier"]]


def test_a_sum_stays_right_when_somebody_inserts_a_row() -> None:
    desk = Desk([1, "a"], [2])
    desk.type("A3", ["=SUM(A1:A2)"])
    desk.batch({"insertDimension": {"range": span("ROWS", 1, 2)}})
    desk.write("A2", [10])
    assert desk.read() == [["1", "a"], ["10"], ["2"], ["13"]]
    desk.batch({"deleteDimension": {"range": span("ROWS", 0, 3)}})
    assert desk.read(valueRenderOption="FORMULA") == [["=SUM(#REF!)"]]
    assert desk.read() == [["#REF!"]]
