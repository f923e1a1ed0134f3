"""Mixed tables."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from pipeline.model.settings import Settings
from pipeline.stages.memory import Seat
from pipeline.stages.people import Participant, People
from pipeline.stages.seating import (
    Acquainted,
    Company,
    DiscussionTable,
    acquainted,
    seat,
    table_sizes,
)
from pipeline.stages.wishes import Wish
from tests.stages.registry import people, person

ROLES = ("resident", "resident", "key_figure", "professional", "government")


def circle(size: int, *roles: str) -> People:
    """So many people `P00`, `P01` …, the roles by turns."""
    taken = roles or ROLES
    return people(*(person(f"P{number:02}", roles=taken[number % len(taken)]) for number in range(size)))


def seated(
    everybody: People,
    meeting: int = 4,
    *,
    coming: list[str] | None = None,
    inviter: dict[str, str] | None = None,
    before: tuple[Seat, ...] = (),
    confirmed: frozenset[tuple[int, str]] = frozenset(),
    seed: str = "samenkracht",
    wishes: tuple[Wish, ...] = (),
) -> tuple[tuple[DiscussionTable, ...], tuple[Seat, ...]]:
    there = list(everybody.participants) if coming is None else coming
    company = Company(meeting, there, inviter or {}, before, confirmed, wishes)
    found = seat(company, everybody, Settings(seed=seed))
    assert not found.broken
    return found.tables, found.seats


def sizes(tables: tuple[DiscussionTable, ...]) -> list[int]:
    return [len(table.people) for table in tables]


def pairs(tables: tuple[DiscussionTable, ...]) -> set[frozenset[str]]:
    """Everybody who shares a table with somebody."""
    return {frozenset(pair) for table in tables for pair in combinations(table.people, 2)}


def seats(meeting: int, **tables: str) -> tuple[Seat, ...]:
    """Seats of a meeting: `t1="A B"` seats two people at table 1."""
    return tuple(Seat(meeting, name[1:], code) for name, codes in tables.items() for code in codes.split())


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, ()), (1, (1,)), (4, (4,)), (5, (5,)), (7, (7,)), (8, (4, 4)), (9, (5, 4)), (10, (5, 5)),
        (11, (6, 5)), (12, (6, 6)), (13, (7, 6)), (15, (5, 5, 5)), (19, (7, 6, 6)), (21, (7, 7, 7)),
        (24, (6, 6, 6, 6)), (29, (6, 6, 6, 6, 5)),
    ],
)  # fmt: skip
def test_the_sizes_of_tables(number: int, expected: tuple[int, ...]) -> None:
    assert table_sizes(number) == expected


@pytest.mark.parametrize("number", range(10, 300))
def test_from_ten_people_on_every_table_has_5_to_7_seats_as_even_as_possible(number: int) -> None:
    found = table_sizes(number)
    assert sum(found) == number
    assert 5 <= min(found) <= max(found) <= 7
    even = any(number % size == 0 for size in (5, 6, 7))
    assert max(found) - min(found) == (0 if even else 1)


@examples(max_examples=60, deadline=None)
@given(st.integers(0, 40), st.integers(1, 5), st.randoms(use_true_random=False))
def test_everybody_sits_once_and_roles_are_spread(number: int, kinds: int, chance: object) -> None:
    everybody = circle(number, *("resident", "key_figure", "professional", "government", "")[:kinds])
    tables, _ = seated(everybody)
    assert sorted(code for table in tables for code in table.people) == list(everybody.participants)
    assert sizes(tables) == list(table_sizes(number))
    for role in ROLES:
        at = [sum(role in everybody.participants[code].roles for code in table.people) for table in tables]
        assert max(at, default=0) - min(at, default=0) <= 1
    shuffled = list(everybody.participants)
    chance.shuffle(shuffled)
    assert seated(everybody, coming=shuffled)[0] == tables


@pytest.mark.parametrize("size", [24, 36, 43, 50, 61])
def test_people_of_several_roles_are_spread_too(size: int) -> None:
    kinds = [" ".join(kind) for count in (1, 2, 3) for kind in combinations(ROLES[1:], count)]
    everybody = circle(size, *kinds)
    tables, _ = seated(everybody)
    for role in ROLES:
        at = [sum(role in everybody.participants[code].roles for code in table.people) for table in tables]
        assert max(at) - min(at) <= 1


def test_repeatable_by_seed() -> None:
    everybody = circle(24)
    assert seated(everybody) == seated(everybody)
    assert seated(everybody) != seated(everybody, seed="anders")
    assert pairs(seated(everybody)[0]) != pairs(seated(everybody, 3)[0])


def test_inviter_and_guest_sit_apart() -> None:
    everybody = circle(36)
    inviter = {f"P{guest:02}": f"P{guest // 2:02}" for guest in range(1, 36)}
    tables, _ = seated(everybody, inviter=inviter)
    assert not pairs(tables) & {frozenset(pair) for pair in inviter.items()}


def test_people_who_sat_together_sit_apart() -> None:
    everybody = circle(36)
    _, before = seated(everybody, 3)
    tables, after = seated(everybody, before=before)
    earlier = {frozenset(pair) for table in seated(everybody, 3)[0] for pair in combinations(table.people, 2)}
    assert not pairs(tables) & earlier
    assert Counter(place.meeting for place in after) == {3: 36, 4: 36}


def test_where_not_all_can_sit_apart_inviter_and_guest_go_before_those_who_met() -> None:
    """P04 brought three of one table; to keep them apart two more pairs sit together again."""
    before = seats(3, t1="P00 P01 P02 P03", t2="P04 P05 P06 P07")
    inviter = dict.fromkeys(["P00", "P01", "P02"], "P04")
    tables, _ = seated(circle(8, "resident"), inviter=inviter, before=before)
    assert not pairs(tables) & {frozenset(pair) for pair in inviter.items()}
    again = {frozenset(pair) for table in ("0123", "4567") for pair in combinations(table, 2)}
    assert len({frozenset(code[-1] for code in pair) for pair in pairs(tables)} & again) == 6


def test_a_later_meeting_keeps_nobody_apart() -> None:
    everybody = circle(8, "resident")
    tables, _ = seated(everybody, 3)
    later = tuple(replace(place, meeting=4) for place in seated(everybody, 3)[1])
    assert seated(everybody, 3, before=later)[0] == tables


class TestLateArrivals:
    @pytest.mark.parametrize("size", [1, 4, 6, 7, 8, 20, 30])
    @pytest.mark.parametrize("late", [1, 2, 5, 9])
    def test_move_nobody(self, size: int, late: int) -> None:
        everybody = circle(size + late)
        _, before = seated(everybody, coming=[*everybody.participants][:size])
        tables, after = seated(everybody, before=before)
        assert set(before) <= set(after)
        assert sum(sizes(tables)) == size + late
        assert max(sizes(tables)) <= 7
        assert [table.table for table in tables] == [str(number) for number in range(1, len(tables) + 1)]
        assert seated(everybody, before=after) == (tables, after)

    @pytest.mark.parametrize(
        ("size", "late", "expected"),
        [
            (18, 2, [7, 7, 6]),
            (24, 1, [7, 6, 6, 6]),
            (17, 8, [7, 6, 6, 6]),
            (10, 10, [5, 5, 5, 5]),
            (14, 1, [7, 7, 1]),
            (15, 8, [6, 6, 6, 5]),
        ],
    )
    def test_get_a_table_of_their_own_only_where_they_fill_it_or_nobody_has_room(
        self, size: int, late: int, expected: list[int]
    ) -> None:
        everybody = circle(size + late)
        _, before = seated(everybody, coming=[*everybody.participants][:size])
        assert sorted(sizes(seated(everybody, before=before)[0]), reverse=True) == expected

    def test_go_to_the_smallest_table(self) -> None:
        everybody = circle(12, "resident")
        before = seats(4, t1="P00 P01 P02 P03 P04 P05", t2="P06 P07 P08 P09 P10")
        assert seated(everybody, before=before)[0][1].people == ("P06", "P07", "P08", "P09", "P10", "P11")

    def test_avoid_who_invited_them(self) -> None:
        everybody = circle(12, "resident")
        before = seats(4, t1="P00 P01 P02 P03 P04 P05", t2="P06 P07 P08 P09 P10")
        tables, _ = seated(everybody, before=before, inviter={"P11": "P06"})
        assert "P11" in tables[0].people

    def test_never_make_a_table_of_more_than_seven(self) -> None:
        everybody = circle(14, "resident")
        before = seats(4, t1="P00 P01 P02 P03 P04 P05 P06", t2="P07 P08 P09 P10 P11 P12")
        tables, _ = seated(everybody, before=before, inviter={"P13": "P07"})
        assert sizes(tables) == [7, 7]

    def test_go_where_their_role_is_missing(self) -> None:
        everybody = people(
            *(
                person(f"P{number:02}", roles="resident" if number < 5 else "professional")
                for number in range(10)
            ),
            person("late", roles="resident"),
        )
        before = seats(4, t1="P00 P01 P02 P03 P04", t2="P05 P06 P07 P08 P09")
        assert "late" in seated(everybody, before=before)[0][1].people

    @pytest.mark.parametrize("guest", ["P12", "P13"])
    def test_are_swapped_with_one_another_only(self, guest: str) -> None:
        everybody = circle(14, "resident")
        before = seats(4, t1="P00 P01 P02 P03 P04 P05", t2="P06 P07 P08 P09 P10 P11")
        tables, after = seated(everybody, before=before, inviter={guest: "P06"})
        assert set(before) <= set(after)
        assert guest in tables[0].people


class TestSeatsThatAreRemembered:
    everybody = circle(6, "resident")
    before = seats(4, t2="P00 P01 P02", t10="P03 P04 P05 weg")

    def test_keep_their_table_and_their_order(self) -> None:
        tables, after = seated(self.everybody, before=tuple(reversed(self.before)))
        assert tables == (
            DiscussionTable(4, "2", ("P00", "P01", "P02")),
            DiscussionTable(4, "10", ("P03", "P04", "P05")),
        )
        assert after == self.before[:-1]

    def test_of_people_who_do_not_come_are_given_up(self) -> None:
        tables, after = seated(self.everybody, coming=["P00", "P03"], before=self.before)
        assert [table.people for table in tables] == [("P00",), ("P03",)]
        assert after == (Seat(4, "2", "P00"), Seat(4, "10", "P03"))

    def test_stay_when_a_person_confirmed_them(self) -> None:
        confirmed = frozenset({(4, "P00"), (4, "P01"), (3, "P03"), (4, "weg")})
        tables, _ = seated(self.everybody, coming=["P03"], before=self.before, confirmed=confirmed)
        assert tables == (
            DiscussionTable(4, "2", ("P00", "P01"), confirmed=True),
            DiscussionTable(4, "10", ("P03",)),
        )

    def test_of_other_meetings_stay_as_they_are(self) -> None:
        others = (Seat(1, "2", "weg"), Seat(1, "10", "P01"), Seat(5, "1", "P00"))
        _, after = seated(self.everybody, coming=[], before=(*others, *self.before))
        assert after == others

    def test_follow_people_who_proved_to_be_one(self) -> None:
        merged = people(Participant("P00", "P00", aliases=("P01", "oud")), person("P02"))
        before = seats(4, t1="P01 P02", t2="P00")
        tables, after = seated(merged, before=before, confirmed=frozenset({(4, "oud"), (4, "P02")}))
        assert tables == (DiscussionTable(4, "1", ("P00", "P02"), confirmed=True),)
        assert after == seats(4, t1="P00 P02")

    def test_leave_their_number_free_when_empty(self) -> None:
        everybody = circle(8, "resident")
        before = seats(4, t2="P00 P01 P02 P03")
        assert [table.table for table in seated(everybody, before=before)[0]] == ["1", "2"]


def test_nobody_comes() -> None:
    assert seated(circle(3), coming=[]) == ((), ())


def test_who_knows_each_other() -> None:
    before = seats(2, t1="P00 P01 P02") + seats(3, t1="P00 P01", t2="P03 weg") + seats(4, t1="P02 P03")
    known = {code: code for code in ("P00", "P01", "P02", "P03")}
    found = acquainted(known, {"P03": "P00", "weg": "P01"}, before, 4, known)
    assert found == Acquainted(
        frozenset({("P00", "P03")}), {("P00", "P01"): 2, ("P00", "P02"): 1, ("P01", "P02"): 1}
    )
    assert found.at([("P00", "P01", "P03"), ("P02",)]) == (1, 1)
