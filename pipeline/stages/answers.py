"""One cell to one answer, per kind of question."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from pipeline.model.responses import RawCell, Value
from pipeline.model.templates import Question
from pipeline.stages.cells import ERROR_CELLS, cell_text, one_line, plain, words
from pipeline.stages.moments import read_day
from pipeline.stages.namelists import split_names
from pipeline.stages.options import Options, read_flag, wording_key

NOT_UNDERSTOOD: Final = "not_understood"
OUT_OF_RANGE: Final = "out_of_range"
UNKNOWN_OPTION: Final = "unknown_option"
ERROR_CELL: Final = "error_cell"

_NUMBER_WORDS = {
    word: number
    for number, spellings in enumerate(
        (
            "nul zero", "een eerste one first", "twee tweede two second", "drie derde three third",
            "vier vierde four fourth", "vijf vijfde five fifth", "zes zesde six sixth",
            "zeven zevende seven seventh", "acht achtste eight eighth", "negen negende nine ninth",
            "tien tiende ten tenth",
        )
    )
    for word in spellings.split()
}  # fmt: skip
_LABELS: Final = (
    "bijeenkomst|meeting|avond|ronde|nummer|number|num|nr|no|idee|idea|stickers?|tafel|table|keer"
)
_BESIDE_NUMBERS = frozenset([*_LABELS.replace("s?", "").split("|"), "stickers", "de", "het", "the"])
_WHOLE = re.compile(
    rf"(?:(?:{_LABELS})\b)?[\s.:#]*(-?\d{{1,9}})(?:[.,]0+)?(?:e|de|ste|st|nd|rd|th)?\.?(?:\s+(?:{_LABELS}))?"
)
_MEETING = re.compile(r"(?:bijeenkomst|meeting|avond)\s*(\d{1,2})\s*[-–—:(,/].*", re.DOTALL)
_AFTER = re.compile(r"^(?:na|after)\b\s*")
_FROM_TO = re.compile(r"\b(\d)\s*(?:t\s*/\s*m|tm|tot en met|[-–]|to|through)\s*(\d)\b", re.IGNORECASE)
_STEP = re.compile(r"(\d{1,2})(?:[.,]0+)?(?:\s*/\s*(?:5|10))?(?:\s*[-–—:=(,.]\s*[^\d\s].*)?", re.DOTALL)
_CURRENCY = re.compile(r"€|\beuros?\b|\beur\b|\s|[,.][-–—=]+$")
_AMOUNT = re.compile(r"-?\d{1,12}(?:[.,']\d+)*")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one cell says.

    `value` None = blank or not understood; `written` = the cell's text ("" when blank);
    `own` = own answers; `problem` = a finding code when the cell was not understood.
    """

    value: Value | None
    written: str
    own: tuple[str, ...] = ()
    problem: str | None = None


BLANK: Final = Answer(None, "")

Reader = Callable[[RawCell, str], Answer]


def read_answer(cell: RawCell, question: Question) -> Answer:
    """Read one cell as an answer to `question`; never raises."""
    return reader_for(question)(cell)


def reader_for(question: Question) -> Callable[[RawCell], Answer]:
    """What reads the cells of this question's column; it remembers answers that many people give."""
    read = _READERS[question.kind](question)

    def answer(cell: RawCell) -> Answer:
        text = cell_text(cell)
        if not text:
            return BLANK
        if text in ERROR_CELLS:
            return Answer(None, "", problem=ERROR_CELL)
        return read(cell, text)

    return answer


def _often(read: Callable[[str], Answer]) -> Reader:
    """A reader of text that people often write alike."""
    remembered = lru_cache(maxsize=4096)(read)
    return lambda _cell, text: remembered(text)


def _or_problem(value: Value | None, text: str) -> Answer:
    return Answer(value, text, problem=NOT_UNDERSTOOD if value is None else None)


def _line(_question: Question) -> Reader:
    def read(_cell: RawCell, text: str) -> Answer:
        line = one_line(text)
        return Answer(line, line)

    return read


def _long_text(_question: Question) -> Reader:
    return lambda _cell, text: Answer(text, text)


def _names(_question: Question) -> Reader:
    def read(_cell: RawCell, text: str) -> Answer:
        names = split_names(text)
        return _or_problem(names or None, text)

    return read


def _phone(_question: Question) -> Reader:
    return lambda _cell, text: Answer(phone_text(text), text)


def phone_text(text: str) -> str:
    """A telephone as somebody would write it, also where a sheet made a number of it."""
    digits = text.removesuffix(".0")
    if not digits.isdecimal():
        return one_line(text)
    if len(digits) == 9 and digits[0] != "0":
        return "0" + digits
    return "+" + digits if len(digits) >= 11 and digits[0] != "0" else digits


def _choice(question: Question) -> Reader:
    options = Options(question.options)

    def read(text: str) -> Answer:
        codes, beside = options.split(text)
        code = options.one(text) or (codes[0] if len(codes) == 1 and not beside else None)
        if code:
            return Answer(code, text)
        if question.own_answer and not codes:
            return Answer(None, text, own=(text,))
        return Answer(None, text, problem=UNKNOWN_OPTION)

    return _often(read)


def _choices(question: Question) -> Reader:
    options = Options(question.options)
    every = frozenset(map(wording_key, question.every))

    def read(text: str) -> Answer:
        whole = options.one(text)
        if whole is None and wording_key(text) in every:
            return Answer(tuple(option.code for option in question.options), text)
        codes, beside = ((whole,), ()) if whole else options.split(_spelled_out(text) if every else text)
        if question.own_answer:
            return Answer(codes or None, text, own=beside)
        return Answer(codes or None, text, problem=UNKNOWN_OPTION if beside or not codes else None)

    return _often(read)


def _spelled_out(text: str) -> str:
    """`2 t/m 4` as `2, 3, 4`."""
    return _FROM_TO.sub(lambda found: ", ".join(map(str, range(int(found[1]), int(found[2]) + 1))), text)


def _yes_no(question: Question) -> Reader:
    options = Options(question.options)
    meaning = {"yes": True, "no": False}

    def read(text: str) -> Answer:
        flag = read_flag(text)
        return _or_problem(meaning.get(options.one(text) or "") if flag is None else flag, text)

    return _often(read)


def _number(_question: Question) -> Reader:
    return _often(lambda text: _or_problem(whole_number(text), text))


def whole_number(text: str) -> int | None:
    """A whole number, in figures or in a word up to ten, with or without `nr`, `tafel`, `idee`."""
    if found := _WHOLE.fullmatch(plain(text)):
        return int(found[1])
    said = [word for word in words(text) if word not in _BESIDE_NUMBERS]
    return _NUMBER_WORDS.get(said[0]) if len(said) == 1 else None


def _meeting(_question: Question) -> Reader:
    def read(text: str) -> Answer:
        named = _AFTER.sub("", plain(text))
        titled = _MEETING.fullmatch(named)
        return _or_problem(int(titled[1]) if titled else whole_number(named), text)

    return _often(read)


def _scale(highest: int) -> Callable[[Question], Reader]:
    def read(text: str) -> Answer:
        step = _STEP.fullmatch(text)
        value = int(step[1]) if step else whole_number(text)
        if value is not None and not 1 <= value <= highest:
            return Answer(None, text, problem=OUT_OF_RANGE)
        return _or_problem(value, text)

    return lambda _question: _often(read)


def _money(_question: Question) -> Reader:
    return lambda cell, text: _or_problem(_amount(cell, text), text)


def _amount(cell: RawCell, text: str) -> Decimal | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _cents(Decimal(repr(cell))) if math.isfinite(cell) and abs(cell) < 1e12 else None
    bare = _CURRENCY.sub("", plain(text))
    if not _AMOUNT.fullmatch(bare):
        return None
    whole, cents = _at_decimal_sign(bare.replace("'", ""))
    return _cents(Decimal(re.sub(r"[.,]", "", whole) + "." + (cents or "0")))


def _at_decimal_sign(amount: str) -> tuple[str, str]:
    """What stands before and after the decimal sign; `1.250` is Dutch for twelve hundred and fifty."""
    last = max(amount.rfind(","), amount.rfind("."))
    sign, other = amount[last:][:1], "." if amount[last:][:1] == "," else ","
    before, after = amount[:last], amount[last + 1 :]
    thousands = len(after) == 3 and other not in before and before.lstrip("-") != "0"
    if last < 0 or amount.count(sign) > 1 or thousands:
        return amount, ""
    return before, after


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _date(_question: Question) -> Reader:
    return lambda cell, text: _or_problem(read_day(cell), text)


_READERS: Mapping[str, Callable[[Question], Reader]] = {
    "timestamp": _date,
    "text": _line,
    "long_text": _long_text,
    "names": _names,
    "person": _line,
    "email": _line,
    "phone": _phone,
    "postcode": _line,
    "choice": _choice,
    "choices": _choices,
    "yes_no": _yes_no,
    "scale": _scale(5),
    "grade": _scale(10),
    "number": _number,
    "meeting": _meeting,
    "money": _money,
    "date": _date,
    "check": _yes_no,
}
