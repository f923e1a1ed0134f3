"""Certain, possible or different: evidence weighed, households never merged."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Where
from pipeline.stages.groups import Groups
from pipeline.stages.match import Claims, Likeness, Match, judge_claims
from pipeline.stages.people import Claim

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
        ("Bregje Zandstra; 0612345789", "Bregje Zandstra; 0612345780", CERTAIN),
        ("B. Zandstra; 0702345678", "Bregje Zandstra; 0702345678", CERTAIN),
        ("fam. Zandstra; 0612345789; z@post.nl", "Bregje Zandstra; 0612345789; z@post.nl", CERTAIN),
        ("fam. Zandstra; 0612345789", "Bregje Zandstra; 0612345789", POSSIBLE),
        ("Bregje Zandstra; 0612345789", "Bregje Kooij; 0612345789", POSSIBLE),
        ("B. Zandstra; 0612345789", "Bregje Kooij; 0612345789", POSSIBLE),
        ("Bregje Zandstra; 0612345789", "Bregje Kooij; 0612345780", POSSIBLE),
        ("Bregje Zandstra; 0702345678;;; Brug", "Bregje Kooij; 0702345678;;; Brug", POSSIBLE),
        ("Bregje Zandstra;;;; Brug", "Bregje Zandstra;;;; Brug", CERTAIN),
        ("B. Zandstra;;;; Brug", "Bregje Zandstra;;;; Brug", POSSIBLE),
        ("Bregje;;;; Brug", "Bregje Zandstra;;;; Brug", POSSIBLE),
        ("Otto Duin; 0612345789", "Otto Duin sr.; 0612345789", POSSIBLE),
        ("Otto en Bregje Duin; 0612345789", "Otto Duin; 0612345789", POSSIBLE),
        ("Hassan Ali; 0612345789", "Ali Hassan; 0612345789", CERTAIN),
        ("Hassan Ali;;; 2531 AB", "Ali Hassan;;; 2531 AB", POSSIBLE),
        ("; 0612345789; b@post.nl", "Bregje Zandstra; 0612345789; b@post.nl", POSSIBLE),
        ("Amin Duin; 0612345789; a@post.nl; 2531 AB", "Amir Duin; 0612345789; a@post.nl; 2531 AB", POSSIBLE),
        ("Nadir Zandstra @home", "Nadira Zandstra @home", POSSIBLE),
        ("Samir Nadir Zandstra @home", "Samir Nadira Zandstra @home", POSSIBLE),
        ("Samir Nadir Zandstra @home", "Samir Nadier Zandstra @home", CERTAIN),
        ("René Duin @home", "Renée Duin @home", POSSIBLE),
        # a household is not a person
        ("Bregje Zandstra @home", "Otto Zandstra @home", DIFFERENT),
        ("Samir Yousfi @home", "Samira Yousfi @home", DIFFERENT),
        ("Otto Duin jr @home", "Otto Duin sr @home", DIFFERENT),
        ("dhr. Duin @home", "mevr. Duin @home", DIFFERENT),
        ("Jan Duin; 0612345789", "Hans Duin; 0612345789", DIFFERENT),
        ("Bregje Zandstra;;; 2531 AB", "Bregje Kooij;;; 2531 AB", POSSIBLE),
        ("Bregje Zandstra", "Otto Duin", DIFFERENT),
    ],
)  # fmt: skip
def test_two_claims(one: str, other: str, outcome: Likeness) -> None:
    a, b = claim(1, one), claim(2, other)
    assert judge_claims(a, b)[0] is outcome
    assert judge_claims(b, a) == judge_claims(a, b)
    assert [found.outcome for found in match([a, b])] == ([] if outcome is DIFFERENT else [outcome])


def match(claims: list[Claim], asked: frozenset[frozenset[str]] = frozenset()) -> list[Match]:
    """What joined the sign-ups among these claims, and what is to be asked."""
    compared = Claims(claims)
    joined, possible = compared.gather(Groups(compared.names), asked)
    return [*joined, *possible]


def test_reasons_say_what_was_weighed() -> None:
    one = claim(1, "Wim Duin; 0612345789; wim.duin.12@post.nl; 2531 AB; De Brug")
    other = claim(2, "Duin Willem; 0612345780; wim.duin.12@bus.nl; 2531; de brug")
    (found,) = match([one, other])
    assert found.reasons == (
        "called_first_name", "same_surname", "near_phone", "near_email", "same_area", "same_organisation",
    )  # fmt: skip
    assert 0.9 < found.score < 1


def test_what_is_asked_of_everybody_tells_people_apart() -> None:
    bep, b = claim(1, "Bep Duin @home"), claim(2, "B. Duin @home")
    (found,) = match([replace(bep, roles=("resident",)), replace(b, roles=("resident", "key_figure"))])
    assert (found.outcome, found.reasons[-1]) == (CERTAIN, "same_role")
    (found,) = match([bep, replace(b, invited_by="Bep Duin")])
    assert (found.outcome, found.reasons[-1]) == (POSSIBLE, "invited_by_the_other")
    (found,) = match([bep, replace(b, invited_by="U-74L9D")])
    assert found.outcome is CERTAIN


def test_an_initial_that_fits_two_people_is_asked() -> None:
    initial, anna, aletta = (
        claim(1, "A. Duin @home"),
        claim(2, "Anna Duin @home"),
        claim(3, "Aletta Duin @home"),
    )
    assert [found.outcome for found in match([initial, anna])] == [CERTAIN]
    assert [found.outcome for found in match([initial, anna, aletta])] == [POSSIBLE, POSSIBLE]


def test_the_pair_that_was_asked_before_stands_for_two_people() -> None:
    rows = [
        claim(1, "Bep Duin; 0612345789"),
        claim(2, "Bep Duin; 06-12345789"),
        claim(3, "Bep Duin; 0687654321"),
    ]
    (_, first) = match(rows)
    assert (first.first, first.second) == ("signup:001", "signup:003")
    (_, again) = match(rows, frozenset({frozenset(("signup:002", "signup:003"))}))
    assert (again.first, again.second, again.outcome) == ("signup:002", "signup:003", POSSIBLE)


def test_only_sign_ups_are_matched_with_each_other() -> None:
    at_the_door = Claim("attendance:001", Where("attendance", 1), "Bep Duin", phone="0612345789")
    assert match([claim(1, "Bep Duin; 0612345789"), at_the_door]) == []


def test_nobody_is_compared_with_nothing() -> None:
    assert match([]) == []
    assert match([claim(1, "Bep Duin"), claim(2, "")]) == []


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
@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(texts: list[str], chance: random.Random) -> None:
    claims = [claim(row, text) for row, text in enumerate(texts)]
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert match(shuffled) == match(claims)
