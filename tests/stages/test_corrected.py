"""What somebody corrects after a person answered about it: the answer holds, and is asked about again."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.masking import Withheld
from pipeline.stages.memory import Memory, MemoryRows, from_rows
from pipeline.stages.run import Outcome
from tests.stages.test_run import answered, outcome

SIGNUP = """
# Aanmelding
| Tijdstempel | Naam | Rol | Toestemming | Telefoon | Postcode | Gevraagd door |
|---|---|---|---|---|---|---|
| 2026-09-01 10:00:00 | Bep Kuiper | Bewoner | Ja | '0612345601 | 2521AA | |
| 2026-09-01 10:01:00 | Kees Visser | Bewoner | Ja | '0612345602 | 2521AB | |
| 2026-09-01 10:02:00 | Elisabeth Jansen | Bewoner | {consent} | '0612345603 | 2521AC | |
| 2026-09-01 10:03:00 | {guest} | Bewoner | Ja | {phone} | 2521AD | {by} |
"""
DOOR = """
# Presentie
| Tijdstempel | Bijeenkomst | Naam |
|---|---|---|
| 2026-09-03 19:00:00 | 1 | {name} |
"""
BEP, KEES, ELISABETH, GUEST = outcome(
    SIGNUP.format(by="", consent="Ja", guest="Amira Boz", phone="")
).people.participants


def signup(by: str = "", consent: str = "Ja", guest: str = "Amira Boz", phone: str = "'0612345604") -> str:
    return SIGNUP.format(by=by, consent=consent, guest=guest, phone=phone)


def syncs(*times: tuple[str, str]) -> list[Outcome]:
    """One sync after another: the responses, and what stands in the one decision."""
    found: list[Outcome] = []
    memory, asked = Memory(), ""
    for responses, answer in times:
        now = outcome(responses, answered((asked, answer)) if asked and answer else None, memory)
        memory = from_rows(MemoryRows(now.memory))
        asked = asked or next((one.id for one in now.questions), "")
        found.append(now)
    return found


def state(found: Outcome) -> tuple[bool, bool, str | None]:
    """Whether the one question is open, whether again, and who invited the guest."""
    (question,) = found.questions
    return question.open, question.again, found.invitations.inviter.get(GUEST)


FIRST = signup(by="Bep en Kees")


@pytest.mark.parametrize("now", ["Elisabeth", "Elisabeth Jansen", "Sjaan Prins", "niemand", ELISABETH])
def test_an_inviter_corrected_to_another_name_is_asked_again_and_the_answer_holds(now: str) -> None:
    changed = signup(by=now)
    *_, told, again, still, after = syncs(
        (FIRST, ""), (FIRST, KEES), (changed, KEES), (changed, KEES), (changed, f"Toch {KEES} – Kees"),
    )[1:] + syncs((FIRST, ""), (FIRST, KEES), (changed, KEES), (changed, BEP))[-1:]  # fmt: skip
    assert state(told) == state(again) == (True, True, KEES)
    (question,) = told.questions
    assert f"still_{KEES}" in question.options
    assert KEES not in question.options
    assert told.memory.asked == again.memory.asked
    assert state(still) == (False, False, KEES)
    assert state(after) == (False, False, BEP)


@pytest.mark.parametrize("now", ["bep en KEES", "Kees", "Kees Visser", KEES])
def test_an_inviter_corrected_to_what_was_answered_is_not_asked_again(now: str) -> None:
    *_, found = syncs((FIRST, ""), (FIRST, KEES), (signup(by=now), KEES))
    assert state(found) == (False, False, KEES)


def test_an_invitation_code_says_better_who_it_was_than_an_answer_about_a_name() -> None:
    *_, found = syncs((FIRST, ""), (FIRST, KEES), (signup(by=f"U-{BEP}"), KEES))
    assert found.invitations.inviter[GUEST] == BEP
    assert [(one.lapsed, one.decision) for one in found.questions] == [(True, KEES)]


@pytest.mark.parametrize(("now", "again"), [("Elisabeth", True), ("Sjaan Prins", False), ("niemand", False)])
def test_that_it_was_none_of_them_holds_as_long_as_nobody_fits(now: str, again: bool) -> None:
    changed = signup(by=now)
    *_, found, confirmed = syncs(
        (FIRST, ""),
        (FIRST, "niemand van hen"),
        (changed, "niemand van hen"),
        (changed, "toch niemand van hen"),
    )
    assert state(found) == (again, again, None)
    assert state(confirmed) == (False, False, None)
    unknown = [one.written for one in found.invitations.unknown if one.participant == GUEST]
    assert unknown == ([] if now == "niemand" else [now])


@pytest.mark.parametrize(("answer", "holds"), [(KEES, KEES), ("niemand van hen", None)])
def test_what_was_confirmed_is_asked_about_again_after_another_correction(
    answer: str, holds: str | None
) -> None:
    """The answer that confirms is never the one that stands there already."""
    first, second, still = signup(by="Elisabeth"), signup(by="Bep Kuiper"), f"toch {answer}"
    story = [(FIRST, ""), (FIRST, answer), (first, answer), (first, still), (second, still), (second, answer)]
    *_, confirmed, again, anew, third = syncs(*story, (first, answer))
    assert [state(one) for one in (confirmed, again, anew, third)] == [
        (False, False, holds),
        (True, True, holds),
        (False, False, holds),
        (True, True, holds),
    ]
    code = answer if holds else "nobody"
    for found, other in ((again, f"still_{code}"), (third, code)):
        (question,) = found.questions
        assert {code, f"still_{code}"} & set(question.options) == {code, f"still_{code}"} - {other}


def test_a_name_corrected_before_the_answer_was_read_is_asked_again() -> None:
    *_, found = syncs((FIRST, ""), (signup(by="Elisabeth"), KEES))
    assert state(found) == (True, True, KEES)
    *_, later = syncs(
        (FIRST, ""), (signup(by="Elisabeth en Bep"), "later"), (signup(by="Bep en Elisabeth"), BEP)
    )
    assert state(later) == (False, False, BEP)


def test_who_may_not_be_named_is_not_named_by_the_correction() -> None:
    changed = signup(by="Lisabeth Janssen", consent="Nee")
    *_, found = syncs((FIRST, ""), (FIRST, KEES), (changed, KEES))
    (question,) = found.questions
    assert (question.again, set(question.options) >= {ELISABETH}) == (True, True)
    assert Withheld(found.people).behind(question)


def door(name: str) -> str:
    return signup() + DOOR.format(name=name)


@pytest.mark.parametrize(
    ("answer", "now", "again"),
    [
        (KEES, "Elisabeth Jansen", True),
        (KEES, "Elisabeth", True),
        (KEES, "Sjanie B.", True),
        (KEES, BEP, True),
        (KEES, KEES, False),
        (KEES, "KEES.", False),
        (KEES, "Kees Visser", False),
        ("niemand van hen", "Bep Kuiper", True),
        ("niemand van hen", "Sjanie B.", False),
        ("was er niet", "Sjanie B.", True),
    ],
)
def test_a_name_at_the_door_is_asked_again_likewise(answer: str, now: str, again: bool) -> None:
    first, changed = door("Kees"), door(now)
    *_, held, found, same = syncs((first, ""), (first, answer), (changed, answer), (changed, answer))
    (question,) = found.questions
    assert (question.open, question.again) == (again, again)
    assert same.questions == found.questions
    assert found.people.of_claim == held.people.of_claim or answer != KEES
    assert found.presence.of(KEES) == ((1,) if answer == KEES else ())
    *_, confirmed = syncs((first, ""), (first, answer), (changed, answer), (changed, f"toch {answer}"))
    assert [one.open for one in confirmed.questions] == [False]
    assert confirmed.presence == found.presence


TWO = signup(guest="Bep Kuijper", phone="'0687654321")
OTHER = signup(guest="Tjalling Duin", phone="'0687654321")
ONE = signup(guest="Bep Kuiper", phone="'0612345601")


@pytest.mark.parametrize(
    ("answer", "changed", "still"),
    [("dezelfde", OTHER, "toch dezelfde"), ("verschillend", ONE, "toch verschillend")],
)
def test_two_rows_changed_so_that_the_answer_cannot_be_are_asked_again_and_it_holds(
    answer: str, changed: str, still: str
) -> None:
    *_, held, told, again, confirmed = syncs(
        (TWO, ""), (TWO, answer), (changed, answer), (changed, answer), (changed, still)
    )
    (question,) = told.questions
    assert (question.again, question.open) == (True, True)
    assert again.questions == told.questions
    assert [one.open for one in confirmed.questions] == [False]
    assert len({*map(len, (one.people.participants for one in (held, told, again, confirmed)))}) == 1
    *_, back = syncs((TWO, ""), (TWO, answer), (changed, answer), (TWO, answer))
    assert [one.open for one in back.questions] == [False]


def test_two_rows_that_were_confirmed_are_asked_about_again_when_it_turned_anew() -> None:
    likely = signup(guest="Bep Kuijper", phone="'0687654322")
    turned = OTHER.replace("Tjalling", "Tjeerd")
    still = "toch dezelfde"
    story = [
        (TWO, ""),
        (TWO, "dezelfde"),
        (OTHER, "dezelfde"),
        (OTHER, still),
        (OTHER, still),
        (likely, still),
    ]
    *_, confirmed, later, unsure, anew, same = syncs(*story, (turned, still), (turned, "dezelfde"))
    asked = [[one.again for one in found.questions] for found in (confirmed, later, unsure, anew, same)]
    assert asked == [[False], [False], [False], [True], [False]]
    assert [one.options for one in anew.questions] == [("same", "different")]
    *_, as_confirmed = syncs(*story, (OTHER, still))
    assert [one.again for one in as_confirmed.questions] == [False]


def test_what_was_sure_and_turned_is_asked_about_until_it_is_confirmed() -> None:
    likely = TWO.replace("Kuijper", "Kuiper").replace("2521AD", "2521AA")
    sure = likely.replace("'0687654321", "'0612345601")
    *_, told, confirmed, later = syncs(
        (TWO, ""), (sure, ""), (sure, "dezelfde"), (OTHER, "dezelfde"), (OTHER, "toch dezelfde"),
        (OTHER, "toch dezelfde"),
    )  # fmt: skip
    assert [[one.again for one in found.questions] for found in (told, confirmed, later)] == [
        [True], [False], [False],
    ]  # fmt: skip


TEXTS = ("Bep en Kees", "Bep of Elisabeth", "Elisabeth", "Kees", "Sjaan Prins", "kees en bep")
ANSWERS = (KEES, BEP, f"toch {KEES}", "niemand van hen", "toch niemand van hen")


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(ANSWERS)), min_size=1, max_size=3),
)
def test_an_answer_always_holds_and_is_never_asked_about_as_soon_as_it_is_given(
    times: Sequence[tuple[str, str]],
) -> None:
    """Somebody corrects the name, a sync, a person answers, a sync: again and again."""
    story: list[tuple[str, str]] = [(FIRST, ""), (FIRST, KEES)]
    for text, answer in times:
        story += [(signup(by=text), story[-1][1]), (signup(by=text), answer)]
    found = syncs(*story)
    for (_, answer), one in zip(story[1:], found[1:], strict=True):
        code = answer.removeprefix("toch ")
        assert one.invitations.inviter.get(GUEST) == (code if code in (KEES, BEP) else None)
    given = zip(story[1:], story[2:], found[2:], strict=False)
    for (text_before, before), (text, answer), one in given:
        if text == text_before and answer != before:
            assert not any(question.open for question in one.questions)
