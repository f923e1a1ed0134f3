"""Certain, possible or different: evidence weighed, households never merged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Where
from pipeline.stages.match import CROWD, POINTS, SHARED_BY_MANY, Likeness, judge_claims, match
from pipeline.stages.people import Claim
from pipeline.templates import load_catalogue

CERTAIN, POSSIBLE, DIFFERENT = Likeness.CERTAIN, Likeness.POSSIBLE, Likeness.DIFFERENT


HOME = "; 0612345789; duin@post.nl; 2531 AB"


def claim(row: int, text: str) -> Claim:
    """`name; phone; email; postcode; organisation`, the end may lack; `@home` is one household's."""
    parts = [part.strip() or None for part in text.replace(" @home", HOME).split(";")]
    name, phone, email, postcode, organisation = (*parts, None, None, None, None)[:5]
    return Claim(
        f"signup:{row:03}",
        Where("signup", row),
        name,
        email=email,
        phone=phone,
        postcode=postcode,
        organisation=organisation,
    )


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        # a name with a contact
        ("Bregje Zandstra; 0612345789", "bregje zandstra; +31 6 12345789", CERTAIN),
        ("Bregje Zandstra;; bregje@post.nl", "Zandstra, Bregje;; Bregje@post.nl", CERTAIN),
        ("Bregje Zandstra; 0612345789", "Bregje Zandsrta; 0612345789", CERTAIN),
        ("Wim Duin; 0612345789", "Willem Duin; 0612345789", CERTAIN),
        ("Youssef El Yousfi; 0612345789", "Joesoef Elyousfi; 0612345789", CERTAIN),
        ("Bregje Zandstra; 0612345789", "Bregje Zandstra-Duin; 0612345789", CERTAIN),
        ("Bregje Zandstra; 0612345789; a@post.nl", "Bregje Zandstra; 0612345789; b@post.nl", CERTAIN),
        ("Bregje Zandstra;;; 2531 AB", "Bregje Zandstra;;; 2531AB", CERTAIN),
        ("B. Zandstra; 0612345789;; 2531 AB", "Bregje Zandstra; 0612345789;; 2531 AB", CERTAIN),
        ("Bregje Duin;; bregje.duin@bus.nl; 2531 AB", "Brechje Duin;; bregje.diun@bus.nl; 2531 AB", CERTAIN),
        ("Bregje; 0612345789; b@post.nl", "Bregje Zandstra; 0612345789; b@post.nl", CERTAIN),
        # a name alone, or a contact that says otherwise
        ("Bregje Zandstra", "Bregje Zandstra", POSSIBLE),
        ("Otto Duin; 0612345789; o@post.nl; 2531 AB", "Otto Duin; 0687654321; d@post.nl; 2531 AB", POSSIBLE),
        ("Otto Duin; 0612345789; o@post.nl; 2531 AB", "Otto Duin; 0687654321; d@post.nl; 2599 XY", DIFFERENT),
        ("Bregje Zandstra; 0612345789", "Bregje Zandstra; 0612345780", POSSIBLE),
        ("B. Zandstra; 0612345789", "Bregje Zandstra; 0612345789", POSSIBLE),
        ("fam. Zandstra; 0612345789; z@post.nl", "Bregje Zandstra; 0612345789; z@post.nl", POSSIBLE),
        ("Bregje Zandstra; 0612345789", "Bregje Kooij; 0612345789", POSSIBLE),
        ("Tjalling Duin; 0612345789;; 2531 AB", "Tjalmimg Duin; 0612345789;; 2531 AB", POSSIBLE),
        ("Otto Duin; 0612345789", "Otto Duin sr.; 0612345789", POSSIBLE),
        ("Otto en Bregje Duin; 0612345789", "Otto Duin; 0612345789", POSSIBLE),
        ("Hassan Ali; 0612345789", "Ali Hassan; 0612345789", POSSIBLE),
        ("; 0612345789; b@post.nl", "Bregje Zandstra; 0612345789; b@post.nl", POSSIBLE),
        # a household is not a person
        ("Bregje Zandstra @home", "Otto Zandstra @home", DIFFERENT),
        ("Samir Yousfi @home", "Samira Yousfi @home", DIFFERENT),
        ("Otto Duin jr @home", "Otto Duin sr @home", DIFFERENT),
        ("dhr. Duin @home", "mevr. Duin @home", DIFFERENT),
        ("Jan Duin; 0612345789", "Hans Duin; 0612345789", DIFFERENT),
        ("Bregje Zandstra;;; 2531 AB", "Bregje Kooij;;; 2531 AB", DIFFERENT),
        ("Bregje Zandstra", "Otto Duin", DIFFERENT),
    ],
)  # fmt: skip
def test_two_claims(one: str, other: str, outcome: Likeness) -> None:
    a, b = claim(1, one), claim(2, other)
    found = match([a, b])
    assert [(m.first, m.second, m.outcome) for m in found] == (
        [] if outcome is DIFFERENT else [("signup:001", "signup:002", outcome)]
    )
    assert judge_claims(a, b)[0] is outcome
    assert judge_claims(b, a) == judge_claims(a, b)


def test_reasons_say_what_was_weighed() -> None:
    one = claim(1, "Wim Duin; 0612345789; wim.duin.12@post.nl; 2531 AB; De Brug")
    other = claim(2, "Duin Willem; 0612345780; wim.duin.12@bus.nl; 2531; de brug")
    (found,) = match([one, other])
    assert found.reasons == (
        "spelled_first_name", "same_surname", "near_phone", "near_email", "same_area",
        "same_organisation", "other_order",
    )  # fmt: skip
    assert 0 < found.score < 1
    assert judge_claims(one, claim(3, "Wim Duin en Bep Duin;;; 2599"))[2] == (
        "spelled_first_name", "same_surname", "different_postcode", "doubtful_name",
    )  # fmt: skip


def test_a_short_address_that_differs_by_a_letter_is_another_address() -> None:
    assert (
        "different_email"
        in judge_claims(claim(1, "Bep Duin;; bep@post.nl"), claim(2, "Bep Duin;; bea@post.nl"))[2]
    )


def test_an_initial_that_fits_two_people_is_asked() -> None:
    initial, anna, aleid = (
        claim(1, "A. Duin @home"),
        claim(2, "Anna Duin @home"),
        claim(3, "Aletta Duin @home"),
    )
    assert [m.outcome for m in match([initial, anna])] == [CERTAIN]
    assert [m.outcome for m in match([initial, anna, aleid])] == [POSSIBLE, POSSIBLE]


def test_a_contact_of_very_many_says_nothing() -> None:
    many = [claim(n, "Bep Duin; 0612345789") for n in range(SHARED_BY_MANY + 1)]
    assert {m.outcome for m in match(many)} == {POSSIBLE}
    assert {m.outcome for m in match(many[1:])} == {CERTAIN}


def test_a_name_that_very_many_share_raises_no_question() -> None:
    crowd = [claim(n, "Bep Duin") for n in range(CROWD + 1)]
    assert match(crowd) == ()
    assert (
        match([*crowd[2:], claim(900, "Bep Duin; 0612345789"), claim(901, "Bep Duin; 0612345789")])[0].outcome
        is CERTAIN
    )


def test_every_reason_has_its_wording() -> None:
    assert set(load_catalogue().texts["reasons"]) >= set(POINTS)


def test_nobody_is_compared_with_nothing() -> None:
    assert match([]) == ()
    assert match([claim(1, "Bep Duin"), claim(2, "")]) == ()


PEOPLE = st.lists(
    st.builds(
        "; ".join,
        st.tuples(
            st.sampled_from(
                ["Bep Duin", "Elisabeth Duin", "B. Duin", "Otto Duin", "Duin Otto", "fam. Duin", "", "Bep"]
            ),
            st.sampled_from(["", "0612345789", "0687654321"]),
            st.sampled_from(["", "duin@post.nl"]),
            st.sampled_from(["", "2531 AB"]),
        ),
    ),
    max_size=7,
)


@settings(max_examples=60, deadline=None)
@given(PEOPLE, st.randoms())
def test_the_order_of_claims_does_not_matter(texts: list[str], random) -> None:  # type: ignore[no-untyped-def]
    claims = [claim(row, text) for row, text in enumerate(texts)]
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert match(shuffled) == match(claims)
