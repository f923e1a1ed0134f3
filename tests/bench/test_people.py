"""The table of the benchmark of matching."""

import json
from pathlib import Path

import people
import pytest
from people_measure import score
from people_sets import Listed, labelled, public, signups

FAMILIES = ("Bolk", "Daalmeer", "Effing", "Gorsdal", "Hoepla", "Imhof", "Kwinten", "Lansdorp", "Nagtzaam")
LISTED = Listed(
    "two", ("Naam", "E-mail"), [["Jan Kwast", "jan@post.test"], ["J. Kwast", "jan@post.test"]], [1, 1]
)


def test_a_line_of_the_table() -> None:
    cells = people.line(
        LISTED, "us", score("aa", "xx"), people.Took(1.234, 56, 1.2), ("-0.5%", "0.0", "1.0000")
    )
    assert dict(zip(people.TITLES, cells, strict=True)) == {
        "list": "two", "by": "us", "rows": "2", "precision": "1.0000", "recall": "1.0000", "F1": "1.0000",
        "F1 per row": "1.0000", "people": "+0.0%", "probably": "-0.5%", "asked per 100": "0.0",
        "F1 after": "1.0000", "wall s": "1.23", "peak MB": "56",
    }  # fmt: skip


def test_a_line_of_whole_commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def timed(*command: str | Path) -> people.Took:
        return people.Took(9.0, 9, 0.1) if "-c" in command else next(took)

    took = iter([people.Took(2.0, 30, 1.5), people.Took(1.3, 31, 1.25), people.Took(3.0, 32, 2.5)])
    monkeypatch.setattr(people, "timed", timed)
    cells = people.speed(LISTED, tmp_path)
    assert dict(zip(people.SPEED_TITLES, cells, strict=True)) == {
        "rows": "2", "processor s": "1.25", "wall s": "1.30", "× plain": "12.5", "peak MB": "31",
    }  # fmt: skip


def test_the_usual_threshold_and_the_best_one() -> None:
    found = dict(people.best({"0.95": "ab", "0.5": "aa"}, "xx"))
    assert {by: (name, one.f1) for by, (name, one) in found.items()} == {
        "at": ("0.95", 0.0),
        "best at": ("0.5", 1.0),
    }
    assert [by for by, _ in people.best({"only": "aa"}, "xx")] == ["at"]


def test_a_list_as_its_peers_want_it(tmp_path: Path) -> None:
    LISTED.write(tmp_path / "list.csv")
    people.parse(tmp_path / "list.csv", tmp_path / "parsed.csv")
    assert people.column(tmp_path / "parsed.csv", "given") == ["jan", "j"]
    assert people.column(tmp_path / "parsed.csv", "family") == ["kwast", "kwast"]
    assert people.column(tmp_path / "parsed.csv", "email") == ["jan@post.test"] * 2


def test_who_is_who_after_the_answers(tmp_path: Path) -> None:
    others = [[f"{first} {last}", ""] for first in ("Aad", "Bep", "Cor", "Dora", "Evy") for last in FAMILIES]
    rows = [["Jan Kwast", "jan@post.test"], ["Jan Kwast", ""], *others]
    listed = Listed("many", LISTED.header, rows, [1, 1, *range(2, 47)])
    listed.write(tmp_path / "list.csv")
    (tmp_path / "truth.json").write_text(json.dumps(listed.truth))
    people.answered(tmp_path / "list.csv", tmp_path / "truth.json", tmp_path / "after.json")
    found = json.loads((tmp_path / "after.json").read_text())
    assert found[0] == found[1]
    assert len(set(found)) == 46


def test_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    made = signups(10, 3)
    assert made.name == "sign-ups, 10 people"
    assert len(made.rows) == len(made.truth)
    only = made.only(("Postcode", "Naam"), "few")
    assert (only.header, only.rows[0]) == (("Postcode", "Naam"), [made.rows[0][3], made.rows[0][0]])
    monkeypatch.delenv("SAMENKRACHT_REFERENCE", raising=False)
    assert list(public()) == []


def test_a_list_of_ones_own_with_its_truth(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "Naam,cluster,E-mail\nJan Kwast,1,jan@post.test\nJ. Kwast,1,jan@post.test\n", encoding="utf-8"
    )
    assert labelled(path) == Listed("mine", LISTED.header, LISTED.rows, ["1", "1"])
