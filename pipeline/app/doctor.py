"""Looking at everything a sync needs, without changing anything: a list of ticks."""

import platform
from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.app.checks import Check, bad, good, noted
from pipeline.app.config import Config
from pipeline.app.google_checks import check_access, check_clock, check_zones
from pipeline.app.sync import each_once, material_of, work_out
from pipeline.app.workplace import Workplace
from pipeline.model.errors import N_, UserError
from pipeline.model.responses import RawTab
from pipeline.stages.parse import Parsed, parse

if TYPE_CHECKING:
    from pipeline.edges.google.client import Client


def examine(open_config: Callable[[], Config], open_place: Callable[[Config], Workplace]) -> Iterator[Check]:
    """Check everything, one tick after the other; what needs a failed thing is not looked at."""
    yield good(
        N_("Python {python}, samenkracht {version}"), python=platform.python_version(), version=__version__
    )
    try:
        config = open_config()
        yield _settings(config)
        place = open_place(config)
    except UserError as error:
        yield bad(N_("The settings, the wording and the files"), error)
        return
    yield good(
        N_("The wording of {forms} forms and {tabs} tabs"),
        forms=len(place.catalogue.forms),
        tabs=len(place.catalogue.summaries),
    )
    if place.google:
        yield from _at_google(place, place.google)
    else:
        yield from _contents(place)
        yield _writing(place)


def _at_google(place: Workplace, client: "Client") -> Iterator[Check]:
    """Everything on the way to Google, as far as one gets."""
    if not (yield from check_access(client)):
        return
    readable = yield from _contents(place)
    if client.skew is not None:
        yield check_clock(client)
    if readable:
        yield from check_zones(place.spreadsheets, place.settings)
        yield _writing(place)


def _writing(place: Workplace) -> Check:
    try:
        place.target.ready()
    except UserError as error:
        return bad(N_("Writing the summary"), error)
    return good(N_("The summary can be written"))


def _contents(place: Workplace) -> Generator[Check, None, bool]:
    """The tabs of the responses and the summary, and whether a sync would understand them.

    Returns whether they could be read and understood.
    """
    try:
        summary = place.target.read()
        responses = place.source.read()
        tabs = each_once(responses, summary)
        yield good(N_("The responses: {file}, tabs: {tabs}"), file=place.source.name, tabs=len(responses))
        if len(tabs) > len(responses) or not summary:
            yield _summary(place.target.name, summary)
        parsed = parse(tabs, place.catalogue, place.settings)
        yield from _forms(parsed, place)
        outcome = work_out(place, material_of(place, summary, parsed))
    except UserError as error:
        yield bad(N_("The responses and the summary"), error)
        return False
    asked = sum(question.open for question in outcome.questions)
    if asked:
        yield noted(N_("Questions that wait for your decision: {count}"), count=asked)
    else:
        yield good(N_("No questions wait for a decision"))
    return True


def _settings(config: Config) -> Check:
    if config.path is None:
        return noted(N_("No settings file, so everything is as usual; samenkracht init makes one"))
    return good(N_("The settings: {file}"), file=config.path.name)


def _summary(name: str, tabs: tuple[RawTab, ...]) -> Check:
    if not tabs:
        return noted(N_("The summary: {file} is not there yet"), file=name)
    return good(N_("The summary: {file}, tabs: {tabs}"), file=name, tabs=len(tabs))


def _forms(parsed: Parsed, place: Workplace) -> Iterator[Check]:
    """The forms in use, then the tabs and columns that are not."""
    language = place.settings.language
    for form in parsed.counts:
        title = place.catalogue.source(form.form).title[language]
        yield good(
            N_("{form}: tab “{tab}”, rows: {rows}, blank: {blank}"),
            form=title,
            tab=form.tab,
            rows=form.rows,
            blank=form.blank,
        )
    for tab in _about_tabs(parsed):
        yield noted(N_("The tab “{tab}” is not used"), tab=tab)
    for title, header in _unknown_columns(parsed, place):
        yield noted(N_("{form}: the column “{column}” is not used"), form=title, column=header)


def _about_tabs(parsed: Parsed) -> list[str]:
    return sorted(
        finding.about.key
        for finding in parsed.findings
        if finding.code == "tab_not_used" and finding.about is not None
    )


def _unknown_columns(parsed: Parsed, place: Workplace) -> list[tuple[str, str]]:
    """(form's title, header) of every column that no question has and in which something stands."""
    return sorted(
        (place.catalogue.source(form).title[place.settings.language], header)
        for form, responses in parsed.responses.items()
        for header in {header for response in responses for header in response.extra}
    )
