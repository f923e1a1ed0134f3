"""The documents of the commands that do one thing; a schema of each is in `sheet_templates/schema/`."""

from collections.abc import Iterable, Mapping

from pipeline.model.findings import Finding, finding_order
from pipeline.stages.chains import Chains, Likeness
from pipeline.stages.masking import Withheld
from pipeline.stages.people import People
from pipeline.stages.tally import Tally
from pipeline.summaries.document import finding_json, refusal_json
from pipeline.summaries.written import ratio

Json = dict[str, object]

_EVERYTHING = Withheld(People({}, {}))
"""Nothing is withheld: these documents say what the file they come from says."""


def chains_document(chains: Chains, findings: Iterable[Finding]) -> Json:
    """Everybody's place in the chains, by id; the links by attribute; what was noticed."""
    sizes = chains.tree_sizes
    return {
        "people": {
            person: {
                "wave": chains.wave[person],
                "seed": chains.seed[person],
                "recruits": chains.recruits[person],
                "descendants": chains.descendants[person],
            }
            for person in sorted(chains.wave)
        },
        "seeds": list(sizes),
        "max_wave": max(chains.wave.values(), default=0),
        "tree_sizes": sizes,
        "recruitment": {name: _links(matrix) for name, matrix in chains.recruitment.items()},
        "homophily": {name: _likeness(likeness) for name, likeness in chains.homophily.items()},
        "findings": _findings(findings),
    }


def tally_document(tally: Tally, findings: Iterable[Finding]) -> Json:
    """Ideas and votes as in the results document, every idea under its own id, also among the prizes."""
    ids = [idea.id for idea in tally.ideas]
    tie = tally.awarded.tie
    return {
        "ideas": [_idea(tally, number) for number in tally.stickers],
        "votes": {
            "ballots": tally.ballots,
            "cast": tally.cast,
            "counted": tally.counted,
            "refused": [refusal_json(refusal, refusal.idea) for refusal in tally.refused],
            "prizes": [
                {"place": prize.place, "ideas": [ids[number - 1] for number in prize.ideas]}
                for prize in tally.awarded.prizes
            ],
            "tie_at_cut": {
                "place": tie.place,
                "ideas": [ids[number - 1] for number in tie.ideas],
                "outcome": tie.outcome,
            }
            if tie
            else None,
        },
        "findings": _findings(findings),
    }


def _idea(tally: Tally, place: int) -> Json:
    """An idea of which only its list is known: the rest is empty."""
    idea, stickers = tally.ideas[place - 1], tally.stickers[place]
    return {
        "id": idea.id,
        "number": int(idea.id) if idea.id.isascii() and idea.id.isdigit() else None,
        "text": idea.text,
        "group": idea.group,
        "problem_domain": None,
        "solution_domains": [],
        "thinkers": [],
        "joined_with": [],
        "level": None,
        "status": None,
        "near_duplicates": [],
        "stickers": {"forms": stickers, "paper": 0, "total": stickers},
        "rank": tally.rank.get(place),
    }


def _links(matrix: Mapping[tuple[str, str], int]) -> dict[str, int]:
    return {f"{given}->{taken}": number for (given, taken), number in matrix.items()}


def _likeness(likeness: Likeness) -> Json:
    return {
        "links": likeness.links,
        "same": likeness.same,
        "share": ratio(likeness.share),
        "expected": ratio(likeness.expected),
        "ratio": ratio(likeness.ratio),
    }


def _findings(findings: Iterable[Finding]) -> list[Json]:
    return [finding_json(finding, _EVERYTHING) for finding in sorted(findings, key=finding_order)]
