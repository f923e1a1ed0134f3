"""Whom a mention means: never a wrong link."""

from typing import Any

import pytest

from pipeline.model.findings import Where
from pipeline.stages.codes import code_at
from pipeline.stages.decisions import Asked, Decisions, Question, digest, question_id
from pipeline.stages.doors import name_among
from pipeline.stages.people import Claim, Participant, People
from pipeline.stages.resolve import Directory, Resolved
from pipeline.stages.unresolved import unresolved_key

NAMES = {
    code_at(number, "x"): name
    for number, name in enumerate(
        [
            "Bregje Zandstra",
            "Otto van Duin",
            "Elisabeth van Duin",
            "Bregje Kooij",
            "Hicham El Yousfi",
            "Johannes Wit",
            "Nadia Ramdin",
        ]
    )
}
CODE = {name: code for code, name in NAMES.items()}
ZANDSTRA, OTTO, BEP = CODE["Bregje Zandstra"], CODE["Otto van Duin"], CODE["Elisabeth van Duin"]
KOOIJ, HICHAM = CODE["Bregje Kooij"], CODE["Hicham El Yousfi"]
ALIAS = code_at(50, "x")
UNKNOWN = code_at(51, "x")
WHERE = Where("signup", 9, "invited_by")


def people() -> People:
    participants = {}
    for row, (code, name) in enumerate(NAMES.items(), start=2):
        claims = (
            Claim(f"signup:{row}", Where("signup", row), name),
            Claim(f"x:{row}", Where("attendance", row)),
        )
        participants[code] = Participant(code, name, claims=claims, aliases=(ALIAS,) if code == OTTO else ())
    return People(participants)


def directory(answer: str | None = None) -> Directory:
    name = question_id("who_is", "signup:9:invited_by")
    asked = {name: Asked(name, "who_is", ("signup:9:invited_by",), "possible")}
    decisions = Decisions({name: answer} if answer else {}, asked)
    return Directory(people(), decisions, ("flyer", "via Facebook", "niemand", "-"))


def find(written: str, *, answer: str | None = None, **how: Any) -> Resolved:
    return directory(answer).find(written, WHERE, "signup:9", **how)


@pytest.mark.parametrize(
    ("written", "participant"),
    [
        ("Otto van Duin", OTTO),
        ("duin, otto van", OTTO),
        ("OTTO", OTTO),
        ("Bep van Duin", BEP),
        ("E. van Duin", BEP),
        ("Bregje K.", KOOIJ),
        ("Bregje Koij", KOOIJ),
        ("Hisjam Elyousfi", HICHAM),
        ("buurvrouw Nadia", CODE["Nadia Ramdin"]),
        ("via mijn zus Nadia", CODE["Nadia Ramdin"]),
        ("Jan Wit", CODE["Johannes Wit"]),
        ("mevrouw Ramdin", CODE["Nadia Ramdin"]),
    ],
)
def test_a_name_that_fits_one_is_linked(written: str, participant: str) -> None:
    assert find(written) == Resolved(written, participant=participant)


def among(known: dict[str, list[tuple[str, str]]], *written: str) -> list[Resolved]:
    """What each text means where these take part: by code, names with organisations, as they were given."""
    participants = {
        code: Participant(
            code,
            said[0][0],
            claims=tuple(
                Claim(f"{code}:{row}", WHERE, name, organisation=organisation)
                for row, (name, organisation) in enumerate(said)
            ),
        )
        for code, said in known.items()
    }
    found = Directory(People(participants), Decisions({}, {}), ())
    return [found.find(text, WHERE, "x", ask=False) for text in written]


@pytest.mark.parametrize(
    ("written", "participant", "candidates"),
    [
        ("Bregje van MEE", "A", ()),
        ("Bregje, MEE", "A", ()),
        ("Bregje van Sewa", None, ("B",)),  # of Sewa Oost, or a family name
        ("Otto van Sewa Oost", None, ("C",)),  # he is of MEE
        ("Otto (Sewa)", "C", ()),
        ("Otto van Duin, MEE", "C", ()),
        ("Karima van Smal", "D", ()),
        ("Tjalling, MEE", None, ()),
    ],
)
def test_a_first_name_beside_an_organisation_is_of_who_belongs_to_it(
    written: str, participant: str | None, candidates: tuple[str, ...]
) -> None:
    known = {
        "A": [("Bregje Zandstra", "MEE")],
        "B": [("Bregje Kooij", "Sewa Oost")],
        "C": [("Otto Duin", "MEE")],
        "D": [("Karima van Smal", "")],
        "E": [("Karima Wolf", "Smal")],
    }
    assert among(known, written) == [Resolved(written, participant, candidates)]


@pytest.mark.parametrize(
    ("names", "written", "participant", "candidates"),
    [
        ("Marijke", "Marijke Kooij", None, ("A",)),
        ("Marijke", "Marijke", "A", ()),
        ("Otto Duin|Otto", "Otto Kooij", None, ()),
        ("Tjalling Zandstra|Tjalling", "Tjalling Zandsmta", "A", ()),
        ("Hicham Y.", "Hicham Yousfi", "A", ()),
        ("mevr. Ramdin", "Nadia Ramdin", "A", ()),
        ("Karima Wolf|mevr. Smal", "Karima Smal", "A", ()),
    ],
)
def test_a_whole_name_is_hardly_of_somebody_who_is_known_by_a_first_name(
    names: str, written: str, participant: str | None, candidates: tuple[str, ...]
) -> None:
    known = {"A": [(name, "") for name in names.split("|")]}
    assert among(known, written) == [Resolved(written, participant, candidates)]


def test_a_whole_name_of_which_two_have_a_half_each_is_asked() -> None:
    known = {"A": [("Bregje", "")], "B": [("mevr. Wit", "")]}
    assert among(known, "Bregje Wit") == [Resolved("Bregje Wit", candidates=("A", "B"))]


@pytest.mark.parametrize("written", ["", " ", "-", "?", "flyer", "Flyer!", "VIA FACEBOOK", "niemand."])
def test_nobody_is_said(written: str) -> None:
    assert find(written) == Resolved(written, none=True)


@pytest.mark.parametrize(
    "written", ["mijn zus", "de buurvrouw", "Wim", "Wim Zandstra", "Tjalling van de buurt", "U"]
)
def test_somebody_we_do_not_know_stays_as_written(written: str) -> None:
    assert find(written) == Resolved(written)


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("Bregje", (ZANDSTRA, KOOIJ)),
        ("fam. van Duin", (OTTO, BEP)),
        ("Otto van boven", (OTTO,)),
        ("Nadia van de kerk", (CODE["Nadia Ramdin"],)),
        ("Otto en Bep", (OTTO, BEP)),
        ("Hicham/Bregje", (ZANDSTRA, KOOIJ, HICHAM)),
        ("Bregje Zandsmta", (ZANDSTRA,)),
    ],
)
def test_who_may_be_several_or_unsure_is_asked(written: str, candidates: tuple[str, ...]) -> None:
    name = question_id("who_is", "signup:9:invited_by")
    found = find(written)
    assert found == Resolved(
        written,
        candidates=candidates,
        question=Question(
            id=name,
            code="who_is",
            subjects=("signup:9:invited_by",),
            options=(*candidates, "nobody"),
            where=WHERE,
            proposal=candidates[0] if len(candidates) == 1 else None,
            outcome="possible",
            details={"written": written},
            said=digest(unresolved_key(written)),
        ),
    )


def test_without_asking_there_is_no_question() -> None:
    assert directory().find("Bregje", WHERE, "signup:9", ask=False) == Resolved(
        "Bregje", candidates=(ZANDSTRA, KOOIJ)
    )


@pytest.mark.parametrize(
    ("likely", "participant"),
    [
        ([{KOOIJ, OTTO}], KOOIJ),
        ([{KOOIJ, ZANDSTRA}], None),
        ([{OTTO}], None),
        ([{OTTO}, {ZANDSTRA}], ZANDSTRA),
        ([{ZANDSTRA}, {KOOIJ}], ZANDSTRA),
        ([{KOOIJ, ZANDSTRA}, {KOOIJ}], KOOIJ),
    ],
)
def test_context_breaks_a_draw_only_when_it_leaves_one(
    likely: list[set[str]], participant: str | None
) -> None:
    assert find("Bregje", likely=tuple(map(frozenset, likely))).participant == participant


def test_context_chooses_nobody_out_of_two_names() -> None:
    assert find("Otto en Bep", likely=(frozenset({OTTO}),)).participant is None


def test_who_bears_the_very_name_is_meant_unless_only_who_is_called_so_was_there() -> None:
    named = {code_at(number, "y"): name for number, name in enumerate(["Riet Zandstra", "Maria van Duin"])}
    riet, maria = named
    circle = People(
        {
            code: Participant(code, name, claims=(Claim(code, Where("signup", 2), name),))
            for code, name in named.items()
        }
    )
    known = Directory(circle, Decisions(), ())
    assert known.find("Riet", WHERE, "x").participant == riet
    assert known.find("Riet", WHERE, "x", likely=(frozenset(named),)).participant == riet
    assert known.find("Riet", WHERE, "x", likely=(frozenset((maria,)),)).candidates == (riet, maria)
    assert known.find("Riet", WHERE, "x", never=frozenset((riet,))).participant == maria


def test_a_name_that_is_asked_about_itself_is_meant_only_where_nobody_else_is() -> None:
    known = Directory(people(), Decisions(), (), frozenset((KOOIJ,)))
    assert known.find("Bregje", WHERE, "x").participant == ZANDSTRA
    assert known.find("Bregje", WHERE, "x", likely=(frozenset((KOOIJ,)),)).participant == KOOIJ
    assert known.find("Bregje Kooij", WHERE, "x").participant == KOOIJ
    every = Directory(people(), Decisions(), (), frozenset((KOOIJ, ZANDSTRA)))
    assert every.find("Bregje", WHERE, "x").candidates == (ZANDSTRA, KOOIJ)


def test_my_sister_is_asked_about_among_the_family_alone() -> None:
    family = frozenset({OTTO, BEP, HICHAM})
    assert find("mijn zus", family=family, never=frozenset({OTTO})).candidates == (BEP,)
    assert find("mijn zus", family=frozenset({OTTO}), never=frozenset({OTTO})) == Resolved("mijn zus")
    assert find("mijn partner", family=family).candidates == (OTTO, BEP, HICHAM)
    assert find("mijn vader", family=family, never=frozenset({OTTO})).candidates == (HICHAM,)
    assert find("de buurvrouw", family=family) == Resolved("de buurvrouw")


def test_a_code_in_a_sentence_counts_and_is_asked_about_where_the_name_is_anothers() -> None:
    assert find(f"Otto ({OTTO.lower()})") == Resolved(f"Otto ({OTTO.lower()})", OTTO, by_code=True)
    assert find(f"kaart U-{ALIAS}").by_invitation
    assert find(f"kaart U-{ALIAS}").participant == OTTO
    assert find(f"Bep {OTTO}").candidates == (OTTO, BEP)
    assert find(f"{OTTO} of {BEP}").candidates == (OTTO, BEP)
    assert find(f"Otto {OTTO}", never=frozenset({OTTO})) == Resolved(f"Otto {OTTO}", by_code=True)
    assert find(f"Otto {UNKNOWN}") == Resolved(f"Otto {UNKNOWN}", OTTO)


def at_home() -> Directory:
    """Otto and Elisabeth, who share a telephone and have one of their own; Bregje; seven of one desk."""
    contacts = [
        (OTTO, "06 1234 5678", "otto@post.test"),
        (OTTO, "0611223344", None),
        (BEP, "0612345678", "bep@gmail.com"),
        (KOOIJ, "070-1234567", None),
        *((code_at(60 + number, "x"), None, "info@brug.test") for number in range(7)),
    ]
    claims: dict[str, list[Claim]] = {}
    for row, (code, phone, email) in enumerate(contacts):
        said = Claim(f"signup:{row}", Where("signup", row), NAMES.get(code), phone=phone, email=email)
        claims.setdefault(code, []).append(said)
    everybody = {code: Participant(code, "", claims=tuple(made)) for code, made in claims.items()}
    return Directory(People(everybody), Decisions(), ())


@pytest.mark.parametrize(
    ("written", "participant", "candidates"),
    [
        ("+31 (0)6 11223344", OTTO, ()),
        ("611223344", OTTO, ()),
        ("buurvrouw: Bep@gmail.com", BEP, ()),
        ("tel. 070 1234567", KOOIJ, ()),
        ("0612345678", None, (OTTO, BEP)),
        ("Bep 06-12345678", BEP, ()),
        ("Bregje 06-12345678", None, (OTTO, BEP, KOOIJ)),
        ("Tjalling 0701234567", None, (KOOIJ,)),
        ("0698765432", None, ()),
        ("Otto (0698765432)", OTTO, ()),
        ("info@brug.test", None, ()),
    ],
)
def test_a_telephone_or_an_address_tells_who_has_it(
    written: str, participant: str | None, candidates: tuple[str, ...]
) -> None:
    found = at_home().find(written, WHERE, "signup:9", ask=False)
    assert (found.participant, found.candidates) == (participant, candidates)


def test_who_writes_the_telephone_of_their_own_home_is_asked_about_the_other() -> None:
    found = at_home().find("0612345678", WHERE, "signup:9", never=frozenset({OTTO}), ask=False)
    assert found == Resolved("0612345678", candidates=(BEP,))
    assert at_home().find("otto@post.test", WHERE, "signup:9", never=frozenset({OTTO})) == Resolved(
        "otto@post.test"
    )


def slip(code: str) -> str:
    """The code with one sign wrong."""
    return ("3" if code[0] != "3" else "4") + code[1:]


def test_a_code_with_a_slip_is_asked_about_unless_the_name_beside_it_tells() -> None:
    wrong = slip(OTTO)
    assert find(wrong).candidates == (OTTO,)
    assert find(f"Otto {wrong}") == Resolved(f"Otto {wrong}", OTTO)
    assert find(f"Otto {wrong}", never=frozenset({OTTO})) == Resolved(f"Otto {wrong}")
    assert find(f"Bep {wrong}").candidates == (OTTO, BEP)
    assert find(slip(slip(UNKNOWN))) == Resolved(slip(slip(UNKNOWN)))


def test_nobody_is_their_own_inviter() -> None:
    assert find("Bregje", never=frozenset({KOOIJ})).participant == ZANDSTRA
    assert find("Otto van Duin", never=frozenset({OTTO})) == Resolved("Otto van Duin")
    assert find(OTTO, never=frozenset({OTTO})) == Resolved(OTTO, by_code=True)


def test_codes_are_exact() -> None:
    assert find(OTTO.lower()) == Resolved(OTTO.lower(), participant=OTTO, by_code=True)
    assert find(f"U-{OTTO}") == Resolved(f"U-{OTTO}", participant=OTTO, by_invitation=True)
    assert find(ALIAS) == Resolved(ALIAS, participant=OTTO, by_code=True)
    assert find(UNKNOWN) == Resolved(UNKNOWN, by_code=True)


@pytest.mark.parametrize(
    ("answer", "participant"),
    [(KOOIJ, KOOIJ), (ALIAS, OTTO), ("nobody", None)],
)
def test_what_a_person_answered_holds(answer: str, participant: str | None) -> None:
    found = find("Bregje", answer=answer)
    assert (found.participant, found.candidates) == (participant, ())
    assert found.question is not None
    assert (found.question.decision, found.question.open) == (answer, False)
    assert found.question.options[:2] == (ZANDSTRA, KOOIJ)


def test_an_answer_holds_where_the_name_fits_one_now() -> None:
    found = find("Otto", answer=KOOIJ)
    assert found.participant == KOOIJ
    assert found.question is not None
    assert found.question.options == (OTTO, KOOIJ, "nobody")


@pytest.mark.parametrize("answer", ["later", "absent", UNKNOWN])
def test_what_is_no_answer_leaves_the_question_open(answer: str) -> None:
    found = find("Bregje", answer=answer)
    assert (found.participant, found.candidates) == (None, (ZANDSTRA, KOOIJ))
    assert found.question is not None
    assert found.question.decision == answer


def test_an_answer_that_may_not_be_is_not_used() -> None:
    assert find("Bregje", answer=OTTO, never=frozenset({OTTO})).candidates == (ZANDSTRA, KOOIJ)


def test_one_name_among_several_has_a_question_of_its_own() -> None:
    where = Where("story", 4, "names", 2)
    found = directory().find("Bregje", where, name_among("story:4", "Bregje"))
    assert found.question is not None
    assert (found.question.subjects, found.question.where) == (
        (f"{name_among('story:4', 'Bregje')}:names",),
        where,
    )


def test_one_name_in_two_places_means_one_person_and_asks_twice() -> None:
    known = directory()
    one, other = (known.find("Bregje", WHERE, response) for response in ("signup:9", "signup:10"))
    assert one.candidates == other.candidates == (ZANDSTRA, KOOIJ)
    assert one.question is not None
    assert other.question is not None
    assert one.question.id != other.question.id


def test_one_name_among_several_is_told_by_how_it_is_written_never_by_its_place() -> None:
    assert name_among("bring:5", "Jan de Vries") == name_among("bring:5", "JAN  de Vriés")
    assert name_among("bring:5", "Jan de Vries") not in (
        name_among("bring:5", "Jan Vis"),
        name_among("bring:6", "Jan de Vries"),
    )
    assert "jan" not in name_among("bring:5", "Jan de Vries").casefold()


def test_only_a_name_at_the_door_may_be_of_somebody_who_was_not_there() -> None:
    found = directory().find("Bregje", Where("attendance", 2, "came_with"), "attendance:2")
    assert found.question
    assert found.question.options == (ZANDSTRA, KOOIJ, "nobody")
