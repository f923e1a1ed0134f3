"""What stands on paper, and who is named there."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pipeline.model.pack import Lettered, Person, Printed
from pipeline.model.settings import MeetingPlan, plain_meetings
from pipeline.stages.flaps import Flap
from pipeline.stages.meetings import Presence
from pipeline.stages.people import Participant, People
from pipeline.stages.prizes import Prize
from pipeline.stages.run import Outcome
from pipeline.stages.voices import Story
from pipeline.summaries.printed import THINGS, names, overview
from pipeline.summaries.printed.arrival import BADGES, ROOM
from tests.build import response
from tests.summaries.paper import LINKS, job, told, translated
from tests.summaries.scene import EMPTY, FATMA, LIVELY, PEOPLE, idea, words

NAMELESS = ("Pronk", "de Wit", "Blok", "Jan van boven", "Sjaan", "bakker")
"""Who gave no consent or is known to nobody."""

FOUR = replace(
    LIVELY,
    settings=replace(LIVELY.settings, meetings=plain_meetings(4)),
    presence=Presence({**LIVELY.presence.present, 4: frozenset()}),
)


def made(key: str, meeting: int = 2, outcome: Outcome = LIVELY, **how: Any) -> Printed:
    thing = THINGS[key].make(job(meeting, outcome, **how))
    assert thing is not None
    return thing


def usual(meeting: int, outcome: Outcome = LIVELY) -> list[str]:
    return [key for key, thing in THINGS.items() if thing.usual(job(meeting, outcome))]


@pytest.mark.parametrize("meeting", [1, 2, 3])
@pytest.mark.parametrize("key", THINGS)
def test_nobody_without_consent_is_named_on_any_paper(key: str, meeting: int) -> None:
    thing = THINGS[key].make(job(meeting))
    said = " ".join(told(thing)) if thing else ""
    assert [name for name in NAMELESS if name in said] == []


@pytest.mark.parametrize("key", ["certificates", "wall_cards", "recap", "flaps", "thanks"])
def test_before_everybodys_eyes_only_who_may_stand_with_an_idea(key: str) -> None:
    """Ans gave consent, but said no to her name with an idea; Fatma said yes."""
    text = "Ans Kuiper bakt, Fatma Yılmaz proeft"
    outcome = replace(
        LIVELY,
        ideas=(idea(1, text, groups=("ans kuiper",), thinkers=("P4WX2", "7KQ4M")), *LIVELY.ideas[1:]),
        flaps=(Flap("Ans Kuiper", {"analysis": (text,)}, (), (1,)),),
        stories=(Story("own", (), "Lang", None, text, shared=True),),
    )
    said = " ".join(told(made(key, 3, outcome)))
    assert "Kuiper" not in said
    if key != "flaps":
        assert "Fatma Yılmaz" in said


def test_the_list_at_the_door_is_by_name_and_codes_come_last() -> None:
    (page,) = made("signin").pages
    assert page["rows"] == [
        Person("P4WX2", "Ans Kuiper"), Person("7KQ4M", "Fatma Yılmaz"),
        Person("K3RT8"), Person("M2XP9"), Person("Q5HJ7"),
    ]  # fmt: skip
    assert page["room"] == range(ROOM)


def test_who_chose_other_meetings_and_was_never_there_is_not_expected() -> None:
    later = Participant("B4CD6", "Later Komt", consent=True, expected=(3,))
    outcome = replace(LIVELY, people=People({**PEOPLE.participants, "B4CD6": later}))
    assert "Later Komt" not in list(told(made("signin", 2, outcome)))
    assert "Later Komt" in list(told(made("signin", 3, outcome)))


def test_letters_with_accents_stand_where_people_look_for_them() -> None:
    people = {
        str(n): Participant(str(n), name, consent=True) for n, name in enumerate(["Zoë", "Özlem", "Piet"])
    }
    (page,) = made("signin", 2, replace(LIVELY, people=People(people))).pages
    assert [one.name for one in page["rows"]] == ["Özlem", "Piet", "Zoë"]  # type: ignore[attr-defined]


def test_posters_open_the_form_of_this_meeting() -> None:
    posters = {page["key"]: (page["url"], page["meeting"]) for page in made("posters").pages}
    assert posters == {
        "signup": (LINKS["signup"], False),
        "attendance": (LINKS["attendance:meeting:2"], True),
        "bring": (LINKS["bring:meeting:2"], True),
    }
    assert [page["key"] for page in made("posters", 3).pages] == ["signup", "attendance", "vote"]


def test_without_links_there_are_no_posters() -> None:
    assert THINGS["posters"].make(job(2, links={})) is None


def test_an_invitation_is_for_the_next_meeting_and_bears_the_givers_code() -> None:
    thing = made("invitations", 1)
    assert thing.shared["when"] == "donderdag 1 oktober"
    first = thing.pages[0]
    assert (first["giver"], first["code"]) == (Person("P4WX2", "Ans Kuiper"), "U-P4WX2")
    assert first["url"] == "https://example.org/f/signup?by=U-P4WX2"
    assert len(list(thing.shared["copies"])) == 3  # type: ignore[call-overload]
    spare = thing.pages[-1]
    assert (spare["giver"], spare["code"], spare["url"]) == (None, "", LINKS["signup"])


def test_invitations_without_a_link_for_them() -> None:
    assert (
        made("invitations", 1, links={"signup": "https://example.org/s"}).pages[0]["url"]
        == "https://example.org/s"
    )
    assert made("invitations", 1, links={}).pages[0]["url"] == ""


def test_after_the_last_meeting_nobody_is_invited() -> None:
    assert THINGS["invitations"].make(job(3)) is None
    assert THINGS["homework"].make(job(3)) is None


def test_the_team_invites_to_the_first_meeting() -> None:
    thing = made("first_invitations", 1)
    assert [page["code"] for page in thing.pages] == ["U-P4WX2", ""]
    assert (thing.template, thing.shared["when"]) == ("invitations", "donderdag 3 september")
    assert THINGS["first_invitations"].make(job(2)) is None


def test_badges_fill_whole_sheets_and_the_last_one_is_empty() -> None:
    pages = [page["badges"] for page in made("badges").pages]
    assert [len(page) for page in pages] == [BADGES, BADGES]  # type: ignore[arg-type]
    cards = [card for page in pages for card in page]  # type: ignore[attr-defined]
    assert [card["code"] for card in cards[:5]] == ["P4WX2", "7KQ4M", "K3RT8", "M2XP9", "Q5HJ7"]
    assert cards[2] == {"code": "K3RT8", "name": None}
    assert cards[5:] == [{"code": "", "name": None}] * 11


def test_the_room_in_a_circle_and_at_tables() -> None:
    outcome = FOUR
    (circle,) = made("room", 2, outcome).pages
    assert (circle["expected"], circle["chairs"], circle["tables"], len(circle["bend"])) == (2, 7, (), 7)  # type: ignore[arg-type]
    assert circle["before"] == (2, 4)
    assert circle["meals"] == (("Halal", 1), ("Vegetarisch", 1))
    assert circle["needs"] == (("Vervoer", 1),)
    (tables,) = made("room", 3, outcome).pages
    assert (tables["chairs"], tables["tables"], tables["bend"]) == (5, (5,), ())
    assert tables["meals"] == (("Halal", 1),), "who needs nothing is not counted"
    (last,) = made("room", 4, outcome).pages
    assert "oorkondes en prijzen" in last["needed"]  # type: ignore[operator]
    (first,) = made("room", 1, outcome).pages
    assert first["before"] is None


def test_the_programme_says_how_the_room_is() -> None:
    row = response(
        "programme", 3, setup=None, written={"setup": "In een kring", "purpose": "Kennismaken"}, chairs=40
    )
    (page,) = made("room", 2, programme={2: row}).pages
    assert (page["chairs"], page["setup"], page["purpose"]) == (40, "In een kring", "Kennismaken")
    for slip in (0, -3, 99_999, None):
        (page,) = made("room", 2, programme={2: response("programme", 3, chairs=slip)}).pages
        assert page["chairs"] == 7


def test_food_and_needs_stand_on_the_room_sheet_alone() -> None:
    private = ("Halal", "Vegetarisch", "Vervoer", "geen noten", "een stoel met leuning")
    forms = {"paper_signup", "room"}
    for key in THINGS.keys() - forms:
        thing = THINGS[key].make(job(2))
        said = " ".join(told(thing)) if thing else ""
        assert [one for one in private if one in said] == [], key
    assert "geen noten" not in " ".join(told(made("room")))


def test_homework_says_when_and_opens_its_form() -> None:
    thing = made("homework")
    assert (thing.shared["when"], thing.shared["url"]) == ("", LINKS["bring:meeting:2"])
    assert made("homework", 1).shared["when"] == "donderdag 1 oktober"
    assert made("homework", links={"bring": "https://example.org/b"}).shared["url"] == "https://example.org/b"


def test_flaps_bear_the_four_parts_and_some_are_empty() -> None:
    thing = made("flaps")
    assert thing.size == "A3 landscape"
    assert thing.shared["parts"] == ["Wat speelt er", "Eigen oplossingen", "Verbindingen", "Vragen en tips"]
    assert [page["theme"].text for page in thing.pages] == ["Eten", "", "", ""]  # type: ignore[attr-defined]
    many = replace(LIVELY, flaps=tuple(Flap(f"Thema {n}", {}, (), ()) for n in range(6)))
    assert [page["theme"].text for page in made("flaps", 2, many).pages][-2:] == ["Thema 5", ""]  # type: ignore[attr-defined]


def test_a_form_on_paper_does_not_ask_which_meeting_it_is() -> None:
    (page,) = made("paper_evaluation").pages
    keys = [item.key for item in page["items"]]  # type: ignore[attr-defined]
    assert "meeting" not in keys
    assert {"welcome", "heard", "learned", "met", "act", "grade", "best", "better"} <= set(keys)
    (signup,) = made("paper_signup").pages
    assert "consent" in [item.key for item in signup["items"]]  # type: ignore[attr-defined]
    (ideas,) = made("paper_idea").pages
    assert "thinkers" in [item.key for item in ideas["items"]]  # type: ignore[attr-defined]


def test_the_table_cards_name_who_sits_there_and_lead_to_their_forms() -> None:
    first, second = made("table_numbers").pages
    assert first["people"] == [Person("7KQ4M", "Fatma Yılmaz"), Person("K3RT8")]
    assert first["forms"] == [{"form": "Stemmen", "url": LINKS["vote:table:1"]}]
    assert (second["table"], second["forms"]) == ("2", [])


def test_tables_before_anybody_has_a_seat() -> None:
    assert [page["table"] for page in made("table_numbers", 3).pages] == ["1"]
    assert THINGS["table_numbers"].make(job(2, replace(FOUR, tables=()))) is None


def test_somebody_at_a_table_who_is_no_participant_any_more() -> None:
    outcome = replace(LIVELY, people=People({"7KQ4M": FATMA}))
    assert made("table_numbers", 2, outcome).pages[0]["people"] == [
        Person("7KQ4M", "Fatma Yılmaz"),
        Person("K3RT8"),
    ]


def test_a_card_for_every_idea_on_the_wall() -> None:
    cards = [card for page in made("wall_cards", 3).pages for card in page["cards"]]  # type: ignore[attr-defined]
    assert [(card["number"], card["text"].text, card["with"], card["tables"]) for card in cards] == [
        (1, "Een soepfiets", (4,), ["1"]),
        (2, "Ruilkast bij de kerk", (), ["2"]),
        (3, "Ruilkast bij school", (), []),
        (6, "Bingo in het donker", (), ["1"]),
    ]
    assert THINGS["wall_cards"].make(job(3, EMPTY)) is None


def test_ballots_for_everybody_and_some_more() -> None:
    thing = made("ballots", 3)
    assert (len(thing.pages), thing.shared["stickers"]) == (3, range(3))


def test_a_certificate_for_every_prize() -> None:
    told_of = [
        (page["place"], page["number"], page["stickers"], page["thinkers"])
        for page in made("certificates", 3).pages
    ]
    assert told_of == [
        (1, 1, 5, Lettered("Bedacht door Fatma Yılmaz en anderen", 24)),
        (2, 2, 2, Lettered("Bedacht aan tafel 2", 24)),
        (2, 3, 2, Lettered("", 24)),
    ]
    alone = replace(
        LIVELY,
        ideas=(idea(1, "Koor", thinkers=("7KQ4M",)),),
        votes=replace(LIVELY.votes, prizes=(Prize(1, (1,)),)),
    )
    assert made("certificates", 3, alone).pages[0]["thinkers"] == Lettered("Bedacht door Fatma Yılmaz", 24)
    assert THINGS["certificates"].make(job(3, EMPTY)) is None


def test_what_went_before() -> None:
    (page,) = made("recap", 3).pages
    assert page == {
        "meetings": [(1, 2, 2), (2, 3, 2)],
        "flaps": (("Eten", ["Eten is duur", "Samen koken", "Moestuin"]),),
        "lessons": ("Begin gewoon",),
        "stories": 4,
        "ideas": 4,
    }
    assert THINGS["recap"].make(job(1)) is None


def test_a_recap_is_short_and_tells_nothing_of_later() -> None:
    outcome = replace(
        LIVELY,
        flaps=(
            Flap("Later", {"analysis": ("straks",)}, (), (3,)),
            Flap("", {"analysis": ("zonder thema",)}, (), (1,)),
            Flap("Eerder", {"analysis": ("woord " * 99,)}, (), ()),
        ),
        stories=(Story("own", (), "x", None, "geheim", shared=False),),
    )
    (page,) = made("recap", 3, outcome).pages
    ((theme, (line,)),) = page["flaps"]  # type: ignore[misc]
    assert (theme, len(line), line[-1]) == ("Eerder", 160, "…")
    assert page["lessons"] == ()


def test_a_letter_to_who_was_there_and_wants_to_hear_more() -> None:
    """Jan wants to hear more, but gave no consent; Ans never said that she does."""
    thing = made("thanks", 3)
    assert [page["name"] for page in thing.pages] == ["Fatma Yılmaz"]
    assert thing.shared == {
        "people": 4,
        "ideas": 4,
        "won": [(1, "Een soepfiets"), (2, "Ruilkast bij de kerk"), (2, "Ruilkast bij school")],
    }
    assert THINGS["thanks"].make(job(3, EMPTY)) is None


def test_the_conversation_and_the_circles() -> None:
    (sheet,) = made("conversation").pages
    assert len(sheet["questions"]) == 4  # type: ignore[arg-type]
    (poster,) = made("circles").pages
    assert [(one["kind"], len(one["steps"])) for one in poster["circles"]] == [  # type: ignore[attr-defined]
        ("vulnerability", 8),
        ("strength", 8),
    ]


def test_other_languages_stand_beside_it_as_far_as_they_are_translated() -> None:
    dutch = words().catalogue.texts["print"]["circles_strength_steps"].nl
    steps = "1; 2; 3; 4; 5; 6; 7; 8"
    run = job(
        2,
        catalogue=translated(
            tr={dutch: steps, "Bijeenkomst {number}": "{number}. toplantı"}, ar={dutch: "واحد"}
        ),
    )
    (also,) = run.also("meeting", number=2)
    assert (also.language, also.direction, also.lines) == ("tr", "ltr", ("2. toplantı",))
    assert run.also("scan") == ()
    poster = THINGS["circles"].make(run)
    assert poster is not None
    strength = poster.pages[0]["circles"][1]["steps"]  # type: ignore[index]
    assert [[said for _one, said in others] for _step, others in strength] == [[n] for n in steps.split("; ")]


def test_what_belongs_to_which_meeting() -> None:
    everywhere = {
        "room", "posters", "signin", "badges", "recap", "paper_signup", "paper_evaluation",
        "first_invitations", "homework", "invitations",
    }  # fmt: skip
    tables = {"conversation", "circles", "table_numbers"}
    harvest = {"paper_idea", "wall_cards", "ballots", "certificates"}
    assert set(usual(1, FOUR)) == set(usual(2, FOUR)) == everywhere | {"flaps"}
    assert set(usual(3, FOUR)) == everywhere | tables
    assert set(usual(4, FOUR)) == everywhere | tables | harvest | {"thanks"}


def test_an_atelier_of_two_meetings_harvests_in_the_second() -> None:
    two = replace(EMPTY, settings=replace(EMPTY.settings, meetings=plain_meetings(2)))
    assert "ballots" in usual(2, two)
    assert "ballots" not in usual(1, two)


@pytest.mark.parametrize("meeting", [1, 4])
@pytest.mark.parametrize("key", THINGS)
def test_an_atelier_without_anything_prints_too(key: str, meeting: int) -> None:
    thing = THINGS[key].make(job(meeting, EMPTY, links={}))
    assert thing is None or thing.pages


def test_when_and_where_as_far_as_that_is_known() -> None:
    run = job(1)
    assert run.when(MeetingPlan(1, date(2026, 9, 3), "De Wissel")) == "donderdag 3 september · De Wissel"
    assert (run.when(MeetingPlan(1, place="De Wissel")), run.when(MeetingPlan(1))) == ("De Wissel", "")


def test_the_first_page_leads_to_everything_with_what_to_do() -> None:
    run = job(2)
    (page,) = overview(run, (made("badges"), made("signin"))).pages
    assert [(one["file"], one["title"], one["size"], one["sheets"]) for one in page["things"]] == [  # type: ignore[attr-defined]
        ("naamkaartjes", "Naamkaartjes", "A4", 2),
        ("presentielijst", "Presentielijst", "A4", None),
    ]
    assert all(one["how"] for one in page["things"])  # type: ignore[attr-defined]


def test_a_thing_is_known_by_its_key_and_its_file_in_both_languages() -> None:
    known = names(job(1).words)
    assert (known["badges"], known["naamkaartjes"], known["flappen"]) == ("badges", "badges", "flaps")
    assert set(known.values()) == set(THINGS)
