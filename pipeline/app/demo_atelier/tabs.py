"""Every tab of the example's responses, put together."""

from collections.abc import Iterator

from pipeline.app.demo_atelier import parade, people, voices
from pipeline.app.demo_atelier.script import Entry, Script, read_script
from pipeline.app.demo_atelier.sheet import form_tab, working_tab
from pipeline.model.responses import RawTab
from pipeline.model.templates import Catalogue


def demo_tabs(seed: str, catalogue: Catalogue) -> tuple[RawTab, ...]:
    """The forms and working tabs of the example in Dutch; the same seed gives the same tabs."""
    script = read_script(seed)
    return (*_forms(script, catalogue), *_working(script, catalogue))


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
