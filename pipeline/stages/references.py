"""Ballots, expenses and homework that belong to a participant: they add to what is known of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.model.findings import Where
from pipeline.model.responses import Response
from pipeline.stages.money import Money
from pipeline.stages.people import People
from pipeline.stages.resolve import Directory
from pipeline.stages.votes import Votes


def with_references(
    people: People,
    responses: Mapping[str, Sequence[Response]],
    votes: Votes,
    money: Money,
    directory: Directory,
) -> People:
    """The people, each with the places of their ballots, expenses and homework, sorted."""
    found: dict[str, list[Where]] = {}
    for where, code in _references(responses.get("bring", ()), votes, money, directory):
        found.setdefault(code, []).append(Where(where.form, where.row))
    participants = {
        code: replace(person, references=tuple(sorted(found[code]))) if code in found else person
        for code, person in people.participants.items()
    }
    return replace(people, participants=participants)


def _references(
    homework: Sequence[Response], votes: Votes, money: Money, directory: Directory
) -> Iterator[tuple[Where, str]]:
    yield from votes.voters.items()
    for expense in money.expenses:
        if expense.participant is not None:
            yield Where("expense", expense.row), expense.participant
    for response in homework:
        found = directory.find(response.as_written("name") or "", response.at("name"), response.id, ask=False)
        if found.participant is not None:
            yield response.at(), found.participant
