"""Stickers, judged one by one."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages.decisions import Asked, Decisions, Question, question_id
from pipeline.stages.ideas import Idea, number_ideas
from pipeline.stages.memory import GivenNumber, Seat
from pipeline.stages.prizes import Prize
from pipeline.stages.stickers import Refusal, idea_number
from pipeline.stages.votes import Stickers, Votes, tally
from tests.build import response
from tests.stages.registry import Registry

REGISTRY = Registry(Ayla="A", Bram="B", Cor="C D")


def ballot(row: int, name: str | None, group: object, *stickers: object, at: str | None = None) -> Response:
    """A ballot; text in a sticker's cell is kept as written, a number understood."""
    numbers = {f"sticker_{place}": cell for place, cell in enumerate(stickers, 1) if isinstance(cell, int)}
    written = {
        f"sticker_{place}": cell for place, cell in enumerate(stickers, 1) if isinstance(cell, str) and cell
    }
    values = {"name": name, "group": group, **numbers}
    moment = f"2026-11-19T{at}" if at else None
    known = {key: value for key, value in values.items() if value is not None}
    return response("vote", row, moment, written=written, **known)


def paper(
    row: int, idea: object, amount: int | None, by: str | None = None, at: str | None = None
) -> Response:
    """A row of paper stickers."""
    values = {"idea": idea if isinstance(idea, int) else None, "stickers": amount, "counted_by": by}
    known = {key: value for key, value in values.items() if value is not None}
    written = {"idea": idea} if isinstance(idea, str) else {}
    return response("count", row, f"2026-11-19T{at}" if at else None, written=written, **known)


def ideas_of(
    tables: Sequence[str | None], *joined: tuple[int, int], thinkers: dict[int, str] | None = None
) -> tuple[Idea, ...]:
    """Ideas 1, 2, … of these tables; None = withdrawn."""
    rows = []
    for number, table in enumerate(tables, 1):
        if table is not None:
            names = tuple((thinkers or {}).get(number, "").split())
            rows.append(response("idea", number, idea=f"plan {'x' * number}", group=table, thinkers=names))
    pairs = [tuple(f"idea:{number}" for number in pair) for pair in joined]
    names = [question_id("near_duplicate", *pair) for pair in pairs]
    decisions = Decisions(
        dict.fromkeys(names, "join"),
        {name: Asked(name, "near_duplicate", pair) for name, pair in zip(names, pairs, strict=True)},
    )
    known = [GivenNumber(number, f"idea:{number}") for number in range(1, len(tables) + 1)]
    return number_ideas(rows, known, decisions, REGISTRY, {})[0]


FOUR = ideas_of(["1", "2", "3", "4"])


def counted(
    *rows: Response,
    ideas: Sequence[Idea] = FOUR,
    seats: Sequence[Seat] = (),
    present: str = "",
    decisions: Decisions | None = None,
    registry: Registry = REGISTRY,
    settings: Settings | None = None,
) -> tuple[Votes, tuple[Question, ...], tuple[Finding, ...]]:
    """The tally of ballots and paper rows together."""
    votes, _, questions, findings = tally(
        [row for row in rows if row.form == "vote"],
        [row for row in rows if row.form == "count"],
        ideas,
        registry,
        seats,
        frozenset(present),
        decisions or Decisions(),
        (),
        settings or Settings(),
    )
    assert votes.counted + len(votes.refused) == votes.cast
    assert sum(one.total for one in votes.stickers.values()) == votes.counted
    return votes, questions, findings


def reasons(votes: Votes) -> list[tuple[int, int, str]]:
    return [(refusal.row, refusal.sticker, refusal.reason) for refusal in votes.refused]


def test_everything_of_a_small_vote() -> None:
    votes, questions, findings = counted(
        ballot(2, "Ayla", "4", 1, 1, 2, at="14:00:00"),
        ballot(3, "Bram", "2", 1, 2, "99", at="14:01:00"),
        ballot(4, "Ayla", "4", 3, at="14:02:00"),
        paper(2, 1, 2),
        paper(3, 7, 1),
        present="AB",
    )
    assert votes == Votes(
        ballots=2,
        cast=10,
        counted=4,
        refused=(
            Refusal("vote", 2, 1, "1", "replaced"),
            Refusal("vote", 2, 2, "1", "replaced"),
            Refusal("vote", 2, 3, "2", "replaced"),
            Refusal("vote", 3, 2, "2", "own_group"),
            Refusal("vote", 3, 3, "99", "unknown_idea"),
            Refusal("count", 3, 1, "7", "unknown_idea"),
        ),
        stickers={1: Stickers(1, 2), 2: Stickers(), 3: Stickers(1), 4: Stickers()},
        rank={1: 1, 3: 2},
        prizes=(Prize(1, (1,)), Prize(2, (3,))),
        tie_at_cut=None,
        voters={Where("vote", 2): "A", Where("vote", 3): "B", Where("vote", 4): "A"},
        replaced=1,
    )
    assert (questions, findings) == ((), ())


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12", 12), ("12.0", 12), ("12,0", 12), ("12.", 12), (" 12 ", 12), ("#12", 12), ("# 12", 12),
        ("nr. 12", 12), ("Nr 12", 12), ("no. 12", 12), ("nummer 12", 12), ("idee 12", 12),
        ("Idee nr. 12", 12),        ("sticker: 12", 12), ("012", 12), ("0", 0), ("number 3", 3),
        ("", None), ("twaalf", None), ("12, 14", None), ("12.5", None), ("-12", None), ("12e", None),
        ("idee", None), ("9999999999", None), ("tafel 3", None),
    ],
)  # fmt: skip
def test_how_an_idea_is_named(cell: str, number: int | None) -> None:
    assert idea_number(response("vote", 2, written={"sticker_1": cell}), "sticker_1") == number


class TestReasons:
    def test_are_judged_in_order(self) -> None:
        votes, _, _ = counted(
            ballot(2, "Ayla", "1", "?", "99", 1, 2, at="14:00:00"),
            ballot(3, "Ayla", "1", "?", "99", 1, "?", 99, at="14:05:00"),
        )
        assert reasons(votes) == [
            (2, 1, "unreadable"),
            (2, 2, "replaced"),
            (2, 3, "replaced"),
            (2, 4, "replaced"),
            (3, 1, "unreadable"),
            (3, 2, "unknown_idea"),
            (3, 3, "own_group"),
            (3, 4, "unreadable"),
            (3, 5, "too_many"),
        ]

    def test_leave_the_other_stickers_of_a_ballot_counted(self) -> None:
        votes, _, _ = counted(ballot(2, "Ayla", "1", 1, 2, 2))
        assert (reasons(votes), votes.stickers[2]) == ([(2, 1, "own_group")], Stickers(2))

    def test_the_first_three_that_are_not_empty_are_judged_and_none_given_back(self) -> None:
        votes, _, _ = counted(ballot(2, "Ayla", "1", 1, None, "?", 2, 3))
        assert reasons(votes) == [(2, 1, "own_group"), (2, 3, "unreadable"), (2, 5, "too_many")]

    def test_fewer_stickers_each_when_the_team_says_so(self) -> None:
        votes, _, _ = counted(ballot(2, "Ayla", "1", 2, 3, 4), settings=Settings(stickers=2))
        assert reasons(votes) == [(2, 3, "too_many")]

    def test_a_withdrawn_idea_is_unknown(self) -> None:
        votes, _, _ = counted(ballot(2, "Ayla", "9", 2, 3), ideas=ideas_of(["1", None, "3"]))
        assert reasons(votes) == [(2, 1, "unknown_idea")]
        assert votes.stickers == {1: Stickers(), 3: Stickers(1)}

    def test_show_what_the_cell_said(self) -> None:
        votes, _, _ = counted(ballot(2, "Ayla", "1", " vijf ", "nr. 1", "12.0"))
        assert [refusal.idea for refusal in votes.refused] == ["vijf", "1", "12"]


class TestOwnGroup:
    @pytest.mark.parametrize("written", ["3", "3.0", "Tafel drie", "tafel 03"])
    def test_is_the_table_on_the_ballot_however_written(self, written: str) -> None:
        votes, _, _ = counted(ballot(2, "Ayla", written, 3, 4))
        assert reasons(votes) == [(2, 1, "own_group")]

    def test_is_the_table_of_an_idea_that_names_the_voter(self) -> None:
        ideas = ideas_of(["1", "2", "2", "4"], thinkers={2: "Ayla"})
        votes, _, _ = counted(ballot(2, "Ayla", None, 1, 2, 3), ideas=ideas)
        assert reasons(votes) == [(2, 2, "own_group"), (2, 3, "own_group")]

    def test_is_a_confirmed_seat_at_the_harvest_only(self) -> None:
        seats = [Seat(4, "tafel 1", "A"), Seat(3, "2", "A"), Seat(4, "3", "B")]
        votes, _, _ = counted(ballot(2, "Ayla", None, 1, 2, 3), seats=seats)
        assert reasons(votes) == [(2, 1, "own_group")]

    def test_is_every_table_known_of_the_voter(self) -> None:
        ideas = ideas_of(["1", "2", "3", "4"], thinkers={2: "Ayla"})
        votes, _, _ = counted(ballot(2, "Ayla", "1", 1, 2, 3), ideas=ideas, seats=[Seat(4, "3", "A")])
        assert [reason for *_, reason in reasons(votes)] == ["own_group"] * 3

    def test_is_no_reason_where_no_table_is_known(self) -> None:
        votes, _, _ = counted(
            ballot(2, "Ayla", None, 1), ballot(3, None, "2", 5), ideas=ideas_of(["1", "2", "3", "4", ""])
        )
        assert votes.refused == ()

    def test_holds_over_all_tables_of_joined_ideas(self) -> None:
        rows = [ballot(2, "Ayla", "3", 1, 3), ballot(3, "Bram", "1", 3)]
        assert reasons(counted(*rows)[0]) == [(2, 2, "own_group")]
        votes, _, _ = counted(*rows, ideas=ideas_of(["1", "2", "3", "4"], (1, 3)))
        assert reasons(votes) == [(2, 1, "own_group"), (2, 2, "own_group"), (3, 1, "own_group")]

    def test_is_not_the_table_of_an_idea_that_was_joined_to_ones_own(self) -> None:
        ideas = ideas_of(["1", "2", "2", "4", "1"], (1, 2), thinkers={1: "Ayla", 2: "Bram"})
        votes, _, _ = counted(ballot(2, "Bram", None, 2, 3, 5), ballot(3, "Ayla", None, 1, 2, 3), ideas=ideas)
        assert reasons(votes) == [
            (2, 1, "own_group"),
            (2, 2, "own_group"),
            (3, 1, "own_group"),
            (3, 2, "own_group"),
        ]


def test_stickers_of_joined_ideas_stand_on_the_leader() -> None:
    votes, _, _ = counted(
        ballot(2, "Ayla", "9", 1, 3, 2), paper(2, 3, 2), ideas=ideas_of(["1", "2", "3"], (1, 3))
    )
    assert votes.stickers == {1: Stickers(2, 2), 2: Stickers(1)}
    assert votes.rank == {1: 1, 2: 2}


class TestReplacedBallots:
    @pytest.mark.parametrize(
        ("first", "second", "held", "told"),
        [
            ("14:00:00", "14:01:00", 3, False),
            ("14:01:00", "14:00:00", 2, False),
            ("14:00:00", "14:00:00", 3, True),
            (None, "14:00:00", 3, True),
            ("14:00:00", None, 3, True),
            (None, None, 3, True),
        ],
    )
    def test_the_later_one_holds_else_the_lower_row(
        self, first: str | None, second: str | None, held: int, told: bool
    ) -> None:
        votes, _, findings = counted(
            ballot(3, "Ayla", "1", 3, at=second), ballot(2, "Ayla", "1", 2, at=first)
        )
        assert (votes.ballots, votes.replaced) == (1, 1)
        assert reasons(votes) == [(5 - held, 1, "replaced")]
        doubt = Finding(
            "ballot_order_unclear", Severity.WARN, where=Where("vote", held), with_=Where("vote", 5 - held)
        )
        assert findings == ((doubt,) if told else ())

    def test_one_of_three_holds(self) -> None:
        votes, _, findings = counted(
            ballot(2, "Ayla", "1", 2, at="14:05:00"),
            ballot(3, "Ayla", "1", 3),
            ballot(4, "Ayla", "1", 4, at="14:00:00"),
        )
        assert (votes.ballots, votes.replaced, votes.rank) == (1, 2, {3: 1})
        assert [(finding.where.row, finding.with_.row) for finding in findings] == [(3, 2)]

    def test_are_of_one_voter_however_named(self) -> None:
        votes, _, _ = counted(ballot(2, "Ayla", "1", 2, at="14:00:00"), ballot(3, "A", "4", 3, at="14:01:00"))
        assert (votes.ballots, votes.rank) == (1, {3: 1})

    def test_an_unknown_voter_counts_once_per_name_and_table(self) -> None:
        rows = [
            ballot(2, "de Boer, Jan", "1", 2, at="14:00:00"),
            ballot(3, "jan de boer", "tafel 1", 3, at="14:01:00"),
            ballot(4, "Jan de Boer", "2", 3, at="14:02:00"),
        ]
        votes, _, findings = counted(*rows)
        assert (votes.ballots, reasons(votes), votes.voters) == (2, [(2, 1, "replaced")], {})
        assert [finding.code for finding in findings] == ["voter_unknown"] * 3

    def test_ballots_without_a_name_replace_nothing_and_are_told(self) -> None:
        votes, _, findings = counted(ballot(2, None, "1", 2), ballot(3, "niemand", "1", 2))
        assert (votes.ballots, votes.counted) == (2, 2)
        assert findings == tuple(
            Finding("ballot_without_name", Severity.INFO, where=Where("vote", row, "name")) for row in (2, 3)
        )


class TestVoters:
    def test_an_invitation_code_is_not_the_voter(self) -> None:
        votes, _, findings = counted(ballot(2, "U-A", "1", 2), ballot(3, "Ayla", "1", 2))
        assert (votes.ballots, votes.voters) == (2, {Where("vote", 3): "A"})
        assert findings == (Finding("invitation_as_name", Severity.WARN, where=Where("vote", 2, "name")),)

    def test_one_who_was_not_there_is_told(self) -> None:
        _, _, findings = counted(ballot(2, "Ayla", "1", 2), ballot(3, "Bram", "1", 2), present="B")
        assert findings == (Finding("voter_not_present", Severity.INFO, where=Where("vote", 2, "name")),)

    def test_several_of_one_name_are_asked(self) -> None:
        votes, questions, findings = counted(ballot(2, "Cor", "1", 2))
        assert (votes.voters, votes.counted, findings) == ({}, 1, ())
        assert [question.subjects for question in questions] == [("vote:2:name",)]

    def test_an_answer_holds_and_its_question_stays(self) -> None:
        answered = Registry(answers={"vote:2:name": "C"}, Cor="C D")
        votes, questions, _ = counted(ballot(2, "Cor", "1", 2), present="D", registry=answered)
        assert votes.voters == {Where("vote", 2): "C"}
        assert [question.decision for question in questions] == ["C"]

    def test_of_several_the_one_who_was_there_is_meant(self) -> None:
        votes, questions, _ = counted(ballot(2, "Cor", "1", 2), present="AD")
        assert (votes.voters, questions) == ({Where("vote", 2): "D"}, ())

    def test_of_several_the_one_at_that_table_is_meant(self) -> None:
        votes, questions, _ = counted(ballot(2, "Cor", "3", 2), present="CD", seats=[Seat(4, "3", "C")])
        assert (votes.voters, questions) == ({Where("vote", 2): "C"}, ())


class TestPaper:
    def test_rows_of_one_counter_and_of_nobody_add_up(self) -> None:
        votes, questions, _ = counted(
            paper(2, 1, 2, "Mod"), paper(3, 1, 3), paper(4, 1, 1, "mod"), paper(5, 2, 4)
        )
        assert (votes.stickers[1], votes.stickers[2]) == (Stickers(0, 6), Stickers(0, 4))
        assert questions == ()

    rows = (
        paper(3, "nr. 1", 5, "Bea", at="15:10:00"),
        paper(2, 1, 2, "Mod", at="15:20:00"),
        paper(4, 1, 1, "Mod"),
    )
    name = question_id("recount", "count:2", "count:3", "count:4")

    def test_another_counter_is_asked_and_the_first_holds(self) -> None:
        votes, questions, _ = counted(*self.rows)
        assert (votes.stickers[1], votes.cast) == (Stickers(0, 5), 5)
        assert questions == (
            Question(
                id=self.name,
                code="recount",
                subjects=("count:2", "count:3", "count:4"),
                options=("first", "second", "both"),
                where=Where("count", 3, "stickers"),
                with_=Where("count", 2, "stickers"),
                proposal="first",
                details={"idea": "1", "first": 5, "second": 3},
            ),
        )

    @pytest.mark.parametrize(("answer", "total"), [("first", 5), ("second", 3), ("both", 8), ("later", 5)])
    def test_a_person_says_which_count_holds(self, answer: str, total: int) -> None:
        votes, questions, _ = counted(*self.rows, decisions=Decisions({self.name: answer}))
        assert votes.stickers[1].paper == total
        assert questions[0].decision == answer

    def test_stickers_without_an_idea_are_refused_one_by_one(self) -> None:
        votes, _, _ = counted(
            paper(2, 9, 2), paper(3, "het tuintje", 1), paper(4, None, 1), ideas=ideas_of(["1", None])
        )
        assert votes.refused == (
            Refusal("count", 2, 1, "9", "unknown_idea"),
            Refusal("count", 2, 2, "9", "unknown_idea"),
            Refusal("count", 3, 1, "het tuintje", "unreadable"),
            Refusal("count", 4, 1, "", "unreadable"),
        )

    @pytest.mark.parametrize("amount", [-1, 10_001, 662_282_530])
    def test_a_number_that_cannot_be_is_told(self, amount: int) -> None:
        votes, _, findings = counted(paper(2, 1, amount), paper(3, 1, None), paper(4, 1, 0))
        assert votes.cast == 0
        assert findings == (
            Finding("paper_count_unlikely", Severity.WARN, where=Where("count", 2, "stickers")),
        )


def test_nothing_at_all() -> None:
    votes, questions, findings = counted(ideas=())
    assert votes == Votes(0, 0, 0, (), {}, {}, (), None, {})
    assert (questions, findings) == ((), ())


CELLS = st.none() | st.integers(0, 7) | st.sampled_from(["", "nr. 2", "3.0", "x", "#5"])
BALLOTS = st.tuples(
    st.sampled_from([None, "Ayla", "A", "Bram", "Cor", "U-B", "Iemand", "niemand"]),
    st.sampled_from([None, "1", "Tafel twee", "3"]),
    st.lists(CELLS, max_size=5),
    st.sampled_from([None, "14:00:00", "14:01:00", "14:02:00"]),
)
PAPER = st.tuples(
    st.none() | st.integers(0, 7) | st.sampled_from(["nr. 2", "x"]),
    st.integers(0, 4),
    st.sampled_from([None, "Mod", "Bea"]),
)


@examples(max_examples=100, deadline=None)
@given(st.lists(BALLOTS, max_size=8), st.lists(PAPER, max_size=4), st.randoms(use_true_random=False))
def test_every_sticker_is_counted_or_refused_once_whatever_the_order(
    ballots: list[tuple[object, ...]], counts: list[tuple[object, ...]], chance: object
) -> None:
    rows = [
        ballot(row, name, group, *cells, at=at) for row, (name, group, cells, at) in enumerate(ballots, 2)
    ]
    walls = [paper(row, *count) for row, count in enumerate(counts, 2)]
    ideas = ideas_of(["1", "2", "3", "4", None, "2"], (1, 4), thinkers={3: "Ayla"})
    votes, questions, _ = counted(*rows, *walls, ideas=ideas)

    on_ballots = sum(cell not in (None, "") for _, _, cells, _ in ballots for cell in cells)
    asked = Counter(question.code for question in questions)
    on_paper = sum(amount for _, amount, _ in counts)
    put_aside = sum(question.details["second"] for question in questions if question.code == "recount")
    assert votes.cast == on_ballots + on_paper - put_aside
    assert votes.ballots + votes.replaced == len(ballots)
    assert len({(one.form, one.row, one.sticker) for one in votes.refused}) == len(votes.refused)
    assert set(votes.rank) == {number for number, one in votes.stickers.items() if one.total}
    assert asked["prize_tie"] == (votes.tie_at_cut is not None)

    chance.shuffle(rows)
    chance.shuffle(walls)
    assert counted(*rows, *walls, ideas=ideas)[0] == votes
