"""`export`: the results document, for other programs."""

import json
from pathlib import Path

from tests.commands.atelier import samenkracht


def test_to_the_terminal(responses: Path) -> None:
    ran = samenkracht("export", responses, "--json", "-")
    document = json.loads(ran.out)
    assert ran.code == 0
    assert document["schema"] == "samenkracht-results/1"
    assert [meeting["present"] for meeting in document["meetings"]] == [2, 4, None, None]
    assert "Truus" not in ran.out


def test_to_a_file(responses: Path) -> None:
    ran = samenkracht("export", "--json", "uit.json", "--quiet")
    assert (ran.out, ran.err) == ("De uitkomsten staan in uit.json.\n", "")
    assert (responses.parent / "uit.json").read_text("utf-8") == samenkracht("export", "--json", "-").out
    assert not (responses.parent / "samenvatting.xlsx").exists()


def test_decisions_in_the_summary_count(responses: Path, question: str) -> None:
    before = json.loads(samenkracht("export", "--json", "-").out)
    samenkracht("review", "--decide", f"{question}=same")
    after = json.loads(samenkracht("export", "--json", "-").out)
    assert len(before["participants"]) - len(after["participants"]) == 1


def test_a_file_that_cannot_be_written(responses: Path) -> None:
    ran = samenkracht("export", "--json", "weg/uit.json")
    assert ran.code == 1
    assert ran.err.endswith(
        "Fout: uit.json kan niet geschreven worden.\n  Kies een map waarin u bestanden mag maken.\n"
    )


def test_where_to_is_required(responses: Path) -> None:
    assert samenkracht("export").code == 2
