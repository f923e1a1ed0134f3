"""Single cases of single tabs that the whole Ateliers do not hold."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pipeline.model.findings import Detail, Where
from pipeline.model.settings import DOMAINS
from pipeline.model.tab import Cell, Figures, Lines, Scalar, Table
from pipeline.model.templates import Words
from pipeline.stages.decisions import Question
from pipeline.stages.evaluation import Evaluation, Opinion
from pipeline.stages.kept import Kept
from pipeline.stages.meetings import Presence
from pipeline.stages.neighbourhood import Agreement, Domains
from pipeline.stages.people import Participant, People
from pipeline.stages.prizes import Prize, TieAtCut
from pipeline.stages.resolve import Resolved
from pipeline.stages.run import Outcome
from pipeline.stages.stickers import Refusal
from pipeline.summaries.control import control
from pipeline.summaries.counts import changes
from pipeline.summaries.layout import lay_out
from pipeline.summaries.page import Page
from pipeline.summaries.prizes import thinkers
from pipeline.summaries.questions import question_text, reasons, short_subject, worded
from pipeline.summaries.sides import sides
from pipeline.templates import load_catalogue
from tests.summaries.scene import (
    ASKING,
    EMPTY,
    FATMA,
    IVO,
    LIVELY,
    LOG,
    NOBODY,
    claim,
    fill,
    idea,
    page,
    score,
    words,
)
from tests.summaries.show import block, table


def section(key: str, tab: str, outcome: Outcome) -> Table:
    return next(one for one in fill(tab, outcome).blocks if isinstance(one, Table) and one.key == key)


def value(cell: Cell | Scalar) -> Scalar:
    return cell.value if isinstance(cell, Cell) else cell


def lines(tab: str, outcome: Outcome) -> list[str]:
    return [block(one) for one in fill(tab, outcome).blocks if isinstance(one, Lines)]


TIES = [
    (None, "cut_open", "Op plaats 3 staan meer ideeën dan er prijzen zijn: idee 3 en 6."),
    ("share", "cut_share", "Op plaats 3 delen idee 3 en 6 de prijs. Zo is het besloten."),
    ("lot", "cut_lot", "Op plaats 3 is geloot tussen idee 3 en 6. Na te gaan met lotnummer zaad-7."),
    ("new_round", "cut_new_round", "Op plaats 3 komt een nieuwe ronde tussen idee 3 en 6."),
]


@pytest.mark.parametrize(("outcome", "name", "said"), TIES)
def test_a_tie_is_told_and_how_it_was_settled(outcome: str | None, name: str, said: str) -> None:
    tie = TieAtCut(3, (6, 3), outcome, "zaad-7" if outcome == "lot" else None)
    tied = replace(LIVELY, votes=replace(LIVELY.votes, tie_at_cut=tie, prizes=(Prize(3, (3, 6)),)))

    ties = next(shown for shown in lines("result", tied) if shown.startswith("## Gelijke plaatsen"))

    assert ties.splitlines()[1].startswith(said)
    assert len(ties.splitlines()) == 2


@pytest.mark.parametrize(
    ("outcome", "places"), [(None, [1, 3, 3]), ("new_round", [1, 3, 3]), ("share", [1]), ("lot", [1])]
)
def test_ideas_that_wait_for_a_decision_stand_with_their_place(
    outcome: str | None, places: list[int]
) -> None:
    tie = TieAtCut(3, (3, 6), outcome)
    tied = replace(LIVELY, votes=replace(LIVELY.votes, tie_at_cut=tie, prizes=(Prize(1, (1,)),)))

    shown = section("top", "result", tied).rows

    assert [row.cells[0] for row in shown] == [
        Cell(place, "first/number" if place == 1 else "warn/number") for place in places
    ]


@pytest.mark.parametrize(("outcome", "told"), [(None, True), ("share", False)])
def test_the_front_page_tells_a_tie_that_waits(outcome: str | None, told: bool) -> None:
    tied = replace(LIVELY, votes=replace(LIVELY.votes, tie_at_cut=TieAtCut(3, (6, 3), outcome)))

    note = section("top", "overview", tied).note

    assert (note is not None and "plaats 3: idee 3 en 6" in note) is told


def test_a_fourth_place_has_no_medal() -> None:
    fourth = replace(LIVELY, votes=replace(LIVELY.votes, prizes=(Prize(4, (6,)),)))

    assert (
        table(section("top", "result", fourth))[1]
        == "| 4 <strong/number> | 6 | Bingo in het donker <strong> | tafel 1 | 0 |"
    )


@pytest.mark.parametrize(
    ("name_shown", "shown"), [(True, "Fatma Yılmaz"), (None, "Fatma Yılmaz"), (False, "7KQ4M")]
)
def test_a_thinker_who_said_no_stands_with_the_idea_by_code(name_shown: bool | None, shown: str) -> None:
    person: Participant = replace(FATMA, name_shown=name_shown)
    people = replace(LIVELY.people, participants={person.code: person})

    assert (
        thinkers(page("ideas", replace(LIVELY, people=people)), idea(7, "Soep", thinkers=("7KQ4M",))) == shown
    )


def test_five_questions_on_the_front_page_and_those_put_aside_last() -> None:
    asked = tuple(
        Question(f"V-{n}", "prize_tie", (f"place:{n}",), (), decision="later" if n < 3 else None)
        for n in range(1, 8)
    )

    shown = section("decisions", "overview", replace(EMPTY, questions=asked))

    assert [row.cells[0] for row in shown.rows] == [f"Wie krijgt prijs {n}?" for n in (3, 4, 5, 6, 7)]
    assert shown.note == "Verder open in Controle: 2. Niet alles hoeft vandaag."


def test_every_question_on_the_front_page_leads_to_its_row() -> None:
    rows = lay_out(fill("control", ASKING)).rows
    front = section("decisions", "overview", ASKING)

    links = [cell.link for row in front.rows if isinstance(cell := row.cells[2], Cell)]

    assert [rows[link.row - 1][0] for link in links if link] == ["V-5", "V-1", "V-2"]


def test_a_short_question_leaves_out_what_names_say_and_cuts_long_texts() -> None:
    question = Question(
        "V-1",
        "near_duplicate",
        ("idea:2", "idea:3"),
        (),
        reasons=("same_first_name", "same_phone", "different_email", "doubtful_name"),
        details={"first_text": "soep " * 400, "second_text": "soep"},
    )
    shown = Page(EMPTY, Words(load_catalogue(), "nl"), load_catalogue().summaries["control"])

    about = short_subject(shown, question)

    assert about == (
        f"2. {('soep ' * 400)[:120]} … / 3. soep (hetzelfde telefoonnummer, maar een ander e-mailadres)"
    )
    assert reasons(shown, question) == (
        "Dezelfde voornaam en hetzelfde telefoonnummer, maar een ander e-mailadres en een naam die van meer "
        "mensen kan zijn."
    )


def test_five_agreements_on_the_front_page_finished_ones_not() -> None:
    made = [Agreement(str(n), None, None, "done" if n == 2 else "busy") for n in range(9)]

    shown = section("agreements", "overview", replace(EMPTY, agreements=tuple(made)))

    assert [row.cells[0] for row in shown.rows] == ["0", "1", "3", "4", "5"]


@pytest.mark.parametrize(
    ("decision", "typed", "stands"),
    [
        ("K3RT8", "K3RT8 – Jan Pronk", "K3RT8"),
        ("7KQ4M", "7KQ4M – Fatma Yılmaz", "7KQ4M – Fatma Yılmaz"),
        ("X6TQ8", "X6TQ8 – Wie Weg Is", "X6TQ8"),
        ("nobody", "niemand van hen", "niemand van hen"),
        ("still_nobody", "TOCH niemand  van hen", "TOCH niemand  van hen"),
        (None, None, None),
    ],
)
def test_a_decision_keeps_its_code_and_loses_a_name_that_may_not_be_shown(
    decision: str | None, typed: str | None, stands: str | None
) -> None:
    asked = Question("V-1", "who_is", ("vote:2:name",), ("K3RT8", "7KQ4M"), decision=decision)
    kept = Kept(cells={"control": {"V-1": {"decision": typed, "remark": "gebeld"}}})

    shown = section("questions", "control", replace(LIVELY, questions=(asked,), kept=kept))

    assert shown.rows[0].cells[-2:] == (stands, "gebeld")


@pytest.mark.parametrize(
    ("options", "decision", "said"),
    [
        (("K3RT8", "7KQ4M", "nobody"), None, "Wie is “Jan P.”?"),
        (("K3RT8", "7KQ4M", "nobody"), "7KQ4M", "Wie is “Jan P.”?"),
        (("K3RT8", "7KQ4M", "nobody"), "K3RT8", "Wie staat er in Stemmen, rij 2?"),
        (("K3RT8", "M2XP9", "nobody"), None, "Wie staat er in Stemmen, rij 2?"),
    ],
)
def test_a_name_of_somebody_without_consent_is_not_asked_about_by_name(
    options: tuple[str, ...], decision: str | None, said: str
) -> None:
    asked = Question(
        "V-1", "who_is", ("vote:2:name",), options, Where("vote", 2, "name"), decision=decision,
        details={"written": "Jan P."},
    )  # fmt: skip

    assert question_text(page("control"), asked) == said


def test_an_agreement_of_somebody_without_consent_names_nobody() -> None:
    made = (
        Agreement("Bellen", "Pronk, Jan", None, "open"),
        Agreement("Mailen", "Jan Pronk en Fatma Yılmaz", None, "open"),
        Agreement("Vragen", None, None, "open"),
    )

    shown = section("agreements", "overview", replace(LIVELY, agreements=made))

    assert [row.cells[1] for row in shown.rows] == [
        "(de naam staat in de rij)",
        "… en Fatma Yılmaz",
        None,
    ]


def test_a_refused_sticker_that_says_a_name_without_consent_names_nobody() -> None:
    refused = tuple(
        Refusal("vote", row, 1, said, "unreadable")
        for row, said in enumerate(("Jan Pronk", "idee van Jan Pronk", "zes", ""), start=2)
    )
    votes = replace(LIVELY.votes, refused=refused)

    shown = section("refused", "result", replace(LIVELY, votes=votes))

    assert [row.cells[2] for row in shown.rows] == ["(de naam staat in de rij)", "idee van …", "zes", ""]


def test_a_question_whose_rows_are_gone_still_reads() -> None:
    asked = Question("V-1", "who_is", ("attendance:1",), (), lapsed=True)

    assert question_text(page("control", ASKING), asked) == "Wie is “…”?"


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("7KQ4M", "Fatma Yılmaz"),
        ("K3RT8", "K3RT8"),
        ("Pronk, Jan", "(de naam staat in de rij)"),
        (("7KQ4M", "K3RT8"), "Fatma Yılmaz en K3RT8"),
        ((3, 8), "3 en 8"),
        (12, 12),
        (None, "…"),
    ],
)
def test_details_are_worded_without_a_name_that_is_not_shown(detail: Detail, said: object) -> None:
    assert worded(page("control"), {"detail": detail}) == {"detail": said}


def pair(*subjects: str, **fields: Any) -> Question:
    return Question("V-1", "possible_duplicate", subjects, ("same", "different"), **fields)


KOFI = Participant("4D9PT", "Kofi Mensah", consent=True, claims=(claim("signup", 8, "Kofi Mensah"),))
TWICE = Participant(
    "8TRWK",
    "Kofi Mensah",
    consent=True,
    organisation="Fietsclub",
    claims=(
        claim("signup", 9, "Kofi Mensah", phone="0612345678", invited_by="Ans"),
        claim("signup", 11, "Kofi M.", email="kofi@post.test"),
        claim("attendance", 12, "Kofi", meeting=2),
    ),
)


def among(*people: Participant, **fields: Any) -> Outcome:
    """The lively Atelier with these people in it, too."""
    everybody = (*LIVELY.people.participants.values(), *people)
    return replace(
        LIVELY,
        people=People(
            {person.code: person for person in everybody},
            {one.id: person.code for person in everybody for one in person.claims},
        ),
        **fields,
    )


@pytest.mark.parametrize(
    ("subjects", "called"),
    [
        (("signup:2", "attendance:3"), "Fatma Yilmaz en fatma yılmaz"),
        (("signup:3", "attendance:7"), "K3RT8 en M2XP9"),
        (("signup:2", "signup:3"), "rij 2 en rij 3 van Formulierreacties 1"),
        (("signup:2", "attendance:7"), "rij 2 van Formulierreacties 1 en rij 7 van Presentie"),
        (("signup:8", "signup:9"), "Kofi Mensah (rij 8) en Kofi Mensah (rij 9 van Formulierreacties 1)"),
        (("signup:4", "attendance:4"), "rij 4 van Formulierreacties 1 en rij 4 van Presentie"),
    ],
)
def test_two_rows_are_called_so_that_they_can_be_told_apart_and_name_nobody(
    subjects: tuple[str, str], called: str
) -> None:
    there = replace(IVO, claims=(*IVO.claims, claim("attendance", 4, "Ivo Blok")))
    shown = page("control", among(KOFI, TWICE, there))

    assert question_text(shown, pair(*subjects)) == f"Zijn {called} een en dezelfde?"
    assert question_text(shown, pair(*subjects, settled=True)) == f"Wij tellen {called} als één persoon."


@pytest.mark.parametrize(("with_name", "said"), [(FATMA, "compare"), (IVO, "phone")])
def test_no_reason_tells_beside_a_name_what_may_not_be_read(with_name: Participant, said: str) -> None:
    asked = pair("signup:3", with_name.claims[0].id, reasons=("same_phone",))
    shown = page("control", LIVELY)
    told = {"compare": shown.shared("compare_rows"), "phone": "Zelfde telefoon."}

    assert reasons(shown, asked) == told[said]
    assert ("zelfde telefoon" in short_subject(shown, asked)) is (said == "phone")


def test_rows_that_were_put_together_show_what_each_of_them_says_and_nothing_of_the_other() -> None:
    there = Presence({2: frozenset({"8TRWK"})})
    invitations = replace(
        NOBODY, inviter={"8TRWK": "P4WX2"}, said={"signup:9:invited_by": Resolved("Ans", "P4WX2")}
    )
    shown = page("control", among(TWICE, presence=there, invitations=invitations))

    one, other = sides(shown, pair("signup:9", "signup:11"))

    assert {kind: text for kind, text in one.facts if text} == {
        "place": "Formulierreacties 1, rij 9", "phone": "0612345678", "invited_by": "Ans Kuiper",
    }  # fmt: skip
    assert {kind: text for kind, text in other.facts if text} == {
        "place": "Formulierreacties 1, rij 11", "email": "kofi@post.test",
    }  # fmt: skip


def test_rows_of_two_people_show_who_came_where() -> None:
    shown = page("control", among(KOFI, TWICE, presence=Presence({2: frozenset({"8TRWK"})})))

    assert [dict(side.facts)["came"] for side in sides(shown, pair("signup:8", "signup:9"))] == ["", "2"]


def test_nothing_is_left_to_think_of() -> None:
    full = Domains({one: dict.fromkeys(DOMAINS, 1) for one in DOMAINS}, {}, {})

    assert block(section("invitations", "domains", replace(EMPTY, domains=full))).splitlines() == [
        "## Nog niet bedacht",
        "(Alle combinaties zijn bedacht. Knap!)",
    ]


def test_an_evaluation_without_grades_or_helpers() -> None:
    scores = (score(2, "welcome", (0, 0, 1, 2, 3)),)
    shown = fill("evaluation", replace(EMPTY, evaluation=Evaluation(scores, (), {})))

    figures = next(one for one in shown.blocks if isinstance(one, Figures))
    assert [figure.label for figure in figures.figures] == ["Formulieren"]
    assert [one.key for one in shown.blocks if isinstance(one, Table)] == ["trend", "scores", "opinions"]
    assert next(one.charts for one in shown.blocks if isinstance(one, Table)) == ()


def test_a_small_team_shows_how_many_and_its_own_words() -> None:
    few = Evaluation((score(None, "agreements", None),), (Opinion(None, "energy", "Soep"),), {})
    scores, opinions = fill("team_evaluation", replace(EMPTY, team_evaluation=few)).blocks

    assert (
        block(scores).splitlines()[0]
        == "Minder dan vijf mensen vulden dit in. Daarom staat hier alleen hoeveel."
    )
    assert "~" not in block(scores)
    assert "Soep" in block(opinions)


def test_a_budget_that_holds_all_expenses_has_no_line_beside_it() -> None:
    money = replace(LIVELY.money, actual=Decimal("640.50"))

    assert [row.cells[0] for row in section("lines", "money", replace(LIVELY, money=money)).rows] == [
        "Catering",
        "Onkosten",
        "Bloemen",
        "Samen",
    ]


def test_fifty_people_is_what_the_method_aims_at() -> None:
    crowd = Presence({1: frozenset(str(n) for n in range(50)), 2: frozenset()})

    shown = fill("growth", replace(EMPTY, presence=crowd)).blocks[0]

    assert "Mensen bereikt: 50 <number>" in block(shown)
    assert "en dat is gelukt" in block(shown)


def test_who_will_come_for_the_first_time_stands_before_who_did_last_time() -> None:
    expected = {"A": (3,), "B": (3,), "C": (2, 3), "D": (3,), "E": (4,)}
    people = {code: Participant(code, None, expected=meetings) for code, meetings in expected.items()}
    there = Presence({1: frozenset("D"), 2: frozenset("DB"), 3: frozenset(), 4: frozenset()})
    invitations = replace(EMPTY.invitations, inviter={"B": "D", "C": "D", "A": "B"})
    outcome = replace(EMPTY, people=People(people), presence=there, invitations=invitations)

    assert [[value(cell) for cell in row.cells] for row in section("newcomers", "growth", outcome).rows] == [
        ["A", None, "B", "komt bij bijeenkomst 3"],
        ["C", None, "D", "komt bij bijeenkomst 3"],
        ["B", None, "D", "was er bij bijeenkomst 2"],
    ]
    assert [[value(cell) for cell in row.cells] for row in section("to_thank", "chain", outcome).rows] == [
        ["D", 1, "B"]
    ]


def test_a_sync_that_changed_no_count_says_so() -> None:
    logged = fill("log", EMPTY, log=(*LOG, replace(LOG[1], at="2026-10-03T08:00:00")))

    assert "geen andere aantallen" in block(logged.blocks[0]).splitlines()[1]


def test_changes_are_named_in_a_fixed_order_and_unworded_ones_are_left_out() -> None:
    before = {"present:1": 4, "form:oud": 1, "rows": 3}
    now = {
        "counted": 2,
        "form:signup": 3,
        "participants": 1,
        "present:1": 4,
        "findings": 9,
        "refused:own_group": 1,
    }

    assert [(one.what, one.before, one.now) for one in changes(before, now, words())] == [
        ("Deelnemers", 0, 1),
        ("Inzendingen oud", 1, 0),
        ("Inzendingen Aanmelding", 0, 3),
        ("Stickers geteld", 0, 2),
    ]


def test_an_answer_that_turned_round_is_asked_about_in_its_own_words_and_not_put_aside() -> None:
    question = Question(
        "V-1", "possible_duplicate", ("signup:3", "signup:4"), ("same", "still_different"),
        decision="different", again=True,
    )  # fmt: skip
    asking = Page(
        replace(EMPTY, questions=(question,)),
        Words(load_catalogue(), "nl"),
        load_catalogue().summaries["control"],
    )

    asked = next(one for one in control(asking).blocks if isinstance(one, Table) and one.key == "questions")

    (row,) = asked.rows
    assert "U koos eerder ‘verschillend’ bij … en …." in str(row.cells[1])
    assert "Kies dan ‘toch verschillend’." in str(row.cells[1])
    assert Cell("klopt dit nog?", "warn") in row.cells
    assert dict(row.choices)["decision"] == ("dezelfde", "toch verschillend")
