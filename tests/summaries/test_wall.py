"""What the wall shows: every name that may stand there, and nothing that is still a secret."""

import json
from dataclasses import replace
from typing import Any

from pipeline.stages.prizes import Prize, TieAtCut
from pipeline.stages.run import Outcome
from pipeline.stages.votes import Stickers, Votes
from pipeline.summaries.wall import LABELS, Shown, places, scene, status
from tests.summaries.scene import EMPTY, LIVELY, idea, words

VOTES = LIVELY.votes
OPEN_TIE = replace(
    VOTES,
    prizes=(Prize(1, (1,)),),
    tie_at_cut=TieAtCut(2, (2, 3), None),
)


def shown(outcome: Outcome = LIVELY, votes: Votes | None = None, language: str = "nl", **how: Any) -> Any:
    return scene(outcome, votes or outcome.votes, Shown(**how), words(language))


def board(votes: Votes, revealed: int) -> list[tuple[int, list[int] | None, str]]:
    """Place, ideas and tie of every row, from the first place down."""
    result = shown(votes=votes, view="result", revealed=revealed)["result"]
    return [
        (row["place"], row["ideas"] and [card["number"] for card in row["ideas"]], row["tie"])
        for row in result["places"]
    ]


def test_only_who_may_be_named_with_an_idea_is_named() -> None:
    """Fatma said yes; Ans said no, Jan gave no consent, the others are known to nobody."""
    card = shown()["ideas"][0]
    assert (card["names"], card["others"], card["tables"]) == (("Fatma Yılmaz",), "en anderen", ["tafel 1"])
    told = json.dumps(shown(revealed=2), ensure_ascii=False)
    for name in ("Kuiper", "Pronk", "Jan van boven", "Sjaan", "de Wit", "Blok", "P4WX2", "K3RT8"):
        assert name not in told


def test_nobody_without_a_yes_is_named_in_what_others_wrote() -> None:
    outcome = replace(
        LIVELY, ideas=(idea(1, "Ans Kuiper bakt, Fatma Yılmaz proeft", groups=("ans kuiper",)),)
    )
    card = shown(outcome)["ideas"][0]
    assert (card["text"], card["tables"]) == ("… bakt, Fatma Yılmaz proeft", ["tafel …"])


def test_joined_ideas_hang_under_the_one_that_leads() -> None:
    ideas = shown()["ideas"]
    assert [card["number"] for card in ideas] == [1, 2, 3, 6]
    assert ideas[0]["joined"] == [{"number": 4, "text": "Soep langs de deur"}]
    assert (ideas[2]["names"], ideas[2]["others"], ideas[2]["tables"]) == ((), "", [])


def test_nothing_of_the_result_before_it_is_revealed() -> None:
    result = shown(view="result")["result"]
    assert result == {
        "heading": "De stickers zijn nog geheim",
        "cast": "13 stickers geplakt",
        "refused": "",
        "places": [{"place": 1, "ideas": None, "tie": ""}, {"place": 2, "ideas": None, "tie": ""}],
    }
    assert {card["stickers"] for card in shown(revealed=1)["ideas"]} == {""}


def test_from_the_last_place_to_the_first() -> None:
    assert board(VOTES, 1) == [(1, None, ""), (2, [2, 3], "Gelijke stand")]
    assert board(VOTES, 2) == [(1, [1], ""), (2, [2, 3], "Gelijke stand")]


def test_all_stickers_once_everything_is_revealed() -> None:
    all_of_it = shown(revealed=2)
    assert [card["stickers"] for card in all_of_it["ideas"]] == [
        "5 stickers", "2 stickers", "2 stickers", "0 stickers",
    ]  # fmt: skip
    assert (all_of_it["result"]["heading"], all_of_it["result"]["refused"]) == (
        "uitslag",
        "4 stickers telden niet mee",
    )


def test_without_stickers() -> None:
    result = shown(EMPTY, view="result")["result"]
    assert result == {"heading": "Er zijn nog geen stickers", "cast": "", "refused": "", "places": []}
    assert (shown(EMPTY)["count"], shown(EMPTY, language="en")["count"]) == ("0 ideeën", "0 ideas")


def test_what_is_decided_about_a_tie() -> None:
    assert board(OPEN_TIE, 1)[1] == (
        2, [2, 3], "Gelijke stand, en nog 2 prijzen. Delen, loten of een nieuwe ronde?",
    )  # fmt: skip
    for outcome, prizes, told in (
        ("share", (Prize(1, (1,)), Prize(2, (2, 3))), "Gelijke stand: zij delen de prijs"),
        ("new_round", (Prize(1, (1,)),), "Gelijke stand: er komt een nieuwe ronde"),
    ):
        tie = replace(OPEN_TIE, prizes=prizes, tie_at_cut=TieAtCut(2, (2, 3), outcome))
        assert board(tie, 1) == [(1, None, ""), (2, [2, 3], told)]
    drawn = replace(
        OPEN_TIE, prizes=(Prize(1, (1,)), Prize(2, (3,))), tie_at_cut=TieAtCut(2, (2, 3), "lot", "zaad/2")
    )
    assert board(drawn, 2) == [
        (1, [1], ""),
        (2, [3], "Gelijke stand: er is geloot tussen idee 2, 3 (lotnummer zaad/2)"),
    ]


def test_a_tie_for_one_prize_and_one_sticker() -> None:
    outcome = replace(LIVELY, settings=replace(LIVELY.settings, prizes=2))
    votes = replace(
        OPEN_TIE, stickers={**VOTES.stickers, 2: Stickers(1), 3: Stickers(0, 1)}, refused=VOTES.refused[:1]
    )
    result = shown(outcome, votes, revealed=2)["result"]
    assert result["places"][1]["tie"] == "Gelijke stand, en nog 1 prijs. Delen, loten of een nieuwe ronde?"
    assert [card["stickers"] for card in result["places"][1]["ideas"]] == ["1 sticker", "1 sticker"]
    assert result["refused"] == "1 sticker telde niet mee"


def test_an_idea_that_was_withdrawn_after_it_won() -> None:
    votes = replace(VOTES, stickers={5: Stickers(3)}, prizes=(Prize(1, (5,)),))
    won = shown(votes=votes, revealed=1)["result"]["places"][0]["ideas"][0]
    assert (won["number"], won["text"], won["stickers"]) == (5, "dit idee is vervallen", "3 stickers")
    assert 5 not in [card["number"] for card in shown()["ideas"]]


def test_the_page_gets_its_wordings() -> None:
    assert set(shown()["labels"]) == set(LABELS)
    assert shown(language="en")["labels"]["page"] == "{page} of {pages}"


def test_the_phone_hears_how_far_it_is_and_no_more() -> None:
    def told(**how: Any) -> Any:
        return status(VOTES, Shown(**how), words())["status"]

    assert told() == "Op het scherm: de ideeën"
    assert told(idea=4) == "Op het scherm: idee 4"
    assert told(view="result", revealed=1) == "Op het scherm: de uitslag, 1 van 2 plaatsen onthuld"
    assert set(status(VOTES, Shown(), words())) == {"language", "status", "labels"}


def test_the_steps_are_the_places() -> None:
    assert [step.place for step in places(OPEN_TIE)] == [2, 1]
