"""`Signalen`: what has to change, by whom it should be heard."""

from pipeline.model.tab import Tab
from pipeline.stages.neighbourhood import Signal
from pipeline.summaries.page import Page, Record

POLICY_FIRST = ("policy", "neighbourhood", "self", None)


def signals(page: Page) -> Tab:
    """One table per level, policy first; one empty table where there are no signals at all."""
    levels = {
        level: [found for found in page.outcome.signals if found.level == level] for level in POLICY_FIRST
    }
    tables = [
        page.table("signals", [_signal(page, found) for found in signals], heading=_level(page, level))
        for level, signals in levels.items()
        if signals
    ]
    return page.tab(*(tables or [page.table("signals", ())]))


def _level(page: Page, level: str | None) -> str:
    return page.text("no_level") if level is None else page.words.option("signal", "level", level)


def _signal(page: Page, signal: Signal) -> Record:
    return Record(
        {
            "signal": signal.signal,
            "domains": page.options("signal", "domains", signal.domains),
            "for_whom": signal.for_whom,
        }
    )
