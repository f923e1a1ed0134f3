"""The picture of who brought whom, as one file: an .svg to show, or an .html to print sheet by sheet."""

from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from pipeline.app.collector import without_collector
from pipeline.app.progress import Progress
from pipeline.app.sync import SILENT, read, work_out
from pipeline.app.workplace import Workplace
from pipeline.edges.page.svg import picture, printable
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.templates import Words
from pipeline.summaries.tree import tree
from pipeline.summaries.treedrawing import drawings

PICTURE, PAGE = ".svg", ".html"
USUAL: Final = "boom.html"
KINDS: Final = (PICTURE, PAGE)


def kind_of(file: Path) -> str:
    """What a file is to be: .svg, also on the terminal (`-`), or .html.

    Raises:
        UserError: it is of another kind.

    """
    kind = PICTURE if str(file) == "-" else file.suffix.lower()
    if kind in KINDS:
        return kind
    raise UserError(
        N_("I draw the tree as {kinds}, not as “{file}”."),
        todo=N_("Give it a name that ends in .svg, or in .html to print it."),
        exit_code=WRONG_USE,
        kinds=" / ".join(KINDS),
        file=file.name,
    )


@without_collector()
def draw_tree(
    workplace: Workplace, now: datetime, kind: str, progress: Progress = SILENT, *, codes: bool = False
) -> str:
    """The text of the picture; with `codes` no name stands in it.

    Raises:
        UserError: something cannot be read or understood.

    """
    outcome = work_out(workplace, read(workplace, progress), progress)
    words = Words(workplace.catalogue, outcome.settings.language)
    today = now.astimezone(ZoneInfo(outcome.settings.timezone)).date()
    sheets = drawings(tree(outcome, codes=codes), outcome, words, today)
    return picture(sheets) if kind == PICTURE else printable(sheets, words.language)
