"""`review`: answer the questions that the program has."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.files import on_files
from pipeline.cli.language import _, plural
from pipeline.cli.run import Run
from pipeline.cli.words import Command, Option
from pipeline.model.errors import N_

if TYPE_CHECKING:
    from pipeline.app.questions import OpenQuestion
    from pipeline.model.templates import Catalogue

STOP, BACK = "q", "<"


@click.command(
    "review",
    cls=Command,
    help=N_("Answer the questions that the program has, one by one."),
    epilog=N_("Your answers come to stand in the tab Controle, where you can always change them."),
)
@on_files
@click.option(
    "--list", "list_them", cls=Option, is_flag=True, help=N_("Show the open questions; ask nothing.")
)
@click.option(
    "--decide",
    "given",
    cls=Option,
    multiple=True,
    metavar=N_("QUESTION=ANSWER"),
    help=N_("Answer a question without being asked; may be repeated."),
)
@click.pass_obj
def review(run: Run, file: Path | None, out: Path | None, *, list_them: bool, given: tuple[str, ...]) -> None:
    """Answer questions, then bring the summary up to date with the answers."""
    from pipeline.app.questions import answers_to, look
    from pipeline.app.sync import sync
    from pipeline.cli.show import show_questions, show_report

    workplace = run.workplace(file, out)
    questions = look(workplace, run.progress(), every=bool(given))
    if given:
        answers = answers_to(questions, given, workplace.catalogue)
    elif list_them or not run.may_ask or not questions:
        show_questions(questions, run.again("review"))
        return
    else:
        workplace.target.ready()
        answers = ask(questions, workplace.catalogue)
    if not answers:
        click.echo(_("Nothing was changed."))
        return
    report = sync(workplace, datetime.now(UTC), run.progress(), answers=answers)
    run.wrote = report.written
    click.echo(plural("{n} answer was written down.", "{n} answers were written down.", len(answers)))
    show_report(report, workplace.catalogue, run.again)


def ask(questions: Sequence["OpenQuestion"], catalogue: "Catalogue") -> dict[str, str]:
    """Ask them one by one; the words of the chosen answers by question id."""
    from pipeline.cli.show import show_question

    answers: dict[str, str] = {}
    place = 0
    while place < len(questions):
        question = questions[place]
        show_question(question, place + 1, len(questions))
        answer = _one_answer(question, catalogue)
        if answer == STOP:
            break
        if answer == BACK:
            place = max(place - 1, 0)
            continue
        answers.pop(question.id, None)
        if answer:
            answers[question.id] = answer
        place += 1
    return answers


def _one_answer(question: "OpenQuestion", catalogue: "Catalogue") -> str:
    """The words of what somebody chose, by its number or its words; "" to skip, `STOP` or `BACK`."""
    from pipeline.app.questions import chosen

    wording = _("Your answer (1–{count}, Enter = skip, b = back, q = stop)").format(
        count=len(question.choices)
    )
    keys = {"": "", STOP: STOP, _("b"): BACK}
    keys |= {str(number): choice.words for number, choice in enumerate(question.choices, 1)}
    while True:
        answer: str = click.prompt(wording, default="", show_default=False).strip()
        choice = chosen(question, answer, catalogue)
        found = choice.words if choice else keys.get(answer.casefold())
        if found is not None:
            return found
        click.echo(_("That is not one of the answers."))
