"""The page of what goes wrong at Google, `docs/google-faults.md`, from a sync in which each of it does.

`python -m tests.house.faults_page` writes it anew.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.house.faulty_syncs import EDITS, FAULTS, REQUESTS, Rehearsal, rehearsal

PAGE = Path(__file__).resolve().parents[2] / "docs" / "google-faults.md"

INTRO = """\
# What goes wrong at Google

Every fault that Google or the way to it can have, at every request of a sync, and what becomes of it. Made by
`python -m tests.house.faults_page`, which lets each of it happen to a sync on the emulator in
`tests/google_emulator/`: a spreadsheet with sign-ups, ideas, a summary and working tabs in which people
typed. A test makes it again and compares.

**In no cell of these tables is anything lost.** After each, every response, every decision, tick, name and
note of a person stands where it belongs, and the summary is what it would have been: at once, or after the
next sync where somebody changed something meanwhile. A sync that stops has changed nothing.

The requests of a sync: *token*, to be let in; *tabs*, which there are; *values*, what stands in them;
*again*, once more those of a people's tab in which a row changes; *write*, everything in one piece.
Only that last one
changes anything, so only there it matters whether it was done before it went wrong.

| in a cell | means |
|---|---|
| goes on | the sync does what it would have done |
| waits, goes on | the same, after it told that it waits and asked again |
| reads again | it began anew from the reading, because something else stood there |
| stops (4) | it stops with that exit code and says what to do: 1 failed, 4 access, 5 Google not reached |
"""


def page(there: Rehearsal) -> str:
    """The whole page, Markdown."""
    return "\n".join([intro(), *(section(there) for section in SECTIONS.values())])


def intro() -> str:
    """What stands above the tables."""
    return INTRO


def once(there: Rehearsal) -> str:
    """Faults that pass."""
    return f"## Once\n\n{_faults(there, lasting=False)}"


def always(there: Rehearsal) -> str:
    """Faults that stay."""
    return f"## From then on, every time\n\n{_faults(there, lasting=True)}"


def meanwhile(there: Rehearsal) -> str:
    """What people do while a sync runs."""
    rows = [
        [name, *(there.with_edit(deed, request) for request in (*REQUESTS[1:], ""))]
        for name, deed in EDITS.items()
    ]
    headers = ["somebody …", *(f"before *{name}*" for name in REQUESTS[1:]), "after *write*"]
    return f"## Meanwhile\n\n{table(headers, rows)}"


def _faults(there: Rehearsal, *, lasting: bool) -> str:
    moments = [(name, "before") for name in REQUESTS] + [("write", "after")]
    rows = [
        [name, *(there.with_fault(fault, *moment, lasting=lasting) for moment in moments)]
        for name, fault in FAULTS.items()
    ]
    headers = [f"*{name}*" for name in REQUESTS]
    return table(["fault", *headers[:-1], "*write*, not done", "*write*, done all the same"], rows)


SECTIONS = {"once": once, "always": always, "meanwhile": meanwhile}


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


if __name__ == "__main__":
    with TemporaryDirectory() as folder, rehearsal(Path(folder)) as made:
        PAGE.write_text(page(made), encoding="utf-8")
