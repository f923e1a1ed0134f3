"""The whole way of the data against a truth that nobody here wrote."""

import random
from itertools import combinations
from typing import Any

from pipeline.model.responses import RawTab
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.kept import Kept
from pipeline.stages.parse import parse
from pipeline.stages.run import Outcome, run
from pipeline.summaries.document import document
from tests.build import without_rows
from tests.reference.conftest import outcome_of


def test_rows_and_blanks_of_every_form(outcome: Outcome, truth: dict[str, Any]) -> None:
    read = {count.form: {"responses": count.responses, "blank": count.blank} for count in outcome.counts}
    assert read == truth["rows"]


def people_of(outcome: Outcome, truth: dict[str, Any]) -> dict[str, str]:
    """Participant code -> the true person who holds most of its claims."""
    person_of_row = {(form, row): person for form, row, person in truth["claims"]}
    named = {}
    for code, participant in outcome.people.participants.items():
        held = [person_of_row[claim.where.form, claim.where.row] for claim in participant.claims]
        named[code] = max(set(held), key=lambda person: (held.count(person), person))
    return named


def test_nobody_is_merged_wrongly_and_few_are_left_apart(outcome: Outcome, truth: dict[str, Any]) -> None:
    true_of = {(form, row): person for form, row, person in truth["claims"]}
    true_of = {where: person for where, person in true_of.items() if where[0] in ("signup", "attendance")}
    ours = {
        (claim.where.form, claim.where.row): code
        for code, participant in outcome.people.participants.items()
        for claim in participant.claims
    }
    assert ours.keys() == true_of.keys()
    pairs = list(combinations(sorted(ours), 2))
    together = {pair for pair in pairs if ours[pair[0]] == ours[pair[1]]}
    should = {pair for pair in pairs if true_of[pair[0]] == true_of[pair[1]]}
    assert together <= should
    assert len(together) >= 0.97 * len(should)


def test_presence_is_within_one(outcome: Outcome, truth: dict[str, Any]) -> None:
    for meeting in outcome.meetings:
        assert meeting.present is not None
        assert abs(meeting.present - truth["meetings"][str(meeting.number)]["present"]) <= 1


def test_inviters_are_found_and_none_is_wrong(outcome: Outcome, truth: dict[str, Any]) -> None:
    person_of = people_of(outcome, truth)
    right = wrong = 0
    for guest, inviter in outcome.invitations.inviter.items():
        if truth["people"][person_of[guest]]["inviter"] == person_of[inviter]:
            right += 1
        else:
            wrong += 1
    assert wrong == 0
    assert right >= 36
    asked = {question.subjects[0] for question in outcome.questions if question.code == "who_is"}
    invited = sum(person["inviter"] is not None for person in truth["people"].values())
    assert len(outcome.invitations.unknown) == len(asked) == invited - right


def test_the_tally_is_exactly_true(outcome: Outcome, truth: dict[str, Any]) -> None:
    votes, true = outcome.votes, truth["votes"]
    assert (votes.ballots, votes.cast, votes.counted) == (true["ballots"], true["cast"], true["counted"])
    assert [[r.row, r.sticker, r.idea, r.reason] for r in votes.refused] == true["refused"]
    assert {str(n): s.total for n, s in votes.stickers.items() if s.total} == true["totals"]
    assert {str(n): rank for n, rank in votes.rank.items()} == true["ranks"]


def test_ideas_are_numbered_and_read_as_true(outcome: Outcome, truth: dict[str, Any]) -> None:
    assert [
        {
            "number": idea.number,
            "text": idea.text,
            "group": idea.group,
            "problem_domain": idea.problem_domain,
            "solution_domains": list(idea.solution_domains),
        }
        for idea in outcome.ideas
    ] == truth["ideas"]


def test_evaluation_counts_and_means_are_exactly_true(outcome: Outcome, truth: dict[str, Any]) -> None:
    shown = {
        f"{score.meeting}/{score.question}": {
            "n": score.n,
            "mean": None if score.mean is None else round(float(score.mean) + 1e-12, 4),
        }
        for score in outcome.evaluation.scores
        if score.role is None
    }
    assert shown == truth["evaluation"]


def shuffled(tabs: tuple[RawTab, ...], seed: int) -> tuple[RawTab, ...]:
    """The same tabs, rows with a real timestamp dealt anew over the rows where such rows stood."""
    dealer = random.Random(seed)  # noqa: S311 - shuffling rows, not keeping secrets
    mixed = []
    for tab in tabs:
        rows = list(tab.rows)
        moment = rows[0].index("Tijdstempel")
        dated = [
            number for number, row in enumerate(rows) if number and getattr(row[moment], "year", 0) == 2026
        ]
        order = dealer.sample(dated, len(dated))
        for place, taken in zip(dated, order, strict=True):
            rows[place] = tab.rows[taken]
        mixed.append(RawTab(tab.title, rows, tab.place))
    return tuple(mixed)


def test_the_order_of_dated_rows_does_not_matter(
    tabs: tuple[RawTab, ...], outcome: Outcome, catalogue: Catalogue
) -> None:
    straight = without_rows(document(outcome, catalogue))
    for seed in range(3):
        assert without_rows(document(outcome_of(shuffled(tabs, seed), catalogue), catalogue)) == straight


def test_a_second_run_with_the_memory_of_the_first_says_the_same(
    tabs: tuple[RawTab, ...], outcome: Outcome, catalogue: Catalogue
) -> None:
    settings = Settings()
    again = run(parse(tabs, catalogue, settings), Kept(), outcome.memory, catalogue, settings)
    assert document(again, catalogue) == document(outcome, catalogue)
    assert again.memory == outcome.memory
