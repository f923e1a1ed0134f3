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
    choices,
    in_order,
    proposal,
    question_text,
    reasons,
    short_question,
    short_subject,
)
from pipeline.summaries.sides import Side, sides
from pipeline.summaries.whom import is_unnamed, option


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its code, and the words that stand in the drop-down."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for a person, or was answered, in words; nobody without consent is named in it.

    `short` is the question in a few words, `about` who or what it is about; `reasons` say where the name
    stands that somebody wrote, and why it is asked; `unclear` = what stands there as an answer is none;
    `refused` = the answer does not fit another one.
    """

    id: str
    text: str
    short: str
    about: str
    reasons: str
    proposal: str | None
    sides: tuple[Side, ...]
    choices: tuple[Choice, ...]
    open: bool = True
    unclear: bool = False
    refused: bool = False


def look(
    workplace: Workplace, progress: Progress = SILENT, *, every: bool = False
) -> tuple[OpenQuestion, ...]:
    """The open questions of this moment; `every` = those that can be answered otherwise, too.

    Nothing is written.

    Raises:
        UserError: something cannot be read or understood.

    """
    outcome = work_out(workplace, read(workplace, progress), progress)
    return open_questions(outcome, workplace.catalogue, every=every)


def open_questions(
    outcome: Outcome, catalogue: Catalogue, *, every: bool = False
) -> tuple[OpenQuestion, ...]:
    """The open questions, in the order of `Controle`; `every` as for `look`."""
    page = Page(
        outcome, Words(catalogue, outcome.settings.language), catalogue.summaries["control"], told=True
    )
    return tuple(
        _in_words(page, question)
        for question in in_order(page)
        if question.open or (every and not question.lapsed)
    )


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
    near = get_close_matches(name.upper(), [question.id for question in questions], 1)
    ids = [question.id for question in questions if question.open]
    return UserError(
        N_("There is no question {name}."),
        why=N_("Did you mean “{near}”?") if near else "",
        todo=N_("The open questions are: {ids}.") if ids else N_("There are no open questions."),
        exit_code=WRONG_USE,
        name=name,
        near="".join(near),
        ids=", ".join(ids),
    )


def _choice(question: OpenQuestion, answer: str, catalogue: Catalogue) -> Choice:
    choice = chosen(question, answer, catalogue)
    if choice is not None:
        return choice
    raise UserError(
        N_("That is no answer to question {name}."),
        todo=N_("The possible answers are: {choices}."),
        exit_code=WRONG_USE,
        name=question.id,
        choices=", ".join(choice.words for choice in question.choices),
    )


def chosen(question: OpenQuestion, answer: str, catalogue: Catalogue) -> Choice | None:
    """The choice that an answer means: its code or its words, in either language, in any capitals."""
    wanted = same_header_key(answer)
    for choice in question.choices:
        wordings = catalogue.texts["decisions"].get(choice.code)
        alone = choice.words.partition(" – ")[0]
        accepted = (choice.code, choice.words, alone, *(wordings.both if wordings else ()))
        if wanted in map(same_header_key, accepted):
            return choice
    return None


def _in_words(page: Page, question: Question) -> OpenQuestion:
    return OpenQuestion(
        id=question.id,
        text=question_text(page, question),
        short=short_question(page, question),
        about=short_subject(page, question),
        reasons=" ".join(filter(None, (_whereabouts(page, question), reasons(page, question)))),
        proposal=proposal(page, question),
        sides=sides(page, question),
        choices=tuple(Choice(code, option(page, code)) for code in choices(question)),
        open=question.open,
        unclear=question.unclear,
        refused=question.refused,
    )


def _whereabouts(page: Page, question: Question) -> str:
    """Where the name stands that a question asks about: `Staat in Presentie, rij 27.`."""
    told = question.code != "who_is" or is_unnamed(page, question)
    return "" if told else f"{capital(short_subject(page, question))}."
