"""Formulas and what they come to. In the cells: A1:A4 hold 2, 3, "drie" and nothing; B1 holds TRUE."""

import pytest

from tests.emulator.desk import Desk

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


def test_a_long_column_that_adds_up_downwards() -> None:
    desk = Desk()
    desk.type("A1", [1], *[[f"=A{row}+1"] for row in range(1, 900)])
    assert desk.read()[-1] == ["900"]
