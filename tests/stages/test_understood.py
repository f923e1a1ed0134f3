"""An answer that means nothing to its question is told; the question stays open."""

import pytest

from pipeline.stages.memory import Memory
from pipeline.stages.run import Outcome
from tests.stages.test_corrected import BEP, DOOR, ELISABETH, FIRST, KEES, TWO
from tests.stages.test_run import answered, outcome


def typed(responses: str, word: str) -> tuple[Outcome, str]:
    """The outcome where somebody typed a word at the one question; the question's id."""
    first = outcome(responses)
    (question,) = first.questions
    return outcome(responses, answered((question.id, word)), first.memory), question.id


@pytest.mark.parametrize(
    ("responses", "word", "answers"),
    [
        (TWO, "ja", ("same", "different", "later")),
        (TWO, "delen", ("same", "different", "later")),
        (TWO, BEP, ("same", "different", "later")),
        (TWO, "toch later", ("same", "different", "later")),
        (FIRST, "Kees Visser", (BEP, KEES, ELISABETH, "nobody", "later")),
        (FIRST, "dezelfde", (BEP, KEES, ELISABETH, "nobody", "later")),
        (FIRST, "niemand", (BEP, KEES, ELISABETH, "nobody", "later")),
    ],
)
def test_an_answer_that_means_nothing_is_told_and_its_question_is_open(
    responses: str, word: str, answers: tuple[str, ...]
) -> None:
    found, asked = typed(responses, word)
    (question,) = found.questions
    assert (question.open, question.unclear, question.decision) == (True, True, None)
    (told,) = (finding for finding in found.findings if finding.code == "answer_not_understood")
    assert (told.about and told.about.key, told.details) == (
        "Controle",
        {"question": asked, "answers": answers},
    )
    assert [one.answer for one in found.memory.asked] == [""]


@pytest.mark.parametrize(
    ("responses", "word", "decision"),
    [
        (TWO, "Dezelfde", "same"),
        (TWO, "later", "later"),
        (TWO, "toch verschillend", "still_different"),
        (FIRST, f"{ELISABETH} – Elisabeth Jansen", ELISABETH),
        (FIRST, "niemand van hen", "nobody"),
        (FIRST, "toch niemand van hen", "still_nobody"),
    ],
)
def test_an_answer_that_fits_is_not_told(responses: str, word: str, decision: str) -> None:
    found, _ = typed(responses, word)
    (question,) = found.questions
    assert (question.unclear, question.decision) == (False, decision)
    assert found.findings == outcome(responses).findings
    assert [one.answer for one in found.memory.asked] == [decision]


def test_an_answer_under_a_code_of_before_fits() -> None:
    """Somebody was meant who became one with somebody else since."""
    responses = TWO + DOOR.format(name="Bep")
    first = outcome(responses)
    ids = {question.code: question.id for question in first.questions}
    other = list(first.people.participants)[3]
    answers = answered((ids["who_is"], other), (ids["possible_duplicate"], "dezelfde"))
    found = outcome(responses, answers, first.memory)
    assert [question.unclear for question in found.questions] == [False, False]
    assert other in found.people.participants[found.people.current[other]].aliases


def test_what_the_program_settled_itself_is_open_as_long_as_its_answer_means_nothing() -> None:
    twin = (
        FIRST.replace("Amira Boz", "Bep Kuiper")
        .replace("'0612345604", "'0612345601")
        .replace("Bep en Kees", "")
    )
    first = outcome(twin)
    (settled,) = first.questions
    found = outcome(twin, answered((settled.id, "nee")), Memory())
    (question,) = found.questions
    assert (settled.settled, settled.open, question.settled, question.open) == (True, False, True, True)
    assert len(found.people.participants) == len(first.people.participants)
