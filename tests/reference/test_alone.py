"""The commands that do one thing, on published material with its truth."""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pipeline.app.chains import chains
from pipeline.app.tally import tally
from pipeline.stages.tally import Rules


@pytest.fixture(scope="module")
def material(folder: Path) -> Path:
    return folder.parent


def truth_of(path: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return truth


@pytest.mark.parametrize("name", ["faux", "fauxmadrona"])
def test_chains(material: Path, name: str) -> None:
    path = material / "chains" / f"{name}.csv"
    truth = truth_of(path.with_suffix(".truth.json"))
    found: dict[str, Any] = chains(path, "person", "recruiter")
    with path.open(encoding="utf-8", newline="") as file:
        published = {row["person"]: (int(row["wave"]), row["seed"]) for row in csv.DictReader(file)}
    people = found["people"]
    assert {person: (one["wave"], one["seed"]) for person, one in people.items()} == published
    assert {person: one["recruits"] for person, one in people.items()} == truth["recruits_per_person"]
    assert {person: one["descendants"] for person, one in people.items()} == truth["descendants"]
    assert (found["seeds"], found["max_wave"]) == (truth["seeds"], truth["max_wave"])
    assert found["tree_sizes"] == truth["tree_size_per_seed"]
    table = truth["recruitment_table"]
    assert found["recruitment"] == {attribute: one["counts"] for attribute, one in table.items()}
    assert {
        attribute: (one["links"], one["same"], one["share"]) for attribute, one in found["homophily"].items()
    } == {
        attribute: (one["total"], one["same_group"], round(one["share_same_group"], 4))
        for attribute, one in table.items()
    }
    assert found["findings"] == []


def totals(document: dict[str, Any]) -> dict[str, int]:
    assert document["votes"]["counted"] + len(document["votes"]["refused"]) == document["votes"]["cast"]
    return {idea["id"]: idea["stickers"]["total"] for idea in document["ideas"]}


@pytest.mark.parametrize("shape", ["long", "wide"])
def test_three_stickers(material: Path, shape: str) -> None:
    votes = material / "votes"
    truth = truth_of(votes / "katowice_2025_zarzecze.truth.json")
    counted: dict[str, Any] = tally(
        votes / "katowice_2025_zarzecze_ideas.csv",
        votes / f"katowice_2025_zarzecze_votes_{shape}.csv",
        Rules(),
    )
    assert totals(counted) == truth["published_score"]
    assert {idea["id"]: idea["rank"] for idea in counted["ideas"]} == truth["competition_rank"]
    assert counted["votes"] == {
        "ballots": truth["n_voters_in_file"],
        "cast": truth["total_stickers"],
        "counted": truth["total_stickers"],
        "refused": [],
        "prizes": [
            {"place": place, "ideas": [idea]} for place, idea in enumerate(truth["top3_by_stickers"], 1)
        ],
        "tie_at_cut": None,
    }
    assert {idea["number"] for idea in counted["ideas"]} == {None}
    assert counted["findings"] == []


def zurich(material: Path, *groups: str) -> tuple[dict[str, Any], dict[str, Any]]:
    votes = material / "votes"
    files = votes / "zurich_S5D10_ideas.csv", votes / "zurich_S5D10_votes_long.csv"
    return tally(*files, Rules(stickers=10), *groups), truth_of(votes / "zurich_S5D10.truth.json")


def test_ten_stickers_and_a_tie(material: Path) -> None:
    counted, truth = zurich(material)
    assert totals(counted) == truth["published_score"]
    assert {idea["id"]: idea["rank"] for idea in counted["ideas"]} == truth["competition_rank"]
    assert counted["votes"] == {
        "ballots": 180,
        "cast": truth["total_stickers"],
        "counted": truth["total_stickers"],
        "refused": [],
        "prizes": [{"place": 1, "ideas": ["14"]}, {"place": 2, "ideas": ["5"]}],
        "tie_at_cut": {"place": 3, "ideas": ["13", "24"], "outcome": None},
    }


def test_no_stickers_for_the_own_group(material: Path) -> None:
    counted, truth = zurich(material, "idea_group", "voter_group")
    own = truth["own_group_rule"]
    assert totals(counted) == own["valid_score"]
    refused = counted["votes"]["refused"]
    assert {one["reason"] for one in refused} == {"own_group"}
    assert len(refused) == own["own_group_stickers_total"]
    assert len({one["row"] for one in refused}) == own["own_group_ballot_lines"]
    assert Counter(one["idea"] for one in refused) == own["own_group_stickers_per_idea"]
