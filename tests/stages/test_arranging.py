"""For which meetings tables are made, and what somebody may ask about them."""

import pytest

from pipeline.model.settings import Settings, plain_meetings
from pipeline.stages.arranging import (
    Arranged,
    Circumstances,
    Wanted,
    arrange,
    coming_meeting,
    who_comes,
)
from pipeline.stages.meetings import Presence
from pipeline.stages.memory import Seat
from pipeline.stages.seating import DiscussionTable
from pipeline.stages.wishes import Wish
from tests.stages.registry import people, person

NOBODY = frozenset[str]()


def circle(size: int, expected: tuple[int, ...] = (3, 4)) -> Circumstances:
    """So many people who come to these meetings, the first two of which were held without them."""
    everybody = people(*(person(f"P{number:02}", expected=expected) for number in range(size)))
    there = {1: frozenset(("X",)), 2: frozenset(("X",)), 3: NOBODY, 4: NOBODY}
    return Circumstances(everybody, Presence(there), {}, frozenset())


def arranged(known: Circumstances, before: tuple[Seat, ...] = (), wanted: Wanted | None = None) -> Arranged:
    return arrange(known, before, (), wanted or Wanted(), Settings())


def meetings(found: Arranged) -> list[int]:
    return [table.meeting for table in found.tables]


@pytest.mark.parametrize(
    ("present", "meeting", "coming"),
    [
        ({1: (), 2: ()}, 1, ("A",)),
        ({1: ("A",), 2: ()}, 2, ("B",)),
        ({1: ("A",), 2: ("A", "B")}, 2, ("A", "B")),
    ],
)
def test_tables_are_for_the_first_meeting_that_nobody_came_to_yet(
    present: dict[int, tuple[str, ...]], meeting: int, coming: tuple[str, ...]
) -> None:
    everybody = people(person("A", expected=(1,)), person("B", expected=(2,)))
    there = Presence({number: frozenset(codes) for number, codes in present.items()})
    known = Circumstances(everybody, there, {}, frozenset())
    assert coming_meeting(there, Settings(meetings=plain_meetings(2))) == meeting
    assert who_comes(meeting, known) == coming


def test_what_is_asked_for_another_meeting_comes_beside_the_coming_one() -> None:
    found = arranged(circle(12), wanted=Wanted(meeting=4))
    assert meetings(found) == [3, 3, 4, 4]
    assert {place.meeting for place in found.seats} == {3, 4}


def test_who_shares_a_table_at_the_coming_meeting_sits_apart_at_the_one_after() -> None:
    found = arranged(circle(25), wanted=Wanted(meeting=4))
    third, fourth = ([set(table.people) for table in found.tables if table.meeting == n] for n in (3, 4))
    assert not any(len(one & other) > 1 for one in third for other in fourth)


def test_a_later_meeting_keeps_the_tables_it_has_until_it_comes() -> None:
    later = arranged(circle(12), wanted=Wanted(meeting=4))
    assert arranged(circle(12), later.seats) == later
    assert meetings(arranged(circle(12), (Seat(9, "1", "P00"),))) == [3, 3]


def test_anew_lets_go_of_every_seat_there_that_nobody_confirmed() -> None:
    before = (*(Seat(4, "2", f"P{number:02}") for number in range(6)), Seat(4, "1", "gone"))
    known = circle(12, (4,))
    known = Circumstances(known.people, known.presence, {}, frozenset({(4, "P03")}))
    found = arranged(known, (*before, Seat(2, "1", "P00")), Wanted(meeting=4, anew=True))
    assert found.tables[1].table == "2"
    assert "P03" in found.tables[1].people
    assert set(before) - set(found.seats)
    assert Seat(2, "1", "P00") in found.seats


def test_another_seed_gives_another_mix_of_that_meeting_only() -> None:
    usual, other = (arranged(circle(12), wanted=Wanted(meeting=4, seed=seed)) for seed in (None, "anders"))
    assert usual.tables[:2] == other.tables[:2]
    assert usual.tables[2:] != other.tables[2:]


def test_a_wish_that_no_meeting_can_keep_is_told_once() -> None:
    never = (Wish("P00", "P01", together=False), Wish("P00", "P01", together=True))
    found = arrange(circle(4), (), never, Wanted(meeting=4), Settings())
    assert found.broken == never[:1]
    assert found.tables == tuple(
        DiscussionTable(meeting, "1", ("P00", "P01", "P02", "P03")) for meeting in (3, 4)
    )


def test_wishes_at_hand_are_rows_like_others() -> None:
    wanted = Wanted(together=(("Riet", "Cor"),), apart=(("Ad", "Bo"),))
    assert [dict(row.values) for row in wanted.wishes] == [
        {"person": "Riet", "other": "Cor", "wish": "together"},
        {"person": "Ad", "other": "Bo", "wish": "apart"},
    ]
    assert len({row.id for row in wanted.wishes}) == 2
