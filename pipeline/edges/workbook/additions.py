"""What people added to a tab of the program: notes, pictures, charts of their own."""

from typing import Final

from lxml import etree

from pipeline.edges.workbook.package import Package, SheetPart
from pipeline.edges.workbook.sheets import AUTHOR

OURS: Final = frozenset({"comments", "vmlDrawing", "drawing", "hyperlink", "printerSettings"})
"""The parts that a tab of the program may hang together with."""

DRAWN: Final = frozenset({"pic", "sp", "cxnSp", "grpSp"})


def has_additions(package: Package, sheet: SheetPart, charts: int) -> bool:
    """Whether somebody added to a tab for which the program itself draws this many charts."""
    ties = package.relations(sheet.part)
    if not all(tie.kind in OURS for tie in ties):
        return True
    parts = {tie.kind: _names(package, tie.target) for tie in ties if tie.kind in {"comments", "drawing"}}
    drawing = parts.get("drawing", [])
    authors = [text for name, text in parts.get("comments", []) if name == "author"]
    return (
        any(author != AUTHOR for author in authors)
        or any(name in DRAWN for name, _ in drawing)
        or sum(name == "graphicFrame" for name, _ in drawing) > charts
    )


def _names(package: Package, part: str) -> list[tuple[str, str]]:
    """Every element of a part by its plain name, with its text."""
    root = etree.fromstring(package.read(part))
    return [(etree.QName(node).localname, node.text or "") for node in root.iter(etree.Element)]
