"""Why the claims of a participant are of one person."""

from dataclasses import replace
from datetime import datetime

from pipeline.model.findings import Where
from pipeline.stages.decisions import Question
from pipeline.stages.joined import Joined, why_joined
from pipeline.stages.people import Claim, Participant

FIRST = Claim(
    "signup:a", Where("signup", 2), "Fatma Özbirgül", phone="0612345601", submitted_at=datetime(2026, 9, 1)
)
SECOND = Claim(
    "signup:b", Where("signup", 9), "F. Özbirgül", phone="0612345601", submitted_at=datetime(2026, 9, 2)
)
DOOR = Claim(
    "attendance:c", Where("attendance", 3), "Fatma Özbirgül", meeting=1, submitted_at=datetime(2026, 9, 3)
)
FATMA = Participant("7KQ4M", "Fatma Özbirgül", aliases=("M2XP9",), claims=(DOOR, FIRST, SECOND))
PAIR = Question("V-1", "possible_duplicate", ("signup:a", "signup:b"), ("same", "different"))


def test_the_first_claim_and_what_is_like_it() -> None:
    first, second, door = why_joined(FATMA, ())
    assert first == Joined(FIRST, "first")
    assert (second.claim, second.how, second.other) == (SECOND, "match", FIRST)
    assert "same_phone" in second.reasons
    assert (door.how, door.other) == ("match", FIRST)
    assert "same_first_name" in door.reasons


def test_by_a_code_that_stands_for_them() -> None:
    coded = replace(FATMA, claims=(FIRST, replace(SECOND, code="M2XP9"), replace(DOOR, code="7KQ4M")))
    assert [one.how for one in why_joined(coded, ())] == ["first", "code", "code"]


def test_what_a_person_decided_comes_first() -> None:
    decided = replace(PAIR, decision="same", reasons=("same_surname",))
    first, second, _ = why_joined(FATMA, [decided])
    assert first == Joined(FIRST, "decided", SECOND, ("same_surname",), "V-1")
    assert second == Joined(SECOND, "decided", FIRST, ("same_surname",), "V-1")
    who = Question("V-2", "who_is", ("attendance:c",), ("7KQ4M", "nobody"), decision="M2XP9")
    assert why_joined(FATMA, [who])[2] == Joined(DOOR, "decided", question="V-2")


def test_what_was_settled_tells_its_own_reasons() -> None:
    settled = replace(PAIR, settled=True, reasons=("spelled_surname",))
    elsewhere = Question("V-3", "possible_duplicate", ("signup:b", "signup:z"), (), settled=True)
    open_still = replace(PAIR, id="V-4", reasons=("far_surname",))
    _, second, _ = why_joined(FATMA, [elsewhere, open_still, settled])
    assert second == Joined(SECOND, "match", FIRST, ("spelled_surname",), "V-1")


def test_nobody_s_claims() -> None:
    assert why_joined(Participant("7KQ4M", ""), ()) == ()
