"""The order of the questions: those that wait stand first, whatever stood where before."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.findings import Where
from pipeline.model.templates import Words
from pipeline.stages.decisions import Question
from pipeline.stages.kept import Kept
from pipeline.summaries.page import Page
from pipeline.summaries.questions import CODES, in_order
from tests.summaries.scene import ASKING, catalogue


def ordered(questions: Sequence[Question], stood: Sequence[str] = ()) -> list[Question]:
    kept = Kept({}, {"control": tuple(stood)})
    outcome = replace(ASKING, questions=tuple(sorted(questions, key=lambda one: one.id)), kept=kept)
    return in_order(Page(outcome, Words(catalogue(), "nl"), catalogue().summaries["control"]))


def question(id_: str, code: str = "who_is", *options: str, form: str = "signup", row: int = 2) -> Question:
    return Question(id_, code, ("x",), options or ("nobody",), where=Where(form, row))


def test_what_most_waits_for_comes_first() -> None:
    wanted = [
        replace(question("V-9"), unclear=True),
        question("V-8", "prize_tie"),
        question("V-7", "recount"),
        question("V-6", "near_duplicate"),
        replace(question("V-5", "possible_duplicate"), rank=0),
        replace(question("V-3", "possible_duplicate"), rank=1, again=True, decision="same"),
        replace(question("V-4", "possible_duplicate"), rank=2),
        question("V-D", "who_is", "7KQ4M", form="attendance"),
        question("V-C", "who_is", "7KQ4M", "8TRWP", form="attendance"),
        question("V-B", "who_is", "7KQ4M"),
        question("V-A", "who_is", "7KQ4M", row=3),
        question("V-2", "who_is", "7KQ4M", form="bring"),
        replace(question("V-1", "prize_tie"), decision="later"),
        replace(question("V-0", "prize_tie"), decision="share"),
        replace(question("V-00"), settled=True),
        replace(question("V-000"), lapsed=True, decision="nobody"),
    ]
    assert ordered(wanted) == wanted


QUESTIONS = st.lists(
    st.builds(
        Question,
        id=st.text("0123456789", min_size=3, max_size=3),
        code=st.sampled_from(CODES),
        subjects=st.just(("x",)),
        options=st.sampled_from([("a",), ("a", "b")]),
        where=st.sampled_from([None, Where("signup", 2), Where("attendance", 2), Where("vote", 9)]),
        decision=st.sampled_from([None, "later", "a"]),
        lapsed=st.booleans(),
        settled=st.booleans(),
        again=st.booleans(),
        unclear=st.booleans(),
        rank=st.integers(0, 3),
    ),
    unique_by=lambda one: one.id,
    max_size=12,
)


@given(QUESTIONS, st.data())
def test_open_ones_stand_first_and_a_second_time_nothing_moves(
    questions: list[Question], data: st.DataObject
) -> None:
    stood = data.draw(st.permutations([one.id for one in questions]))
    found = ordered(questions, stood)
    assert sorted(found, key=lambda one: not one.open) == found
    assert sorted(one.id for one in found) == sorted(stood)
    assert ordered(questions, [one.id for one in found]) == found
