"""The questions in `Controle` for somebody at a terminal, and their answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pipeline.app.progress import Progress
from pipeline.app.sync import SILENT, read, work_out
from pipeline.app.workplace import Workplace
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.headers import same_header_key
from pipeline.model.templates import Catalogue, Words
from pipeline.stages.decisions import Question
from pipeline.stages.run import Outcome
from pipeline.summaries.page import Page, capital
from pipeline.summaries.questions import (
    in_order,
    option,
    proposal,
    question_text,
    reasons,
    short_question,
    short_subject,
)
from pipeline.summaries.sides import Side, sides

LATER = "later"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its code, and the words that stand in the drop-down."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for a person, in words; nobody without consent is named in it.

    `short` is the question in a few words, `about` who or what it is about; `reasons` say why it is
    asked, or where the name stands that somebody wrote.
    """

    id: str
    text: str
    short: str
    about: str
    reasons: str
    proposal: str | None
    sides: tuple[Side, ...]
    choices: tuple[Choice, ...]


def look(workplace: Workplace, progress: Progress = SILENT) -> tuple[OpenQuestion, ...]:
    """The open questions of this moment; nothing is written.

    Raises:
        UserError: something cannot be read or understood.

    """
    return open_questions(work_out(workplace, read(workplace, progress), progress), workplace.catalogue)


def open_questions(outcome: Outcome, catalogue: Catalogue) -> tuple[OpenQuestion, ...]:
    """The open questions, in the order of `Controle`."""
    page = Page(outcome, Words(catalogue, outcome.settings.language), catalogue.summaries["control"])
    return tuple(_in_words(page, question) for question in in_order(page) if question.open)


def answers_to(
    questions: Sequence[OpenQuestion], given: Sequence[str], catalogue: Catalogue
) -> dict[str, str]:
    """What `ID=ANSWER` texts say, as the words of the drop-downs by question id.

    An answer is a code or its words, in either language, in any capitals.

    Raises:
        UserError: it is no such text, or the question or the answer does not exist; says which do.

    """
    by_id = {question.id.casefold(): question for question in questions}
    answers: dict[str, str] = {}
    for text in given:
        name, parted, answer = text.partition("=")
        if not parted:
            raise UserError(
                N_("I cannot tell which question is answered."),
                todo=N_("Write it as: --decide QUESTION=ANSWER"),
                exit_code=WRONG_USE,
            )
        question = by_id.get(name.strip().casefold())
        if question is None:
            raise _no_question(name.strip(), questions)
        answers[question.id] = _choice(question, answer, catalogue).words
    return answers


def _no_question(name: str, questions: Sequence[OpenQuestion]) -> UserError:
    ids = [question.id for question in questions]
    near = get_close_matches(name.upper(), ids, 1)
    return UserError(
        N_("There is no open question {name}."),
        why=N_("Did you mean “{near}”?") if near else "",
        todo=N_("The open questions are: {ids}.") if ids else N_("There are no open questions."),
        exit_code=WRONG_USE,
        name=name,
        near="".join(near),
        ids=", ".join(ids),
    )


def _choice(question: OpenQuestion, answer: str, catalogue: Catalogue) -> Choice:
    wanted = same_header_key(answer)
    for choice in question.choices:
        wordings = catalogue.texts["decisions"].get(choice.code)
        accepted = (choice.code, choice.words, *(wordings.both if wordings else ()))
        if wanted in map(same_header_key, accepted):
            return choice
    raise UserError(
        N_("That is no answer to question {name}."),
        todo=N_("The possible answers are: {choices}."),
        exit_code=WRONG_USE,
        name=question.id,
        choices=", ".join(choice.words for choice in question.choices),
    )


def _in_words(page: Page, question: Question) -> OpenQuestion:
    codes = dict.fromkeys((*question.options, LATER))
    return OpenQuestion(
        id=question.id,
        text=question_text(page, question),
        short=short_question(page, question),
        about=short_subject(page, question),
        reasons=reasons(page, question) or _whereabouts(page, question),
        proposal=proposal(page, question),
        sides=sides(page, question),
        choices=tuple(Choice(code, option(page, code)) for code in codes),
    )


def _whereabouts(page: Page, question: Question) -> str:
    """Where the name stands that a question asks about: `Staat in Presentie, rij 27.`."""
    return f"{capital(short_subject(page, question))}." if question.code == "who_is" else ""
