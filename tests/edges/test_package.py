"""A workbook file as its parts."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from pipeline.edges.workbook.package import Package, free_name, gathered, rels_name
from tests.edges.workbooks import draft, people, tab, written

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def package(ties: dict[str, list[str]]) -> Package:
    """A workbook of parts that hang together as said."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for part, targets in {"": ["/book.xml"], **ties}.items():
            nodes = "".join(
                f'<Relationship Id="r{number}" Type="{"y" if part else "officeDocument"}" Target="{target}"/>'
                for number, target in enumerate(targets)
            )
            archive.writestr(rels_name(part), f'<Relationships xmlns="{RELS}">{nodes}</Relationships>')
            if part:
                archive.writestr(part, "<a/>")
    return Package(ZipFile(stream))


def test_what_hangs_together() -> None:
    book = package(
        {
            "book.xml": ["sheets/a.xml", "sheets/b.xml", "gone.xml"],
            "sheets/a.xml": ["../media/x.png"],
            "sheets/b.xml": ["/media/x.png", "a.xml"],
            "media/x.png": [],
        }
    )

    assert book.reachable(["sheets/b.xml", "nowhere"]) == {
        "sheets/a.xml",
        "sheets/_rels/a.xml.rels",
        "sheets/b.xml",
        "sheets/_rels/b.xml.rels",
        "media/x.png",
    }
    assert not book.ordinary
    assert book.part_of_kind("styles") is None


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("xl/charts/chart1.xml", set(), "xl/charts/chart1.xml"),
        ("xl/charts/chart2.xml", {"xl/charts/chart2.xml"}, "xl/charts/chart1.xml"),
        ("xl/charts/chart1.xml", {"xl/charts/chart1.xml", "xl/charts/chart2.xml"}, "xl/charts/chart3.xml"),
        ("rId1", {"rId1"}, "rId2"),
    ],
)
def test_a_name_that_is_free(name: str, taken: set[str], expected: str) -> None:
    assert free_name(name, taken) == expected


def test_small_pieces_are_gathered() -> None:
    assert list(gathered([b"ab", b"c", b"defg", b"h"], size=3)) == [b"abc", b"defg", b"h"]


def test_every_part_bears_the_same_date(tmp_path: Path) -> None:
    path = written(tmp_path / "s.xlsx", draft(tab(people())))

    with ZipFile(path) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.testzip() is None
        core = archive.read("docProps/core.xml")
    said = {etree.QName(node).localname: node.text for node in etree.fromstring(core)}
    assert said == {
        "creator": "samenkracht",
        "keywords": "samenkracht",
        "title": "Atelier Samenkracht",
        "created": "2000-01-01T00:00:00Z",
        "modified": "2000-01-01T00:00:00Z",
    }
