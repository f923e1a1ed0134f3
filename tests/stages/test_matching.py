"""Who is who in any list: rows become persons, whatever their order, and few questions are left."""

import random
from collections.abc import Callable, Iterable
from itertools import pairwise, permutations, product, starmap
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.candidates import SHORT, pairs
from pipeline.stages.certainty import CERTAIN, CERTAIN_BY_LITTLE
from pipeline.stages.commonness import Commonness
from pipeline.stages.compare import compare_all
from pipeline.stages.dividing import Outcome
from pipeline.stages.gather import FEW
from pipeline.stages.learnt import ALWAYS_ASKED
from pipeline.stages.matching import Matching, Pair, Record, match
from pipeline.stages.rates import RATES
from pipeline.stages.records import traits_of
from pipeline.stages.weigh import Scale
from pipeline.templates import load_catalogue


def record(text: str) -> Record:
    """`given family; telephones; e-mail; postcode; birth; street number; city; identifier; organisation`.

    Behind a `|`: `roles; invited by`.
    """
    text, _, part_in_it = text.partition("|")
    parts = [part.strip() for part in text.split(";")]
    roles, _, invited_by = part_in_it.partition(";")
    name, phones, email, postcode, birth, street, city, identifier, organisation = (*parts, *[""] * 9)[:9]
    road, _, house = street.rpartition(" ")
    first, _, last = name.partition(" ")
    return Record(
        given=first,
        family=last,
        phones=tuple(phones.split()),
        emails=(email,) if email else (),
        postcode=postcode,
        birth=birth,
        street=road,
        house_number=house,
        city=city,
        identifier=identifier,
        organisation=organisation,
        roles=tuple(roles.split()),
        invited_by=invited_by.strip(),
    )


def people(*texts: str) -> Matching:
    return match([record(text) for text in texts])


def reasons(one: str, other: str) -> tuple[str, ...]:
    """Why two rows are, or may be, one person."""
    found = people(one, other)
    ((pair,),) = ([*found.joined, *found.possible],)
    return pair.reasons


BREGJE = "Bregje Zandstra"
HOME = "{}; 0612345789; z@post.nl; 2531 AB"
NAMESAKES = [f"{BREGJE}; 062{number}3{number}{number}5{number}1" for number in range(1, 7)]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("; 0612345789 0702345678", "; 0702345678", "same_phone"),
        ("; 0612345789", "; 0612345780", "near_phone"),
        ("; 0612345789", "; 0687654321", "different_phone"),
        (";; bregje@post.nl", ";; bregje@post.nl", "same_email"),
        (";; bregje.z@post.nl", ";; bregje.z@psot.nl", "near_email"),
        (";; bregje.z@post.nl", ";; brgje.z@post.nl", "near_email"),
        (";; bregje.7@post.nl", ";; bregje.7@bus.nl", "near_email"),
        (";; bregje.z@post.nl", ";; bregje.z@bus.nl", "like_email"),
        (";; bregje.z@post.nl", ";; bregje_z@post.nl", "like_email"),
        (";; bregje.7@post.nl", ";; bregje.8@post.nl", "different_email"),
        (";; bregje.z@post.nl", ";; zandstra@bus.nl", "different_email"),
        (";; bre@post.nl", ";; bee@post.nl", "different_email"),
        (";; bregje.z@hetnet.nl", ";; brgje.z@hetnat.nl", "near_email"),
        (";; bregje.z@live.nl", ";; brgje.z@line.nl", "different_email"),
        (";;; 2531 AB", ";;; 2531ab", "same_postcode"),
        (";;; 2531 AB", ";;; 2531 AC", "next_postcode"),
        (";;; 4060", ";;; 4061", "near_postcode"),
        (";;; 2531 AB", ";;; 2531 XY", "same_area"),
        (";;; 2531 AB", ";;; 2599 XY", "different_postcode"),
        (";;;; 1961-03-29", ";;;; 19610329", "same_birth"),
        (";;;; 1961-03-29", ";;;; 1961-03-28", "slip_in_birth"),
        (";;;; 1961-03-09", ";;;; 1961-09-03", "slip_in_birth"),
        (";;;; 1961-03-29", ";;;; 1961-11-29", "near_birth"),
        (";;;; 1961-03-29", ";;;; 1962-04-28", "far_birth"),
        (";;;; 1999-09-29", ";;;; 2000-10-28", "far_birth"),
        (";;;; 1961-03-29", ";;;; 1984-11-02", "different_birth"),
        (";;;; 1961-01-01", ";;;; 1961-01-01", "new_year_birth"),
        (";;;; 1961-01-01", ";;;; 1961-01-11", "slip_in_birth"),
        (";;;; 1961", ";;;; 1961-03-29", "same_birth_year"),
        (";;;; 1961-00-00", ";;;; 1961", "same_birth_year"),
        (";;;; 1961-03", ";;;; 1961", "same_birth_year"),
        (";;;; 1961-01-01", ";;;; 1962-07-01", "next_birth_year"),
        (";;;; 1961", ";;;; 1962", "next_birth_year"),
        (";;;; 1961", ";;;; 1963", "other_birth_year"),
        (";;;;; Duinstraat 7", ";;;;; Duinstrat 7", "same_address"),
        (";;;;; Duinstraat 7", ";;;;; Duinstr. 7", "same_address"),
        (";;;;; Duinstraat 7", ";;;;; Duinstraat 9", "other_house"),
        (";;;;; Duinstraat 7a", ";;;;; Duinstraat 7b", "other_house"),
        (";;;;; Duinstraat 7a", ";;;;; Duinstraat 7", "same_street"),
        (";;;;; Duinstraat 127", ";;;;; Duinstraat 121", "same_street"),
        (";;;;; Duinstraat 127", ";;;;; Duinstraat 281", "other_house"),
        (";;;;; Duinstraat 12-1", ";;;;; Duinstraat 12", "same_street"),
        (";;;;; Duinstraat 12-1", ";;;;; Duinstraat 121", "other_house"),
        (";;;;; Duinstraat 12-A", ";;;;; Duinstraat 12a", "same_address"),
        (";;;;; Duinstraat 7", ";;;;; Kade 7", "different_address"),
        (";;;;;; Den Haag", ";;;;;; den haag", "same_city"),
        (";;;;;; Den Haag", ";;;;;; Delft", "different_city"),
        (";;;;;;; 77-12", ";;;;;;; 7712", "same_identifier"),
        (";;;;;;; 123456", ";;;;;;; 123457", "near_identifier"),
        (";;;;;;; 123456", ";;;;;;; 777777", "different_identifier"),
        (";;;;;;;; De Brug", ";;;;;;;; de brug", "same_organisation"),
        ("| resident", "| Resident", "same_role"),
        ("| resident", "| professional resident", "same_role"),
        ("| bewoner", "| Bewoonster", "same_role"),
        ("| resident", "| professional", "different_role"),
    ],
)
def test_what_two_rows_say(one: str, other: str, said: str) -> None:
    assert reasons(BREGJE + one, BREGJE + other) == ("same_first_name", "same_surname", said)


def test_what_says_nothing_is_no_reason() -> None:
    assert reasons(f"{BREGJE};;;;;;;; De Brug", f"{BREGJE};;;;;;;; De Kade") == (
        "same_first_name",
        "same_surname",
    )
    assert reasons(f"{BREGJE}; 0612345789", f"{BREGJE}; 0702345678") == ("same_first_name", "same_surname")


@pytest.mark.parametrize(
    "nothing",
    [
        ";;; geen", ";;; n.v.t.", ";;; Den Haag", ";;;;; onbekend", ";;;;;; Zie boven", ";;;;;;; onbekend",
        ";;;;;;; 0", ";;;;;;; 0000000", ";;;;;;; 99999999", ";;;;;;;; geen", ";;;;;;;; N.v.t.",
        "; 0612345678", ";; naam@post.nl", ";;; 1234 AB", ";;;; 1900-01-01", ";;;; 19000101",
        ";;;; 2000-00-00",
        ";;;;;;;; idem", ";;;;;;;; Bewoner", ";;;;;;;; privé", ";;;;;;;; gepensioneerd",
        "| anders", "| n.v.t.",
    ],
)  # fmt: skip
def test_what_is_written_for_want_of_an_answer_brings_nobody_together(nothing: str) -> None:
    """Two of one name who have no organisation are not one person by that."""
    assert reasons(BREGJE + nothing, BREGJE + nothing) == ("same_first_name", "same_surname")
    assert reasons(BREGJE + nothing, f"{BREGJE};;; 2531 AB; 1961-03-29; Kade; Delft; 77; Brug| Boer") == (
        "same_first_name",
        "same_surname",
    )


@pytest.mark.parametrize(
    ("cell", "phones", "emails"),
    [
        ("<z@post.nl>", (), ("z@post.nl",)),
        ("Bregje Zandstra <z@post.nl>", (), ("z@post.nl",)),
        ("mail: z@post.nl", (), ("z@post.nl",)),
        ("z@post.nl (dochter)", (), ("z@post.nl",)),
        ("z@post.nl / 0612345789", ("+31612345789",), ("z@post.nl",)),
        ("z@post.nl; b@post.nl", (), ("z@post.nl", "b@post.nl")),
        ("z@post.nl/b@post.nl", (), ("z@post.nl", "b@post.nl")),
        ("z@post.nl,b@post.nl", (), ("z@post.nl", "b@post.nl")),
        ("z@post,nl", (), ("z@post.nl",)),
        ("z@@post.nl!", (), ("z@post.nl",)),
        ("0612345789 / 0702345678", ("+31612345789", "+31702345678"), ()),
        ("06-12345789/070-2345678", ("+31612345789", "+31702345678"), ()),
        ("612345789;702345678", ("+31612345789", "+31702345678"), ()),
        ("06/12345789", ("+31612345789",), ()),
        ("0702345678 of 0612345789", ("+31702345678", "+31612345789"), ()),
        ("0612345789 (na 18 uur)", ("+31612345789",), ()),
        ("612345789.00", ("+31612345789",), ()),
        ("geen", (), ()),
    ],
)
def test_contacts_are_read_wherever_and_with_whatever_they_stand(
    cell: str, phones: tuple[str, ...], emails: tuple[str, ...]
) -> None:
    said = traits_of(Record(emails=(cell,)) if "@" in cell else Record(phones=(cell,)))
    assert (said.phones, said.emails) == (phones, emails)


def test_a_number_of_few_signs_may_be_one_and_the_same_again() -> None:
    assert reasons(f"{BREGJE};;;;;;; 777", f"{BREGJE};;;;;;; 777")[-1] == "same_identifier"


def test_a_date_of_birth_of_noughts_is_none() -> None:
    assert [traits_of(record(f"{BREGJE};;;; {date}")).births for date in ("00000000", "19610329")] == [
        (), ("19610329",),
    ]  # fmt: skip


def test_one_street_and_city_say_little_beside_one_postcode() -> None:
    (near,) = people(f"{BREGJE};;; 2531 AB;; Kade 7; Delft", f"{BREGJE};;; 2531 AB;; Kade 7; Delft").joined
    (alone,) = people(f"{BREGJE};;; 2531 AB", f"{BREGJE};;; 2531 AB").joined
    assert near.reasons[2:] == ("same_postcode", "same_address", "same_city")
    assert abs(near.likeness - alone.likeness) < 0.01


@pytest.mark.parametrize(
    ("rows", "clusters"),
    [
        # a name alone is never enough, nor is a contact, but for a number that only one person has
        ((BREGJE, BREGJE), ((0,), (1,))),
        (("; 0612345789; b@x.nl; 2531 AB", f"{BREGJE}; 0612345789; b@x.nl; 2531 AB"), ((0,), (1,))),
        ((";;;;;;; 771234567", f"{BREGJE};;;;;;; 771234567"), ((0, 1),)),
        # an initial with a telephone or a postcode is; where an address differs it is not
        (("B. Zandstra; 0702345678", f"{BREGJE}; 0702345678"), ((0, 1),)),
        (("B. Zandstra; 0612345789; b@x.nl", f"{BREGJE}; 0612345789; zandstra@y.nl"), ((0,), (1,))),
        # but not where the e-mail address beside the initial writes out another first name
        (("S. Duin; 0612345789; sita@post.nl", "Sanjay Duin; 0612345789"), ((0,), (1,))),
        (("Sanjay Duin; 0612345789", "S. Duin; 0612345789; sitaduin7@post.nl"), ((0,), (1,))),
        (("S. Duin; 0612345789; sita@post.nl", "Sieta Duin; 0612345789"), ((0, 1),)),
        (("S. Duin; 0612345789; bep@post.nl", "Sanjay Duin; 0612345789"), ((0, 1),)),
        # two first names in another order are one person where a contact is the same
        (("Hassan Ali; 0702345678", "Ali Hassan; 0702345678"), ((0, 1),)),
        (("Hassan Ali;;; 2531 AB", "Ali Hassan;;; 2531 AB"), ((0,), (1,))),
        # the same form sent twice is one person, whatever the name leaves open; but not without a contact
        (("- Duin; 0702345678; duin@x.nl", "- Duin; 0702345678; duin@x.nl"), ((0, 1),)),
        (("- Duin;;; 2531 AB", "- Duin;;; 2531 AB"), ((0,), (1,))),
        (("B. Zandstra;;; 2531 AB", f"{BREGJE};;; 2531 AB"), ((0, 1),)),
        (("B. Zandstra;; b.zandstra@post.nl", f"{BREGJE};; b.zandstra@post.nl"), ((0, 1),)),
        # father and son live in one house; colleagues have two addresses
        ((f"{BREGJE}; 0612345789;; 2531 AB", f"{BREGJE}; 0687654321;; 2531 AB"), ((0,), (1,))),
        (
            (f"{BREGJE};; info@brug.nl; 2531 AB;;;;; Brug", f"{BREGJE};; bz@x.nl; 2531 AB;;;;; Brug"),
            ((0, 1),),
        ),
        # a call name with something against it is asked: mother Elisabeth and daughter Els
        (("Els Zandstra; 0612345789; e.z@x.nl", "Elisabeth Zandstra; 0612345789; lies@y.nl"), ((0,), (1,))),
        (("Els Zandstra; 0612345789; e.z@x.nl", "Elisabeth Zandstra; 0612345789"), ((0, 1),)),
        (("Brgje Zandstra; 0612345789", f"{BREGJE}; 0612345789"), ((0, 1),)),
        # half a name with a whole postcode; but not a call name: a son is called after his father
        ((f"{BREGJE[:8]};;; 2531 AB", f"{BREGJE};;; 2531 AB"), ((0, 1),)),
        (("Els Zandstra;;; 2531 AB", "Elisabeth Zandstra;;; 2531 AB"), ((0,), (1,))),
        (("Bregje Kooij;;; 2531 AB", f"{BREGJE};;; 2531 AB"), ((0,), (1,))),
        # another family name: one contact of one's own with the same first name, not one of an organisation
        (("B. Kooij; 0612345789", f"{BREGJE}; 0612345789"), ((0,), (1,))),
        (
            ("Bregje Kooij;; info@brug.nl;;;;;; Brug", f"{BREGJE};; info@brug.nl;;;;;; Brug"),
            ((0,), (1,)),
        ),
        # with another first name, or with something against it, it asks for more
        (("Bregje Kooij; 0612345789;; 2531 AB", f"{BREGJE}; 0612345789;; 2531 AB"), ((0, 1),)),
        (
            ("Bregje Kooij; 0612345789; k@x.nl; 2531 AB", f"{BREGJE}; 0612345789; z@x.nl; 2531 AB"),
            ((0,), (1,)),
        ),
        # which a woman may have by marriage, and hardly any man
        ((HOME.format("Otto Kooij"), HOME.format("Otto Duin")), ((0,), (1,))),
        # half a name is anybody's in a street
        (("Bregje;;; 2531 AB", f"{BREGJE};;; 2531 AB"), ((0,), (1,))),
        (("Bregje; 0612345789;; 2531 AB", f"{BREGJE}; 0612345789;; 2531 AB"), ((0, 1),)),
        (("- Zandstra; 0612345789;; 2531 AB", f"{BREGJE}; 0612345789;; 2531 AB"), ((0,), (1,))),
        ((HOME.format("- Zandstra"), HOME.format(BREGJE)), ((0, 1),)),
        # a name that can be read two ways, with two contacts
        (("Xenia Qwist; 0612345789;; 2531 AB", "Qwist Xenia; 0698765432;; 2531 AB"), ((0,), (1,))),
        (("Xenia Qwist; 0612345789;; 2531 AB", "Qwist Xenia; 0612345789;; 2531 AB"), ((0, 1),)),
        # what a household does not share tells namesakes and twins apart
        ((f"{BREGJE};;;; 1961-03-29", f"{BREGJE};;;; 1961-03-29"), ((0, 1),)),
        ((f"{BREGJE};;;; 1961-03-29", f"{BREGJE};;;; 1984-11-02"), ((0,), (1,))),
        (("Otto Zandstra;;; 2531 AB; 1961-03-29", f"{BREGJE};;; 2531 AB; 1961-03-29"), ((0,), (1,))),
        (("Otto Zandstra;;; 2531 AB", f"{BREGJE};;; 2531 AB"), ((0,), (1,))),
        # a number that is one person's, too; but no day that an office wrote down for a man and a woman
        (("Otto Zandstra; 0612345789;;;;;; 771", f"{BREGJE}; 0612345789;;;;;; 771"), ((0, 1),)),
        (("Otto Zandstra; 0612345789;;; 1961-07-02", f"{BREGJE}; 0612345789;;; 1961-07-02"), ((0, 1),)),
        (("Otto Zandstra; 0612345789;;; 1961-07-01", f"{BREGJE}; 0612345789;;; 1961-07-01"), ((0,), (1,))),
        ((f"{BREGJE};;;; 1980-01-01", "Brechje Zandstra;;;; 1980-01-01"), ((0,), (1,))),
        ((f"{BREGJE};;;; 1980-01-02", "Brechje Zandstra;;;; 1980-01-02"), ((0, 1),)),
        ((f"{BREGJE}; 0612345789;;; 0000-00-00", f"{BREGJE}; 0687654329;;; 0000-00-00"), ((0,), (1,))),
        # twins, brothers and sisters, unless a number says otherwise; an initial does not make one of them
        (
            (HOME.format("Noor Duin") + "; 2015-11-02", HOME.format("Jasmijn Duin") + "; 2015-11-02"),
            ((0,), (1,)),
        ),
        ((HOME.format("Daan Duin") + "; 2010-01-02", HOME.format("Sem Duin") + "; 2012-01-02"), ((0,), (1,))),
        ((HOME.format("Tim Duin") + "; 2010-01-02", HOME.format("Tom Duin") + "; 2010-01-02"), ((0,), (1,))),
        ((HOME.format("Tim Duin") + "; 2010-01-02", HOME.format("Tom Kooij") + "; 2010-01-02"), ((0,), (1,))),
        ((HOME.format("J. Duin") + "; 1955-02-01", HOME.format("A. Duin") + "; 1956-02-01"), ((0,), (1,))),
        (
            (
                HOME.format("Noor Duin") + "; 2015-11-02;;; 77123",
                HOME.format("Jasmijn Duin") + "; 2015-11-02;;; 77123",
            ),
            ((0, 1),),
        ),
        # parent and child of one name and house, by date or by year; a slip of the keys is none
        ((f"{BREGJE}; 0612345789;;; 1948-05-03", f"{BREGJE}; 0612345789;;; 1978-05-03"), ((0,), (1,))),
        ((HOME.format(BREGJE) + "; 1948-05-03", HOME.format(BREGJE) + "; 1978-05-03"), ((0, 1),)),
        ((f"{BREGJE};;; 2531 AB; 1948-05-03", f"{BREGJE};;; 2531 AB; 1978-05-03"), ((0,), (1,))),
        ((HOME.format(BREGJE) + "; 1948", HOME.format(BREGJE) + "; 1978"), ((0,), (1,))),
        ((HOME.format(BREGJE) + "; 1948-05-03", HOME.format(BREGJE) + "; 1949-05-03"), ((0, 1),)),
        # days that an office wrote down say no more than their years, and nothing of two first names
        ((f"{BREGJE};;;; 1960-01-01", f"{BREGJE};;;; 1961-01-01"), ((0,), (1,))),
        ((f"{BREGJE};;;; 1960-01-01", f"{BREGJE};;;; 1960-07-01"), ((0,), (1,))),
        (("Rahwa Okubay; 0612345789;;; 1960-01-01", "Zeray Okubay; 0612345789;;; 1960-01-01"), ((0,), (1,))),
        # neighbours of one name
        ((f"{BREGJE};;; 2531 AB;; Duinstraat 7", f"{BREGJE};;; 2531 AB;; Duinstraat 9"), ((0,), (1,))),
        ((f"{BREGJE};;; 2531 AB;; Duinstraat 7", f"{BREGJE};;; 2531 AB;; Duinstraat 7"), ((0, 1),)),
        # of whom no more than an initial agrees
        (("J. Bos; 0612345789;;; 1955-02-01", "J. Mol; 0612345789;;; 1955-02-01"), ((0,), (1,))),
        # numbers beside one another of two organisations; of one, or mobile ones, it is a slip
        ((f"{BREGJE}; 0703630001;;;;;;; De Brug", f"{BREGJE}; 0703630002;;;;;;; Het Anker"), ((0,), (1,))),
        ((f"{BREGJE}; 0703630001;;;;;;; De Brug", f"{BREGJE}; 0703630002;;;;;;; De Brug"), ((0, 1),)),
        ((f"{BREGJE}; 0612345789;;;;;;; De Brug", f"{BREGJE}; 0612345780;;;;;;; Het Anker"), ((0, 1),)),
        # somebody told by another's name is not the other, whatever they share
        ((HOME.format(BREGJE), HOME.format(f"dochter van {BREGJE}")), ((0,), (1,))),
        ((HOME.format(BREGJE), HOME.format(f"partner {BREGJE}")), ((0,), (1,))),
        ((HOME.format(BREGJE), HOME.format(f"{BREGJE} + partner")), ((0, 1),)),
        ((HOME.format(f"vriend van {BREGJE}"), HOME.format(f"vriendin van {BREGJE}")), ((0,), (1,))),
        ((HOME.format(f"kind 1 {BREGJE}"), HOME.format(f"kind 2 {BREGJE}")), ((0,), (1,))),
        ((HOME.format(f"dochter van {BREGJE}"), HOME.format(f"de dochter van {BREGJE}")), ((0, 1),)),
        ((HOME.format("moeder van Otto"), HOME.format("moeder van Mirthe")), ((0,), (1,))),
        ((HOME.format(BREGJE), HOME.format(f"{BREGJE} 2")), ((0,), (1,))),
        ((HOME.format(f"{BREGJE} 1"), HOME.format(f"{BREGJE} 2")), ((0,), (1,))),
        # a couple of one initial, or in the old way under his name; a Polish one
        (("dhr. B. Zandstra;;; 2531 AB", "mevr. B. Zandstra;;; 2531 AB"), ((0,), (1,))),
        (("Otto Zandstra;;; 2531 AB", "mevr. O. Zandstra;;; 2531 AB"), ((0,), (1,))),
        ((HOME.format("Otto Zandstra"), HOME.format("mevr. Otto Zandstra")), ((0,), (1,))),
        ((HOME.format("Jan Kowalski"), HOME.format("J. Kowalska")), ((0,), (1,))),
        ((HOME.format("dhr. J. Kowalski"), HOME.format("Jan Kowalski")), ((0, 1),)),
        # initials that keep two apart; two family names by one telephone, which may be a volunteer's
        ((HOME.format("Bregje A."), HOME.format("Bregje B.")), ((0,), (1,))),
        ((f"{BREGJE}; 0612345789", "Bregje Kooij; 0612345789"), ((0,), (1,))),
        # people without a name, by one telephone
        ((HOME.format("Turkse vrouw"), HOME.format("Turkse vrouw")), ((0,), (1,))),
        # a postcode without letters is a neighbourhood's
        (
            (
                "B. Zandstra;;; 2531",
                f"{BREGJE};;; 2531",
                "Otto Duin;;; 2531 AB",
                "Mirthe Kooij;;; 2531 AC",
                "Tjalling Haan;;; 2531 AD",
            ),
            ((0,), (1,), (2,), (3,), (4,)),
        ),
        # who comes in another role may be a namesake
        (("B. Zandstra;;; 2531 AB| resident", f"{BREGJE};;; 2531 AB| resident"), ((0, 1),)),
        (("B. Zandstra;;; 2531 AB| resident", f"{BREGJE};;; 2531 AB| professional"), ((0,), (1,))),
        ((f"{BREGJE}; 0612345789| resident", f"{BREGJE}; 0612345789| professional"), ((0, 1),)),
        # nobody is invited by herself, whatever they share; but half a name may be anybody's, and some
        # write their own name there
        ((HOME.format(BREGJE), HOME.format("B. Zandstra")), ((0, 1),)),
        ((HOME.format(BREGJE), HOME.format("B. Zandstra") + f"| ; {BREGJE}"), ((0,), (1,))),
        ((HOME.format(BREGJE), HOME.format("B. Zandstra") + "| ; mevr. Zandstra"), ((0, 1),)),
        ((HOME.format(BREGJE), HOME.format("B. Zandstra") + f"| ; {BREGJE} en Otto Duin"), ((0, 1),)),
        ((HOME.format(BREGJE), HOME.format(BREGJE) + f"| ; {BREGJE}"), ((0, 1),)),
        ((HOME.format(BREGJE), HOME.format("Brechje Zandstra") + f"| ; {BREGJE}"), ((0,), (1,))),
        ((HOME.format(BREGJE), HOME.format("B. Zandstra") + f"| ; mijn zus {BREGJE}"), ((0,), (1,))),
        # the same form sent twice is one person, whoever invited and in whatever role
        (
            ("- Duin; 0702345678; duin@x.nl| ; Otto Kooij", "- Duin; 0702345678; duin@x.nl| resident"),
            ((0, 1),),
        ),
        # a surname alone, with a date of birth
        (("- Zandstra;;;; 1961-03-29", f"{BREGJE};;;; 1961-03-29"), ((0, 1),)),
        (("- Zandstra; 0612345789", f"{BREGJE}; 0612345789"), ((0,), (1,))),
    ],
)
def test_when_two_rows_are_one_person(rows: tuple[str, str], clusters: tuple[tuple[int, ...], ...]) -> None:
    assert people(*rows).clusters == clusters


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("J. Bos", "m"), ("J. Bos", "f"), False),
        (("J. Bos", "m"), ("J. Bos", ""), True),
        (("Bos", "f"), ("Jan Bos", "m"), False),
        (("Fatma Bos", "m"), ("Fatma Bos", "f"), False),
        (("dhr. J. Bos", "f"), ("Jan Bos", "m"), True),
    ],
)
def test_a_column_of_genders(one: tuple[str, str], other: tuple[str, str], *, same: bool) -> None:
    rows = [
        Record(name=name, gender=gender, emails=("bos@post.nl",), phones=("0612345789",), postcode="2531 AB")
        for name, gender in (one, other)
    ]
    assert (len(match(rows).clusters) == 1) == same


def test_a_form_of_address_goes_before_a_column_of_genders() -> None:
    names = ("Jan en Els Bos", "mevr. Bos", "J. Bos", "")
    read = [traits_of(Record(name=name, gender="m")).names for name in names]
    assert [[name.gender for name in names] for names in read] == [[""], ["f"], ["m"], []]


def test_a_day_that_an_office_wrote_down_makes_no_question_of_two_first_names() -> None:
    assert people(*(f"{name} Okubay; 0612345789;;; 1960-01-01" for name in ("Rahwa", "Zeray"))).possible == ()


def test_a_mans_two_family_names_are_asked_whichever_row_comes_first() -> None:
    rows = ("Johannes Duin; 0612345789;;; 1961", "Jo Kooij; 0612345789;;; 1961")
    assert [people(*order).clusters for order in (rows, rows[::-1])] == [((0,), (1,))] * 2


def test_how_likely_it_is_that_twins_are_one() -> None:
    (pair,) = people(
        HOME.format("Noor Duin") + "; 2015-11-02", HOME.format("Lina Duin") + "; 2015-11-02"
    ).possible
    assert pair.likeness < 0.5


def test_a_first_of_january_says_less_than_another_day() -> None:
    new_year, day = (
        [*found.joined, *found.possible]
        for found in (
            people(f"{BREGJE};;;; 1980-01-{day}", f"Brechje Kooij;;;; 1980-01-{day}") for day in ("01", "02")
        )
    )
    assert new_year[0].likeness < day[0].likeness


def test_one_of_two_first_names_is_more_than_an_initial() -> None:
    said = {"phones": ("0612345789",), "birth": "1961-07-02"}
    rows = [
        Record(given="Wobber Fripp", family="Zandstra", **said),
        Record(given="Fripp", family="Kooij", **said),
    ]
    assert match(rows).clusters == ((0, 1),)


def test_a_street_once_without_a_number() -> None:
    rows = [Record(name=BREGJE, street="Duinstraat", house_number=number) for number in ("7", "")]
    (pair,) = match(rows).possible
    assert pair.reasons[-1] == "same_street"


def test_a_house_number_beside_a_postcode() -> None:
    rows = [Record(name=BREGJE, postcode="2531 AB", house_number=number) for number in ("7", "7", "9")]
    assert match(rows).clusters == ((0, 1), (2,))
    beside_a_street = [rows[0]._replace(street="Duinstraat"), rows[1]]
    assert match(beside_a_street).joined[0].reasons[-1] == "same_address"
    nearly = (("M. Bakker", "2531 AB"), ("Maria Bakker", "9731 AB"))
    far = [Record(name=name, postcode=code, house_number="1") for name, code in nearly]
    assert match(far).clusters == ((0,), (1,))
    (pair,) = match(far).possible
    assert "same_address" not in pair.reasons
    (pair,) = match([Record(name=BREGJE, postcode="2531 AB", house_number="A")] * 2).joined
    assert pair.reasons == ("same_first_name", "same_surname", "same_postcode")


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        # a first name that is only the other's second one: a son of that name's bearer, or a daughter
        ("Hassan Omar", "Ali Hassan Omar", False),
        ("Osman Duin", "Bregje Osman Duin", False),
        ("Zyx Duin", "Bregje Zyx Duin", True),
        # where names are syllables a letter makes another; a Vietnamese man and a woman
        ("Chen Wei", "Chen Wen", False),
        ("Chen Wei", "Wei Chen", True),
        ("E. Koc", "E. Koc", True),
        ("E. Bo", "E. Bo", True),
        ("Otto Wei", "Otto Wey", True),
        ("Nguyen Van An", "Nguyen Thi An", False),
        ("Nguyen Van An", "Nguyen An", True),
        ("Nguyen Thi An", "An Thi Nguyen", True),
        # a couple in one field, and notes
        ("Jan Bakker, Riet Bakker", "Riet Bakker", False),
        ("B. Zandstra, ziek", BREGJE, True),
        ("N Diaye, Mbacke", "N Diaye, Sokhna", False),
        ("Ali Hoca", "Ali Kaya", False),
        ("Ayþe Yýlmaz", "Ayşe Yılmaz", True),
        ("Joh. Vink", "Johanna Vink", True),
        # a script without vowels tells a doubled letter
        ("محمد Duin", "Ahmed Duin", False),
    ],
)
def test_whose_names_in_one_house_are_one_persons(one: str, other: str, *, joined: bool) -> None:
    home = Record(phones=("0612345789",), emails=("z@post.nl",), postcode="2531 AB")
    found = match([home._replace(name=one), home._replace(name=other)])
    assert found.clusters == (((0, 1),) if joined else ((0,), (1,)))
    assert match([home._replace(name=other), home._replace(name=one)]).clusters == found.clusters


def test_a_name_alone_that_is_anothers_family_name_is_asked() -> None:
    assert len(people("Omar; 0612345789;; 2531 AB", "Hassan Omar; 0612345789;; 2531 AB").possible) == 1


def test_who_married_is_asked_about_by_a_telephone_alone_which_may_be_a_volunteers() -> None:
    others = [f"{name} Duin;;; 2531 A{name[0]}" for name in ("Otto", "Wim", "Karima", "Soenita", "Zofia")]
    kooij, zandstra = "Bregje Kooij; 0612345789", f"{BREGJE}; 0612345789"
    assert people(kooij, zandstra, *others).possible[0].reasons[1:] == ("different_surname", "same_phone")
    assert people(f"{kooij};; 2531 XY", f"{zandstra};; 2531 XY", *others).clusters[0] == (0, 1)
    assert people("Bep Kooij; 0612345789", "Elisabeth Duin; 0612345789", *others).clusters[0] == (0,)


def test_names_in_the_wrong_fields_are_read_in_the_order_that_the_others_tell() -> None:
    found = people(
        "Zandstra Bregje; 0612345789", "Bregje Zandstra; 0612345789", "Bregje Duin", "Mirthe Zandstra", "Duin"
    )
    assert found.clusters[0] == (0, 1)
    assert found.joined[0].reasons == ("same_first_name", "same_surname", "same_phone")


def test_two_rows_that_say_different_things_about_one_person_count_together() -> None:
    half = ("Bregje Zandstra; 0612345789", "Bregje Zandstra;; bregje.z@post.nl")
    assert people(*half).clusters == ((0,), (1,))
    whole = people(*half, "Bregje Zandstra; 0612345789; bregje.z@post.nl")
    assert whole.clusters == ((0, 1, 2),)
    assert len(whole.joined) == 2


def test_what_a_row_says_against_another_of_the_person_counts() -> None:
    father = ("Otto Duin; 0612345789; otto.duin@post.nl; 2531 AB", "Otto Duin; 0612345789;; 2531 AB")
    son = ("Otto Duin; 0687654321; duin.88@bus.nl; 2531 AB", "Otto Duin; 0687654321; duin.88@bus.nl")
    found = people(*father, *son)
    assert found.clusters == ((0, 1), (2, 3))
    (asked,) = found.possible
    assert {asked.one in (0, 1), asked.other in (2, 3)} == {True}


def test_a_call_name_that_contradicts_another_row_of_the_person_is_asked() -> None:
    formal = "Elisabeth Duin; 0612345789; duin.88@post.nl; 2531 AB"
    found = people(formal, formal.replace("Elisabeth", "Bep"), "Els Duin; 0612345789")
    assert found.clusters == ((0, 1), (2,))
    assert [(pair.one, pair.other, pair.likeness) for pair in found.possible] == [(0, 2, 0.5)]


def test_a_telephone_that_very_many_share_tells_nobody_apart_nor_together() -> None:
    names = ("Anna", "Bregje", "Carla", "Dineke", "Elske", "Fenna", "Greet", "Hilde", "Ineke", "Joke")
    crowd = [f"{name} Van-{name}straat; 0702345678" for name in names for _ in range(8)]
    found = people(*crowd, "Bregje Zandstra; 0702345678")
    assert (80,) in found.clusters
    assert len(found.clusters) == 11


def test_the_telephone_of_a_volunteer_who_filled_in_for_others_is_nobodys_own() -> None:
    two = (f"{BREGJE}; 0612345789;; 2531 AB", "Bregje Kooij; 0612345789;; 2531 AB")
    others = ("Otto Duin", "Karima Haddou", "Soenita Ramdin", "Zofia Wilk")
    assert people(*two, *(f"{name}; 0698765432" for name in others)).clusters[0] == (0, 1)
    found = people(*two, *(f"{name}; 0612345789" for name in others))
    assert len(found.clusters) == 6
    again = people(*two, *(f"{name}; 0612345789" for name in others), two[0])
    assert again.clusters[0] == (0, 6)


def test_one_family_name_in_five_spellings_is_one_familys() -> None:
    two = (f"{BREGJE}; 0612345789;; 2531 AB", "Bregje Kooij; 0612345789;; 2531 AB")
    others = ("Otto Duin", "Karima Duyn", "Soenita Duijn", "Zofia Ramdin")
    assert people(*two, *(f"{name}; 0612345789" for name in others)).clusters[0] == (0, 1)


def test_a_vietnamese_name_in_two_fields_tells_man_and_woman_apart() -> None:
    home = Record(family="Nguyen", phones=("0612345789",), postcode="2531 AB")
    found = [
        match([home._replace(given="Van An"), home._replace(given=other)]).clusters
        for other in ("Thi An", "An", "Van An")
    ]
    assert found == [((0,), (1,)), ((0, 1),), ((0, 1),)]


@pytest.mark.parametrize("other", ["1961-07-01", "1961-07-02"])
def test_a_day_that_an_office_wrote_down_parts_them_whichever_row_comes_first(other: str) -> None:
    scale = Scale(Commonness([traits_of(record(BREGJE))] * 3))
    his, hers = (
        traits_of(record(f"{name}; 0612345789;;; {birth}"))
        for name, birth in (("Otto Zandstra", "1961-07-01"), (BREGJE, other))
    )
    assert scale.weigh(his, hers) == scale.weigh(hers, his)


def test_a_contact_in_the_field_of_a_name_is_hers() -> None:
    said = traits_of(Record(name="Bregje Zandstra 06-12345789, z@post.nl", phones=("0702345678",)))
    assert (said.phones, said.emails) == (("+31702345678", "+31612345789"), ("z@post.nl",))
    assert traits_of(Record(name="Bregje Zandstra 06-12345678")).phones == ()


def test_somebody_who_signs_up_very_often_is_one_person() -> None:
    found = people(*["Bregje Zandstra; 0612345789"] * 90, "Bregje Zandstra; 0612345789; bregje.z@post.nl")
    assert len(found.clusters) == 1


def test_what_people_decided_holds_before_anything_else() -> None:
    rows = [record(text) for text in (f"{BREGJE}; 0612345789", f"{BREGJE}; 06-12345789", "Tjalling Duin")]
    assert match(rows).clusters == ((0, 1), (2,))
    assert match(rows, cannot=[(0, 1)]).clusters == ((0,), (1,), (2,))
    assert match(rows, cannot=[(0, 1)]).possible == ()
    assert match(rows, must=[(1, 2)]).clusters == ((0, 1, 2),)
    both = match(rows, must=[(1, 2), (0, 2)], cannot=[(0, 1)])
    assert (both.clusters, both.refused) == (((0,), (1, 2)), ((0, 2),))


def test_a_row_that_fits_two_rows_of_one_person_is_theirs() -> None:
    found = people(
        "Zandstar Bregje; 0612345789; bregje.z@post.nl;; 1961-03-29",
        "Bregje Zandstra; 0612345789; bregje.z@post.nl;; 1961-03-29",
        "- Zandstra; 0612345789; bregje.z@post.nl;; 1961-03-29",
    )
    assert found.clusters == ((0, 1, 2),)


@pytest.mark.parametrize(
    ("names", "clusters"),
    [
        ("Amin Duin, Amir Duin, A. Duin", ((0,), (1,), (2,))),
        ("Amin Duin, Amir Duin, - Duin", ((0,), (1,), (2,))),
        ("Piet Duin, Riet Duin, fam. Duin", ((0,), (1,), (2,))),
        ("Amin Duin, Amir Duin, Ami Duin", ((0, 2), (1,))),
        ("Jan Duin, Johan Duin, Johannes Duin", ((0, 1, 2),)),
    ],
)
def test_a_row_that_fits_brothers_or_a_couple_does_not_make_one_of_them(
    names: str, clusters: tuple[tuple[int, ...], ...]
) -> None:
    rows = [f"{name}; 0612345789; thuis@post.nl; 2531 AB" for name in names.split(", ")]
    assert people(*rows).clusters == clusters


def test_one_row_sent_very_often_that_says_little_is_not_compared_with_itself_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = Mock(side_effect=compare_all)
    monkeypatch.setattr("pipeline.stages.gather.compare_all", compared)
    assert people(*["J. Duin; 0612345789"] * 300, "Jan Duin; 0612345789").clusters == (tuple(range(301)),)
    assert compared.call_count < 300


def test_the_same_form_sent_twice_is_one_person_though_it_names_two() -> None:
    twice = [Record(name="Bregje en Otto Duin", phones=("0702345678",))] * 2
    assert match(twice).clusters == ((0, 1),)
    again = twice[1]._replace(roles=("resident",), invited_by="Wim Kooij")
    assert match([twice[0]._replace(roles=("professional",)), again]).clusters == ((0, 1),)
    assert match([*twice[:1], Record(name="Otto Duin", phones=("0702345678",))]).clusters == ((0,), (1,))
    assert match([Record(name="Bregje en Otto Duin", postcode="2531 AB")] * 2).clusters == ((0,), (1,))


def test_a_call_name_brings_no_man_and_woman_together() -> None:
    """Cor may be Cornelis or Cornelia, who are two."""
    clusters = people(*(HOME.format(f"{name} Zandstra") for name in ("Cornelia", "Cor", "Cornelis"))).clusters
    assert max(map(len, clusters)) < 3


def test_a_name_and_a_postcode_that_fit_two_of_that_name_are_asked() -> None:
    bare, father, son = (
        f"{BREGJE}; {contacts}; 2531 AB" for contacts in (";", "0612345789; b@x.nl", "0687654321; z@y.nl")
    )
    assert people(bare, father).clusters == ((0, 1),)
    assert people(bare, father, son).clusters == ((0,), (1,), (2,))
    known = [record(text) for text in (bare, father, son)]
    assert match(known, must=[(1, 2)]).clusters == ((0, 1, 2),)


def test_a_name_and_a_place_that_fit_two_who_are_likely_one_are_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [f"{BREGJE};;;;;;;; Brug", f"{BREGJE};;; 2531AB;;;;; Brug", f"{BREGJE};;; 2531AB"]
    assert people(*rows).clusters == ((0, 1, 2),)
    monkeypatch.setattr("pipeline.stages.candidates.SHORT", 1)  # the first and the last are not looked at
    assert people(*rows, *NAMESAKES).clusters[0] == (0, 1, 2)
    near = [f"{BREGJE};;; {code}" for code in ("TA4 2RU", "TA4 2UU", "TA5 2UU")]
    assert people(*near, *NAMESAKES).clusters[:3] == ((0,), (1,), (2,))


def test_father_and_son_whom_a_third_row_fits_are_asked_about_not_guessed() -> None:
    house = [f"Jan Bakker; {phone};; 2531AB" for phone in ("0612345679", "0698765432", "")]
    family = [
        f"{first} Bakker; 062{place}334455" for place, first in enumerate(("Els", "Kees", "Ria", "Wim"))
    ]
    rows = [record(text) for text in (*house, *family)]
    for apart in ([], [(0, 1)]):
        found = match(rows, cannot=apart)
        assert found.clusters[:3] == ((0,), (1,), (2,))
        assert {(0, 2), (1, 2)} <= {(pair.one, pair.other) for pair in found.possible}


def test_what_somebody_set_apart_no_third_row_brings_together() -> None:
    rows = [record(f"{BREGJE};;; 2531AB;;;;; {place}") for place in ("Brug", "", "Brug")]
    assert match(rows).clusters == ((0, 1, 2),)
    assert match(rows, cannot=[(0, 2)]).clusters == ((0,), (1,), (2,))


def test_an_initial_that_fits_two_by_all_that_their_groups_say_is_asked() -> None:
    rows = [
        f"{first} Zandstra; {phone};; {place}"
        for first, phone in (("Bregje", "0612345679"), ("Bart", "0698765432"))
        for place in (";;;;; Brug", "2531AB")
    ]
    found = people(*rows, "B. Zandstra;;; 2531AB;;;;; Brug")
    assert found.clusters == ((0, 1), (2, 3), (4,))
    assert len(found.possible) == 2


@pytest.mark.parametrize(
    "differ",
    [
        ("; 0612345679", "; 0687654321"),
        (";; zandstra@post.nl", ";; bregje.z@bus.nl"),
        (";;; 2531AB", ";;; 9981XY"),
        (";;;; 1931-03-29", ";;;; 1962-11-02"),
        (";;;;; Kade 7", ";;;;; Duinstraat 9"),
        (";;;;;; Delft", ";;;;;; Zwolle"),
        (";;;;;;; 12345678", ";;;;;;; 99887766"),
        ("| resident", "| professional"),
    ],
)
def test_a_rare_name_is_not_enough_where_something_speaks_against_it(differ: tuple[str, str]) -> None:
    both, half = traits_of(record(BREGJE)), traits_of(record("Bregje"))
    long, short = (Scale(Commonness([both] * size)) for size in (SHORT + 1, SHORT))
    assert long.weigh(both, both).enough == CERTAIN_BY_LITTLE
    assert long.weigh(*(traits_of(record(BREGJE + said)) for said in differ)).enough == ALWAYS_ASKED
    assert long.weigh(half, half).enough == ALWAYS_ASKED
    assert short.weigh(both, both).enough == ALWAYS_ASKED


@pytest.mark.parametrize(
    ("one", "other", "enough"),
    [
        ("- Zandstra; 0612345789;; 2531 AB", f"{BREGJE}; 0612345789;; 2531 AB", ALWAYS_ASKED),
        ("- Zandstra; 0612345789; z@post.nl", f"{BREGJE}; 0612345789; z@post.nl", CERTAIN),
        ("Xenia Qwist; 0612345789;; 2531 AB", "Qwist Xenia; 0698765432;; 2531 AB", ALWAYS_ASKED),
        ("Xenia Qwist;;; 2531 AB", "Qwist Xenia;;; 2531 AB", CERTAIN),
        ("Xenia Qwist; 0612345789; q@x.nl", "Qwist Xenia; 0612345789; x@y.nl", CERTAIN),
    ],
)
def test_how_much_is_enough(one: str, other: str, enough: float) -> None:
    rows = [traits_of(record(text)) for text in (one, other)]
    assert Scale(Commonness(rows)).weigh(*rows).enough == enough


def test_nearly_one_date_of_birth_weighs_as_much_as_it_is_rare() -> None:
    crowd = [
        record(f"{name};;;; {1930 + place}-01-01") for place, name in enumerate(["Jan Kok", "Els Smit"] * 30)
    ]
    scale = Scale(Commonness(list(map(traits_of, crowd))))

    def bits(*births: str) -> float:
        one, other = (traits_of(record(f"{BREGJE};;;; {birth}")) for birth in births)
        assert scale.weigh(one, other) == scale.weigh(other, one)
        return scale.weigh(one, other).person

    assert bits("1961-01-01", "1962-01-01") < bits("1961-03-29", "1962-03-29") - 2
    assert bits("1961-01-01", "1978-01-01") < bits("1961-03-29", "1978-03-29") - 2


def test_of_several_dates_of_birth_the_best_two_count_whichever_row_comes_first() -> None:
    dates = [("19560201", "19570709"), ("19500709", "19520201")]
    one, other = (traits_of(record(BREGJE))._replace(births=births) for births in dates)
    scale = Scale(Commonness([one, other, *[other._replace(births=("19510709",))] * 9]))
    assert scale.weigh(one, other) == scale.weigh(other, one)
    assert "slip_in_birth" in scale.weigh(one, other).reasons


def test_a_name_that_very_many_bear_does_not_pair_all_of_them() -> None:
    dates = [f"{1920 + place % 80}-{place % 12 + 1:02}-{place % 27 + 1:02}" for place in range(900)]
    assert len(pairs([traits_of(record(f"{BREGJE};;;; {date}")) for date in dates])) < 900 * 10


def test_half_a_date_of_birth_brings_a_street_together_not_a_neighbourhood() -> None:
    born = ["Bregje Zandstra;;; {}; 1961-03-29", "Otto Kooij;;; {}; 1961-03-11"]
    found = (pairs([traits_of(record(text.format(code))) for text in born]) for code in ("2531AB", "2531"))
    assert list(map(len, found)) == [1, 0]


def test_what_all_rows_of_two_people_say_makes_certain_what_no_two_of_them_do() -> None:
    born = [f"{BREGJE}; 0612345789;;; 1961-03-29", "- Zandstra; 0612345789;; 2531AB; 1961-03-29"]
    here = f"{BREGJE};;; 2531AB"
    assert [people(row, here).joined for row in born] == [(), ()]
    assert people(*born, here).clusters == ((0, 1, 2),)


def test_a_name_alone_is_enough_only_where_a_long_list_shows_how_rare_it_is() -> None:
    syllables = [first + vowel for first in "bdfglmnprst" for vowel in ("a", "ee", "o")]
    names = list(map("".join, product(syllables, repeat=3)))

    def many(size: int) -> list[Record]:
        """So many rows of people who sign up twice."""
        named = zip(names, names[::-1], range(size // 2), strict=False)
        return [record(f"{first} {last}; 06{place + 22_220_000}") for first, last, place in named] * 2

    assert match([*many(SHORT), *[record(BREGJE)] * 2]).clusters[-1] == (SHORT, SHORT + 1)
    assert match([*many(SHORT - 2), *[record(BREGJE)] * 2]).clusters[-1] == (SHORT - 1,)
    common = [record(f"Bregje Duin; 06{place + 32_220_000}") for place in range(200)]
    assert match([*many(SHORT), *common, record("Bregje Duin")]).clusters[-1] == (SHORT + 200,)


def test_half_the_date_of_birth_of_a_usual_name_is_looked_at_also_where_many_share_the_year() -> None:
    same_year = [f"{BREGJE};;;; 1961-{month:02}-{10 + month}" for month in range(2, 13)] * 3
    for date in ("1961-01-07", "1961-06-01"):
        rows = [f"{BREGJE};;;; 1961-01-01", *same_year, f"{BREGJE};;;; {date}"]
        assert (0, 34) in pairs([traits_of(record(text)) for text in rows]).part(range(9_999))


def test_what_a_crowd_shares_beside_one_name_pairs_few() -> None:
    def paired(*texts: str) -> int:
        return len(pairs([traits_of(record(text)) for text in texts]))

    assert paired(*[BREGJE] * 25) == 300
    assert paired(*[BREGJE] * 30) == 0
    halves = [f"{BREGJE};;; {place % 10}X{place}" for place in range(100, 300)]
    assert paired(*halves[:50]) > 0
    assert paired(*halves) == 0
    assert paired(*[f"{BREGJE};;; 9X{place}" for place in range(100, 140)]) == 0


def others(son: str) -> list[str]:
    """Two rows each of many who live together, or sign up twice, with these contacts the second time."""
    letters = "abcdefghijklmnopqrstuvwx"
    return [
        f"Otto Kooij{letter * 3}; {contacts.format(place, letter)}; 2599 {letter}{letter}"
        for place, letter in enumerate(letters)
        for contacts in ("0618{0:02}8765; {1}.kooij@post.nl", son)
    ]


def test_the_list_tells_how_often_a_son_is_named_after_his_father() -> None:
    pair = (f"{BREGJE}; 0612345789;; 2531 AB", f"{BREGJE}; 0687654321;; 2531 AB")
    faithful = people(*pair, *others(son="0618{0:02}8765; {1}.kooij@post.nl"))
    named_after = people(*pair, *others(son="0641{0:02}3912; {0}.otto@bus.nl"))
    assert people(*pair).clusters == ((0,), (1,))
    assert faithful.clusters[0] == (0, 1)
    assert named_after.clusters[0] == (0,)


def test_a_list_in_which_everybody_comes_in_another_role_each_time_tells_nothing_by_it() -> None:
    pair = ("B. Zandstra;;; 2531 AB| resident", f"{BREGJE};;; 2531 AB| professional")
    often = [
        f"Otto Kooij{letter * 3}; 0618{place:02}8765; {letter}.kooij@post.nl| {role}"
        for place, letter in enumerate("abcdefghijklmnopqrstuvwx" * 4)
        for role in ("resident", "professional")
    ]
    assert people(*pair).clusters == ((0,), (1,))
    assert people(*pair, *often).clusters[0] == (0, 1)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_form_sent_again_is_the_guests_not_the_hosts(order: tuple[int, ...]) -> None:
    guest = HOME.format("B. Zandstra")
    rows = [HOME.format(BREGJE), guest + f"| ; {BREGJE}", guest]
    found = people(*(rows[place] for place in order))
    assert {frozenset(order[row] for row in cluster) for cluster in found.clusters} == {
        frozenset({0}),
        frozenset({1, 2}),
    }
    (asked,) = found.possible
    assert asked.reasons[-1] == "invited_by_the_other"


def test_a_row_that_fits_host_and_guest_is_asked_not_guessed() -> None:
    found = people(
        HOME.format(BREGJE), HOME.format("B. Zandstra") + f"| ; {BREGJE}", HOME.format("- Zandstra")
    )
    assert found.clusters == ((0,), (1,), (2,))


def test_host_and_guest_who_are_one_after_all_are_asked_about_once() -> None:
    rows = [HOME.format(BREGJE), HOME.format("B. Zandstra") + f"| ; {BREGJE}", f"{BREGJE}; 0612345789"]
    found = match(list(map(record, rows)), must=[(0, 1)])
    assert (found.clusters, found.possible) == (((0, 1, 2),), ())


def test_a_role_that_all_have_changes_nothing() -> None:
    pair = ("Jan Baarman; 0612345789;;;; Kade 7", "J. Baarman; 0687654321;;;; Kade 7")
    some = [f"Otto Kooij{a}{b}{a}; 0618{a}{b}" for a, b in product("abcdefghijkl", repeat=2)]
    without, everybody = (people(*(f"{row}{role}" for row in (*pair, *some))) for role in ("", "| resident"))
    assert without.clusters == everybody.clusters
    assert len(without.possible) == len(everybody.possible)


def test_the_neighbourhood_beside_says_little_where_all_live_there() -> None:
    pair = (f"{BREGJE};;; 2531", f"{BREGJE};;; 2533")
    far = [f"Otto Duin{letter};;; {place}{place}{place}9" for place, letter in enumerate("abcdefgh", 1)]
    near = [f"Otto Duin{letter};;; 253{place}" for place, letter in enumerate("abcdefgh", 1)]
    assert people(*pair, *far).clusters[0] == (0, 1)
    assert people(*pair, *near * 3).clusters[0] == (0,)


def test_the_address_of_an_organisation_is_nobodys_own() -> None:
    married = ("Bregje Kooij;; {}@brug.nl", "Bregje Zandstra;; {}@brug.nl")
    assert people(*(text.format("bregje") for text in married)).clusters == ((0, 1),)
    assert people(*(text.format("info") for text in married)).clusters == ((0,), (1,))
    assert people(f"{BREGJE};; info@brug.nl", f"{BREGJE};; info@brug.nl").clusters == ((0, 1),)


def test_what_follows_from_other_answers_is_asked_last() -> None:
    asked = people(BREGJE, BREGJE, BREGJE, f"{BREGJE[:-1]}o; 0612345789", "Otto Duin", "Otto Duin").possible
    pairs = [(pair.one, pair.other) for pair in asked]
    assert set(pairs[:3]) >= {(4, 5)}
    assert {0, 1, 2} <= {row for pair in pairs[:3] for row in pair}


def test_no_more_is_asked_than_somebody_can_answer() -> None:
    found = people(*(f"Bregje Zand{sound}stra" for sound in "aeiouaeiouaeiou" for _ in range(2)))
    assert len(found.possible) == FEW


def test_nobody_and_rows_that_say_nothing() -> None:
    assert match([]) == Matching((), (), ())
    assert match([Record(), Record()]).clusters == ((0,), (1,))


def test_every_reason_has_its_wording() -> None:
    assert set(load_catalogue().texts["reasons"]) >= {
        *RATES,
        "other_order",
        "doubtful_name",
        "other_name_in_email",
    }


NAMES = ["Bep Duin", "Elisabeth Duin", "B. Duin", "Otto Duin", "Duin Otto", "Johanna Duin", "Duin", ""]
ROWS = st.lists(
    st.builds(
        "; ".join,
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(["", "0612345789", "0612345788", "0687654321"]),
            st.sampled_from(["", "b.duin@post.nl", "o.duin@post.nl"]),
            st.sampled_from(["", "2531 AB"]),
            st.sampled_from(["", "1961-03-29", "1984-11-02"]),
            st.sampled_from(["", "| resident", "| professional", "| ; Bep Duin", "| resident; Otto Duin"]),
        ),
    ),
    max_size=8,
)


@settings(max_examples=80, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(texts: list[str], chance: random.Random) -> None:
    order = list(range(len(texts)))
    chance.shuffle(order)
    straight = people(*texts)
    shuffled = people(*(texts[place] for place in order))
    content = [sorted(texts[row] for row in cluster) for cluster in straight.clusters]
    assert sorted(content) == sorted(
        sorted(texts[order[row]] for row in cluster) for cluster in shuffled.clusters
    )


@settings(max_examples=80, deadline=None)
@given(ROWS, st.data())
def test_every_row_is_of_one_person_and_decisions_hold(texts: list[str], data: st.DataObject) -> None:
    rows = range(len(texts))
    pairs = st.lists(st.tuples(st.sampled_from(rows or [0]), st.sampled_from(rows or [0])), max_size=3)
    must = [pair for pair in data.draw(pairs) if texts]
    cannot = [(one, other) for one, other in data.draw(pairs) if texts and one != other]
    found = match([record(text) for text in texts], must, cannot)
    person = {row: number for number, cluster in enumerate(found.clusters) for row in cluster}
    assert sorted(person) == list(rows)
    assert all(person[one] != person[other] for one, other in cannot)
    assert all((person[one] == person[other]) != ((one, other) in found.refused) for one, other in must)
    assert len(found.joined) <= len(texts) - len(found.clusters)


@given(st.integers(1, 9))
def test_however_the_work_is_divided_the_outcome_is_the_same(parts: int) -> None:
    texts = (
        "Bregje Zandstra; 0612345789",
        "B. Zandstra; 0612345789",
        "Otto Duin",
        "Otto Duin;; otto@post.nl",
    )
    records = list(map(record, texts * 3))

    def divide(work: Callable[[range], list[Outcome]], size: int, each: int = 1) -> Iterable[list[Outcome]]:
        bounds = [place * size // parts for place in range(parts + 1)]
        return map(work, starmap(range, pairwise(bounds)))

    must, cannot = [(0, 10)], [(2, 7)]
    assert match(records, must, cannot, divide) == match(records, must, cannot)


def test_one_row_that_says_a_thing_twice_counts_once() -> None:
    rows = [traits_of(record(f"Bregje; 06{begin}5789 07{begin}5789")) for begin in (1122, 3344, 5566)]
    assert list(pairs(rows).part(range(9))) == [(0, 1), (0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("texts", "looked_at"),
    [
        (["B. Zandstra", BREGJE], True),
        (["Zandstra", BREGJE], True),
        ([BREGJE, "Bregje Zandstrat"], False),
        ([f"{BREGJE}; 0612345789", "Bregje Zandstrat; 0612345780"], False),
        ([BREGJE, BREGJE], True),
        ([*NAMESAKES, f"{BREGJE}; 0612345789"], False),
        ([*NAMESAKES, BREGJE], True),
        ([f"{BREGJE};;; 4060", *NAMESAKES, f"{BREGJE};;; 4061"], True),
        ([f"{BREGJE};;; 2531AB", *NAMESAKES, f"{BREGJE};;; 2531CD"], False),
        ([f"{BREGJE};;;; 1961-01-01", *NAMESAKES, f"{BREGJE};;;; 1961-01-07"], True),
        (["Bregje;;; 2531AB; 1961-01-01", "Zandstra;;; 2531AB; 1961-01-07"], True),
        ([f"{BREGJE}; 0612345789", *NAMESAKES, f"{BREGJE}; 0612345780"], True),
        ([f"{BREGJE};;; 2531AB", "Bregje Zandstrat;;; 2531AB"], True),
        ([BREGJE, "B. Zandstra", "Bas Zandstra"], False),
    ],
)  # fmt: skip
def test_in_a_long_list_the_unlikely_is_not_looked_at(
    texts: list[str], looked_at: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [traits_of(record(text)) for text in texts]
    first_and_last = (0, len(rows) - 1)
    assert first_and_last in pairs(rows).part(range(99))
    monkeypatch.setattr("pipeline.stages.candidates.SHORT", 1)
    assert (first_and_last in pairs(rows).part(range(99))) == looked_at


@pytest.mark.parametrize(("bearers", "looked_at"), [(2, True), (9, False)])
def test_in_a_long_list_half_a_name_that_many_bear_is_nobodys(
    bearers: int, looked_at: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.stages.candidates.SHORT", 1)
    names = ["Zandstra", *[f"{sign}ttoo Zandstra" for sign in "bcdfghklm"[:bearers]]]
    rows = list(map(traits_of, map(record, names)))
    assert any(0 in pair for pair in pairs(rows).part(range(99))) == looked_at


def test_how_many_are_probably_double_counts_what_follows_once() -> None:
    triangle = tuple(Pair(one, other, 0.8, ()) for one, other in ((0, 2), (0, 3), (2, 3)))
    found = Matching(((0, 1), (2,), (3,), (4,)), (), (*triangle, Pair(1, 4, 0.5, ())))
    assert found.doubles == pytest.approx(0.8 + 0.8 + 0.5)
    assert Matching(((0,), (1,)), (), ()).doubles == 0


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_two_rows_say_the_same_whichever_comes_first(data: st.DataObject) -> None:
    name = st.sampled_from(
        ["Jo Duin", "Johannes Kooij", "J. Duin", "Noor Duin", "mevr. Duin", "Ali Kaya", ""]
    )
    birth = st.sampled_from(["", "1961", "1961-03-29", "1961-01-01", "1991-03-29"])
    house = st.sampled_from(["", "7", "7a", "9", "12-1"])
    phone = st.sampled_from([(), ("0612345789",), ("0703630001",), ("0703630002",)])
    rows = [
        traits_of(
            Record(
                name=data.draw(name),
                birth=data.draw(birth),
                house_number=data.draw(house),
                phones=data.draw(phone),
                postcode=data.draw(st.sampled_from(["", "2531 AB", "2531 AC"])),
                organisation=data.draw(st.sampled_from(["", "De Brug", "Het Anker"])),
                gender=data.draw(st.sampled_from(["", "m", "f"])),
            )
        )
        for _ in range(2)
    ]
    scale = Scale(Commonness(rows))
    assert scale.weigh(*rows) == scale.weigh(*reversed(rows))
