"""`Levensdomeinen`: what the ideas, the stories and the neighbourhood's facilities are about."""

from collections.abc import Iterator

from pipeline.model.tab import Cell, Lines, Tab, Table
from pipeline.stages.neighbourhood import Facility
from pipeline.summaries.page import Page, Record
from pipeline.summaries.palette import THREE

SHORT = ("too_little", "no")
TONES = {"yes": "good", "too_little": "warn", "no": "bad"}


def domains(page: Page) -> Tab:
    """Problem by solution, what nobody thought of yet, counts per life domain, the facilities."""
    theme = page.options("idea", "problem_domain", page.outcome.settings.theme_domains)
    return page.tab(
        Lines((Cell(page.text("theme", value=theme), "strong"),)) if theme else None,
        _matrix(page),
        page.table("invitations", _invitations(page)),
        _counts(page),
        page.table("facilities", (_facility(page, facility) for facility in page.outcome.facilities)),
    )


def _counts(page: Page) -> Table:
    found, facilities = page.outcome.domains, page.outcome.facilities
    records = []
    for domain, name in page.named("idea", "problem_domain"):
        about = [facility for facility in facilities if domain in facility.domains]
        records.append(
            Record(
                {
                    "domain": name,
                    "ideas": found.ideas.get(domain, 0),
                    "stories": found.stories.get(domain, 0),
                    "facilities": len(about),
                    "missing": sum(facility.present in SHORT for facility in about),
                }
            )
        )
    chart = page.chart(
        "counts", "column", "domain", ("ideas", "stories", "facilities"), axis="counts", colours=THREE
    )
    anything = any(any(numbers.values()) for numbers in (found.ideas, found.stories)) or facilities
    return page.table("counts", records, charts=(chart,) if anything else ())


def _matrix(page: Page) -> Table:
    matrix = page.outcome.domains.matrix
    solutions = page.named("idea", "solution_domains")
    records = [
        Record(
            {
                "problem": name,
                **{
                    f"domain_{solution}": matrix.get(problem, {}).get(solution, 0)
                    for solution, _ in solutions
                },
            }
        )
        for problem, name in page.named("idea", "problem_domain")
    ]
    return page.table("matrix", records, spread={"domain": solutions}, heat="domain")


def _invitations(page: Page) -> Iterator[Record]:
    """Per problem the solutions nobody thought of yet."""
    matrix = page.outcome.domains.matrix
    for problem, name in page.named("idea", "problem_domain"):
        thought_of = matrix.get(problem, {})
        open_ = [
            word for solution, word in page.named("idea", "solution_domains") if not thought_of.get(solution)
        ]
        if open_:
            said = page.listed(open_) if any(thought_of.values()) else page.text("everything")
            yield Record({"problem": name, "solutions": said})


def _facility(page: Page, facility: Facility) -> Record:
    present = page.words.option("facility", "present", facility.present)
    return Record(
        {
            "domains": page.options("facility", "domains", facility.domains),
            "name": facility.name,
            "present": Cell(present, TONES.get(facility.present or "")),
            "quality": facility.quality,
            "access": facility.access,
            "n": facility.n,
        }
    )
