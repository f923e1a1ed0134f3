"""What the commands say, in lines of text; colour only underlines what the words say already."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from pipeline.cli.language import _, plural

if TYPE_CHECKING:
    from pipeline.app.checks import Check
    from pipeline.app.questions import Choice, OpenQuestion
    from pipeline.app.report import Report
    from pipeline.model.templates import Catalogue

AT_MOST = 5
WIDEST = 100


def show_report(report: "Report", catalogue: "Catalogue", again: Callable[[str], str]) -> None:
    """What a sync did, the most important last; `again` = how to type another command on the same files."""
    asked = _asked(report, catalogue, again("review"))
    click.echo("\n".join([*_what_changed(report), *_since(report, catalogue), *asked]))


def _what_changed(report: "Report") -> Iterator[str]:
    changed = report.plan.changed
    if not changed:
        yield click.style(_("Everything was up to date."), bold=True)
    elif report.written:
        yield click.style(_("{file} is up to date.").format(file=report.target), bold=True)
    else:
        yield click.style(_("{file} would change:").format(file=report.target), bold=True)
        yield from _wrapped(", ".join(changed), "  ")


def _since(report: "Report", catalogue: "Catalogue") -> Iterator[str]:
    """The counts that differ from those of the sync before."""
    from pipeline.model.templates import Words
    from pipeline.summaries.counts import changes

    words = Words(catalogue, report.outcome.settings.language)
    found = changes(report.before.counts if report.before else {}, report.counts, words)
    if not found:
        return
    yield ""
    before = report.before
    yield _("Since {moment}").format(moment=_moment(before.at)) if before else _("For the first time")
    for change in found:
        yield (
            f"  {change.now - change.before:+6}  {change.what} ({change.now})"
            if before
            else (f"  {change.now:6}  {change.what}")
        )
    yield from _growth(report)


def _growth(report: "Report") -> Iterator[str]:
    """How the circle grew at the last meeting that was held."""
    held = [meeting for meeting in report.outcome.meetings if meeting.present is not None]
    if held and held[-1].growth is not None:
        from decimal import ROUND_HALF_UP, Decimal

        now = held[-1]
        people = plural("{n} person", "{n} people", now.present or 0)
        factor = Decimal(repr(now.growth)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        told = _("Present at meeting {number}: {people}, ×{factor}.")
        yield "  " + told.format(number=now.number, people=people, factor=_decimal(str(factor)))


def _asked(report: "Report", catalogue: "Catalogue", review: str) -> Iterator[str]:
    """The first questions that wait, and what to do next."""
    from pipeline.app.questions import open_questions

    questions = open_questions(report.outcome, catalogue)
    yield ""
    if not questions:
        yield _("Next: open {file}.").format(file=report.target)
        return
    count = len(questions)
    title = plural("{n} thing asks for your decision", "{n} things ask for your decision", count)
    yield click.style(title, fg="yellow", bold=True)
    yield from _beside([(one.short, one.about) for one in questions[:AT_MOST]])
    if count > AT_MOST:
        yield "  " + _("and {n} more").format(n=count - AT_MOST)
    title = catalogue.summaries["control"].title[report.outcome.settings.language]
    if unclear := [question.id for question in questions if question.unclear]:
        told = _("What stands in {tab} as the answer to {questions} is none of the answers.")
        yield click.style(told.format(tab=title, questions=", ".join(unclear)), fg="yellow")
    yield _("Next: {command}   (or fill in the tab {tab})").format(command=review, tab=title)


def _beside(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Two columns, the first as broad as it must be but half a line at most."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    left = min(max(len(first) for first, _second in pairs), width // 2)
    for first, second in pairs:
        lines = zip_longest(wrap(first, left), wrap(second, width - left - 5), fillvalue="")
        yield from (f"  {one:{left}}   {other}".rstrip() for one, other in lines)


def show_questions(questions: Sequence["OpenQuestion"], review: str) -> None:
    """All open questions with their possible answers; `review` = how to type that command for these files."""
    if not questions:
        click.echo(_("No questions wait for a decision."))
        return
    for question in questions:
        click.echo(click.style(question.id, bold=True) + "  " + question.text)
        for line in _about_answer(question):
            click.echo("  " + click.style(line, fg="yellow"))
        if question.reasons:
            click.echo(f"  {question.reasons}")
        for choice in question.choices:
            click.echo(f"  {_typed(question, choice)}")
    example = _typed(questions[0], questions[0].choices[0]).partition("   ")[0]
    click.echo(_("Answer like this: {command}").format(command=f"{review} --decide {example}"))


def _about_answer(question: "OpenQuestion") -> Iterator[str]:
    """What is wrong with the answer that stands there, if anything."""
    if question.unclear:
        yield _("What stands there now is none of the answers below.")
    if question.refused:
        yield _("That answer does not fit another one: these people are kept apart. Change one of the two.")


def _typed(question: "OpenQuestion", choice: "Choice") -> str:
    """An answer as somebody can type it, a person's by the code: `V-0FA7BF=7KQ4M   Ayla`."""
    code, parted, name = choice.words.partition(" – ")
    answer = f"{question.id}={code}"
    return (f'"{answer}"' if " " in answer else answer) + (f"   {name}" if parted else "")


def show_question(question: "OpenQuestion", number: int, count: int) -> None:
    """One question with what it compares side by side, and the answers numbered."""
    place = _("Question {number} of {count}").format(number=number, count=count)
    click.echo("\n" + click.style(place, dim=True))
    click.echo(click.style("\n".join(_wrapped(question.text, "")), bold=True))
    for line in _about_answer(question):
        click.echo("  " + click.style(line, fg="yellow"))
    if question.reasons:
        click.echo("\n".join(_wrapped(question.reasons, "  ")))
    if question.sides:
        click.echo("\n".join(("", *_side_by_side(question), "")))
    for place_of, choice in enumerate(question.choices, 1):
        proposed = "   " + _("(proposal)") if choice.words == question.proposal else ""
        click.echo(f"  {place_of}  {choice.words}{proposed}")


def _side_by_side(question: "OpenQuestion") -> Iterator[str]:
    """A column per side, a line per fact; sides stand under each other where they do not fit."""
    labels = fact_labels()
    left = max(len(label) for label in labels.values()) + 4
    per_line = 2 if len(question.sides) == 2 else 1
    width = (min(shutil.get_terminal_size().columns, WIDEST) - left) // per_line - 2
    for start in range(0, len(question.sides), per_line):
        sides = question.sides[start : start + per_line]
        yield from _columns("", [side.title for side in sides], left, width, bold=True)
        for place, (fact, _text) in enumerate(sides[0].facts):
            texts = [side.facts[place][1] for side in sides]
            if any(texts):
                yield from _columns(labels[fact], [text or "–" for text in texts], left, width)


def _columns(label: str, texts: Iterable[str], left: int, width: int, *, bold: bool = False) -> Iterator[str]:
    """One line of facts, wrapped within each column."""
    wrapped = [wrap(text, width) or [""] for text in texts]
    for line in range(max(map(len, wrapped))):
        cells = [column[line] if line < len(column) else "" for column in wrapped]
        text = "  ".join(cell.ljust(width) for cell in cells).rstrip()
        head = f"  {label if line == 0 else ''}".ljust(left)
        yield head + (click.style(text, bold=True) if bold else text)


def fact_labels() -> Mapping[str, str]:
    """What stands before a fact."""
    return {
        "written": _("wrote"),
        "place": _("stands in"),
        "moment": _("filled in"),
        "roles": _("takes part as"),
        "organisation": _("organisation"),
        "phone": _("telephone"),
        "email": _("e-mail"),
        "postcode": _("postcode"),
        "area": _("postcode area"),
        "invited_by": _("asked by"),
        "meeting": _("was at"),
        "came": _("came to meeting"),
        "idea": _("idea"),
        "explanation": _("how it works"),
        "table": _("made at"),
    }


def show_check(check: "Check") -> None:
    """One tick, a failure with its repair."""
    mark, colour = {"good": ("✓", "green"), "noted": ("·", None), "bad": ("✗", "red")}[check.state]
    click.echo(click.style(mark, fg=colour) + " " + _(check.what).format(**dict(check.details)))
    if check.error:
        for part in (check.error.what, check.error.why, check.error.todo):
            if part:
                click.echo("    " + _(part).format(**check.error.details))


def _wrapped(text: str, indent: str) -> Iterator[str]:
    width = min(shutil.get_terminal_size().columns, WIDEST)
    further = indent * 2
    yield from wrap(text, width, initial_indent=indent, subsequent_indent=further, break_on_hyphens=False)


def _moment(at: str) -> str:
    """`18 November, 20:14`."""
    moment = datetime.fromisoformat(at)
    months = _("January February March April May June July August September October November December")
    month = months.split()[moment.month - 1]
    return _("{day} {month}, {time}").format(day=moment.day, month=month, time=f"{moment:%H:%M}")


def _decimal(number: str) -> str:
    """A number with the decimal sign of the language."""
    return number.replace(".", _("."))


def show_next(lines: Sequence[str]) -> None:
    """What somebody can do next, line by line."""
    click.echo("\n".join(["", *lines]))
