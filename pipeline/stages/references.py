"""Ballots, expenses and homework that belong to a participant: they add to what is known of them."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.model.findings import Where
from pipeline.stages.invitations import Invitations
from pipeline.stages.money import Money
from pipeline.stages.people import People
from pipeline.stages.votes import Votes


def with_references(people: People, votes: Votes, money: Money, invitations: Invitations) -> People:
    """The people, each with the places of their ballots, expenses and homework, sorted."""
    found: dict[str, set[Where]] = {}
    for where, code in _references(votes, money, invitations):
        found.setdefault(code, set()).add(Where(where.form, where.row))
    participants = {
        code: replace(person, references=tuple(sorted(found[code]))) if code in found else person
        for code, person in people.participants.items()
    }
    return replace(people, participants=participants)


def _references(votes: Votes, money: Money, invitations: Invitations) -> Iterator[tuple[Where, str]]:
    yield from votes.voters.items()
    for expense in money.expenses:
        if expense.participant:
            yield Where("expense", expense.row), expense.participant
    for promise in invitations.promises:
        if promise.by:
            yield promise.where, promise.by
