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

STOP = "q"


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
    questions = look(workplace, run.progress())
    if given:
        answers = answers_to(questions, given, workplace.catalogue)
    elif list_them or not run.may_ask or not questions:
        show_questions(questions)
        return
    else:
        workplace.target.ready()
        answers = ask(questions)
    if not answers:
        click.echo(_("Nothing was changed."))
        return
    report = sync(workplace, datetime.now(UTC), run.progress(), answers=answers)
    run.wrote = report.written
    click.echo(plural("{n} answer was written down.", "{n} answers were written down.", len(answers)))
    show_report(report, workplace.catalogue, run.again)


def ask(questions: Sequence["OpenQuestion"]) -> dict[str, str]:
    """Ask them one by one; the words of the chosen answers by question id."""
    from pipeline.cli.show import show_question

    answers: dict[str, str] = {}
    for number, question in enumerate(questions, 1):
        show_question(question, number, len(questions))
        answer = _one_answer(len(question.choices))
        if answer == STOP:
            break
        if answer:
            answers[question.id] = question.choices[int(answer) - 1].words
    return answers


def _one_answer(count: int) -> str:
    """The number that somebody chose, "" to skip, or `q` to stop."""
    possible = {"", STOP, *map(str, range(1, count + 1))}
    wording = _("Your answer (1–{count}, Enter = skip, q = stop)").format(count=count)
    while True:
        answer: str = click.prompt(wording, default="", show_default=False).strip().casefold()
        if answer in possible:
            return answer
        click.echo(_("That is not one of the answers."))
