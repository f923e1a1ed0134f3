"""One cell to one answer, per kind of question."""

from dataclasses import dataclass

from pipeline.model.responses import RawCell, Value
from pipeline.model.templates import Question


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


def read_answer(cell: RawCell, question: Question) -> Answer:
    """Read one cell as an answer to `question`; never raises."""
    raise NotImplementedError
