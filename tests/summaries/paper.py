"""A print run on the small Ateliers, and what stands on a printed thing."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline.model.blueprint import Blueprint
from pipeline.model.pack import Lettered, Person, Printed
from pipeline.model.responses import Response
from pipeline.model.templates import Catalogue, OtherLanguage, Words
from pipeline.stages.run import Outcome
from pipeline.summaries.blueprint import draw
from pipeline.summaries.printed.job import Job
from pipeline.templates import load_catalogue
from tests.summaries.scene import LIVELY

CATALOGUE = load_catalogue()
ARABIC = {
    "Scan met uw telefoon": "امسح بهاتفك",
    "Kom ook!": "تعال أيضا!",
    "Wat is uw naam?": "ما اسمك؟",
    "De volgende keer:": "المرة القادمة:",
}
LINKS = {
    "signup": "https://example.org/f/signup",
    "signup:invitation": "https://example.org/f/signup?by=U-CODE",
    "attendance:meeting:2": "https://example.org/f/attendance?m=2",
    "attendance:meeting:3": "https://example.org/f/attendance?m=3",
    "attendance": "https://example.org/f/attendance",
    "bring:meeting:2": "https://example.org/f/bring?m=2",
    "vote": "https://example.org/f/vote",
    "vote:table:1": "https://example.org/f/vote?t=1",
}


def translated(**texts: Mapping[str, str]) -> Catalogue:
    """The catalogue in which these languages are translated so far."""
    languages = {
        code: OtherLanguage(code, code, "rtl" if code == "ar" else "ltr", told)
        for code, told in texts.items()
    }
    return replace(CATALOGUE, languages=languages)


def job(
    meeting: int,
    outcome: Outcome = LIVELY,
    links: Mapping[str, str] = LINKS,
    programme: Mapping[int, Response] | None = None,
    catalogue: Catalogue = CATALOGUE,
) -> Job:
    """A print run in the language of the outcome, in all languages that the catalogue has."""
    outcome = replace(outcome, settings=replace(outcome.settings, also=tuple(catalogue.languages)))
    if catalogue is CATALOGUE:
        outcome = replace(outcome, settings=replace(outcome.settings, also=()))
    words = Words(catalogue, outcome.settings.language)
    return Job(outcome, words, blueprint(catalogue, outcome), meeting, links, programme or {})


def blueprint(catalogue: Catalogue, outcome: Outcome) -> Blueprint:
    return draw(catalogue, outcome.settings)


def told(thing: Printed | None) -> Iterator[str]:
    """Every text and number on all its pages, without what is shared."""
    assert thing is not None
    for page in thing.pages:
        yield from _told(page)


def _told(value: Any) -> Iterator[str]:
    match value:
        case str() | int() | float():
            yield str(value)
        case Lettered():
            yield value.text
        case Person():
            yield from (value.code, value.name)
        case Mapping():
            for one in value.values():
                yield from _told(one)
        case tuple() | list():
            for one in value:
                yield from _told(one)
        case _:
            pass
