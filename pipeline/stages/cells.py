"""What a cell says as text, whatever type its medium gave it."""

import re
import unicodedata
from datetime import datetime, time, timedelta
from functools import lru_cache

from pipeline.model.responses import RawCell

ERROR_CELLS = frozenset(
    {
        "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!", "#SPILL!", "#CALC!",
        "#GETTING_DATA", "#BUSY!", "#FIELD!", "#CONNECT!", "#BLOCKED!", "#UNKNOWN!",
        "#VERW!", "#N/B", "#NAAM?", "#WAARDE!", "#DEEL/0!", "#GETAL!", "#LEEG!", "#FOUT!", "#OVERLOOP!",
        *(f"{word}:{number}" for word in ("Err", "Fout") for number in range(501, 541)),
    }
)  # fmt: skip
"""What a spreadsheet shows where a formula failed, in English and in Dutch (LibreOffice: `Err:502`)."""

MISSING = ERROR_CELLS | {"NA", "N/A", "n/a", "NaN", "nan", "None", "NULL", "null", "\\N", "<NA>"}
"""What programs write where a value is unknown."""

_WITHIN = {
    ord("\u00a0"): " ",
    ord("\u2007"): " ",
    ord("\u202f"): " ",
    ord("\u00ad"): None,
    ord("\u200b"): None,
    ord("\u2060"): None,
    ord("\ufeff"): None,
}
_ENDS = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
    "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
)


def clean(text: str) -> str:
    """`text` without what nobody sees: odd spaces become spaces, invisible signs go, ends are trimmed."""
    plain = text.isascii()
    if not plain:
        text = unicodedata.normalize("NFC", text).translate(_WITHIN)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip() if plain else text.strip(_ENDS)


def one_line(text: str) -> str:
    """Runs of white space, line breaks too, as one space."""
    line = " ".join(text.split())
    return text if line == text else line


def cell_text(cell: RawCell) -> str:
    """The cell as text: `8.0` is `8`, dates are ISO, a check box is TRUE or FALSE, blank is ""."""
    if isinstance(cell, str):  # as most are
        return cell if cell.isascii() and cell.isalnum() else clean(cell)
    match cell:
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer():
            return str(int(cell))
        case int() | float() | timedelta():
            return str(cell)
        case datetime():
            whole_day = cell.time() == time()
            return cell.date().isoformat() if whole_day else cell.isoformat(" ", "seconds")
        case _:
            return cell.isoformat()


def blank(cell: RawCell) -> bool:
    """Whether a cell says nothing: empty, white space, or a failed formula."""
    if cell is None or cell == "":
        return True
    if not isinstance(cell, str):
        return False
    text = clean(cell)
    return not text or text in ERROR_CELLS


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    return unicodedata.normalize("NFD", sign)[0].lower()[0]


def plain(text: str) -> str:
    """`text` in small letters without accents, sign by sign, so that positions stay the same."""
    return text.lower() if text.isascii() else "".join(map(_plain_sign, text))


def words(text: str) -> list[str]:
    """The words and numbers of a text, folded, without punctuation."""
    return re.findall(r"\w+", plain(text))
