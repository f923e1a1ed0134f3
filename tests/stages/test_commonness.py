"""How common things are: what strangers share by chance, and what whole lists have in common."""

import pytest

from pipeline.stages.commonness import BEFORE, Births, Commonness
from pipeline.stages.records import Record, Traits, traits_of


def rows(*said: tuple[str, str, str]) -> list[Traits]:
    """Rows with a name, a telephone number and a date of birth."""
    return [
        traits_of(Record(name=name, phones=(phone,) if phone else (), birth=birth))
        for name, phone, birth in said
    ]


NEW_YEARS = [f"{year}0101" for year in range(1920, 2000)]
SCATTERED = [f"{1920 + place}{place % 10 + 1:02}{place % 10 + 2:02}" for place in range(80)]


def test_strangers_share_a_date_of_birth_as_often_in_a_long_list_as_in_a_short_one() -> None:
    assert [Births(["19610329"], size).of("19610329") for size in (10, 100_000)] == [BEFORE.birth] * 2


def test_what_few_names_share_may_be_one_persons_and_what_many_share_is_not() -> None:
    assert Births(["19610329"] * 3, 100).of("19610329") == BEFORE.birth
    assert Births(["19610329"] * 23, 100).of("19610329") == pytest.approx(BEFORE.birth + 0.1)


def test_nearly_one_date_of_birth_says_little_where_all_are_born_on_the_first_of_january() -> None:
    crowd, scattered = Births(NEW_YEARS, 80), Births(SCATTERED, 80)
    assert crowd.slip("19610101", "19630101") > 10 * scattered.slip("19610101", "19630101")
    assert crowd.part("19610101", "19730101") > 10 * scattered.part("19610101", "19730101")


def test_nearly_one_date_of_birth_is_counted_once_by_what_differs() -> None:
    one_sign, one_part = ["19610328", "19710329", "19610329"], ["19610311", "19820329", "19621111"]
    births = Births([*one_sign, "19610319", *one_part], 0)
    assert births.slip("19610329") == pytest.approx((3 + BEFORE.slip * 100) / 100)  # two days, a year
    assert births.part("19610329") == pytest.approx((2 + BEFORE.part * 100) / 100)  # a day, a year
    assert (
        births.slip("19990909", "19610329") == births.slip("19610329", "19990909") == births.slip("19610329")
    )


def test_the_many_rows_of_one_person_hide_no_namesakes() -> None:
    names = [
        f"{first} {last}" for first, lasts in (("Ali", "KD"), ("Jan", "SB"), ("Eva", "MV")) for last in lasts
    ]
    said = [(f"{name}ool", "", birth) for name in names for birth in ("1931-03-29", "1962-11-02")]
    assert Commonness(rows(*said * 30)).community == pytest.approx(3, abs=0.1)


def test_slips_in_the_dates_of_birth_of_one_person_make_no_namesakes() -> None:
    names = [f"{first} {last}" for first in ("Jan", "Piet", "Anna", "Els") for last in ("Kok", "Smit", "Bos")]
    people = [(name, f"19{20 + place}-0{place % 9 + 1}-11") for place, name in enumerate(names)]
    one = rows(*[(name, "", birth) for name, birth in people] * 4)
    slipped = rows(
        *[(name, "", birth) for name, birth in people] * 2,
        *[(name, "", f"{birth[:-1]}2") for name, birth in people] * 2,
    )
    assert Commonness(slipped).community == pytest.approx(Commonness(one).community)


@pytest.mark.parametrize("known", ["phone", "birth"])
def test_names_that_keep_to_communities_are_counted(known: str) -> None:
    """Whoever is called Ali bears one of two family names, and so on."""
    named = [
        (first, last) for first, lasts in (("Ali", "KD"), ("Jan", "SB"), ("Eva", "MV")) for last in lasts
    ]
    mixed = [(first, last) for first in ("Ali", "Jan", "Eva") for last in "KDSBMV"]

    def community(names: list[tuple[str, str]]) -> float:
        said = [
            (f"{first} {last}ool", place) for place, (first, last) in enumerate(names * (360 // len(names)))
        ]
        return Commonness(rows(*(
            (name, f"06{11_111_111 + 7_919 * place}", "") if known == "phone"
            else (name, "", f"{1930 + place % 60}-{place % 11 + 1:02}-{place % 27 + 1:02}")
            for name, place in said
        ))).community  # fmt: skip

    assert community(named) == pytest.approx(3, abs=0.3)
    assert community(mixed) == pytest.approx(1, abs=0.2)
