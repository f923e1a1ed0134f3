"""Looking at everything a sync needs, without changing anything: a list of ticks."""

import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline import __version__
from pipeline.app.config import Config
from pipeline.app.sync import material_of, work_out
from pipeline.app.workplace import Workplace
from pipeline.model.errors import N_, UserError
from pipeline.model.responses import RawTab
from pipeline.stages.parse import Parsed, parse

State = Literal["good", "noted", "bad"]


@dataclass(frozen=True, slots=True)
class Check:
    """One tick: `what` is an English message for `details`; `error` tells a failure and its repair."""

    state: State
    what: str
    details: tuple[tuple[str, object], ...] = ()
    error: UserError | None = None


def examine(open_config: Callable[[], Config], open_place: Callable[[Config], Workplace]) -> Iterator[Check]:
    """Check everything, one tick after the other; what needs a failed thing is not looked at."""
    yield _good(
        N_("Python {python}, samenkracht {version}"), python=platform.python_version(), version=__version__
    )
    try:
        config = open_config()
        yield _settings(config)
        place = open_place(config)
    except UserError as error:
        yield _bad(N_("The settings, the wording and the files"), error)
        return
    yield _good(
        N_("The wording of {forms} forms and {tabs} tabs"),
        forms=len(place.catalogue.forms),
        tabs=len(place.catalogue.summaries),
    )
    yield from _contents(place)
    try:
        place.target.ready()
        yield _good(N_("The summary can be written"))
    except UserError as error:
        yield _bad(N_("Writing the summary"), error)


def _contents(place: Workplace) -> Iterator[Check]:
    """The tabs of the responses and the summary, and whether a sync would understand them."""
    try:
        responses = place.source.read()
        yield _good(N_("The responses: {file}, {tabs} tabs"), file=place.source.name, tabs=len(responses))
        summary = place.target.read()
        yield _summary(place.target.name, summary)
        parsed = parse((*responses, *summary), place.catalogue, place.settings)
        yield from _forms(parsed, place)
        outcome = work_out(place, material_of(place, summary, parsed))
    except UserError as error:
        yield _bad(N_("The responses and the summary"), error)
        return
    asked = sum(question.open for question in outcome.questions)
    if asked:
        yield Check("noted", N_("Questions that wait for your decision: {count}"), (("count", asked),))
    else:
        yield _good(N_("No questions wait for a decision"))


def _settings(config: Config) -> Check:
    if config.path is None:
        return Check("noted", N_("No settings file, so everything is as usual; samenkracht init makes one"))
    return _good(N_("The settings: {file}"), file=config.path.name)


def _summary(name: str, tabs: tuple[RawTab, ...]) -> Check:
    if not tabs:
        return Check("noted", N_("The summary: {file} is not there yet"), (("file", name),))
    return _good(N_("The summary: {file}, {tabs} tabs"), file=name, tabs=len(tabs))


def _forms(parsed: Parsed, place: Workplace) -> Iterator[Check]:
    """The forms in use, then the tabs and columns that are not."""
    language = place.settings.language
    for form in parsed.counts:
        title = place.catalogue.source(form.form).title[language]
        yield _good(
            N_("{form}: tab “{tab}”, {rows} rows, of which {blank} blank"),
            form=title,
            tab=form.tab,
            rows=form.rows,
            blank=form.blank,
        )
    for tab in _about_tabs(parsed):
        yield Check("noted", N_("The tab “{tab}” is not used"), (("tab", tab),))
    for title, header in _unknown_columns(parsed, place):
        what = N_("{form}: the column “{column}” is not used")
        yield Check("noted", what, (("form", title), ("column", header)))


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


def _good(what: str, **details: object) -> Check:
    return Check("good", what, tuple(details.items()))


def _bad(what: str, error: UserError) -> Check:
    return Check("bad", what, error=error)
