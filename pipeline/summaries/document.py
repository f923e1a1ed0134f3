"""The results document: everything the pipeline works out, as one stable JSON document.

Its schema is `sheet_templates/schema/samenkracht-results-1.json`; `written` says how numbers stand
in it. Money is text with 2 decimals; absent is null. Nobody without consent is named: their name and
organisation are null, and so is text kept as written that equals their name or may mean them.
"""

from collections.abc import Mapping
from decimal import Decimal

from pipeline.model.findings import About, Detail, Finding, Severity, Where, finding_order
from pipeline.model.templates import Catalogue
from pipeline.stages.decisions import Question
from pipeline.stages.evaluation import Score
from pipeline.stages.ideas import Idea, thinkers_meant
from pipeline.stages.masking import Withheld
from pipeline.stages.people import Participant
from pipeline.stages.run import Outcome
from pipeline.stages.stickers import Refusal
from pipeline.stages.votes import Stickers
from pipeline.summaries.written import Json, ratio

SCHEMA = "samenkracht-results/1"


def document(outcome: Outcome, catalogue: Catalogue) -> Json:
    """The results document of `outcome`; the same outcome gives the same document."""
    withheld, meant = Withheld(outcome.people), thinkers_meant(outcome.ideas)
    return {
        "schema": SCHEMA,
        "atelier": _atelier(outcome),
        "responses": _responses(outcome, catalogue),
        "participants": [person_json(person, outcome) for person in outcome.people.participants.values()],
        "invitations": _invitations(outcome, withheld),
        "meetings": _meetings(outcome),
        "ideas": [_idea(idea, outcome, meant, withheld) for idea in outcome.ideas],
        "votes": _votes(outcome, withheld),
        "evaluation": [_score(score) for score in outcome.evaluation.scores],
        "team_evaluation": [_team_score(score) for score in outcome.team_evaluation.scores],
        "domains": {
            "matrix": {problem: dict(row) for problem, row in outcome.domains.matrix.items()},
            "ideas": dict(outcome.domains.ideas),
            "stories": dict(outcome.domains.stories),
        },
        **_voices(outcome, withheld),
        **_neighbourhood(outcome, withheld),
        **_money(outcome),
        "findings": _findings(outcome, withheld),
        "own_questions": _own_questions(outcome),
    }


def _atelier(outcome: Outcome) -> Json:
    settings = outcome.settings
    return {
        "title": settings.title,
        "neighbourhood": settings.neighbourhood,
        "theme_domains": list(settings.theme_domains),
        "meetings": [
            {"number": meeting.number, "date": meeting.date.isoformat() if meeting.date else None}
            for meeting in settings.meetings
        ],
    }


def _responses(outcome: Outcome, catalogue: Catalogue) -> list[Json]:
    """The counts per form, in the order of the catalogue."""
    order = [*catalogue.forms, *catalogue.working]
    return [
        {
            "form": count.form,
            "tab": count.tab,
            "rows": count.rows,
            "blank": count.blank,
            "responses": count.responses,
            "replaced": count.replaced,
        }
        for count in sorted(outcome.counts, key=lambda count: (order.index(count.form), count.tab))
    ]


def person_json(person: Participant, outcome: Outcome) -> Json:
    """One participant as the results document shows them, and `samenkracht person --json` too."""
    code, invitations = person.code, outcome.invitations
    places = sorted({claim.where for claim in person.claims}.union(person.references), key=_place_order)
    return {
        "id": code,
        "name": person.shown,
        "roles": list(person.roles),
        "organisation": person.organisation if person.shown else None,
        "consent": False if person.withdrawn else person.consent,
        "claims": [_where(place) for place in places],
        "present": list(outcome.presence.of(code)),
        "expected": list(person.expected),
        "invited_by": invitations.inviter.get(code),
        "generation": invitations.generation.get(code, 0),
        "brought": list(invitations.brought.get(code, ())),
        "descendants": invitations.descendants.get(code, 0),
    }


def _place_order(where: Where) -> tuple[str, int, str, int]:
    return (where.form, where.row, where.question or "", where.nth or 0)


def _where(where: Where) -> Json:
    """A place in the source; question and n-th name only where it has them."""
    place: Json = {"form": where.form, "row": where.row}
    if where.question is not None:
        place["question"] = where.question
    if where.nth is not None:
        place["nth"] = where.nth
    return place


def _invitations(outcome: Outcome, withheld: Withheld) -> Json:
    invitations = outcome.invitations
    return {
        "roots": list(invitations.roots),
        "generations": invitations.generations,
        "unknown_inviters": [
            {
                "participant": unknown.participant,
                "written": withheld.mention(unknown.written, unknown.meant),
                "candidates": list(unknown.candidates),
            }
            for unknown in invitations.unknown
        ],
        "circles": [list(circle) for circle in invitations.circles],
        "role_matrix": {inviter: dict(invitees) for inviter, invitees in invitations.role_matrix.items()},
    }


def _meetings(outcome: Outcome) -> list[Json]:
    return [
        {
            "number": meeting.number,
            "present": meeting.present,
            "new": meeting.new,
            "returning": meeting.returning,
            "growth": ratio(meeting.growth),
            "expected": meeting.expected,
            "by_role": dict(meeting.by_role),
            "brought_by_previous": ratio(meeting.brought_by_previous),
            "unresolved": meeting.unresolved,
            "promised": meeting.promised,
            "promised_came": meeting.promised_came,
        }
        for meeting in outcome.meetings
    ]


def _idea(idea: Idea, outcome: Outcome, meant: Mapping[str, set[str]], withheld: Withheld) -> Json:
    stickers = outcome.votes.stickers.get(idea.number, Stickers())
    return {
        "number": idea.number,
        "text": idea.text,
        "group": idea.group,
        "problem_domain": idea.problem_domain,
        "solution_domains": list(idea.solution_domains),
        "thinkers": [_thinker(thinker, meant, withheld) for thinker in idea.thinkers],
        "joined_with": list(idea.joined_with),
        "level": idea.level,
        "status": "withdrawn" if idea.withdrawn else idea.status,
        "near_duplicates": list(idea.near_duplicates),
        "stickers": {"forms": stickers.forms, "paper": stickers.paper, "total": stickers.total},
        "rank": outcome.votes.rank.get(idea.number),
    }


def _thinker(thinker: str, meant: Mapping[str, set[str]], withheld: Withheld) -> str | None:
    """A code, `table:3`, or `?` and the name as written; `meant` are those whom a name may mean."""
    if not thinker.startswith("?"):
        return thinker
    written = thinker.removeprefix("?")
    shown = withheld.mention(written, meant.get(written, ()))
    return None if shown is None else f"?{shown}"


def _votes(outcome: Outcome, withheld: Withheld) -> Json:
    votes, tie = outcome.votes, outcome.votes.tie_at_cut
    return {
        "ballots": votes.ballots,
        "cast": votes.cast,
        "counted": votes.counted,
        "refused": [refusal_json(one, withheld.shown(one.idea)) for one in votes.refused],
        "prizes": [{"place": prize.place, "ideas": list(prize.ideas)} for prize in votes.prizes],
        "tie_at_cut": {"place": tie.place, "ideas": list(tie.ideas), "outcome": tie.outcome} if tie else None,
    }


def _score(score: Score) -> Json:
    return {
        "meeting": score.meeting,
        "question": score.question,
        "role": score.role,
        "n": score.n,
        "response_rate": ratio(score.response_rate),
        **_figures(score),
    }


def _team_score(score: Score) -> Json:
    return {"question": score.question, "n": score.n, **_figures(score)}


def _figures(score: Score) -> Json:
    return {
        "mean": ratio(score.mean),
        "median": ratio(score.median),
        "distribution": None if score.distribution is None else dict(score.distribution),
        "agree": ratio(score.agree),
    }


def _voices(outcome: Outcome, withheld: Withheld) -> Json:
    return {
        "flaps": [
            {
                "theme": flap.theme or None,
                "parts": {part: list(texts) for part, texts in flap.parts.items()},
                "missing": list(flap.missing),
            }
            for flap in outcome.flaps
        ],
        "stories": [
            {
                "source": story.source,
                "domains": list(story.domains),
                "story": story.story,
                "strength": story.strength,
                "lesson": story.lesson,
                "shared": story.shared,
            }
            for story in outcome.stories
        ],
        "advice": [
            {"person": withheld.shown(advice.person or None), "top": advice.top, "tip": advice.tip}
            for advice in outcome.advice
        ],
    }


def _neighbourhood(outcome: Outcome, withheld: Withheld) -> Json:
    network, care = outcome.network, outcome.care
    return {
        "facilities": [
            {
                "name": facility.name,
                "domains": list(facility.domains),
                "present": facility.present,
                "quality": ratio(facility.quality),
                "access": ratio(facility.access),
                "n": facility.n,
            }
            for facility in outcome.facilities
        ],
        "signals": [
            {
                "level": signal.level,
                "domains": list(signal.domains),
                "signal": signal.signal,
                "for_whom": withheld.shown(signal.for_whom),
            }
            for signal in outcome.signals
        ],
        "tables": [
            {
                "meeting": table.meeting,
                "table": table.table,
                "people": list(table.people),
                "confirmed": table.confirmed,
            }
            for table in outcome.tables
        ],
        "network": {
            "contacts": network.contacts,
            "by_sector": dict(network.by_sector),
            "by_status": dict(network.by_status),
        },
        "meals": {str(meeting): dict(counts) for meeting, counts in care.meals.items()},
        "needs": {str(meeting): dict(counts) for meeting, counts in care.needs.items()},
        "agreements": [
            {
                "what": agreement.what,
                "who": withheld.shown(agreement.who),
                "when": agreement.when.isoformat() if agreement.when else None,
                "status": agreement.status,
            }
            for agreement in outcome.agreements
        ],
    }


def _own_questions(outcome: Outcome) -> list[Json]:
    """The questions that a team added itself."""
    return [
        {
            "form": one.form,
            "question": one.question,
            "kind": one.kind,
            "n": one.n,
            "mean": ratio(one.mean),
            "counts": None if one.few else dict(one.counts),
            "texts": list(one.texts),
        }
        for one in outcome.own
    ]


def _money(outcome: Outcome) -> Json:
    money = outcome.money
    return {
        "expenses": {
            "claimed": _euros(money.claimed),
            "paid": _euros(money.paid),
            "open": _euros(money.open),
        },
        "budget": {
            "planned": _euros(money.planned),
            "actual": _euros(money.actual),
            "cover": _euros(money.cover),
            "balance": _euros(money.balance),
            "per_participant": _euros(money.per_participant),
        },
    }


def _euros(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _findings(outcome: Outcome, withheld: Withheld) -> list[Json]:
    """What was noticed, and what still waits for a person as a finding that asks to decide."""
    asked = (_asked(question, withheld) for question in outcome.questions if question.open)
    noticed = sorted((*outcome.findings, *asked), key=finding_order)
    return [finding_json(finding, withheld) for finding in noticed]


def _asked(question: Question, withheld: Withheld) -> Finding:
    """An open question as a finding; one that stands in no row is about its first idea."""
    hidden: dict[str, Detail] = {"written": withheld.asked(question)} if "written" in question.details else {}
    ideas = (subject.removeprefix("idea:") for subject in question.subjects if subject.startswith("idea:"))
    first = next(ideas, None)
    return Finding(
        question.code,
        Severity.DECIDE,
        where=question.where,
        with_=question.with_,
        about=About("idea", first) if first and question.where is None else None,
        details={
            **question.details,
            **hidden,
            "question": question.id,
            "reasons": withheld.reasons(question),
        },
    )


def refusal_json(refusal: Refusal, idea: str | None) -> Json:
    """A refused sticker; `idea` is what it may show of what the sticker said."""
    return {
        "form": refusal.form,
        "row": refusal.row,
        "sticker": refusal.sticker,
        "idea": idea,
        "reason": refusal.reason,
    }


def finding_json(finding: Finding, withheld: Withheld) -> Json:
    """A finding, without the names of those who are withheld."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": _where(finding.where) if finding.where else None,
        "with": _where(finding.with_) if finding.with_ else None,
        "about": _about(finding.about) if finding.about else None,
        "details": {key: _detail(value, withheld) for key, value in sorted(finding.details.items())},
    }


def _about(about: About) -> Json:
    if about.kind in ("meeting", "tab"):
        return {"setting": f"{about.kind}:{about.key}"}
    return {about.kind: int(about.key) if about.kind == "idea" else about.key}


def _detail(value: Detail, withheld: Withheld) -> object:
    if isinstance(value, tuple):
        return [_detail(item, withheld) for item in value]
    if isinstance(value, str):
        return withheld.shown(value)
    return ratio(value) if isinstance(value, float) else value
