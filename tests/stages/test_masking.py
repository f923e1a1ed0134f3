"""Free text without the names of people."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Where
from pipeline.model.templates import Catalogue, Form, Question, Text
from pipeline.stages import decisions
from pipeline.stages.contacts import without_contacts
from pipeline.stages.masking import Mask, Withheld, names_of, without_names, without_others
from pipeline.stages.people import Claim, Participant, People
from tests.build import response

NAMES = (
    "Fatma Yılmaz-de Boer",
    "Roos van Tuin",
    "Wil Ruiter",
    "José",
    "Jo de Wit",
    "Hans",
    "An",
    "Priya Ramdin",
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Fatma maakte soep", "… maakte soep"),
        ("soep van FATMA!", "soep van …!"),
        ("Fatma Yılmaz-de Boer bracht linzen", "… bracht linzen"),
        ("fatma yilmaz kwam met mevrouw Yılmaz", "… kwam met mevrouw …"),
        ("jose en josé", "… en …"),
        ("Fatma's soep en Fatmas brood, ook Hans’s taart", "… soep en … brood, ook … taart"),
        ("Jose\u0301 was er", "… was er"),
        ("Priyanka is iemand anders", "Priyanka is iemand anders"),
        ("een roos in de tuin", "een roos in de tuin"),
        ("Roos vertelde over haar Tuin", "… vertelde over haar …"),
        ("Wil niet naar huis. Wil nog thee", "Wil niet naar huis. Wil nog thee"),
        ("ik wil thee met Wil drinken", "ik wil thee met … drinken"),
        ("Wil Ruiter kwam op een paard", "… kwam op een paard"),
        ("Dat zei Jo de Wit's broer", "Dat zei … broer"),
        ("wat een witte muur, Jo", "wat een witte muur, Jo"),
        ("An kwam, aan tafel", "An kwam, aan tafel"),
        ("Priya, Hans", "…, …"),
        ("Priya en de Boer", "… en de …"),
        ("geen naam", "geen naam"),
        ("", ""),
    ],
)
def test_names_are_taken_out_and_words_stay(text: str, masked: str) -> None:
    assert Mask(NAMES)(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Priya zei dat Priya Ramdin kookt", "Priya zei dat … kookt"),
        ("José kookt", "… kookt"),
        ("Ramdin", "Ramdin"),
    ],
)
def test_without_words_only_full_names_go(text: str, masked: str) -> None:
    assert Mask(NAMES, words=False)(text) == masked


def test_without_names_nothing_goes() -> None:
    assert Mask(())("Fatma maakte soep") == "Fatma maakte soep"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("bel 06-12 34 56 78 of sanne@post.test!", "bel … of …!"),
        ("Sanne, tel. +31612345678", "…, …"),
        ("sanne (at) post punt test", "…"),
        ("bel 0687654321", "bel 0687654321"),
        ("0612345678 18:00 uur, 06-12345678 (2 kinderen)", "… 18:00 uur, … (2 kinderen)"),
        ("tafel 3 0612345678 2513 AB", "tafel 3 … 2513 AB"),
        ("06 12345678 06 87654321", "… 06 87654321"),
        ("+31 6 12345678 18 uur, 612345678 18:00 20:00", "… 18 uur, … 18:00 20:00"),
        ("tel06_12345678na zes", "tel…na zes"),
        ("06 11 22 33 44 of 0655443322", "… of …"),
        ("“sanne@post.test”, •sanne@post.test, x@y.nl/sanne@post.test", "“…”, •…, x@y.nl/…"),
        ("buurthuis@post.test, 1 oktober 2026", "buurthuis@post.test, 1 oktober 2026"),
    ],
)
def test_with_names_go_contacts_of_the_same_people_but_for_those_of_an_organisation(
    text: str, masked: str
) -> None:
    own = Claim("signup:1", Where("signup", 1), name="Sanne Vos", phone="0612345678", email="Sanne@post.test")
    two = Claim("signup:2", Where("signup", 2), phone="0611223344 / 0655443322", email="Sanne <s@post.test>")
    desk = Claim("signup:9", Where("signup", 9), email="buurthuis@post.test")
    people = [Participant(f"{number}B7KQ", f"Wie {number}", claims=(desk,)) for number in range(2, 9)]
    assert Mask.of([Participant("9B7KQ", "Sanne Vos", claims=(own, two, desk)), *people])(text) == masked


@given(st.text(alphabet="aeFJmot zé.'-\n", max_size=40))
@settings(max_examples=100, deadline=None)
def test_no_name_survives_masking_and_masking_again_changes_nothing(text: str) -> None:
    mask = Mask(("Fatma Zet", "José"))
    once = mask(f"{text} Fatma {text} josé. Zet")
    assert mask(once) == once
    words = once.casefold().replace("-", " ").replace(".", " ").replace("'", " ").split()
    assert not {"fatma", "josé", "zet"} & set(words)


def person(code: str, name: str, *spellings: str, consent: bool | None = None) -> Participant:
    claims = tuple(
        Claim(id=f"signup:{row}", where=Where("signup", row), name=spelling)
        for row, spelling in enumerate(spellings, start=2)
    )
    return Participant(code=code, name=name, consent=consent, claims=claims)


def test_every_spelling_of_a_person_is_a_name() -> None:
    sanne = person("2B7KQ", "Sanne Vos", "Sanne Vos", "S. Vos")
    nameless = Participant(code="3C8MR", name="", claims=(Claim(id="a", where=Where("attendance", 2)),))
    assert names_of([sanne, nameless]) == {"Sanne Vos", "S. Vos"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Sanne de Vos", None),
        ("vos, SANNE de", None),
        ("S. de Vos", None),
        ("Sanne", "Sanne"),
        ("mijn buurvrouw Sanne de Vos", "mijn buurvrouw …"),
        ("Kofi Mensah", "Kofi Mensah"),
        ("14", "14"),
        ("", ""),
        (None, None),
    ],
)
def test_text_that_equals_a_name_without_consent_is_withheld(written: str | None, shown: str | None) -> None:
    people = People(
        {
            "2B7KQ": person("2B7KQ", "Sanne de Vos", "S. de Vos"),
            "3C8MR": person("3C8MR", "Kofi Mensah", consent=True),
        }
    )
    assert Withheld(people).shown(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Sanne de Vos", "Sanne de Vos"), ("partner Sanne de Vos", "partner …"), ("Kofi Mensah", "Kofi Mensah")],
)
def test_a_name_of_ones_own_is_shown_but_not_in_it_that_of_another(written: str, shown: str) -> None:
    """A namesake of somebody without consent may have her name shown."""
    assert Withheld(People({"2B7KQ": person("2B7KQ", "Sanne de Vos")})).own_name(written) == shown


def test_who_is_told_by_the_name_of_somebody_without_consent_is_shown_without_it() -> None:
    secret, told = person("2B7KQ", "Sanne de Vos"), person("3C8MR", "dochter van Sanne de Vos", consent=True)
    kofi = person("4D9NT", "Kofi Mensah", consent=True)
    people = without_others(People({one.code: one for one in (secret, told, kofi)}))
    assert [one.shown for one in people.participants.values()] == [None, "dochter van …", "Kofi Mensah"]
    alone = People({kofi.code: kofi})
    assert without_others(alone) is alone


def test_a_contact_of_somebody_without_consent_is_withheld_also_where_another_shares_it() -> None:
    home, own = (
        Claim(id=f"signup:{row}", where=Where("signup", row), phone=phone, email="a@post.test")
        for row, phone in ((2, "0612345678"), (3, "0687654321"))
    )
    withheld = Withheld(
        People(
            {
                "2B7KQ": Participant("2B7KQ", "Sanne de Vos", claims=(replace(home, email=None),)),
                "3C8MR": Participant("3C8MR", "Kofi Mensah", consent=True, claims=(home, own)),
            }
        )
    )
    assert withheld.shown("06-1234 5678") is None
    assert withheld.shown("Kofi, tel. +31 6 12345678") == "Kofi, …"
    assert withheld.shown("0687654321 of a@post.test") == "0687654321 of a@post.test"
    assert withheld.shown("0611111122") == "0611111122"
    assert {withheld.shown(text) for text in ("06/12345678", "06\u201112345678", "06 \u2013 1234 5678")} == {
        None
    }
    assert withheld.shown("0612345678 18:00 uur") == "… 18:00 uur"
    assert withheld.shown("0611111122/0611111133") == "0611111122/0611111133"
    assert withheld.shown("0612345678/0611111133") is None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("s.devos(at)post.nl", None),
        ("s.devos [at] post punt nl", None),
        ("s.devos at post dot nl", None),
        ("S.DEVOS AT POST.NL", None),
        ("s punt devos apenstaartje post punt nl", None),
        ("s.devos@post [.] nl", None),
        ("\uff33.devos\uff20post\u3002nl", None),
        ("Kofi, mail s.devos (at) post.nl of bel", "Kofi, … of bel"),
        ("Kofi \u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", "Kofi …"),
        ("\u06f0\u06f6 \u06f1\u06f2\u06f3\u06f4 \u06f5\u06f6\u06f7\u06f8", None),
        ("\u0966\u096c\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e", None),
        ("\uff10\uff16\uff0d\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18", None),
        ("06\u200b1234\u200e5678", None),
        ("Kofi at post.nl en ik at soep.daarna koffie", "Kofi at post.nl en ik at soep.daarna koffie"),
    ],
)
def test_a_contact_is_withheld_in_whatever_signs_or_words_it_is_written(
    written: str, shown: str | None
) -> None:
    claim = Claim(id="signup:2", where=Where("signup", 2), phone="0612345678", email="s.devos@post.nl")
    withheld = Withheld(People({"2B7KQ": Participant("2B7KQ", "Sanne de Vos", claims=(claim,))}))
    assert withheld.shown(written) == shown


@pytest.mark.parametrize(
    "text", ["a", "a punt ", "(at)", "a@", "a.", " ", "a at a.", "1 ", "\u0661", "\u200b"]
)
def test_contacts_are_looked_for_at_once_in_very_long_text(text: str) -> None:
    long = text * (20_000 // len(text))
    assert without_contacts(f"{long}\nbel 0612345678") == f"{long}\nbel  "


@pytest.mark.parametrize(
    ("decision", "options", "theirs"),
    [
        (None, ("2B7KQ", "4D9PT", "nobody"), True),
        (None, ("2B7KQ", "3C8MR", "nobody"), False),
        ("3C8MR", ("2B7KQ", "3C8MR", "nobody"), False),
        ("2B7KQ", ("2B7KQ", "3C8MR", "nobody"), True),
        ("9Z2XW", ("2B7KQ", "3C8MR", "nobody"), True),
        ("nobody", ("2B7KQ", "4D9PT", "nobody"), True),
        (None, ("nobody",), False),
        (None, ("same", "different"), False),
    ],
)
def test_a_name_that_is_asked_about_is_withheld_where_it_is_of_somebody_without_consent(
    decision: str | None, options: tuple[str, ...], theirs: bool
) -> None:
    people = People(
        {
            "2B7KQ": replace(person("2B7KQ", "Sanne de Vos"), aliases=("9Z2XW",)),
            "3C8MR": person("3C8MR", "Kofi Mensah", consent=True),
            "4D9PT": person("4D9PT", "Sanne Vosmeer"),
        }
    )
    asked = decisions.Question("V-1", "who_is", ("vote:2",), options, decision=decision)
    assert Withheld(people).behind(asked) is theirs


@pytest.mark.parametrize(
    ("written", "meant", "shown"),
    [
        ("Jan van boven", (), "Jan van boven"),
        ("Jan van boven", ("3C8MR",), "Jan van boven"),
        ("Jan van boven", ("3C8MR", "2B7KQ"), None),
        ("Jan van boven", ("9Z2XW", "nobody"), None),
        ("Sanne de Vos", (), None),
        ("Sannne de Voss", (), None),
        ("door mijn nicht S. de Vos (van de flat)", (), None),
        ("de Vos", (), None),
        ("Hendrika Quispel", (), None),
        ("HendrikaQuispel, flat 3", (), None),
        ("quispelhendrka", (), None),
        ("mevrouw Quispl", (), None),
        ("fam. Quispl", (), None),
        ("buurvrouw Kuispel van hiernaast", (), None),
        ("Hendrka", (), None),
        ("hendrikaquispel@post.test", (), None),
        ("mail h.quispl65@post.test", (), None),
        ("hquispl@post.test", (), None),
        ("sannevos@post.test", (), None),
        ("flat@post.test", (), "flat@post.test"),
        ("SanneKuiper", (), "SanneKuiper"),
        ("Vox", (), "Vox"),
        ("Saskia de Wit", (), "Saskia de Wit"),
        ("12", (), "12"),
    ],
)
def test_a_mention_that_may_be_of_somebody_without_consent_is_withheld_however_it_is_spelled(
    written: str, meant: tuple[str, ...], shown: str | None
) -> None:
    secret = replace(person("2B7KQ", "Sanne de Vos"), aliases=("9Z2XW",))
    also = person("5D9PT", "Hendrika Quispel")
    people = People({"2B7KQ": secret, "3C8MR": person("3C8MR", "Kofi Mensah", consent=True), "5D9PT": also})
    assert Withheld(people).mention(written, meant) == shown


@pytest.mark.parametrize(
    ("options", "decision", "shown", "behind"),
    [
        (("still_3C8MR", "nobody"), "3C8MR", None, False),
        (("3C8MR", "nobody"), "still_3C8MR", None, False),
        (("3C8MR", "5F2KP", "nobody"), "still_3C8MR", "Kwispel", False),
        (("5F2KP", "still_nobody"), "nobody", "Kwispel", False),
        (("3C8MR", "2B7KQ", "nobody"), "still_3C8MR", None, True),
        (("2B7KQ", "still_3C8MR", "nobody"), "9Z2XW", None, True),
    ],
)
def test_a_corrected_name_is_withheld_unless_it_fits_somebody_who_may_be_named(
    options: tuple[str, ...], decision: str, shown: str | None, behind: bool
) -> None:
    kofi = replace(person("3C8MR", "Kofi Mensah", consent=True), aliases=("9Z2XW",))
    people = (kofi, person("5F2KP", "Bo Kwispel", consent=True), person("2B7KQ", "Sanne de Vos"))
    asked = decisions.Question(
        "V-1",
        "who_is",
        ("attendance:2:name",),
        options,
        decision=decision,
        again=True,
        details={"written": "Kwispel"},
    )
    withheld = Withheld(People({one.code: one for one in people}))
    assert (withheld.asked(asked), withheld.behind(asked)) == (shown, behind)


@pytest.mark.parametrize(
    ("subjects", "beside"),
    [
        (("signup:2", "signup:3"), True),
        (("signup:2", "signup:4"), False),
        (("signup:3", "signup:5"), False),
        (("signup:3", "signup:9"), False),
        (("idea:2", "idea:3"), False),
    ],
)
def test_a_question_sets_somebody_without_consent_beside_somebody_with(
    subjects: tuple[str, str], beside: bool
) -> None:
    named = (person("3C8MR", "Kofi Mensah", consent=True), person("5F2KP", "Bo Kok", consent=True))
    people = (person("2B7KQ", "Sanne de Vos"), named[0], person("4D9PT", "Sanne Vosmeer"), named[1])
    of_claim = {f"signup:{row}": one.code for row, one in enumerate(people, start=2)}
    asked = decisions.Question("V-1", "possible_duplicate", subjects, ("same",))
    withheld = Withheld(People({one.code: one for one in people}, of_claim))
    assert withheld.beside(asked) is beside


def test_free_text_of_others_loses_the_names_of_people_without_consent() -> None:
    word = Text("-", "-")
    flap = Form(
        "flap",
        word,
        (
            Question("theme", "text", word),
            Question("text", "long_text", word),
            Question("names", "names", word, personal=True),
            Question("counted_by", "text", word, personal=True),
            Question("part", "choice", word, own_answer=True),
        ),
    )
    catalogue = Catalogue(forms={"flap": flap}, working={}, summaries={}, texts={}, words={})
    people = People(
        {
            "2B7KQ": person("2B7KQ", "Sanne de Vos"),
            "3C8MR": person("3C8MR", "Kofi Mensah", consent=True),
            "4D9PT": person("4D9PT", "Analysis"),
        }
    )
    row = response(
        "flap",
        2,
        theme="Eten",
        text="Sanne de Vos en Kofi Mensah; Sanne",
        names=("Sanne de Vos",),
        counted_by="Sanne de Vos",
        meeting=1,
    )
    spaced = response(
        "flap", 3, text="van Sanne de Vos", written={"text": "van  Sanne de Vos", "meeting": "x"}
    )
    plain = response("flap", 4, theme="Eten")
    chosen = response("flap", 5, part="analysis", written={"part": "Wat speelt er"})
    other = response("flap", 6, written={"part": "wat Sanne de Vos zei"}, own={"part": ("Sanne de Vos",)})
    signup = response("signup", 2, organisation="Sanne de Vos BV")
    rows = (row, spaced, plain, chosen, other)
    masked = without_names({"flap": rows, "signup": (signup,)}, people, catalogue)
    assert masked == {
        "flap": (
            response(
                "flap",
                2,
                theme="Eten",
                text="… en Kofi Mensah; Sanne",
                names=("Sanne de Vos",),
                counted_by="Sanne de Vos",
                meeting=1,
            ),
            response("flap", 3, text="van …", written={"text": "van  …", "meeting": "x"}),
            plain,
            chosen,
            response("flap", 6, written={"part": "wat … zei"}, own={"part": ("…",)}),
        ),
        "signup": (signup,),
    }
