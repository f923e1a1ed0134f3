"""A workbook file as its parts: which sheets it holds, and what hangs together with what."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES: Final = "[Content_Types].xml"
DATED: Final = (2000, 1, 1, 0, 0, 0)
"""Every part bears the same date, so that the same content gives the same file."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A part's tie to another; `target` is a part's name, or an address when `external`."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type, such as "worksheet", "styles" or "hyperlink"."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet: `kind` is "worksheet", "chartsheet" …, `state` "visible", "hidden" or "veryHidden"."""

    title: str
    part: str
    kind: str
    state: str
    relation: str


class Package:
    """An open .xlsx file, read part by part."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())
        self.workbook = next(
            relation.target for relation in self.relations("") if relation.kind == "officeDocument"
        )
        self.root = etree.fromstring(self.read(self.workbook))

    @property
    def ordinary(self) -> bool:
        """Whether it is written in the usual vocabulary (the rare "strict" one differs everywhere)."""
        return etree.QName(self.root).namespace == MAIN

    def read(self, name: str) -> bytes:
        """One part."""
        return self._archive.read(name)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The ties of one part ("" = of the package); none when it has none."""
        name = rels_name(part)
        if name not in self.names:
            return ()
        folder = posixpath.dirname(part)
        return tuple(
            Relation(
                id=node.get("Id", ""),
                type=node.get("Type", ""),
                target=node.get("Target", "") if external else _absolute(folder, node.get("Target", "")),
                external=external,
            )
            for node in etree.fromstring(self.read(name))
            for external in (node.get("TargetMode") == "External",)
        )

    def sheets(self) -> tuple[SheetPart, ...]:
        """The sheets, in the order of the tabs."""
        ties = {relation.id: relation for relation in self.relations(self.workbook)}
        return tuple(
            SheetPart(
                title=node.get("name", ""),
                part=ties[node.get(f"{{{RELATION}}}id", "")].target,
                kind=ties[node.get(f"{{{RELATION}}}id", "")].kind,
                state=node.get("state", "visible"),
                relation=node.get(f"{{{RELATION}}}id", ""),
            )
            for node in self.root.iter(f"{{{MAIN}}}sheet")
        )

    def part_of_kind(self, kind: str) -> str | None:
        """The one part of the workbook of this kind ("styles", "sharedStrings"), when there is one."""
        ties = (relation.target for relation in self.relations(self.workbook) if relation.kind == kind)
        return next(ties, None)

    def reachable(self, start: Iterable[str]) -> set[str]:
        """These parts and all that hang on them, with the parts that say so."""
        found: set[str] = set()
        waiting = [name for name in start if name in self.names]
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            found.add(name)
            ties = self.relations(name)
            if ties:
                found.add(rels_name(name))
            waiting.extend(tie.target for tie in ties if not tie.external and tie.target in self.names)
        return found

    def content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        """The types by file ending, and by part."""
        endings: dict[str, str] = {}
        parts: dict[str, str] = {}
        for node in etree.fromstring(self.read(CONTENT_TYPES)):
            if etree.QName(node).localname == "Default":
                endings[node.get("Extension", "")] = node.get("ContentType", "")
            else:
                parts[node.get("PartName", "").lstrip("/")] = node.get("ContentType", "")
        return endings, parts


def rels_name(part: str) -> str:
    """Where the ties of a part are written down."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, or the same with the next number that is free."""
    stem, ending = posixpath.splitext(name)
    stem = re.sub(r"\d+$", "", stem)
    number = 1
    while name in taken:
        name = f"{stem}{number}{ending}"
        number += 1
    return name


def xml(root: etree._Element) -> bytes:
    """An element as a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def content_types_xml(endings: Mapping[str, str], parts: Mapping[str, str]) -> bytes:
    """The part that names every part's type."""
    root = etree.fromstring(f'<Types xmlns="{TYPES}"/>')
    for ending, kind in sorted(endings.items()):
        etree.SubElement(root, f"{{{TYPES}}}Default", Extension=ending, ContentType=kind)
    for part, kind in sorted(parts.items()):
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{part}", ContentType=kind)
    return xml(root)


def write_parts(archive: ZipFile, parts: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Write the parts, each in pieces, all with the same date."""
    for name, pieces in parts:
        info = ZipInfo(name, DATED)
        info.compress_type = ZIP_DEFLATED
        info.create_system = 0
        with archive.open(info, "w", force_zip64=True) as stream:
            for piece in gathered(pieces):
                stream.write(piece)


def gathered(pieces: Iterable[bytes], size: int = 1 << 17) -> Iterator[bytes]:
    """Small pieces joined to larger ones: compressing row by row would be slow."""
    waiting: list[bytes] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= size:
            yield b"".join(waiting)
            waiting, length = [], 0
    yield b"".join(waiting)


def _absolute(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
