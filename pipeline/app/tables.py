"""The tables of a meeting: what the next sync would propose, or something else that somebody asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.app.collector import without_collector
from pipeline.app.progress import Progress
from pipeline.app.report import Report
from pipeline.app.sync import SILENT, read, sync, work_out
from pipeline.app.workplace import Workplace
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.settings import Settings
from pipeline.stages.arranging import AT_HAND, Wanted, coming_meeting
from pipeline.stages.run import Outcome
from pipeline.stages.wishes import FORM
from pipeline.summaries.seats import as_rows, tables_document


@dataclass(frozen=True, slots=True)
class Proposal:
    """The tables of a meeting in an outcome, and the sync that wrote them, None where nothing was written."""

    outcome: Outcome
    meeting: int
    report: Report | None = None

    @property
    def held(self) -> bool:
        """Whether that meeting was held already: then its tables stay as they were."""
        presence = self.outcome.presence
        coming = coming_meeting(presence, self.outcome.settings)
        return self.meeting < coming or bool(presence.present[self.meeting])

    @property
    def document(self) -> dict[str, object]:
        """The `samenkracht-tables/1` document."""
        return tables_document(self.outcome, self.meeting)

    @property
    def rows(self) -> Iterator[tuple[object, ...]]:
        """The tables as a list, its header first."""
        return as_rows(self.outcome, self.meeting)


@without_collector()
def propose(
    workplace: Workplace, wanted: Wanted, now: datetime, progress: Progress = SILENT, *, write: bool = True
) -> Proposal:
    """Tables for the coming meeting, or for the one that is `wanted`; the summary has them too, with `write`.

    Raises:
        UserError: there is no such meeting, or it was held and `write` would change it; a wish names
            somebody who cannot be told or cannot be kept; something cannot be read or written.

    """
    material = read(workplace, progress)
    _check_meeting(wanted, material.settings)
    outcome = work_out(workplace, replace(material, tables=wanted), progress)
    _check_wishes(outcome)
    meeting = wanted.meeting or coming_meeting(outcome.presence, outcome.settings)
    proposal = Proposal(outcome, meeting)
    if not write:
        return proposal
    if proposal.held:
        raise UserError(
            N_("Meeting {meeting} was held already: its tables stay as they were."),
            todo=N_("Add --dry-run to see what I would have proposed."),
            exit_code=WRONG_USE,
            meeting=meeting,
        )
    report = sync(workplace, now, progress, tables=wanted)
    return Proposal(report.outcome, meeting, report)


def _check_meeting(wanted: Wanted, settings: Settings) -> None:
    if wanted.meeting is not None and wanted.meeting not in settings.numbers:
        raise UserError(
            N_("This Atelier has no meeting {meeting}."),
            why=N_("It has these meetings: {meetings}."),
            todo=N_("Name one of these with --meeting, or add the meeting to the settings."),
            exit_code=WRONG_USE,
            meeting=wanted.meeting,
            meetings=", ".join(map(str, settings.numbers)),
        )


def _check_wishes(outcome: Outcome) -> None:
    """Every wish that was asked this once must be understood and kept; what stands in the tab may wait."""
    places = [(question.where, question.code) for question in outcome.questions]
    places += [(finding.where, finding.code) for finding in outcome.findings]
    at_hand = {
        AT_HAND - where.row + 1: code
        for where, code in places
        if where and where.form == FORM and where.row <= AT_HAND
    }
    for nth, code in sorted(at_hand.items()):
        if code == "wish_about_absent":
            raise UserError(
                N_("Wish {nth} is about somebody who does not come to that meeting."),
                why=N_("By the sign-ups one of the two will not be there."),
                todo=N_("Leave it out, name another meeting with --meeting, or change the sign-up."),
                exit_code=WRONG_USE,
                nth=nth,
            )
        if code == "wish_not_kept":
            raise UserError(
                N_("Wish {nth} cannot be kept."),
                why=N_("It goes against another wish, a confirmed seat or the size of the tables."),
                todo=N_("Leave it out, or add --anew: then everybody may get another place."),
                exit_code=WRONG_USE,
                nth=nth,
            )
        raise UserError(
            N_("I cannot tell whom wish {nth} is about."),
            why=N_("A name in it fits nobody, or several people."),
            todo=N_("Use the code on the name card: that is one person's only."),
            exit_code=WRONG_USE,
            nth=nth,
        )
