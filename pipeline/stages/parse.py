"""Tabs to responses: which tab is which form, which column is which question, which row is a response."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding
from pipeline.model.responses import RawTab, Response
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue


@dataclass(frozen=True, slots=True)
class FormCount:
    """How many rows a tab held: `rows` = `responses` + `blank`; `replaced` <= `responses`."""

    form: str
    tab: str
    rows: int
    blank: int
    responses: int
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Parsed:
    """Every form and working tab that is in use.

    `responses` by form or working-tab key, in row order; `places` where each stands
    (file, tab title, column number from 1 per question key) so that a finding can link to its cell.
    """

    responses: Mapping[str, tuple[Response, ...]]
    counts: tuple[FormCount, ...]
    places: Mapping[str, "Place"]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form's rows stand: file or spreadsheet, tab title, columns (from 1) by question key."""

    file: str
    tab: str
    columns: Mapping[str, int]


def parse(tabs: Sequence[RawTab], catalogue: Catalogue, settings: Settings) -> Parsed:
    """Read all tabs; marked ones are skipped.

    Raises:
        UserError: a tab bears a form's title but lacks its required headers, or two tabs
            fit one form equally well.

    """
    raise NotImplementedError
