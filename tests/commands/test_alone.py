"""Commands that do one thing, on any list."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.commands.atelier import samenkracht, write_workbook

SCHEMAS = Path(__file__).parents[2] / "sheet_templates" / "schema"

CIRCLE = """\
Wie;Door wie;Rol;Wijk
Noor;;bewoner;Oost
Sem;Noor;bewoner;Oost
Lot;Sem;buur;West
Kees;Kees;buur;West
Ad;Bo;buur;Oost
Bo;Ad;buur;Oost
"""


@pytest.fixture
def circle(folder: Path) -> Path:
    path = folder / "kring.csv"
    path.write_text(CIRCLE, encoding="utf-8")
    return path


def validate(document: object, name: str) -> None:
    Draft202012Validator(json.loads((SCHEMAS / name).read_text("utf-8"))).validate(document)


def test_chains(circle: Path) -> None:
    ran = samenkracht("chains", circle, "--person", "wie", "--recruiter", "Door wie", "--json", "-")
    document = json.loads(ran.out)
    validate(document, "samenkracht-chains-1.json")
    assert (ran.code, ran.err) == (0, "")
    assert document["people"]["Lot"] == {"wave": 2, "seed": "Noor", "recruits": 0, "descendants": 0}
    assert document["seeds"] == ["Bo", "Kees", "Noor"]
    assert document["max_wave"] == 2
    assert document["tree_sizes"] == {"Bo": 2, "Kees": 1, "Noor": 3}
    assert document["recruitment"] == {
        "Rol": {"bewoner->bewoner": 1, "bewoner->buur": 1, "buur->buur": 1},
        "Wijk": {"Oost->Oost": 2, "Oost->West": 1},
    }
    assert document["homophily"] == {
        "Rol": {"links": 3, "same": 2, "share": 0.6667, "expected": 0.4444, "ratio": 1.5},
        "Wijk": {"links": 3, "same": 2, "share": 0.6667, "expected": 0.6667, "ratio": 1},
    }
    assert document["findings"] == [
        {
            "code": "invited_by_self",
            "severity": "warn",
            "where": {"form": "chains", "row": 5, "question": "recruiter"},
            "with": None,
            "about": None,
            "details": {"guest": "Kees"},
        },
        {
            "code": "invitation_circle",
            "severity": "warn",
            "where": {"form": "chains", "row": 7, "question": "recruiter"},
            "with": None,
            "about": None,
            "details": {"circle": ["Ad", "Bo"], "guest": "Bo", "inviter": "Ad"},
        },
    ]


def test_chains_by_a_chosen_attribute_to_a_file(circle: Path) -> None:
    asked = ("--person", "Wie", "--recruiter", "Door wie", "--attribute", "wijk", "--seed-value", "Sem")
    ran = samenkracht("chains", circle, *asked, "--json", "uit.json")
    document = json.loads((circle.parent / "uit.json").read_text("utf-8"))
    assert ran.out == "De uitkomsten staan in uit.json.\n"
    assert list(document["recruitment"]) == ["wijk"]
    assert document["people"]["Lot"]["wave"] == 0


def test_chains_of_the_tab_that_has_the_columns(folder: Path) -> None:
    book = write_workbook(
        folder / "ring.xlsx", "# Uitleg\n| Lees mij |\n# Ring\n| Wie | Door |\n| 7 | |\n| 8 | 7 |"
    )
    document = json.loads(
        samenkracht("chains", book, "--person", "wie", "--recruiter", "door", "--json", "-").out
    )
    assert document["tree_sizes"] == {"7": 2}


def test_a_column_that_is_not_there(circle: Path) -> None:
    ran = samenkracht("chains", circle, "--person", "Wie", "--recruiter", "Via", "--json", "-")
    assert ran.code == 2
    assert ran.err == (
        "Fout: ‘kring.csv’ heeft geen kolom ‘Via’.\n"
        "  De kolommen zijn: Wie, Door wie, Rol, Wijk.\n"
        "  Noem een kolom zoals die er staat.\n"
    )


def test_an_empty_file(folder: Path) -> None:
    (folder / "leeg.csv").write_text("\n\n")
    ran = samenkracht("chains", "leeg.csv", "--person", "Wie", "--recruiter", "Via", "--json", "-")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Fout: ‘leeg.csv’ is leeg.\n  Noem het bestand waarin de lijst staat.\n"


@pytest.fixture
def box(folder: Path) -> Path:
    (folder / "ideeen.csv").write_text("id,titel,van\nK/1,Koor,1\n2,Tuin,2\n3,Markt,\n", "utf-8")
    (folder / "briefjes.csv").write_text(
        "stemmer,tafel,sticker_1,sticker_2,sticker_3\nNoor,1,K/1,2,2\nSem,,2,3,\n", "utf-8"
    )
    return folder


def counted(*asked: str) -> dict[str, Any]:
    ran = samenkracht("tally", "ideeen.csv", *asked, "--json", "-")
    assert (ran.code, ran.err) == (0, "")
    document: dict[str, Any] = json.loads(ran.out)
    validate(document, "samenkracht-tally-1.json")
    return document


def test_tally(box: Path) -> None:
    document = counted("briefjes.csv", "--idea-group", "van", "--voter-group", "tafel")
    assert [
        (idea["id"], idea["number"], idea["text"], idea["group"], idea["stickers"]["total"], idea["rank"])
        for idea in document["ideas"]
    ] == [("K/1", None, "Koor", "1", 0, None), ("2", 2, "Tuin", "2", 3, 1), ("3", 3, "Markt", None, 1, 2)]
    assert document["votes"] == {
        "ballots": 2,
        "cast": 5,
        "counted": 4,
        "refused": [{"form": "vote", "row": 2, "sticker": 1, "idea": "K/1", "reason": "own_group"}],
        "prizes": [{"place": 1, "ideas": ["2"]}, {"place": 2, "ideas": ["3"]}],
        "tie_at_cut": None,
    }
    assert document["findings"] == []


def test_tally_with_other_rules(box: Path) -> None:
    votes = counted("briefjes.csv", "--stickers", "2", "--cap", "1")["votes"]
    assert [one["reason"] for one in votes["refused"]] == ["too_many"]


def test_tally_of_long_ballots_with_a_tie(box: Path) -> None:
    (box / "lang.csv").write_text("voter,idea,stickers\na,K/1,1\nb,2,1\nc,3,1\n,4,1\nd,5,0\n", "utf-8")
    (box / "ideeen.csv").write_text("idea\nK/1\n2\n3\n4\n5\n", "utf-8")
    document = counted("lang.csv")
    assert document["votes"]["tie_at_cut"] == {"place": 1, "ideas": ["K/1", "2", "3", "4"], "outcome": None}
    assert [one["code"] for one in document["findings"]] == ["ballot_without_name"]


def test_tally_of_what_other_programs_call_it(box: Path) -> None:
    """Numbers beside the ideas themselves; projects and points; the forms of an Atelier."""
    (box / "ideeen.csv").write_text("Nummer;Idee\n1;Koor\n2;Tuin\n", "utf-8")
    (box / "punten.csv").write_text("voter_id;project_id;points\na;1;2.0\na;2;1\nb;2;0\n", "utf-8")
    (box / "stemmen.csv").write_text(
        'Tijdstempel,"Wat is uw naam, of de code op uw naamkaartje?",Sticker 1: nummer van het idee\n'
        "1-10-2026 21:00:00,Noor,1\n1-10-2026 21:05:00,Noor,2\n",
        "utf-8",
    )
    (box / "telling.csv").write_text("Nummer van het idee,Hoeveel stickers?\n2,3\n", "utf-8")
    totals = {}
    for name in ("punten", "stemmen", "telling"):
        document = counted(f"{name}.csv")
        assert [idea["text"] for idea in document["ideas"]] == ["Koor", "Tuin"]
        totals[name] = [idea["stickers"]["total"] for idea in document["ideas"]]
    assert totals == {"punten": [2, 1], "stemmen": [0, 1], "telling": [0, 3]}


def test_one_group_column_is_not_enough(box: Path) -> None:
    ran = samenkracht("tally", "ideeen.csv", "briefjes.csv", "--idea-group", "van", "--json", "-")
    assert ran.code == 2
    assert ran.err == (
        "Fout: Eén kolom met groepen is niet genoeg.\n"
        "  Om te zien wat van de eigen groep is, heb ik die van de ideeën en die van de stemmers nodig.\n"
        "  Noem --idea-group en --voter-group allebei, of geen van beide.\n"
    )


def test_ballots_without_ideas(box: Path) -> None:
    ran = samenkracht("tally", "ideeen.csv", "ideeen.csv", "--json", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "heeft geen kolom ‘idea’" in ran.err
