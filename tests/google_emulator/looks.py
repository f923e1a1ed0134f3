"""How cells look: Google's formats from and to those of a workbook."""

from collections.abc import Iterable
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Alignment, Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Json = dict[str, Any]

PATTERNS = {
    "DATE": "dd-mm-yyyy",
    "TIME": "hh:mm:ss",
    "DATE_TIME": "dd-mm-yyyy hh:mm:ss",
    "PERCENT": "0.00%",
    "CURRENCY": "€ #,##0.00",
    "NUMBER": "#,##0.00",
    "SCIENTIFIC": "0.00E+00",
    "TEXT": "@",
}
SIGNS: dict[str, Any] = {
    "NUMBER_GREATER": "greaterThan",
    "NUMBER_GREATER_THAN_EQ": "greaterThanOrEqual",
    "NUMBER_LESS": "lessThan",
    "NUMBER_LESS_THAN_EQ": "lessThanOrEqual",
    "NUMBER_EQ": "equal",
    "NUMBER_NOT_EQ": "notEqual",
    "TEXT_EQ": "equal",
}


def format_of(cell: Cell | MergedCell) -> Json:
    """Google's format of a cell of a workbook: number format, weight of the letters, background, wrapping."""
    made: Json = {}
    if cell.number_format != "General":
        kind = (
            "DATE_TIME"
            if is_date_format(cell.number_format)
            else "TEXT"
            if cell.number_format == "@"
            else "NUMBER"
        )
        made["numberFormat"] = {"type": kind, "pattern": cell.number_format}
    text: Json = {name: True for name in ("bold", "italic") if getattr(cell.font, name)}
    if cell.font.color is not None and isinstance(cell.font.color.rgb, str):
        text["foregroundColor"] = _parts(cell.font.color.rgb)
    if text:
        made["textFormat"] = text
    if cell.fill.fill_type == "solid" and isinstance(cell.fill.fgColor.rgb, str):
        made["backgroundColor"] = _parts(cell.fill.fgColor.rgb)
    if cell.alignment.wrap_text:
        made["wrapStrategy"] = "WRAP"
    return made


def dress(cell: Cell, looks: Json) -> None:
    """Give a cell of a workbook the looks that Google's format tells."""
    number, text = looks.get("numberFormat", {}), looks.get("textFormat", {})
    if number:
        cell.number_format = number.get("pattern") or PATTERNS.get(number.get("type", ""), "General")
    if text:
        colour = text.get("foregroundColorStyle", {}).get("rgbColor") or text.get("foregroundColor")
        cell.font = Font(
            name=text.get("fontFamily", "Arial"),
            bold=text.get("bold"),
            italic=text.get("italic"),
            size=text.get("fontSize", 10),
            strike=text.get("strikethrough"),
            underline="single" if text.get("underline") else None,
            color=colour_of(colour) if colour else None,
        )
    background = looks.get("backgroundColorStyle", {}).get("rgbColor") or looks.get("backgroundColor")
    if background:
        cell.fill = _solid(background)
    wrap = looks.get("wrapStrategy") == "WRAP"
    across, upright = looks.get("horizontalAlignment"), looks.get("verticalAlignment")
    if wrap or across or upright:
        upright = {"TOP": "top", "MIDDLE": "center", "BOTTOM": "bottom"}.get(upright or "")
        cell.alignment = Alignment(across.lower() if across else None, upright, wrap_text=wrap)


def paint(sheet: Worksheet, rules: Iterable[Json]) -> None:
    """Colour cells by what stands in them."""
    for each in rules:
        made = _scale(each["gradientRule"]) if "gradientRule" in each else _rule(each["booleanRule"])
        for area in each["ranges"] if made else ():
            sheet.conditional_formatting.add(coordinates(area), made)


def _scale(gradient: Json) -> Rule:
    """Colours that flow from one to another."""
    colours = [colour_of(_rgb(gradient[name])) for name in ("minpoint", "maxpoint")]
    ends = [FormatObject(type="min"), FormatObject(type="max")]
    return Rule("colorScale", colorScale=ColorScale(cfvo=ends, color=[Color(each) for each in colours]))


def _rule(asked: Json) -> Rule | None:
    """A colour for the cells that meet a condition; None for a condition that is not drawn here."""
    kind, values = asked["condition"]["type"], asked["condition"].get("values", [])
    background = _rgb(asked["format"])
    written = [each.get("userEnteredValue", "") for each in values]
    fill = PatternFill(bgColor=colour_of(background))
    if kind == "CUSTOM_FORMULA":
        formula = written[0].removeprefix("=")
        return Rule("expression", formula=[formula], dxf=DifferentialStyle(fill=fill))
    if kind in SIGNS:
        wanted = f'"{written[0]}"' if kind == "TEXT_EQ" else written[0]
        return Rule("cellIs", operator=SIGNS[kind], formula=[wanted], dxf=DifferentialStyle(fill=fill))
    return None


def _rgb(found: Json) -> Json:
    """The colour of something, in whichever of the two ways it is told."""
    style = found.get("colorStyle") or found.get("backgroundColorStyle") or {}
    told: Json = style.get("rgbColor") or found.get("color") or found.get("backgroundColor") or {}
    return told


def colour_of(rgb: Json) -> str:
    """Six hexadecimal digits; what Google does not tell is 0."""
    return "".join(f"{round(rgb.get(name, 0) * 255):02X}" for name in ("red", "green", "blue"))


def _parts(digits: str) -> Json:
    numbers = [int(digits[-6:][place : place + 2], 16) / 255 for place in (0, 2, 4)]
    return dict(zip(("red", "green", "blue"), numbers, strict=True))


def _solid(rgb: Json) -> PatternFill:
    return PatternFill("solid", fgColor=colour_of(rgb))


def coordinates(area: Json) -> str:
    """A range as a workbook writes it."""
    top, left = area.get("startRowIndex", 0) + 1, area.get("startColumnIndex", 0) + 1
    bottom, right = area["endRowIndex"], area["endColumnIndex"]
    return f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
