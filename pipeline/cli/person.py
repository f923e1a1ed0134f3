"""`person`: everything about one participant."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Argument, Command, Option
from pipeline.model.errors import FAILED, N_

if TYPE_CHECKING:
    from pipeline.app.person import Found
    from pipeline.summaries.portrait import Portrait


@click.command(
    "person",
    cls=Command,
    help=N_("Everything that is known about one participant, and why."),
    epilog=N_("Without consent nobody's name is shown: look in the rows that are named."),
)
@click.argument(
    "who",
    cls=Argument,
    nargs=-1,
    required=True,
    metavar=N_("CODE|NAME"),
    help=N_("A code, however it is typed, or a name or a part of one."),
)
@click.option(
    "--responses",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("The responses (else what the settings say)."),
)
@click.option(
    "--out",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("The summary (else samenvatting.xlsx beside the responses)."),
)
@click.option(
    "--json", "as_json", cls=Option, is_flag=True, help=N_("Print one JSON document and nothing else.")
)
@click.pass_obj
def person(
    run: Run, who: tuple[str, ...], responses: Path | None, out: Path | None, *, as_json: bool
) -> None:
    """Show one participant, or who else may be meant."""
    from pipeline.app.person import look_up

    run.quiet = run.quiet or as_json
    found = look_up(run.workplace(responses, out), " ".join(who), run.progress())
    if as_json:
        from pipeline.cli.work import print_document
        from pipeline.summaries.written import to_json

        print_document(to_json(found.document))
    else:
        click.echo("\n".join(_shown(found)))
    if found.portrait is None:
        click.get_current_context().exit(FAILED)


def _shown(found: "Found") -> Iterator[str]:
    if found.portrait:
        yield from _painted(found.portrait)
    elif found.several:
        yield _("More people may be meant; ask again with a code:")
        yield from (f"  {label}" for label in found.several)
    else:
        yield from _nobody(found)
        return
    if found.unknown:
        yield _("Not known: {names}.").format(names=", ".join(found.unknown))


def _nobody(found: "Found") -> Iterator[str]:
    """That nobody was found, and what to do."""
    yield _("Nobody is known by that code or name.")
    if found.kind == "slip":
        yield _("It looks like a code, but at least one sign of it is wrong.")
    elif found.kind == "code":
        yield _("It is a code, but nobody in these responses has it.")
    if found.near:
        yield _("Did you mean: {names}?").format(names=", ".join(found.near))
    yield _("Type another part of the name, or a code: they all stand in the tab {tab}.").format(
        tab=found.tab
    )


def _painted(portrait: "Portrait") -> Iterator[str]:
    """The title, and under it what is known, each kind behind its label."""
    yield click.style(portrait.title, bold=True)
    labels = _labels()
    width = max(map(len, labels.values())) + 2
    for kind, lines in portrait.facts.items():
        for place, line in enumerate(lines):
            yield f"  {labels[kind] if place == 0 else '':{width}}{line}"


def _labels() -> Mapping[str, str]:
    """What stands before a kind of fact."""
    return {
        "roles": _("takes part as"),
        "organisation": _("organisation"),
        "consent": _("may be kept and shown"),
        "contact": _("contact"),
        "aliases": _("earlier codes"),
        "claims": _("named in"),
        "apart": _("is somebody else than"),
        "expected": _("will come to meeting"),
        "came": _("came to meeting"),
        "invited_by": _("asked by"),
        "brought": _("brought"),
        "tables": _("sits at"),
        "ideas": _("thought of"),
        "references": _("also in"),
        "questions": _("open questions"),
    }
