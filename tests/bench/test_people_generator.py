"""Invented sign-ups: repeatable, and as difficult as they say."""

import csv
from collections import Counter
from pathlib import Path
from random import Random

import people_generator
import people_world
import pytest
from people_generator import DIFFICULTIES, HEADER, Hand, generate, without_diacritics, write_csv
from people_world import Given, Person, World

MANY = 3_000


@pytest.fixture(scope="module")
def rows() -> list[people_generator.Row]:
    return generate(MANY, 1)


def test_the_same_seed_gives_the_same_rows() -> None:
    assert generate(40, 7) == generate(40, 7)
    assert generate(40, 7) != generate(40, 8)


def test_everybody_signs_up_one_to_four_times(rows: list[people_generator.Row]) -> None:
    times = Counter(Counter(row.person for row in rows).values())
    assert set(times) == {1, 2, 3, 4}
    assert sum(times.values()) == MANY
    assert 0.5 < times[1] / MANY < 0.62


def test_every_row_has_a_name_and_nearly_every_one_a_contact(rows: list[people_generator.Row]) -> None:
    assert all(row.name for row in rows)
    alone = sum(not (row.email or row.phone or row.postcode) for row in rows)
    assert 0 < alone < len(rows) / 50


@pytest.mark.parametrize(
    ("place", "what"), [("email", "no e-mail"), ("phone", "no telephone"), ("postcode", "no postcode")]
)
def test_what_is_left_out_as_often_as_it_says(
    rows: list[people_generator.Row], place: str, what: str
) -> None:
    blank = sum(not getattr(row, place) for row in rows) / len(rows)
    assert DIFFICULTIES[what] - 0.05 < blank < DIFFICULTIES[what] + 0.15


def test_a_share_of_the_difficulties() -> None:
    blank = [sum(not row.email for row in generate(400, 1, share)) for share in (0, 0.5, 1)]
    assert blank == sorted(blank)
    assert all(row.name.isascii() or "Ã" not in row.name for row in generate(400, 1, 0))


def test_names_of_a_city(rows: list[people_generator.Row]) -> None:
    families = Counter(person.family for person in World(MANY, 1).people())
    assert families["Jong"] > 10 * sum(count == 1 for count in families.values()) / len(families)
    assert len(families) > MANY / 10


def test_households_share_and_namesakes_do_not() -> None:
    people = World(MANY, 1).people()
    phones = Counter(person.phone for person in people if person.phone)
    names = Counter((person.call, person.infix, person.family, person.postcode[:4]) for person in people)
    assert phones.most_common(1)[0][1] > 1
    assert names.most_common(1)[0][1] > 1
    assert any(person.organisation and (person.email or "").startswith("info@") for person in people)


@pytest.mark.parametrize("kind", people_world.HOUSEHOLDS)
def test_every_household(kind: str) -> None:
    for seed in range(30):
        world = World(100, seed)
        household = list(getattr(world, f"_{kind}")())
        assert household
        assert all(len(person.postcode) == 6 and person.call and person.family for person in household)
        if kind in {"couple", "parent_and_child", "namesake_in_family", "twins", "family"}:
            assert len({person.postcode for person in household}) == 1


def test_the_truth_stands_in_the_last_column(tmp_path: Path) -> None:
    made = generate(5, 1)
    write_csv(made, tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        header, *read = csv.reader(file)
    assert tuple(header) == HEADER
    assert [(*row[:-1], int(row[-1])) for row in read] == [tuple(row) for row in made]


def test_slips_and_letters() -> None:
    hand = Hand(Random(1))  # noqa: S311 - a draw, no secret
    slips = {hand.slip("Fatma") for _ in range(200)}
    assert "Ftama" in slips
    assert all(abs(len(slip) - 5) <= 1 for slip in slips)
    assert hand.slip("Jo") == "Jo"
    assert without_diacritics("ŞÜKRÜ Yılmaz") == "SUKRU Yilmaz"


def test_somebody_without_any_contact_is_a_name_alone() -> None:
    loner = Person("dutch", False, Given("Jan"), "Jan", (), "", "Kwast", "2531AB")
    hand = Hand(Random(1))  # noqa: S311 - a draw, no secret
    found = list(hand.signups(4, loner))
    assert {row.person for row in found} == {4}
    assert {(row.email, row.phone) for row in found} == {("", "")}


def test_nobody_has_the_number_or_address_of_a_stranger() -> None:
    people = World(MANY, 1).people()
    for kind in ("phone", "landline", "email", "other_email"):
        known: dict[str, list[int]] = {}
        for number, person in enumerate(people):
            contact = getattr(person, kind)
            if contact and not person.organisation:
                known.setdefault(people_world.one_box(contact), []).append(number)
        assert max(numbers[-1] - numbers[0] for numbers in known.values()) < 6
