"""Wishes about tables: read, settled, and kept whatever the room."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.settings import Settings
from pipeline.stages import swapping
from pipeline.stages.memory import Seat
from pipeline.stages.mixing import Prices, Room
from pipeline.stages.reserving import Request, reserve
from pipeline.stages.seating import Company, Seated, seat, table_sizes
from pipeline.stages.settling import Hall, settle
from pipeline.stages.swapping import improve
from pipeline.stages.wishes import Wish, read_wishes
from tests.build import response
from tests.stages.registry import Registry, people, person

CODES = [f"P{number:02}" for number in range(40)]


def wishes(text: str) -> list[Wish]:
    """`A+B` = together, `A-B` = apart."""
    return [Wish(*sorted(pair.replace("+", "-").split("-")), together="+" in pair) for pair in text.split()]


def seated(size: int, wished: str = "", before: str = "", confirmed: str = "", come: int = 0) -> Seated:
    """So many people; `before` = the tables of meeting 4 as they stand, separated by `/`."""
    roles = ("resident", "professional", "resident", "key_figure resident")
    everybody = people(*(person(code, roles=roles[n % 4]) for n, code in enumerate(CODES[:size])))
    seats = [
        Seat(4, str(number), code)
        for number, table in enumerate(before.split("/"), 1)
        for code in table.split()
    ]
    sure = frozenset((4, code) for code in confirmed.split())
    company = Company(4, CODES[: come or size], {}, seats, sure, wishes(wished))
    return seat(company, everybody, Settings())


def at(found: Seated) -> dict[str, str]:
    return {code: table.table for table in found.tables for code in table.people}


def test_how_wishes_are_read() -> None:
    rows = [
        response("table_wishes", 4, person="Ayla", other="Cor", wish="apart"),
        response("table_wishes", 2, person="Ayla", other="B", wish="together"),
        response("table_wishes", 3, person="Ayla", other="Wie dan", wish="together"),
        response("table_wishes", 5, person="Ayla", wish="together"),
        response("table_wishes", 6, person="Ayla", other="Bram", written={"wish": "misschien"}),
        response("table_wishes", 7, person="U-A", other="Bram", wish="apart"),
    ]
    found = read_wishes(rows, Registry(Ayla="A", Bram="B", Cor="C D"))
    assert found.wishes == (Wish("A", "B", together=True, where=Where("table_wishes", 2)),)
    assert [question.where for question in found.questions] == [Where("table_wishes", 4, "other")]
    assert found.findings == tuple(
        Finding("wish_about_unknown", Severity.WARN, where=Where("table_wishes", row, key))
        for row, key in ((3, "other"), (7, "person"))
    )


@pytest.mark.parametrize(
    ("requests", "chairs", "found"),
    [
        ([], [], ()),
        ([Request(2, ((0, 0), (0, 1)))], [1, 2], (1,)),
        ([Request(3, ((0, 0),))], [2], None),
        ([Request(1, ((1, 0), (0, 1)))], [5, 1], (1,)),
        (
            [Request(1, ((0, 0), (0, 1)), frozenset({1})), Request(1, ((0, 0),), frozenset({0}))],
            [2, 1],
            (1, 0),
        ),
        ([Request(1, ((0, 0),), frozenset({1})), Request(1, ((0, 0),), frozenset({0}))], [2], None),
        ([Request(size, ((0, 0), (0, 1))) for size in (2, 2, 2, 3, 3)], [6, 6], (1, 1, 1, 0, 0)),
        ([Request(7, tuple((0, table) for table in range(9)))] * 9, [8] * 8 + [6], None),
    ],
)  # fmt: skip
def test_chairs_are_reserved(
    requests: list[Request], chairs: list[int], found: tuple[int, ...] | None
) -> None:
    assert reserve(requests, chairs) == found


class TestSettling:
    def test_contradictions_are_broken_from_below(self) -> None:
        said = wishes("A+B B+C A-C A-A D+D C-D")
        settled = settle(said, Hall([6, 6]))
        assert settled.broken == (said[2], said[3])
        assert settled.blocks == (("A", "B", "C"), ("D",))

    def test_a_block_that_no_table_holds_loses_its_last_wishes(self) -> None:
        said = wishes("A+B B+C C+D")
        assert settle(said, Hall([3, 3])).broken == (said[2],)

    def test_whom_a_person_confirmed_nobody_moves(self) -> None:
        hall = Hall([7, 7], {"A": 0, "B": 1, "C": 1}, frozenset("AB"))
        assert settle(wishes("A+B"), hall).broken
        assert settle(wishes("A+C"), hall).places == {"A": 0, "C": 0}
        assert settle(wishes("B-C"), hall).places == {"B": 1, "C": 0}

    def test_who_has_a_place_keeps_it_where_that_is_possible(self) -> None:
        hall = Hall([7, 7, 7], {"A": 2, "B": 2, "C": 1})
        assert settle(wishes("A+B A-C A+D"), hall).places == {"A": 2, "B": 2, "D": 2, "C": 1}


class TestSeating:
    def test_a_helper_sits_with_whom_they_help_and_others_apart(self) -> None:
        where = at(seated(24, "P00+P01 P00+P09 P02-P03 P02-P06"))
        assert where["P00"] == where["P01"] == where["P09"]
        assert where["P02"] not in (where["P03"], where["P06"])

    def test_who_comes_late_joins_the_one_they_belong_to(self) -> None:
        before = "P00 P01 P02 P03 P04 P05/P06 P07 P08 P09 P10 P11"
        found = seated(13, "P12+P00", before)
        assert at(found)["P12"] == "1"
        assert all(at(found)[code] == at(seated(12, before=before))[code] for code in CODES[:12])

    def test_late_blocks_take_the_places_of_as_few_as_possible(self) -> None:
        before = "P00 P01 P02 P03 P04 P05/P06 P07 P08 P09 P10 P11"
        found = seated(14, "P12+P13", before)
        where = at(found)
        assert where["P12"] == where["P13"]
        assert sum(where[code] != ("1" if code < "P06" else "2") for code in CODES[:12]) == 1

    def test_a_wish_moves_whom_it_names_and_not_whose_seat_was_confirmed(self) -> None:
        before = "P00 P01 P02 P03 P04 P05/P06 P07 P08 P09 P10 P11"
        where = at(seated(12, "P00-P01", before, "P00"))
        assert (where["P00"], where["P01"]) == ("1", "2")
        broken = seated(12, "P00-P01", before, "P00 P01").broken
        assert broken == tuple(wishes("P00-P01"))

    def test_a_wish_about_somebody_who_does_not_come_is_no_wish(self) -> None:
        found = seated(12, "P00+P11", come=11)
        assert not found.broken
        assert "P11" not in at(found)


pairs = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11), st.booleans()).filter(lambda pair: pair[0] != pair[1]),
    max_size=7,
)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 24), pairs, st.integers(0, 24))
def test_nobody_sits_twice_sizes_are_as_the_rules_say_and_wishes_are_kept(
    size: int, wished: list[tuple[int, int, bool]], early: int
) -> None:
    """However briefly is looked for the best mix."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(swapping, "ROUNDS", 3)
        keeps_the_rules(size, wished, early)


def keeps_the_rules(size: int, wished: list[tuple[int, int, bool]], early: int) -> None:
    said = " ".join(f"{CODES[a]}{'+' if both else '-'}{CODES[b]}" for a, b, both in wished)
    fresh = seated(size, said)
    assert [len(table.people) for table in fresh.tables] == sorted(table_sizes(size), reverse=True) or sorted(
        len(table.people) for table in fresh.tables
    ) == sorted(table_sizes(size))
    before = "/".join(" ".join(table.people) for table in seated(min(early, size)).tables)
    for found in (fresh, seated(size, said, before)):
        where = at(found)
        assert sorted(where) == CODES[:size]
        assert sum(len(table.people) for table in found.tables) == size
        assert max(Counter(where.values()).values()) <= 7
        for wish in wishes(said):
            if {wish.one, wish.other} <= where.keys() and wish not in found.broken:
                assert (where[wish.one] == where[wish.other]) is wish.together


def room(*tables: str, apart: str = "", roles: str = "") -> tuple[Room, dict[str, int]]:
    """A room in which people are letters; `apart` and `roles` name some of them."""
    codes = "".join(tables)
    number = {code: place for place, code in enumerate(codes)}
    strains: list[dict[int, int]] = [{} for _ in codes]
    for one, other in (pair.split("-") for pair in apart.split()):
        strains[number[one]][number[other]] = strains[number[other]][number[one]] = 1
    kinds = [("r",) if code in roles else () for code in codes]
    made = Room([len(table) for table in tables], kinds, strains, Prices(10, 100))
    for place, table in enumerate(tables):
        for code in table:
            made.sit(number[code], place)
    return made, number


class TestSwapping:
    def test_blocks_swap_with_blocks_and_with_as_many_others(self) -> None:
        made, number = room("ABCD", "EFGH", apart="A-C B-D")
        improve(made, [(number["A"], number["B"]), *((number[code],) for code in "EFGH")])
        assert made.strained() == 0
        made, number = room("ABCD", "EFGH", apart="A-C B-D")
        improve(made, [tuple(number[code] for code in pair) for pair in ("AB", "EF")])
        assert (made.at[number["A"]], made.at[number["E"]], made.strained()) == (1, 0, 0)

    def test_roles_are_spread_by_blocks_too(self) -> None:
        made, number = room("ABCD", "EFGH", roles="ABCD")
        improve(made, [(number["A"], number["B"]), *((number[code],) for code in "CDEFGH")])
        assert made.uneven() == 0

    def test_where_nothing_can_be_better_the_room_stays_as_it_was(self) -> None:
        made, number = room("AB", "CD", apart="A-B")
        improve(made, [(number["A"],)])
        improve(made, [(number["A"], number["B"])])
        assert [sorted(table) for table in made.tables] == [[0, 1], [2, 3]]

    def test_a_tie_that_cannot_be_undone_ends(self) -> None:
        apart = " ".join("-".join(pair) for pair in combinations("ABCD", 2))
        made, number = room("AB", "CD", apart=apart)
        improve(made, [(place,) for place in number.values()])
        assert made.strained() == 2

    def test_many_people_are_mixed_by_sample(self) -> None:
        tables = 110
        codes = range(tables * 6)
        met: list[dict[int, int]] = [
            {other: 1 for other in codes if other != one and other // 6 == one // 6} for one in codes
        ]
        made = Room([6] * tables, [("r",)] * len(codes), met, Prices(10_000, 100_000))
        for one in codes:
            made.sit(one, one // 6)
        improve(made, [(one,) for one in codes])
        assert made.strained() == 0
        assert {len(table) for table in made.tables} == {6}
