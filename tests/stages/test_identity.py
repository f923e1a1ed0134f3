"""A response keeps its id whatever happens to its row."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from pipeline.model.responses import Response, Value
from pipeline.stages import identity
from pipeline.stages.identity import GONE, Remembered, identify

KEY = "2026-09-03T18:42:00"
LATER = "2026-09-04T09:15:00"


def row(number: int, at: str | None, name: str, **values: Value) -> Response:
    moment = datetime.fromisoformat(at) if at else None
    return Response("attendance", number, moment, {"name": name, **values})


def ids(rows: Sequence[Response], remembered: Sequence[Remembered] = ()) -> list[str]:
    return [response.id for response in identify({"attendance": rows}, remembered)[0]["attendance"]]


def again(before: Sequence[Response], after: Sequence[Response]) -> list[int | None]:
    """For each row of `after`, the index of the row of `before` whose id it has, or None for a new one."""
    first = ids(before)
    _, remembered = identify({"attendance": before}, ())
    assert len({*first}) == len(first)
    found = ids(after, remembered)
    assert len({*found}) == len(found)
    return [first.index(one) if one in first else None for one in found]


def test_ids_are_readable_and_stand_in_the_order_of_the_rows() -> None:
    first, second = ids([row(2, KEY, "Fatma Yılmaz"), row(3, None, "Jan")])
    assert first.startswith("attendance@20260903T184200-")
    assert second.startswith("attendance@-")


def test_memory_holds_no_content() -> None:
    responses, remembered = identify({"attendance": [row(2, KEY, "Fatma Yılmaz")]}, ())
    assert [one.id for one in remembered] == [responses["attendance"][0].id]
    assert (remembered[0].form, remembered[0].submitted_at, remembered[0].row) == ("attendance", KEY, 2)
    assert "fatma" not in repr(remembered).casefold()


def test_nothing_changed() -> None:
    rows = {"attendance": [row(2, KEY, "Fatma"), row(3, None, "Jan"), row(4, KEY, "Fatma")]}
    once = identify(rows, ())
    assert identify(rows, once[1]) == once


def test_forms_do_not_mix() -> None:
    found, _ = identify(
        {"vote": [Response("vote", 2, None, {"name": "Jan"})], "attendance": [row(2, None, "Jan")]}, ()
    )
    assert found["vote"][0].id != found["attendance"][0].id


def test_shuffled_rows_keep_their_ids() -> None:
    before = [row(2, KEY, "Fatma"), row(3, LATER, "Jan"), row(4, KEY, "Kees"), row(5, None, "Riet")]
    after = [row(2, None, "Riet"), row(3, KEY, "Kees"), row(4, KEY, "Fatma"), row(5, LATER, "Jan")]
    assert again(before, after) == [3, 2, 0, 1]


def test_rows_that_share_a_moment_are_different_responses() -> None:
    door_list = [row(number, KEY, name) for number, name in enumerate(("Jan", "Jan", "Fatma"), start=2)]
    assert len({*ids(door_list)}) == 3
    assert again(door_list, door_list[::-1]) == [2, 1, 0]


def test_a_corrected_typo_keeps_its_key() -> None:
    before = [row(2, KEY, "Ftma Yilmaz"), row(3, KEY, "Jan de Boer")]
    assert again(before, [row(2, KEY, "Jan de Boer"), row(3, KEY, "Fatma Yilmaz")]) == [1, 0]


def test_of_one_moment_likeness_comes_before_the_row() -> None:
    before = [row(2, KEY, "Fatma Yilmaz"), row(3, KEY, "Jan de Boer")]
    after = [row(2, KEY, "Jan de Boer sr"), row(3, KEY, "Fatma Yilmaz-Kaya")]
    assert again(before, after) == [1, 0]


def test_of_one_moment_what_is_wholly_retyped_pairs_by_row() -> None:
    before = [row(2, KEY, "abcd"), row(3, KEY, "efgh")]
    assert again(before, [row(3, KEY, "ijkl"), row(2, KEY, "mnop")]) == [1, 0]


def test_the_only_row_of_its_moment_keeps_its_id_however_much_was_retyped() -> None:
    assert again(
        [row(2, KEY, "J."), row(3, LATER, "Riet")], [row(2, LATER, "Riet"), row(3, KEY, "Jan Bol")]
    ) == [
        1,
        0,
    ]


def test_of_one_moment_a_row_deleted_and_another_typed_elsewhere_are_two_responses() -> None:
    before = [row(2, KEY, "Fatma"), row(3, KEY, "Jan de Vries"), row(4, KEY, "Kees")]
    after = [row(2, KEY, "Fatma"), row(3, KEY, "Kees"), row(4, KEY, "Ahmed Bouali")]
    assert again(before, after) == [0, 2, None]


def test_an_edited_row_that_was_gone_for_a_while_is_itself_again() -> None:
    original = [row(2, KEY, "Fatma Yilmaz"), row(3, LATER, "Jan")]
    edited = [row(2, KEY, "Fatma Yılmaz-Kaya"), row(3, LATER, "Jan")]
    _, remembered = identify({"attendance": edited}, identify({"attendance": original}, ())[1])
    without: list[dict[str, list[Response]]] = [
        {"attendance": []},
        {},
        {"attendance": [row(2, LATER, "Jan")]},
    ]
    for sheet in without:
        _, remembered = identify(sheet, remembered)
        assert [one.row for one in remembered if one.submitted_at == KEY] == [GONE]
    assert ids(edited, remembered) == ids(original)
    _, remembered = identify({"attendance": edited}, remembered)
    assert [one.row for one in remembered] == [2, 3]


def test_what_is_gone_takes_nobody_elses_place() -> None:
    original, edited = row(2, KEY, "Fatma Yilmaz"), row(2, KEY, "Fatma Yılmaz-Kaya")
    _, remembered = identify({"attendance": [edited]}, identify({"attendance": [original]}, ())[1])
    _, remembered = identify({"attendance": []}, remembered)
    (other,) = ids([row(2, KEY, "Fatma Yilmaz-Kayaa")], remembered)
    assert other not in ids([original])


def test_very_many_edits_of_one_moment_pair_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_MOST_PAIRS", 3)
    before = [row(2, KEY, "Fatma"), row(3, KEY, "Jan")]
    assert again(before, [row(2, KEY, "Jan B"), row(3, KEY, "Fatma B")]) == [0, 1]


def test_fractions_of_a_second_that_files_round_differently() -> None:
    just_after = "2026-09-03T18:42:01"
    assert again([row(2, KEY, "Fatma")], [row(9, just_after, "Fatma")]) == [0]
    assert again([row(2, just_after, "Fatma")], [row(9, KEY, "Fatma")]) == [0]
    assert again([row(2, KEY, "Fatma")], [row(9, "2026-09-03T18:42:02", "Fatma")]) == [None]
    assert again([row(2, None, "Fatma")], [row(9, KEY, "Fatma")]) == [None]


def test_an_edit_through_google_inherits_the_id() -> None:
    before = [row(2, KEY, "Fatma Yilmaz", organisation="Buurthuis"), row(3, LATER, "Jan")]
    after = [row(2, "2026-09-05T10:00:00", "Fatma Yılmaz", organisation="Buurthuis"), row(3, LATER, "Jan")]
    assert again(before, after) == [0, 1]


@pytest.mark.parametrize(
    "after",
    [
        # Another row, other content, or the old response is still there.
        [row(7, "2026-09-05T10:00:00", "Fatma Yilmaz B")],
        [row(2, "2026-09-05T10:00:00", "Kees Bakker")],
        [row(2, "2026-09-05T10:00:00", "Fatma Yilmaz B"), row(3, KEY, "Fatma Yilmaz")],
    ],
)
def test_what_is_no_edit_is_a_new_response(after: list[Response]) -> None:
    assert again([row(2, KEY, "Fatma Yilmaz")], after)[0] is None


def test_no_edit_where_a_row_of_the_old_moment_is_left() -> None:
    before = [row(2, KEY, "Fatma Yilmaz"), row(3, KEY, "Jan Bakker")]
    after = [row(2, "2026-09-05T10:00:00", "Fatma Yilmaz B"), row(3, KEY, "Jan Bakker")]
    assert again(before, after) == [None, 1]


def test_without_a_date_content_comes_first_then_the_row_with_like_content() -> None:
    before = [row(2, None, "Fatma Yilmaz"), row(3, None, "Jan van den Bosch")]
    assert again(before, [row(2, None, "Jan van den Bosch"), row(3, None, "Fatma Yilmaz")]) == [1, 0]
    assert again(before, [row(2, None, "Fatma Yilmaz-Kaya")]) == [None]
    assert again(before, [row(3, None, "Jan van den Boschs")]) == [1]
    assert again(before, [row(9, None, "Jan van den Boschs")]) == [None]


def test_a_date_that_was_mended_keeps_the_id() -> None:
    before = [row(2, None, "Fatma Yilmaz"), row(3, KEY, "Jan")]
    assert again(before, [row(2, LATER, "Fatma Yilmaz"), row(3, None, "Jan")]) == [0, 1]


def test_ticked_boxes_in_a_sorted_list_make_no_other_row() -> None:
    before = [row(2, None, "Fatma", meeting_1=False), row(3, None, "Jan", meeting_1=True)]
    after = [row(2, None, "Jan", meeting_1=False), row(3, None, "Fatma", meeting_1=True)]
    assert again(before, after) == [1, 0]


def test_a_deleted_row_gives_its_id_to_nobody() -> None:
    before = [row(2, KEY, "Jan"), row(3, KEY, "Kees"), row(4, KEY, "Riet")]
    _, remembered = identify({"attendance": before[:2]}, identify({"attendance": before}, ())[1])
    old = ids(before)
    new = ids([*before[:2], row(4, KEY, "Bep")], remembered)
    assert new[:2] == old[:2]
    assert new[2] not in old


def test_a_deleted_row_that_comes_back_is_itself_again() -> None:
    before = [row(2, KEY, "Jan"), row(3, KEY, "Kees")]
    _, remembered = identify({"attendance": before[:1]}, identify({"attendance": before}, ())[1])
    assert ids(before, remembered) == ids(before)


def test_an_id_that_another_row_holds_is_not_given_again() -> None:
    original = [row(2, KEY, "Fatma Yilmaz", organisation="Buurthuis De Brug")]
    edited = [replace(original[0], submitted_at=datetime.fromisoformat(LATER))]
    _, remembered = identify({"attendance": edited}, identify({"attendance": original}, ())[1])
    held = ids(edited, remembered)[0]
    restored = ids([*edited, replace(original[0], row=3)], remembered)
    assert restored == [held, f"{held}~2"]


def test_what_the_program_fills_in_makes_no_other_row() -> None:
    before = row(2, None, "Fatma Yilmaz", code="7KQ4M", meeting_1=True)
    after = row(7, None, "", code="7KQ4M", meeting_1=True)
    listed = [replace(one, ours=("name",)) for one in (before, after)]
    assert again(listed[:1], listed[1:]) == [0]
    assert again([before], [after]) == [None]
    withheld = replace(after, values={"code": "7KQ4M"}, written={"name": "Fatma"}, ours=("name",))
    assert again(listed[:1], [withheld]) == [0]


TWO = ("resident", "key_figure")
AMOUNT = Decimal("12.50")


@pytest.mark.parametrize(
    ("values", "sheet", "file"),
    [
        ({"role": TWO}, {"role": "Bewoner, Sleutelfiguur"}, {"role": "Bewoner;Sleutelfiguur"}),
        ({"amount": AMOUNT}, {"amount": "12.5"}, {"amount": "€ 12,50"}),
        ({"meeting": 3}, {"meeting": "3"}, {"meeting": "Bijeenkomst 3"}),
        ({}, {"meeting": "Alle"}, {"meeting": "alle"}),
    ],
)
def test_one_response_in_two_notations(
    values: dict[str, Value], sheet: dict[str, str], file: dict[str, str]
) -> None:
    moment = datetime.fromisoformat(KEY)
    one, other = (Response("attendance", 2, moment, values, written) for written in (sheet, file))
    assert ids([one]) == ids([other])


def test_unknown_columns_are_part_of_a_response() -> None:
    one, other = (Response("attendance", 2, None, extra={"Kolom 7": text}) for text in ("a", "b"))
    assert ids([one]) != ids([other])


def test_thousands_of_rows_keep_their_ids() -> None:
    start = datetime.fromisoformat(KEY)
    before = [
        row(number, (start + timedelta(minutes=number)).isoformat(), f"Naam {number}")
        for number in range(2, 2000)
    ]
    after = [replace(one, row=one.row + 1) for one in before]
    assert again(before, after) == list(range(len(before)))
