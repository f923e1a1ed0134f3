"""The ideas: numbers, thinkers, joins."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import About, Finding, Severity, Where
from pipeline.model.responses import Response
from pipeline.stages.decisions import Asked, Decisions, Question, question_id
from pipeline.stages.ideas import Idea, number_ideas
from pipeline.stages.memory import GivenNumber
from tests.build import response
from tests.stages.registry import Registry

REGISTRY = Registry(Ayla="A", Bram="B", Cor="C D")


def idea(
    row: int, text: str | None, at: str | None = None, *, group: str | None = None, **more: object
) -> Response:
    values = {"idea": text, "group": group, **more}
    moment = f"2026-11-19T{at}" if at else None
    return response("idea", row, moment, **{key: value for key, value in values.items() if value is not None})


def numbered(
    *rows: Response, given_: tuple[GivenNumber, ...] = (), decisions: Decisions | None = None
) -> tuple[Idea, ...]:
    return number_ideas(rows, given_, decisions or Decisions(), REGISTRY, {})[0]


def texts(ideas: tuple[Idea, ...]) -> dict[int, str | None]:
    return {one.number: one.text for one in ideas}


def decided(**answers: str) -> Decisions:
    """Answers about pairs of ideas: `_3_8="join"`."""
    pairs = {
        tuple(f"idea:{number}" for number in pair[1:].split("_")): answer for pair, answer in answers.items()
    }
    return Decisions(
        {question_id("near_duplicate", *pair): answer for pair, answer in pairs.items()},
        {
            question_id("near_duplicate", *pair): Asked(
                question_id("near_duplicate", *pair), "near_duplicate", pair
            )
            for pair in pairs
        },
    )


def test_everything_of_one_idea() -> None:
    row = idea(
        4,
        "Soep op dinsdag",
        "13:00",
        group="Tafel twee",
        explanation="Ieder brengt iets mee",
        problem_domain="material",
        solution_domains=("social", "body"),
        level="together",
        exists="no",
        thinkers=("Ayla", "Opa van boven", "Ayla"),
    )
    ideas, numbers, questions, findings = number_ideas([row], (), Decisions(), REGISTRY, {1: "decided"})
    assert ideas == (
        Idea(
            number=1,
            response="idea:4",
            where=Where("idea", 4),
            text="Soep op dinsdag",
            group="2",
            groups=("2",),
            explanation="Ieder brengt iets mee",
            problem_domain="material",
            solution_domains=("social", "body"),
            level="together",
            exists="no",
            thinkers=("A", "?Opa van boven"),
            joined_with=(),
            leader=1,
            near_duplicates=(),
            status="decided",
            own_thinkers=("A", "?Opa van boven"),
        ),
    )
    assert numbers == (GivenNumber(1, "idea:4"),)
    assert (questions, findings) == ((), ())


@pytest.mark.parametrize(
    ("thinkers", "group", "found"),
    [
        (("Bram", "A"), "3", ("B", "A")),
        (("Cor",), "3", ("?Cor",)),
        (("U-A",), "3", ("?U-A",)),
        (("niemand",), "Tafel 3", ("table:3",)),
        ((), "Tafel 3", ("table:3",)),
        ((), None, ()),
        ((), " ", ()),
    ],
)
def test_who_thought_of_it(thinkers: tuple[str, ...], group: str | None, found: tuple[str, ...]) -> None:
    assert numbered(idea(2, "Soep", group=group, thinkers=thinkers))[0].thinkers == found


def test_whom_a_name_that_was_not_found_may_mean_is_kept() -> None:
    (found,) = numbered(idea(2, "Soep", thinkers=("Ayla", "Cor", "Opa van boven")))
    assert (found.thinkers, dict(found.meant)) == (("A", "?Cor", "?Opa van boven"), {"Cor": ("C", "D")})


def test_of_namesakes_the_one_at_that_table_thought_of_it_else_who_was_there() -> None:
    rows = [idea(2, "Soep", group="Tafel 1", thinkers=("Cor",)), idea(3, "Bus", group="2", thinkers=("Cor",))]
    seated, present = {"1": frozenset("D")}, frozenset("C")
    ideas = number_ideas(rows, (), Decisions(), REGISTRY, {}, seated, present)[0]
    assert {one.text: one.thinkers for one in ideas} == {"Soep": ("D",), "Bus": ("C",)}


class TestNumbers:
    def test_follow_moment_then_table_then_text_undated_last(self) -> None:
        rows = [
            idea(2, "Zonder moment"),
            idea(3, "Later", "13:05"),
            idea(4, "Tafel tien", "13:00", group="10"),
            idea(5, "Bakken", "13:00", group="9"),
            idea(6, "Appels", "13:00", group="9"),
            idea(7, "Zonder tafel", "13:00"),
            idea(8, "Rode tafel", "13:00", group="rood"),
        ]
        expected = [
            "Appels",
            "Bakken",
            "Tafel tien",
            "Zonder tafel",
            "Rode tafel",
            "Later",
            "Zonder moment",
        ]
        assert list(texts(numbered(*rows)).values()) == expected

    def test_are_kept_and_a_late_arrival_gets_the_next(self) -> None:
        known = (GivenNumber(2, "idea:9"), GivenNumber(1, "idea:5"))
        ideas = numbered(
            idea(2, "Nieuw", "08:00"), idea(5, "Een", "13:00"), idea(9, "Twee", "12:00"), given_=known
        )
        assert texts(ideas) == {1: "Een", 2: "Twee", 3: "Nieuw"}

    def test_stay_with_an_edited_idea(self) -> None:
        ideas = numbered(idea(5, "Heel anders", "18:00"), given_=(GivenNumber(1, "idea:5"),))
        assert texts(ideas) == {1: "Heel anders"}

    def test_are_never_used_again(self) -> None:
        known = (GivenNumber(1, "idea:5"), GivenNumber(2, "idea:6"))
        ideas, numbers, _, _ = number_ideas([idea(7, "Nieuw")], known, Decisions(), REGISTRY, {1: "applied"})
        assert [(one.number, one.text, one.withdrawn, one.status) for one in ideas] == [
            (1, None, True, "applied"),
            (2, None, True, None),
            (3, "Nieuw", False, None),
        ]
        assert ideas[0] == Idea(
            number=1,
            response="idea:5",
            where=None,
            text=None,
            group=None,
            groups=(),
            explanation=None,
            problem_domain=None,
            solution_domains=(),
            level=None,
            exists=None,
            thinkers=(),
            joined_with=(),
            leader=1,
            near_duplicates=(),
            status="applied",
            withdrawn=True,
        )
        assert numbers == (*known, GivenNumber(3, "idea:7"))

    def test_are_given_to_rows_with_an_idea_only(self) -> None:
        ideas = numbered(idea(2, None, group="3"), idea(3, None, explanation="Samen eten"))
        assert texts(ideas) == {1: "Samen eten"}

    def test_of_an_idea_that_was_emptied_stay_taken(self) -> None:
        ideas = numbered(idea(2, None, group="3"), given_=(GivenNumber(1, "idea:2"),))
        assert (ideas[0].text, ideas[0].withdrawn) == (None, True)


class TestNearDuplicates:
    rows = (
        idea(2, "Samen koken", "13:00"),
        idea(3, "met elkaar koken", "13:01"),
        idea(4, "Kaarten", "13:02"),
    )

    def test_are_proposed(self) -> None:
        ideas, _, questions, _ = number_ideas(self.rows, (), Decisions(), REGISTRY, {})
        assert [one.near_duplicates for one in ideas] == [(2,), (1,), ()]
        assert questions == (
            Question(
                id=question_id("near_duplicate", "idea:1", "idea:2"),
                code="near_duplicate",
                subjects=("idea:1", "idea:2"),
                options=("join", "apart"),
                where=Where("idea", 2, "idea"),
                with_=Where("idea", 3, "idea"),
                reasons=("same_words",),
                details={
                    "first": 1,
                    "second": 2,
                    "first_text": "Samen koken",
                    "second_text": "met elkaar koken",
                },
            ),
        )

    @pytest.mark.parametrize(
        ("answer", "near", "joined"),
        [("join", (), (2,)), ("apart", (), ()), ("later", (2,), ()), ("onzin", (2,), ())],
    )
    def test_do_what_a_person_decided(
        self, answer: str, near: tuple[int, ...], joined: tuple[int, ...]
    ) -> None:
        ideas, _, questions, _ = number_ideas(self.rows, (), decided(_1_2=answer), REGISTRY, {})
        assert (ideas[0].near_duplicates, ideas[0].joined_with) == (near, joined)
        assert [question.decision for question in questions] == [answer]

    def test_an_answer_holds_without_memory_of_the_question(self) -> None:
        decisions = Decisions({question_id("near_duplicate", "idea:1", "idea:2"): "join"})
        assert numbered(*self.rows, decisions=decisions)[0].joined_with == (2,)


class TestJoinedIdeas:
    rows = (
        idea(2, "Soep", "13:00", group="4", thinkers=("Ayla",)),
        idea(3, "Brood", "13:01", group="2"),
        idea(4, "Kaas", "13:02", group="3", thinkers=("Bram", "Ayla")),
        idea(5, "Thee", "13:03", group="4"),
    )

    def test_are_led_by_the_lowest_and_share_tables(self) -> None:
        ideas = numbered(*self.rows, decisions=decided(_1_3="join"))
        assert [(one.leader, one.joined_with, one.groups) for one in ideas] == [
            (1, (3,), ("3", "4")),
            (2, (), ("2",)),
            (1, (1,), ("3", "4")),
            (4, (), ("4",)),
        ]

    def test_show_all_thinkers_at_the_leader(self) -> None:
        ideas = numbered(*self.rows, decisions=decided(_1_3="join", _1_2="join"))
        assert [one.thinkers for one in ideas[:3]] == [("A", "table:2", "B"), ("table:2",), ("B", "A")]
        assert [one.own_thinkers for one in ideas[:3]] == [("A",), ("table:2",), ("B", "A")]

    @pytest.mark.parametrize("pairs", [("_1_2", "_2_3"), ("_2_3", "_1_2"), ("_1_3", "_2_3", "_1_2")])
    def test_join_through_one_another(self, pairs: tuple[str, ...]) -> None:
        ideas = numbered(*self.rows, decisions=decided(**dict.fromkeys(pairs, "join")))
        assert [(one.leader, one.joined_with) for one in ideas] == [
            (1, (2, 3)),
            (1, (1, 3)),
            (1, (1, 2)),
            (4, ()),
        ]

    def test_stay_joined_when_one_is_withdrawn(self) -> None:
        known = tuple(GivenNumber(row.row - 1, row.id) for row in self.rows)
        decisions = decided(_1_2="join", _2_3="join")
        ideas, _, questions, _ = number_ideas(self.rows[2:], known, decisions, REGISTRY, {})
        assert [(one.leader, one.joined_with, one.groups) for one in ideas] == [
            (1, (), ()),
            (2, (), ()),
            (3, (), ("3",)),
            (4, (), ("4",)),
        ]
        assert questions == ()
        ideas, _, _, _ = number_ideas((self.rows[0], *self.rows[2:]), known, decisions, REGISTRY, {})
        assert [(one.leader, one.joined_with) for one in ideas] == [(1, (3,)), (2, ()), (1, (1,)), (4, ())]

    def test_that_were_kept_apart_are_told(self) -> None:
        decisions = decided(_1_2="join", _2_3="join", _1_3="apart")
        ideas, _, questions, findings = number_ideas(self.rows, (), decisions, REGISTRY, {})
        assert ideas[0].joined_with == (2, 3)
        assert [question.decision for question in questions] == ["join", "apart", "join"]
        assert findings == (
            Finding(
                "apart_yet_joined",
                Severity.WARN,
                about=About("idea", "1"),
                details={"first": 1, "second": 3},
            ),
        )

    def test_are_not_asked_about_again(self) -> None:
        rows = [idea(2, "Samen koken"), idea(3, "Koken met elkaar"), idea(4, "Samen koken!")]
        _, _, questions, _ = number_ideas(rows, (), decided(_1_2="join", _2_3="join"), REGISTRY, {})
        assert [question.subjects for question in questions] == [("idea:1", "idea:2"), ("idea:2", "idea:3")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Soep", "soep!", "Brood", "Kaas en brood"]),
            st.none() | st.sampled_from(["13:00", "13:01"]),
            st.none() | st.sampled_from(["2", "10"]),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_rows_does_not_matter(
    rows: list[tuple[str, str | None, str | None]], chance: object
) -> None:
    made = [idea(row, text, at, group=group) for row, (text, at, group) in enumerate(rows, 2)]
    first = number_ideas(made, (), Decisions(), REGISTRY, {})
    chance.shuffle(made)
    assert number_ideas(made, (), Decisions(), REGISTRY, {}) == first
    assert [one.number for one in first[0]] == list(range(1, len(rows) + 1))
    later = [*made, replace(idea(99, "Nagekomen"), submitted_at=None)]
    again, numbers, _, _ = number_ideas(later, first[1], Decisions(), REGISTRY, {})
    assert again[-1].text == "Nagekomen"
    assert numbers[:-1] == first[1]
