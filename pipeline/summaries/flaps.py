"""`Flappen`: one assembled flap per sub-theme."""

from pipeline.model.tab import Cell, Tab, Table
from pipeline.stages.flaps import Flap
from pipeline.summaries.page import Page, Record


def flaps(page: Page) -> Tab:
    """All sub-themes at a glance, then each flap."""
    found = page.outcome.flaps
    return page.tab(
        page.table("overview", (_line(flap) for flap in found), spread={"part": page.named("flap", "part")}),
        *(_flap(page, flap) for flap in found),
    )


def _line(flap: Flap) -> Record:
    return Record(
        {
            "theme": flap.theme,
            "meetings": ", ".join(map(str, flap.meetings)) or None,
            **{
                f"part_{part}": Cell(len(texts), None if texts else "warn/number")
                for part, texts in flap.parts.items()
            },
        }
    )


def _flap(page: Page, flap: Flap) -> Table:
    records = [
        Record({"part": name, "text": _text(page, flap.parts.get(part, ()))})
        for part, name in page.named("flap", "part")
    ]
    return page.table("flap", records, heading=flap.theme)


def _text(page: Page, texts: tuple[str, ...]) -> Cell | str:
    """One contribution as it is, several as a list; an empty part is an invitation."""
    if not texts:
        return Cell(page.text("missing"), "muted")
    return texts[0] if len(texts) == 1 else "\n".join(f"• {text}" for text in texts)
