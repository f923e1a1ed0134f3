"""What people added to a tab of the program: notes, pictures, charts of their own."""

from collections import Counter
from typing import Final

from lxml import etree

from pipeline.edges.workbook.package import Package, SheetPart
from pipeline.edges.workbook.sheets import is_sealed

OURS: Final = frozenset({"comments", "vmlDrawing", "drawing", "hyperlink", "printerSettings"})
"""The parts that a tab of the program may hang together with."""

DRAWN: Final = frozenset({"pic", "sp", "cxnSp", "grpSp"})


def has_additions(package: Package, sheet: SheetPart, charts: int) -> bool:
    """Whether somebody added to a tab for which the program itself draws this many charts."""
    ties = package.relations(sheet.part)
    if not all(tie.kind in OURS for tie in ties):
        return True
    parts = ((tie.kind, package.read(tie.target)) for tie in ties if tie.kind in {"comments", "drawing"})
    return any(_adds(kind, etree.fromstring(part), charts) for kind, part in parts)


def _adds(kind: str, root: etree._Element, charts: int) -> bool:
    """Whether the notes of a tab, or what is drawn in it, are more than the program's."""
    if kind == "comments":
        return not all(map(_is_ours, root.iter("{*}comment")))
    drawn = Counter(etree.QName(node).localname for node in root.iter(etree.Element))
    return not DRAWN.isdisjoint(drawn) or drawn["graphicFrame"] > charts


def _is_ours(note: etree._Element) -> bool:
    """Whether a note stands there as the program wrote it, whoever saved it since."""
    return is_sealed("".join(part.text or "" for part in note.iter("{*}t")))
