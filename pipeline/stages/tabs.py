"""Which tab holds which form, and which of its columns answers which question."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.errors import N_, UserError
from pipeline.model.findings import About, Finding, Severity
from pipeline.model.headers import same_header_key
from pipeline.model.responses import MEMORY_TITLE, RawCell, RawTab
from pipeline.model.templates import Catalogue, Form, Question
from pipeline.stages.cells import blank, cell_text, one_line

HEADER_ROWS = 10
"""How many rows from the top are looked at for the headers; a volunteer may put a title above them."""

HANDFUL = 5
"""So many tabs an error names at most."""

FEWEST_HEADERS = 3
"""How many headers a tab without a form's title must share: any list may hold names and tables."""

_ANSWERS = re.compile(r"\s*(?:\((?:antwoorden|reacties|responses)\)|\(\d+\))\s*$", re.IGNORECASE)
_GRID = re.compile(r"\[([^\[\]]+)\]\s*$")


@dataclass(frozen=True, slots=True)
class FormTab:
    """A tab that holds a form.

    `top` is the index of its header row; `columns` the indexes of the columns per question key (a
    question that was asked again has two); `unknown` the header of every other column.
    """

    form: Form
    tab: RawTab
    top: int
    columns: Mapping[str, tuple[int, ...]]
    unknown: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _Headers:
    """What a form's headers and titles look like, ready to compare."""

    form: Form
    question: Mapping[str, str]
    required: frozenset[str]
    titles: frozenset[str]

    @classmethod
    def of(cls, form: Form) -> "_Headers":
        question = {
            same_header_key(header): one.key
            for one in reversed(form.questions)
            for header in (*one.aliases, *one.header.both)
        }
        required = frozenset(one.key for one in form.questions if one.required and one.kind != "timestamp")
        return cls(
            form, question, required, frozenset(map(same_header_key, (*form.title.both, *form.aliases)))
        )

    def names(self, tab: RawTab) -> bool:
        """Whether the tab bears this form's title."""
        return not self.titles.isdisjoint(_titles(tab.title))

    def key(self, cell: RawCell) -> str | None:
        """The question that a header cell asks; of a grid the row between brackets counts."""
        text = cell_text(cell)
        grid = _GRID.search(text)
        return self.question.get(same_header_key(text)) or (
            self.question.get(same_header_key(grid[1])) if grid else None
        )

    def fit(self, tab: RawTab) -> FormTab:
        """The tab as this form, by the row near the top that bears most of its headers."""
        rows = [self._columns(row) for row in tab.rows[:HEADER_ROWS]] or [{}]
        top = max(range(len(rows)), key=lambda index: len(rows[index]))
        known = {index for indexes in rows[top].values() for index in indexes}
        return FormTab(self.form, tab, top, rows[top], _unknown(tab.rows[top:], known))

    def lacking(self, fit: FormTab) -> list[Question]:
        """The questions whose columns must be there, and are not."""
        missing = self.required - fit.columns.keys()
        return [question for question in self.form.questions if question.key in missing]

    def _columns(self, row: Sequence[RawCell]) -> dict[str, tuple[int, ...]]:
        columns: dict[str, tuple[int, ...]] = {}
        for index, cell in enumerate(row):
            if (key := self.key(cell)) is not None:
                columns[key] = (*columns.get(key, ()), index)
        return columns


def _unknown(rows: Sequence[Sequence[RawCell]], known: set[int]) -> dict[int, str]:
    """Every other column with its header; without one of its own, its number tells it apart."""
    width = max(map(len, rows), default=0)
    headers: dict[int, str] = {}
    for index in range(width):
        if index not in known:
            header = one_line(cell_text(rows[0][index])) if index < len(rows[0]) else ""
            headers[index] = f"{header} #{index + 1}".strip() if header in ("", *headers.values()) else header
    return headers


def _titles(title: str) -> set[str]:
    """What a tab or file may be called by: `Atelier (antwoorden) - Aanmelding` is called by all of these."""
    parts = {title, *title.split(" - ")}
    return {same_header_key(one) for part in parts for one in (part, _ANSWERS.sub("", part))}


def find_tabs(
    tabs: Sequence[RawTab], catalogue: Catalogue, language: str
) -> tuple[tuple[FormTab, ...], tuple[Finding, ...]]:
    """The tab of every form that is in use and of every working tab; tabs the program wrote are skipped.

    Forms are found by title, then by headers among the tabs that are left; working tabs by title
    only, and in as many places as they stand. In the catalogue's order.

    Raises:
        UserError: a tab bears a form's title but lacks its required headers, or two tabs fit one
            form, or one tab two forms, equally well, or none of the tabs is a form or a working tab.

    """
    forms = [_Headers.of(form) for form in catalogue.forms.values()]
    working = [_Headers.of(form) for form in catalogue.working.values()]
    kept = [_demand(one, tab, language) for one in working for tab in tabs if one.names(tab)]
    sources = [tab for tab in _sources(tabs) if not tab.marked]
    rest = [tab for tab in sources if not any(one.names(tab) for one in working)]
    by_title = _by_title(rest, forms, language)
    left = [tab for tab in rest if not any(one.names(tab) for one in forms)]
    by_headers, findings = _by_headers(left, forms, {found.form.key for found in by_title}, language)
    if rest == sources != [] and not (by_title or by_headers):
        raise _no_form(rest, forms[0].form, language)
    order = {key: place for place, key in enumerate((*catalogue.forms, *catalogue.working))}
    found = sorted([*by_title, *by_headers, *kept], key=lambda one: order[one.form.key])
    return tuple(found), (*findings, *_twice(kept))


def _sources(tabs: Sequence[RawTab]) -> Sequence[RawTab]:
    """The tabs that may hold a form: a summary in a file of its own holds none."""
    summaries = {tab.place for tab in tabs if tab.marked and tab.title == MEMORY_TITLE}
    return [tab for tab in tabs if tab.place not in summaries] or tabs


def _demand(headers: _Headers, tab: RawTab, language: str) -> FormTab:
    """The tab as the form whose title it bears.

    Raises:
        UserError: it lacks required headers.

    """
    found = headers.fit(tab)
    if missing := headers.lacking(found):
        raise UserError(
            N_("The tab “{tab}” lacks columns of the form “{form}”: {missing}."),
            why=N_("Its headers are: {headers}."),
            todo=N_("Put the headers back as the form has them, or give the tab another name."),
            tab=tab.title,
            form=headers.form.title[language],
            missing=_listed([question.header[language] for question in missing]),
            headers=_headers(found),
        )
    return found


def _by_title(tabs: Sequence[RawTab], forms: Sequence[_Headers], language: str) -> list[FormTab]:
    found: list[FormTab] = []
    for headers in forms:
        called = [tab for tab in tabs if headers.names(tab)]
        if len(called) > 1:
            raise _draw(headers.form, called, language)
        found += [_demand(headers, tab, language) for tab in called]
    return found


def _by_headers(
    tabs: Sequence[RawTab], forms: Sequence[_Headers], taken: set[str], language: str
) -> tuple[list[FormTab], list[Finding]]:
    """The best form of each tab; of several tabs with one best form the one with most matches."""
    found: list[FormTab] = []
    findings: list[Finding] = []
    fits: dict[str, list[FormTab]] = {}
    unused: list[RawTab] = []
    for tab in tabs:
        best = _best_form(tab, forms, taken, language)
        if best is None:
            unused += [tab] if _says_something(tab) else []
        elif best.form.key in taken:
            findings.append(_about(tab, "second_tab", Severity.WARN, form=best.form.key))
        else:
            fits.setdefault(best.form.key, []).append(best)
    for key, several in fits.items():
        most = max(len(fit.columns) for fit in several)
        winners = [fit for fit in several if len(fit.columns) == most]
        if len(winners) > 1:
            raise _draw(winners[0].form, [fit.tab for fit in winners], language)
        found += winners
        findings.append(_about(winners[0].tab, "tab_by_headers", form=key))
        findings += [
            _about(fit.tab, "second_tab", Severity.WARN, form=key) for fit in several if fit not in winners
        ]
    waiting = [headers for headers in forms if headers.form.key not in taken | fits.keys()]
    return found, findings + [_not_used(tab, waiting, language) for tab in unused]


def _not_used(tab: RawTab, waiting: Sequence[_Headers], language: str) -> Finding:
    """A tab that is no form; one that waits for its tab may have stood there, with other headers."""
    fits = [(headers, headers.fit(tab)) for headers in waiting]
    headers, best = max(fits, key=lambda fit: len(fit[1].columns), default=(None, None))
    if headers is None or best is None or len(best.columns) < FEWEST_HEADERS:
        return _about(tab, "tab_not_used")
    missing = _listed([question.header[language] for question in headers.lacking(best)])
    title = headers.form.title[language]
    return _about(tab, "tab_lacks_columns", Severity.WARN, form=title, missing=missing)


def _best_form(tab: RawTab, forms: Sequence[_Headers], taken: set[str], language: str) -> FormTab | None:
    """The form of which this tab has most headers, whether it is taken or not.

    Raises:
        UserError: it fits two forms equally well, and neither has a tab of its own.

    """
    fits = [
        fit
        for headers in forms
        if len((fit := headers.fit(tab)).columns) >= FEWEST_HEADERS and not headers.lacking(fit)
    ]
    most = max((len(fit.columns) for fit in fits), default=0)
    best = [fit for fit in fits if len(fit.columns) == most]
    free = [fit for fit in best if fit.form.key not in taken]
    if len(free) > 1 and len(free) == len(best):
        raise UserError(
            N_("The tab “{tab}” fits several forms equally well: {forms}."),
            why=N_("Its headers are: {headers}."),
            todo=N_("Give the tab the title of its form."),
            tab=tab.title,
            forms=_listed([fit.form.title[language] for fit in free]),
            headers=_headers(free[0]),
        )
    return next(iter([fit for fit in best if fit not in free] or free), None)


def _no_form(tabs: Sequence[RawTab], form: Form, language: str) -> UserError:
    """There are tabs, but nothing to work with in any of them."""
    return UserError(
        N_("None of the tabs is a form: {tabs}."),
        why=N_("Their headers are: {headers}."),
        todo=N_("Give each tab with responses the title of its form, such as “{form}”."),
        tabs=_some([_called(tab) for tab in tabs]),
        headers="; ".join(_headers_of(tab.rows[0] if tab.rows else ()) for tab in tabs[:HANDFUL]),
        form=form.title[language],
    )


def _draw(form: Form, tabs: Iterable[RawTab], language: str) -> UserError:
    return UserError(
        N_("Several tabs fit the form “{form}” equally well: {tabs}."),
        why=N_("The responses of a form must stand in one tab, or people would count twice."),
        todo=N_("Keep one of them, or give the others another name and other headers."),
        form=form.title[language],
        tabs=_some([_called(tab) for tab in tabs]),
    )


def _twice(found: Sequence[FormTab]) -> list[Finding]:
    """A finding for every working tab that stands in more than one place."""
    keys = [one.form.key for one in found]
    return [
        Finding("tab_twice", Severity.WARN, about=About("tab", key), details={"times": keys.count(key)})
        for key in dict.fromkeys(keys)
        if keys.count(key) > 1
    ]


def _about(tab: RawTab, code: str, severity: Severity = Severity.INFO, **details: str) -> Finding:
    return Finding(code, severity, about=About("tab", tab.title), details={"tab": tab.title, **details})


def _says_something(tab: RawTab) -> bool:
    return any(not blank(cell) for row in tab.rows for cell in row)


def _headers(found: FormTab) -> str:
    return _headers_of(found.tab.rows[found.top] if found.tab.rows else ())


def _headers_of(row: Sequence[RawCell]) -> str:
    return _listed([text for cell in row if (text := one_line(cell_text(cell)))])


def _called(tab: RawTab) -> str:
    """Its title, and the name of its file; the id of a spreadsheet tells nobody anything."""
    file = "" if "://" in tab.place else tab.place.replace("\\", "/").rpartition("/")[2]
    return f"{tab.title} ({file})" if file else tab.title


def _some(texts: Sequence[str]) -> str:
    """The first few of them."""
    return _listed(texts[:HANDFUL]) + (", …" if len(texts) > HANDFUL else "")


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts) or "–"
