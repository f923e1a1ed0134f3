"""Every tab of the example's responses, put together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Final

from pipeline import __version__
from pipeline.app.demo_atelier import parade, people, voices
from pipeline.app.demo_atelier.script import Entry, Script, read_script
from pipeline.app.demo_atelier.sheet import form_tab, in_order, working_tab
from pipeline.app.report import count
from pipeline.edges.workbook.sheets import CHECKED
from pipeline.model.responses import RawTab
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.kept import Kept
from pipeline.stages.memory import Logged, Memory
from pipeline.stages.money import Expense
from pipeline.stages.parse import parse
from pipeline.stages.people import People
from pipeline.stages.run import run

NAMED: Final = ("title", "neighbourhood", "target_group", "commissioner", "moderator", "contact")
"""What the settings say of the Atelier, beside its life domains and meetings."""


@dataclass(frozen=True, slots=True)
class Example:
    """The responses and working tabs as they are now, and what was remembered at the last sync.

    `settings` are those that give the same codes.
    """

    tabs: tuple[RawTab, ...]
    memory: Memory
    settings: Settings


def demo_tabs(seed: str, catalogue: Catalogue) -> tuple[RawTab, ...]:
    """The forms and working tabs of the example in Dutch; the same seed gives the same tabs."""
    return example(read_script(seed), catalogue).tabs


def example(script: Script, catalogue: Catalogue) -> Example:
    """The example with the last meeting still to be brought in.

    The morning after the third meeting somebody did a sync. That handed out the codes, and so there were
    name cards and invitations with codes to type at the fourth.
    """
    settings = _settings(script)
    synced = datetime.combine(script.dates[-2], time(10, 12)) + timedelta(days=1)
    before = (*_forms(script, catalogue, until=synced), *_working(script, catalogue, ()))
    outcome = run(parse(before, catalogue, settings), Kept(), Memory(), catalogue, settings)
    entry = Logged(synced.isoformat(), __version__, count(outcome))
    script = replace(script, codes=_codes(script, outcome.people))
    tabs = (*_forms(script, catalogue), *_working(script, catalogue, outcome.money.expenses))
    return Example(tabs, replace(outcome.memory, log=(entry,)), settings)


def _settings(script: Script) -> Settings:
    team = script.files["team"]
    return Settings(
        **{key: team[key] for key in NAMED},
        theme_domains=tuple(team["theme_domains"]),
        meetings=tuple(
            MeetingPlan(number, entry["date"], entry["place"])
            for number, entry in enumerate(team["programme"], start=1)
        ),
        seed=script.seed,
    )


def _codes(script: Script, found: People) -> dict[str, str]:
    """The codes that were handed out, by the key of the person who signed up."""
    signed = [sent.answers["key"] for sent in in_order(people.signups(script))]
    return {
        signed[claim.where.row - 2]: person.code
        for person in found.participants.values()
        for claim in person.claims
        if claim.where.form == "signup"
    }


def _forms(script: Script, catalogue: Catalogue, until: datetime = datetime.max) -> Iterator[RawTab]:
    """The tabs of the forms, with what was sent in `until` then; a form not used yet has no tab."""
    ballots, counted = parade.votes(script)
    sent = {
        "signup": people.signups(script),
        "attendance": people.attendances(script),
        "bring": people.promises(script),
        "flap": voices.flaps(script),
        "story": voices.stories(script),
        "advice": voices.advice(script),
        "idea": [one for _, one in parade.ideas(script)],
        "vote": ballots,
        "count": counted,
        "evaluation": voices.evaluations(script),
        "team_evaluation": voices.team_evaluations(script),
        "facility": voices.facilities(script),
        "signal": voices.signals(script),
        "expense": voices.expenses(script),
    }
    blanks = {"attendance": 19, "evaluation": 40}
    for key, responses in sent.items():
        if in_time := [one for one in responses if one.at <= until]:
            yield form_tab(catalogue.forms[key], in_time, blanks.get(key, 0))


def _working(script: Script, catalogue: Catalogue, claims: Iterable[Expense]) -> Iterator[RawTab]:
    """What the team keeps by hand; of the `claims` that stood there at the last sync some were paid."""
    team = script.files["team"]
    rows: dict[str, list[Entry]] = {
        "team": [person.more for person in script.people.values() if "task" in person.more],
        "network": [{**entry, "asked_by": entry["by"]} for entry in team["network"]],
        "programme": [{**entry, "meeting": number} for number, entry in enumerate(team["programme"], 1)],
        "budget": team["budget"],
        "cover": team["cover"],
        "agreements": team["agreements"],
        "attendance_list": [
            {"name": entry["name"], **{f"meeting_{meeting}": CHECKED for meeting in entry["meetings"]}}
            for entry in team["ticked"]
        ],
        "payouts": [_payout(claim, script) for claim in claims],
        "notes": team["notes"],
        "table_wishes": team["table_wishes"],
    }
    for key, entries in rows.items():
        yield working_tab(catalogue.working[key], entries)


def _payout(claim: Expense, script: Script) -> Entry:
    row = {"claim": claim.response, "what": claim.what, "amount": float(claim.amount)}
    paid = script.files["team"]["paid"]
    if claim.written in [script.people[key].name for key in paid["by"]]:
        return {**row, "paid": CHECKED, "date": paid["on"]}
    return row
