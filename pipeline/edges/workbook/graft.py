"""The program's sheets put into a workbook in the place of their former selves; all else stays."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from pipeline.edges.workbook.package import (
    CONTENT_TYPES,
    MAIN,
    PACKAGE,
    RELATION,
    Package,
    Relation,
    SheetPart,
    content_types_xml,
    free_name,
    rels_name,
    xml,
)

LEFT_OUT: Final = frozenset({"calcChain", "sharedStrings", "styles"})
"""Parts of the old workbook that the new one does without, or has its own of."""

BEFORE_NAMES: Final = ("sheets", "functionGroups", "externalReferences")


@dataclass(slots=True)
class Graft:
    """`fresh` holds the program's new sheets and the styles of all; `base` is the old workbook.

    `dropped`: titles of the sheets of `base` that are not carried over; those in `renamed` stay
    beside the new ones, under another title.
    """

    base: Package
    fresh: Package
    dropped: frozenset[str]
    renamed: Mapping[str, str] = field(default_factory=dict)
    kept: list[SheetPart] = field(init=False)
    names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.kept = [
            replace(sheet, title=self.renamed.get(sheet.title, sheet.title))
            for sheet in self.base.sheets()
            if sheet.title not in self.dropped or sheet.title in self.renamed
        ]
        taken = self._carried()
        self.names = {}
        for part in sorted(self.fresh.reachable(sheet.part for sheet in self.fresh.sheets())):
            if not part.endswith(".rels"):
                self.names[part] = free_name(part, taken)
                taken.add(self.names[part])

    def parts(
        self, contents: Callable[[Package, SheetPart, bool], Iterable[bytes]]
    ) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Every part of the new workbook; `contents` gives those of a worksheet (selected or not)."""
        order = self._order()
        shown = next((sheet.title for sheet, _ in order if sheet.state == "visible"), "")
        yield CONTENT_TYPES, [self._content_types()]
        yield self.base.workbook, [self._workbook(order, shown)]
        yield rels_name(self.base.workbook), [self._workbook_relations()]
        yield self._styles_name(), [self.fresh.read(self.fresh.part_of_kind("styles") or "")]
        written = {sheet.part for sheet in self.kept if sheet.kind == "worksheet"}
        for name in sorted(self._carried() - written - {self.base.workbook, rels_name(self.base.workbook)}):
            yield name, [self.base.read(name)]
        for name in sorted(self.names):
            yield from self._fresh_part(name)
        for sheet, package in order:
            if sheet.kind == "worksheet":
                name = self.names[sheet.part] if package is self.fresh else sheet.part
                yield name, contents(package, sheet, sheet.title == shown)

    def _fresh_part(self, name: str) -> Iterator[tuple[str, Iterable[bytes]]]:
        """A new part that is no sheet, and the ties of any, by their new names."""
        if name not in {sheet.part for sheet in self.fresh.sheets()}:
            yield self.names[name], [self.fresh.read(name)]
        ties = self.fresh.relations(name)
        if ties:
            renamed = [
                tie if tie.external else replace(tie, target=f"/{self.names[tie.target]}") for tie in ties
            ]
            yield rels_name(self.names[name]), [_relations_xml(renamed)]

    def _carried(self) -> set[str]:
        """The parts of the old workbook that stay."""
        lost = {sheet.part for sheet in self.base.sheets()} - {sheet.part for sheet in self.kept}
        around = [tie.target for tie in self.base.relations("") if tie.target != self.base.workbook]
        ties = self.base.relations(self.base.workbook)
        inside = [tie.target for tie in ties if tie.kind not in LEFT_OUT and tie.target not in lost]
        reached = self.base.reachable([*around, *inside])
        return reached | {rels_name(""), self.base.workbook, rels_name(self.base.workbook)}

    def _order(self) -> list[tuple[SheetPart, Package]]:
        """The sheets in the order of the old tabs; a new one stands behind the one it follows."""
        fresh = {sheet.title: sheet for sheet in self.fresh.sheets()}
        former = {sheet.title: sheet for sheet in self.base.sheets()}
        kept = {sheet.title: sheet for sheet in self.kept}
        titles = [title for title in former if title in fresh or title in kept]
        behind = -1
        for title in fresh:
            if title not in titles:
                titles.insert(behind + 1, title)
            behind = titles.index(title)
        titles += [title for title in kept if title not in titles]
        return [
            (_as_it_was(fresh[title], former.get(title)), self.fresh)
            if title in fresh
            else (kept[title], self.base)
            for title in titles
        ]

    def _styles_name(self) -> str:
        return self.base.part_of_kind("styles") or "xl/styles.xml"

    def _workbook_ties(self) -> list[Relation]:
        """What the new workbook hangs together with; the sheets that stay keep their numbers."""
        lost = {sheet.relation for sheet in self.base.sheets()} - {sheet.relation for sheet in self.kept}
        ties = [
            tie
            for tie in self.base.relations(self.base.workbook)
            if tie.id not in lost and tie.kind not in LEFT_OUT
        ]
        taken = {tie.id for tie in ties}
        for kind, part in [
            ("styles", self._styles_name()),
            *(("worksheet", self.names[sheet.part]) for sheet in self.fresh.sheets()),
        ]:
            number = free_name("rId1", taken)
            taken.add(number)
            ties.append(Relation(number, f"{RELATION}/{kind}", part))
        return ties

    def _workbook_relations(self) -> bytes:
        ties = self._workbook_ties()
        return _relations_xml(
            [tie if tie.external else replace(tie, target=f"/{tie.target}") for tie in ties]
        )

    def _content_types(self) -> bytes:
        endings, parts = self.base.content_types()
        new_endings, new_parts = self.fresh.content_types()
        carried = self._carried() | {self._styles_name()}
        types = {part: kind for part, kind in parts.items() if part in carried}
        types.update({self.names[part]: kind for part, kind in new_parts.items() if part in self.names})
        types[self._styles_name()] = new_parts[self.fresh.part_of_kind("styles") or ""]
        return content_types_xml({**new_endings, **endings}, types)

    def _workbook(self, order: Sequence[tuple[SheetPart, Package]], shown: str) -> bytes:
        root = deepcopy(self.base.root)
        relations = {tie.target: tie.id for tie in self._workbook_ties() if not tie.external}
        sheets = next(root.iter(f"{{{MAIN}}}sheets"))
        numbers = {node.get("name"): node.get("sheetId", "1") for node in sheets}
        fresh_number = max((int(number) for number in numbers.values()), default=0)
        for node in list(sheets):
            sheets.remove(node)
        for sheet, package in order:
            if sheet.title not in numbers:
                fresh_number += 1
                numbers[sheet.title] = str(fresh_number)
            node = etree.SubElement(
                sheets, f"{{{MAIN}}}sheet", name=sheet.title, sheetId=numbers[sheet.title]
            )
            if sheet.state != "visible":
                node.set("state", sheet.state)
            part = self.names[sheet.part] if package is self.fresh else sheet.part
            node.set(f"{{{RELATION}}}id", relations[part])
        titles = [sheet.title for sheet, _ in order]
        self._define_names(root, titles)
        for view in root.iter(f"{{{MAIN}}}workbookView"):
            view.set("firstSheet", "0")
            view.set("activeTab", str(titles.index(shown) if shown in titles else 0))
        _recalculate(root)
        return xml(root)

    def _define_names(self, root: etree._Element, titles: Sequence[str]) -> None:
        """Names of the old workbook, and those of the new sheets (rows to repeat, filters)."""
        old = root.find(f"{{{MAIN}}}definedNames")
        names = _names(old, [sheet.title for sheet in self.base.sheets()])
        kept = {sheet.title for sheet in self.kept}
        names = [(node, title) for node, title in names if title is None or title in kept]
        names += _names(
            self.fresh.root.find(f"{{{MAIN}}}definedNames"), [s.title for s in self.fresh.sheets()]
        )
        if old is None:
            old = etree.Element(f"{{{MAIN}}}definedNames")
            _insert_after(root, old, BEFORE_NAMES)
        for node in list(old):
            old.remove(node)
        for node, title in names:
            if title is not None:
                node.set("localSheetId", str(titles.index(title)))
            old.append(node)
        if not len(old):
            root.remove(old)


def _names(defined: etree._Element | None, titles: Sequence[str]) -> list[tuple[etree._Element, str | None]]:
    """Each defined name with the title of the sheet it belongs to, if it belongs to one."""
    if defined is None:
        return []
    return [
        (deepcopy(node), titles[int(number)] if (number := node.get("localSheetId")) else None)
        for node in defined
    ]


def _recalculate(root: etree._Element) -> None:
    """People's formulas may look at the program's sheets: let them be worked out on opening."""
    settings = root.find(f"{{{MAIN}}}calcPr")
    if settings is None:
        settings = etree.Element(f"{{{MAIN}}}calcPr")
        _insert_after(root, settings, (*BEFORE_NAMES, "definedNames"))
    settings.set("fullCalcOnLoad", "1")


def _insert_after(root: etree._Element, node: etree._Element, names: Sequence[str]) -> None:
    places = [at for at, child in enumerate(root) if etree.QName(child).localname in names]
    root.insert(places[-1] + 1, node)


def _as_it_was(sheet: SheetPart, former: SheetPart | None) -> SheetPart:
    """A tab that somebody hid stays hidden; one that is always hidden stays so too."""
    if former is None or sheet.state != "visible":
        return sheet
    return replace(sheet, state=former.state)


def _relations_xml(ties: Iterable[Relation]) -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{PACKAGE}"/>')
    for tie in ties:
        node = etree.SubElement(root, f"{{{PACKAGE}}}Relationship", Id=tie.id, Type=tie.type)
        node.set("Target", tie.target)
        if tie.external:
            node.set("TargetMode", "External")
    return xml(root)
