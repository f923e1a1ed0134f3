"""`Verhalen`: examples of strength that may be shared, and the advice on the film."""

from collections.abc import Callable, Iterator

from pipeline.model.tab import Figures, Tab, Table
from pipeline.stages.voices import Story
from pipeline.summaries.page import Page, Record
from pipeline.summaries.palette import ONE


def stories(page: Page) -> Tab:
    """How many there are, what they are about, the stories that may be shared, the advice."""
    told = page.outcome.stories
    shared = [story for story in told if story.shared]
    own = sum(story.source == "own" for story in told)
    return page.tab(
        Figures(
            (
                page.figure("told", len(told)),
                page.figure("shared", len(shared)),
                page.figure("own", own / len(told) if told else None, "percent"),
            )
        ),
        _domains(page) if shared else None,
        page.table("stories", (_story(page, story) for story in sorted(shared, key=_by_domain(page)))),
        page.table("advice", _advice(page)),
    )


def _domains(page: Page) -> Table:
    counts = page.outcome.domains.stories
    records = [
        Record({"domain": name, "stories": counts.get(code, 0)})
        for code, name in page.named("idea", "problem_domain")
    ]
    chart = page.chart("domains", "bar", "domain", ("stories",), axis="stories", colours=(ONE,))
    return page.table("domains", records, charts=(chart,))


def _by_domain(page: Page) -> Callable[[Story], tuple[int, ...]]:
    """The order of the stories: by the life domains they are about, then by how they are known."""
    domains = [code for code, _ in page.named("story", "domains")]
    sources = [code for code, _ in page.named("story", "source")]

    def order(story: Story) -> tuple[int, ...]:
        source = sources.index(story.source) if story.source in sources else len(sources)
        first = min((domains.index(domain) for domain in story.domains), default=len(domains))
        return (first, source)

    return order


def _story(page: Page, story: Story) -> Record:
    return Record(
        {
            "domains": page.options("story", "domains", story.domains),
            "source": page.words.option("story", "source", story.source),
            "story": story.story,
            "strength": story.strength,
            "lesson": story.lesson,
        }
    )


def _advice(page: Page) -> Iterator[Record]:
    for advice in page.outcome.advice:
        yield Record({"person": advice.person, "top": advice.top, "tip": advice.tip})
