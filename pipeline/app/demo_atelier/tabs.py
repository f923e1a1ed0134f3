"""Every tab of the example's responses, put together."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.app.demo_atelier import parade, people, voices
from pipeline.app.demo_atelier.script import Entry, Script, read_script
from pipeline.app.demo_atelier.sheet import form_tab, in_order, working_tab
from pipeline.model.responses import RawTab
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.kept import Kept
from pipeline.stages.memory import Memory
from pipeline.stages.parse import parse
from pipeline.stages.run import run


def demo_tabs(seed: str, catalogue: Catalogue) -> tuple[RawTab, ...]:
    """The forms and working tabs of the example in Dutch; the same seed gives the same tabs.

    Some people type the code on their card or invitation, so that the codes are handed out first.
    """
    script = read_script(seed)
    script = replace(script, codes=_codes(script, catalogue))
    return (*_forms(script, catalogue), *_working(script, catalogue))


def _codes(script: Script, catalogue: Catalogue) -> dict[str, str]:
    """The code of everybody who signed up, as the first sync gives it."""
    meetings = tuple(MeetingPlan(number, day) for number, day in enumerate(script.dates, start=1))
    settings = Settings(seed=script.seed, meetings=meetings)
    parsed = parse(tuple(_forms(script, catalogue)), catalogue, settings)
    found = run(parsed, Kept(), Memory(), catalogue, settings).people
    signed = [sent.answers["key"] for sent in in_order(people.signups(script))]
    return {
        signed[claim.where.row - 2]: person.code
        for person in found.participants.values()
        for claim in person.claims
        if claim.where.form == "signup"
    }


def _forms(script: Script, catalogue: Catalogue) -> Iterator[RawTab]:
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
        yield form_tab(catalogue.forms[key], responses, blanks.get(key, 0))


def _working(script: Script, catalogue: Catalogue) -> Iterator[RawTab]:
    team = script.files["team"]
    rows: dict[str, list[Entry]] = {
        "team": [person.more for person in script.people.values() if "task" in person.more],
        "network": [{**entry, "asked_by": entry["by"]} for entry in team["network"]],
        "programme": [{**entry, "meeting": number} for number, entry in enumerate(team["programme"], 1)],
        "budget": team["budget"],
        "cover": team["cover"],
        "agreements": team["agreements"],
        "attendance_list": [
            {"name": entry["name"], **{f"meeting_{meeting}": True for meeting in entry["meetings"]}}
            for entry in team["ticked"]
        ],
        "notes": team["notes"],
    }
    for key, entries in rows.items():
        yield working_tab(catalogue.working[key], entries)
