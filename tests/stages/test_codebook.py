"""Codes given once, kept through merges and splits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Where
from pipeline.stages.codebook import claim_of_code, hand_out, typed_codes
from pipeline.stages.codes import code_at
from pipeline.stages.memory import GivenCode
from pipeline.stages.people import Claim
from tests.build import response

SEED = "x"
FIRST, SECOND, THIRD = (code_at(number, SEED) for number in range(3))


def claim(name: str, code: str | None = None) -> Claim:
    return Claim(name, Where("signup", 2), name, code)


def groups(*members: str) -> dict[str, list[Claim]]:
    """`groups("ab", "c")` = claims a and b together, c alone."""
    return {group[0]: [claim(letter) for letter in group] for group in members if group}


def test_codes_are_given_in_order_of_first_claim() -> None:
    book = hand_out(groups("b", "a"), (), SEED)
    assert book.of_group == {"a": (FIRST,), "b": (SECOND,)}
    assert book.given == (GivenCode(FIRST, "a", ("a",)), GivenCode(SECOND, "b", ("b",)))


def test_a_merge_keeps_the_first_code_and_a_split_gives_both_back() -> None:
    apart = hand_out(groups("a", "b"), (), SEED)
    together = hand_out(groups("ab"), apart.given, SEED)
    assert together.of_group == {"a": (FIRST, SECOND)}
    again = hand_out(groups("a", "b"), together.given, SEED)
    assert again.of_group == apart.of_group
    assert again.given == apart.given


def test_a_code_whose_row_is_gone_stays_with_most_of_its_claims() -> None:
    book = hand_out(groups("abcd"), (), SEED)
    later = hand_out(groups("b", "cd"), book.given, SEED)
    assert later.of_group == {"c": (FIRST,), "b": (SECOND,)}


def test_a_split_leaves_a_code_with_the_claim_it_was_given_to_not_with_most() -> None:
    book = hand_out(groups("abcd"), (), SEED)
    assert hand_out(groups("a", "bcd"), book.given, SEED).of_group == {"a": (FIRST,), "b": (SECOND,)}


def test_a_code_of_nobody_stays_taken_and_returns_to_who_types_it() -> None:
    book = hand_out(groups("a", "b"), (), SEED)
    gone = hand_out(groups("b", "c"), book.given, SEED)
    assert gone.of_group == {"b": (SECOND,), "c": (THIRD,)}
    assert gone.given[0] == GivenCode(FIRST, "a", ("a",))
    back = hand_out({"d": [claim("d", FIRST)]}, gone.given, SEED)
    assert back.of_group == {"d": (FIRST,)}


def test_a_code_given_under_another_seed_is_not_given_again() -> None:
    given_before = (GivenCode(SECOND, "z"),)
    assert hand_out(groups("a"), given_before, SEED).of_group == {"a": (THIRD,)}


def test_a_code_that_stands_elsewhere_is_not_given() -> None:
    assert hand_out(groups("a"), (), SEED, frozenset((FIRST,))).of_group == {"a": (SECOND,)}


def test_codes_are_found_wherever_somebody_typed_them() -> None:
    rows = [
        response("vote", 2, name=FIRST.lower()),
        response("signup", 2, name="Riet", written={"invited_by": f"U-{SECOND}"}),
        response("idea", 2, idea="Samen koken", thinkers=("Riet", f"code {THIRD}")),
    ]
    assert typed_codes(rows) == {FIRST, SECOND, THIRD}


def test_which_claim_stands_for_a_code() -> None:
    known = (
        GivenCode("A", "a", ("a", "b")),
        GivenCode("B", "gone", ("x", "b")),
        GivenCode("C", "gone", ("x",)),
    )
    assert claim_of_code(known, frozenset("ab")) == {"A": "a", "B": "b"}


splits = st.lists(st.text(alphabet="abcdef", max_size=4), max_size=6).map(
    lambda parts: [
        "".join(sorted(set(part) - set("".join(parts[:place])))) for place, part in enumerate(parts)
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(splits, min_size=1, max_size=5))
def test_no_code_is_ever_given_twice_or_lost(syncs: list[list[str]]) -> None:
    remembered: tuple[GivenCode, ...] = ()
    for members in syncs:
        book = hand_out(groups(*members), remembered, SEED)
        codes = [known.code for known in book.given]
        assert len(set(codes)) == len(codes)
        assert codes[: len(remembered)] == [known.code for known in remembered]
        held = [code for found in book.of_group.values() for code in found]
        assert len(set(held)) == len(held)
        assert all(book.of_group[group] for group in groups(*members))
        assert [known.claim for known in book.given[: len(remembered)]] == [
            known.claim for known in remembered
        ]
        remembered = book.given
