"""What stands in the summary now: which tabs are the program's, which are people's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.errors import N_, WRONG_SETTINGS, UserError
from pipeline.model.headers import same_header_key
from pipeline.model.responses import MARK, MEMORY_TITLE, RawCell, RawTab
from pipeline.model.templates import Catalogue, Form, SummaryTemplate
from pipeline.stages.kept import was_set_aside

LONGEST_TITLE = 31
FORBIDDEN = frozenset("[]:*?/\\")


@dataclass(frozen=True, slots=True)
class Standing:
    """The tabs of the summary as they were read.

    The program's are those that bear its mark and one of its titles. Where none has a title, the first with
    that title in its first cell is it: somebody renamed it. A copy that somebody made of a tab is theirs, and
    so is an old one that the program set aside.
    `own`: titles that are always the program's.
    """

    tabs: tuple[RawTab, ...]
    catalogue: Catalogue
    own: frozenset[str] = frozenset({MEMORY_TITLE})

    def program(self) -> frozenset[str]:
        """The titles of the program's tabs that stand there, in any language."""
        ours = (tab.title for summary in self.catalogue.summaries.values() for tab in self._of(summary))
        return frozenset((*ours, *(tab.title for tab in self.tabs if tab.title in self.own)))

    def renamed(self) -> Mapping[str, str]:
        """The titles that the program's tabs had, by those that somebody gave them."""
        summaries = self.catalogue.summaries.values()
        of = ((tab, summary) for summary in summaries for tab in self._of(summary))
        return {tab.title: _heading(tab) for tab, summary in of if tab.title not in summary.title.both}

    def rows(self, title: str) -> Sequence[Sequence[RawCell]]:
        """The rows of one of the program's tabs, by the title that it should have; none without it."""
        ours, had = self.program(), self.renamed()
        mine = (tab for tab in self.tabs if tab.title in ours)
        return next((tab.rows for tab in mine if had.get(tab.title, tab.title) == title), ())

    def summary(self, key: str, title: str) -> RawTab | None:
        """The tab of a summary template: the one with this title, or with another of its own, or renamed."""
        template = self.catalogue.summaries.get(key)
        tabs = self._of(template) if template else []
        return next((tab for tab in tabs if tab.title == title), next(iter(tabs), None))

    def _of(self, summary: SummaryTemplate) -> list[RawTab]:
        """The tabs of a template, in each language; where there is none, the first that was renamed."""
        titles = set(summary.title.both)
        marked = [tab for tab in self.tabs if tab.marked]
        named = [tab for tab in marked if tab.title in titles]
        return named or [tab for tab in marked if _heading(tab) in titles and self._is_free(tab)][:1]

    def _is_free(self, tab: RawTab) -> bool:
        """Whether somebody gave a tab its title: it is no template's, nor what the program set aside."""
        titles = (title for summary in self.catalogue.summaries.values() for title in summary.title.both)
        return tab.title not in titles and not was_set_aside(tab.title, self.catalogue)

    def working(self, form: Form) -> RawTab | None:
        """The working tab of this form, in either language, if it is there."""
        titles = {same_header_key(title) for title in (*form.title.both, *form.aliases)}
        return next(
            (tab for tab in self.tabs if not tab.marked and same_header_key(tab.title) in titles), None
        )

    def check(self, titles: Iterable[str]) -> None:
        """See that the program can have tabs with these titles.

        Raises:
            UserError: somebody's own tab bears one of them, or a title cannot be that of a tab.

        """
        theirs = {tab.title.casefold() for tab in self.tabs} - {title.casefold() for title in self.program()}
        for title in titles:
            if len(title) > LONGEST_TITLE or FORBIDDEN & set(title):
                raise UserError(
                    N_("“{tab}” cannot be the title of a tab."),
                    why=N_("A title has at most {most} characters, and none of {signs}."),
                    todo=N_("Give the tab another title in your own templates."),
                    exit_code=WRONG_SETTINGS,
                    tab=title,
                    most=LONGEST_TITLE,
                    signs=" ".join(sorted(FORBIDDEN)),
                )
            if title.casefold() in theirs:
                raise UserError(
                    N_("There already is a tab “{tab}” that I did not make."),
                    why=N_("I write a tab of that name myself, and will not touch yours."),
                    todo=N_("Give your tab another name and try again."),
                    tab=title,
                )


def _heading(tab: RawTab) -> str:
    """What stands in the first cell of a marked tab, without the mark."""
    return str(tab.rows[0][0]).removesuffix(MARK)


def title_beside(title: str, wording: str, taken: Iterable[str]) -> str:
    """A title for the old tab: the wording around its own, short enough and not yet `taken`."""
    used = {other.casefold() for other in taken}
    number = 1
    while True:
        ending = wording.format(title="") + (f" {number}" if number > 1 else "")
        beside = title[: LONGEST_TITLE - len(ending)] + ending
        if beside.casefold() not in used:
            return beside
        number += 1
