"""Places and prizes."""

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from pipeline.model.settings import Settings
from pipeline.stages.decisions import Decisions, Question, question_id
from pipeline.stages.memory import Draw
from pipeline.stages.prizes import Awarded, Prize, TieAtCut, award, rank

NAME = question_id("prize_tie", "place:2", "idea:3", "idea:8", "idea:41")
FIVE = {14: 1, 3: 2, 8: 2, 41: 2, 5: 5}
"""Ranks: one first, three on the second place."""


def asked(decision: str | None = None) -> Question:
    return Question(
        id=NAME,
        code="prize_tie",
        subjects=("place:2", "idea:3", "idea:8", "idea:41"),
        options=("share", "lot", "new_round"),
        decision=decision,
        details={"place": 2, "ideas": (3, 8, 41), "prizes": 2},
    )


def awarded(
    ranks: dict[int, int], decision: str | None = None, draws: tuple[Draw, ...] = (), **more: object
) -> Awarded:
    decisions = Decisions({NAME: decision} if decision else {})
    return award(ranks, decisions, draws, Settings(**more))


@pytest.mark.parametrize(
    ("totals", "ranks"),
    [
        ({1: 5, 2: 3, 3: 3, 4: 1}, {1: 1, 2: 2, 3: 2, 4: 4}),
        ({1: 1, 2: 1, 3: 2}, {3: 1, 1: 2, 2: 2}),
        ({1: 0, 2: 1}, {2: 1}),
        ({}, {}),
    ],
)
def test_standard_competition_ranking(totals: dict[int, int], ranks: dict[int, int]) -> None:
    assert rank(totals) == ranks


@examples(max_examples=100, deadline=None)
@given(st.dictionaries(st.integers(1, 99), st.integers(0, 5), max_size=12))
def test_a_place_is_one_more_than_the_ideas_with_more_stickers(totals: dict[int, int]) -> None:
    assert rank(totals) == {
        number: 1 + sum(other > total for other in totals.values())
        for number, total in totals.items()
        if total
    }


@pytest.mark.parametrize(
    ("ranks", "prizes"),
    [
        ({14: 1, 8: 2, 3: 3, 5: 4}, (Prize(1, (14,)), Prize(2, (8,)), Prize(3, (3,)))),
        ({14: 1, 8: 1, 3: 3, 5: 4}, (Prize(1, (8, 14)), Prize(3, (3,)))),
        ({14: 1, 8: 2, 3: 2, 5: 4, 6: 4}, (Prize(1, (14,)), Prize(2, (3, 8)))),
        ({14: 1}, (Prize(1, (14,)),)),
        ({}, ()),
    ],
)
def test_prizes_go_by_place_and_a_tie_that_fits_is_shared(
    ranks: dict[int, int], prizes: tuple[Prize, ...]
) -> None:
    assert awarded(ranks) == Awarded(prizes)


def test_as_many_prizes_as_the_team_gives() -> None:
    assert awarded({14: 1, 8: 2, 3: 3}, prizes=2) == Awarded((Prize(1, (14,)), Prize(2, (8,))))
    assert awarded({14: 1}, prizes=0) == Awarded(())


class TestTieAtTheCut:
    @pytest.mark.parametrize("decision", [None, "later", "onzin"])
    def test_is_asked_and_nobody_wins_meanwhile(self, decision: str | None) -> None:
        assert awarded(FIVE, decision) == Awarded(
            (Prize(1, (14,)),), TieAtCut(2, (3, 8, 41), None), asked(decision)
        )

    def test_shared_is_won_by_all(self) -> None:
        assert awarded(FIVE, "share") == Awarded(
            (Prize(1, (14,)), Prize(2, (3, 8, 41))), TieAtCut(2, (3, 8, 41), "share"), asked("share")
        )

    def test_with_a_new_round_is_won_by_nobody(self) -> None:
        assert awarded(FIVE, "new_round") == Awarded(
            (Prize(1, (14,)),), TieAtCut(2, (3, 8, 41), "new_round"), asked("new_round")
        )

    def test_by_lot_is_won_by_as_many_as_prizes_remain(self) -> None:
        seed = "voorjaar/place:2/idea:3/idea:8/idea:41"
        assert awarded(FIVE, "lot", seed="voorjaar") == Awarded(
            (Prize(1, (14,)), Prize(2, (8, 41))),
            TieAtCut(2, (3, 8, 41), "lot", seed),
            asked("lot"),
            (Draw(NAME, seed, (41, 8, 3)),),
        )

    def test_a_lot_once_drawn_holds_beside_other_draws(self) -> None:
        drawn = Draw(NAME, "toen", (8, 3, 41))
        other = Draw("V-000000", "eerder", (1, 2))
        found = awarded(FIVE, "lot", (drawn, other), seed="anders")
        assert found.prizes[-1] == Prize(2, (3, 8))
        assert found.tie == TieAtCut(2, (3, 8, 41), "lot", "toen")
        assert set(found.draws) == {drawn, other}

    @pytest.mark.parametrize("decision", [None, "share", "new_round"])
    def test_without_a_lot_draws_stay_remembered(self, decision: str | None) -> None:
        drawn = (Draw("V-000000", "eerder", (1, 2)),)
        assert awarded(FIVE, decision, drawn).draws == drawn
        assert awarded({14: 1}, None, drawn).draws == drawn

    def test_another_seed_may_draw_another_order(self) -> None:
        orders = {awarded(FIVE, "lot", seed=str(seed)).draws[0].order for seed in range(40)}
        assert len(orders) == 6
