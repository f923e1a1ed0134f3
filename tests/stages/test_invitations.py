"""Who brought whom."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.responses import Response
from pipeline.stages.codes import code_at
from pipeline.stages.decisions import Decisions, Question, question_id
from pipeline.stages.doors import name_among
from pipeline.stages.evidence import Evidence, UnknownInviter
from pipeline.stages.forest import descendants, generations
from pipeline.stages.invitations import Invitations, cut_circles, invite
from pipeline.stages.meetings import Presence
from pipeline.stages.people import Claim, Participant
from pipeline.stages.promises import Promise
from pipeline.stages.resolve import Directory
from tests.build import response
from tests.stages.registry import Registry, claim, people, person


def at(made: Claim, day: int) -> Claim:
    """The claim, made on that day of September."""
    return replace(made, submitted_at=datetime(2026, 9, day))


def worked_out(
    *participants: Participant,
    present: dict[int, str] | None = None,
    bring: tuple[Response, ...] = (),
    registry: Registry | None = None,
) -> tuple[Invitations, tuple[Question, ...], tuple[Finding, ...]]:
    there = {1: "", 2: "", 3: "", **(present or {})}
    presence = Presence({number: frozenset(codes) for number, codes in there.items()})
    everybody = people(*participants)
    known = registry or Registry(
        everybody.participants, **{f"Naam {code}": code for code in everybody.participants}
    )
    return invite({"bring": bring}, everybody, presence, known)


def links(*participants: Participant, **given_: object) -> dict[str, tuple[str, str]]:
    """Guest -> inviter and kind of evidence."""
    made = worked_out(*participants, **given_)[0]
    return {guest: (inviter, made.evidence[guest]) for guest, inviter in made.inviter.items()}


def homework(row: int, by: str, *names: str, after: int = 1) -> Response:
    return response("bring", row, name=by, meeting=after, brings=names)


A, B, C, D = (person(code) for code in "ABCD")


@pytest.mark.parametrize(
    ("guest", "bring", "link"),
    [
        ([claim("signup", 2, invited_by="U-A")], (), ("A", "code")),
        ([claim("signup", 2, invited_by="A")], (), ("A", "code")),
        ([claim("signup", 2, invited_by="Naam A")], (), ("A", "invited_by")),
        ([claim("attendance", 2, meeting=2, companion="Naam A")], (), ("A", "came_with")),
        ([claim("attendance", 2, meeting=2, companion="U-A")], (), ("A", "code")),
        ([claim("attendance", 2, meeting=3, companion="Naam A")], (), None),
        ([claim("attendance", 2, meeting=3, companion="A")], (), None),
        ([], (homework(2, "Naam A", "Naam G"),), ("A", "brings")),
        ([], (homework(2, "A", "Naam G"),), ("A", "brings")),
        ([], (homework(2, "Naam A", "Naam G", after=2),), None),
        ([], (homework(2, "Naam A", "Naam G", after=3),), None),
        ([], (homework(2, "Iemand", "Naam G"),), None),
        ([], (homework(2, "U-A", "Naam G"),), None),
        ([], (response("bring", 2, meeting=1, brings=("Naam G",)),), None),
        ([], (response("bring", 2, name="Naam A", brings=("Naam G",)),), None),
        ([claim("signup", 2, invited_by="niemand")], (), None),
        ([claim("signup", 2)], (), None),
    ],
)
def test_every_kind_of_evidence(
    guest: list[Claim], bring: tuple[Response, ...], link: tuple[str, str] | None
) -> None:
    found = links(A, person("G", *guest), present={1: "A", 2: "AG", 3: "AG"}, bring=bring)
    assert found == ({} if link is None else {"G": link})


def test_an_invitation_code_counts_at_any_meeting() -> None:
    code = code_at(0, "kring")
    guest = person("G", claim("attendance", 2, meeting=3, companion=f"U-{code}"))
    present = {1: code, 2: "G", 3: "G"}
    assert links(person(code), guest, present=present) == {"G": (code, "code")}


@pytest.mark.parametrize(
    ("claims", "bring", "link"),
    [
        (
            [claim("signup", 2, invited_by="Naam B"), claim("signup", 3, invited_by="U-A")],
            (),
            ("A", "code"),
        ),
        (
            [claim("attendance", 2, meeting=2, companion="Naam B"), claim("signup", 3, invited_by="Naam A")],
            (),
            ("A", "invited_by"),
        ),
        (
            [claim("attendance", 2, meeting=2, companion="Naam A")],
            (homework(2, "Naam B", "Naam G"),),
            ("A", "came_with"),
        ),
        (
            [
                at(claim("signup", 2, invited_by="Naam B"), 9),
                at(claim("signup", 3, invited_by="Naam A"), 8),
                claim("signup", 1, invited_by="Naam C"),
            ],
            (),
            ("A", "invited_by"),
        ),
    ],
)
def test_the_strongest_kind_holds_then_the_earliest(
    claims: list[Claim], bring: tuple[Response, ...], link: tuple[str, str]
) -> None:
    assert links(A, B, C, person("G", *claims), present={1: "ABC", 2: "G"}, bring=bring) == {"G": link}


def test_contradictions_are_shown() -> None:
    guest = person(
        "G",
        claim("signup", 2, invited_by="Naam C"),
        claim("signup", 3, invited_by="U-A"),
        claim("signup", 4, invited_by="Naam A"),
        claim("attendance", 2, meeting=2, companion="Naam B"),
    )
    _, _, findings = worked_out(A, B, C, guest, present={1: "ABC", 2: "G"})
    assert findings == (
        Finding(
            "inviters_differ",
            Severity.INFO,
            where=Where("signup", 3, "invited_by"),
            with_=Where("signup", 2, "invited_by"),
            details={"guest": "G", "inviter": "A", "others": ("B", "C")},
        ),
    )


def test_members_of_the_team_are_roots() -> None:
    team = person(
        "T", claim("signup", 2, invited_by="Naam A"), claim("signup", 3, invited_by="Twee"), team=True
    )
    made, questions, _ = worked_out(
        A,
        B,
        team,
        present={1: "A", 2: "T"},
        bring=(homework(2, "Naam A", "Naam T"),),
        registry=Registry("AT", **{"Naam A": "A", "Naam T": "T", "Twee": "A B"}),
    )
    assert made.inviter == {}
    assert made.roots == ("A", "B", "T")
    assert made.promises == (Promise("A", 1, "Naam T", "T", came=True, where=Where("bring", 2, "brings", 1)),)
    assert questions == ()


def test_somebody_who_names_themselves_has_no_inviter() -> None:
    guest = person("G", claim("signup", 2, invited_by="Naam G"), claim("signup", 3, invited_by="U-G"))
    made, _, findings = worked_out(guest)
    assert (made.inviter, made.unknown, made.roots) == ({}, (), ("G",))
    assert findings == tuple(
        Finding(
            "invited_by_self",
            Severity.INFO,
            where=Where("signup", row, "invited_by"),
            details={"guest": "G"},
        )
        for row in (2, 3)
    )


def test_a_namesake_of_oneself_is_the_other_one() -> None:
    guest = person("G", claim("signup", 2, invited_by="Jan"))
    assert links(A, guest, registry=Registry(Jan="A G")) == {"G": ("A", "invited_by")}


def test_nobody_of_that_name_is_an_unknown_inviter() -> None:
    guest = person(
        "G",
        claim("attendance", 2, meeting=1, companion="mijn zus"),
        claim("signup", 2, invited_by="de buurvrouw"),
    )
    made, questions, findings = worked_out(guest, present={1: "G"})
    assert made.unknown == (UnknownInviter("G", "de buurvrouw", ()),)
    assert made.roots == ("G",)
    assert (questions, findings) == ((), ())


def test_an_unknown_inviter_is_forgotten_when_other_evidence_tells() -> None:
    guest = person(
        "G",
        claim("attendance", 2, meeting=1, companion="Naam A"),
        claim("signup", 2, invited_by="de buurvrouw"),
    )
    made, _, _ = worked_out(A, guest, present={1: "AG"})
    assert (made.inviter, made.unknown) == ({"G": "A"}, ())


class TestSeveralOfOneName:
    guest = person("G", claim("signup", 2, invited_by="Jan"))
    subject = "signup:2:invited_by"

    def test_are_asked_and_meanwhile_unknown(self) -> None:
        made, questions, _ = worked_out(A, B, self.guest, registry=Registry(Jan="A B"))
        assert made.unknown == (UnknownInviter("G", "Jan", ("A", "B")),)
        assert questions == (
            Question(
                question_id("who_is", self.subject),
                "who_is",
                (self.subject,),
                ("A", "B", "nobody"),
                where=Where("signup", 2, "invited_by"),
            ),
        )

    def test_what_each_row_says_is_kept(self) -> None:
        guest = person("G", claim("signup", 2, invited_by="Jan"), claim("signup", 3, invited_by="A"))
        made, _, _ = worked_out(A, B, guest, registry=Registry(Jan="A B"))
        assert {word: found.participant for word, found in made.said.items()} == {
            self.subject: None,
            "signup:3:invited_by": "A",
        }

    def test_are_settled_by_an_answer_and_the_question_stays(self) -> None:
        registry = Registry(answers={self.subject: "B"}, Jan="A B")
        made, questions, _ = worked_out(A, B, self.guest, registry=registry)
        assert made.inviter == {"G": "B"}
        assert [question.decision for question in questions] == ["B"]

    def test_an_answer_holds_when_but_one_is_left(self) -> None:
        registry = Registry("B", answers={self.subject: "B"}, Jan="A")
        made, questions, _ = worked_out(A, B, self.guest, registry=registry)
        assert (made.inviter, len(questions)) == ({"G": "B"}, 1)

    def test_are_settled_by_nobody(self) -> None:
        registry = Registry(answers={self.subject: "nobody"}, Jan="A B")
        made, _, _ = worked_out(A, B, self.guest, registry=registry)
        assert made.unknown == (UnknownInviter("G", "Jan", (), ("A", "B")),)

    @pytest.mark.parametrize(
        ("present", "inviter"),
        [
            ({1: "B", 2: "AG"}, {"G": "B"}),
            ({1: "AB", 2: "G"}, {}),
            ({3: "B"}, {"G": "B"}),
        ],
        ids=["who came before the guest", "both came before", "who ever came, if the guest did not"],
    )
    def test_are_told_apart_by_who_was_there(self, present: dict[int, str], inviter: dict[str, str]) -> None:
        made, _, _ = worked_out(A, B, self.guest, present=present, registry=Registry(Jan="A B"))
        assert made.inviter == inviter

    def test_are_told_apart_by_who_came_with_the_guest(self) -> None:
        guest = person("G", claim("attendance", 2, meeting=2, companion="Jan"))
        made, _, _ = worked_out(A, B, guest, present={1: "A", 2: "BG"}, registry=Registry(Jan="A B"))
        assert made.inviter == {"G": "B"}

    def test_are_told_apart_by_who_promised_to_bring_the_guest(self) -> None:
        made, questions, _ = worked_out(
            A,
            B,
            self.guest,
            present={1: "AB", 2: "G"},
            bring=(homework(2, "B", "G"),),
            registry=Registry("BG", Jan="A B"),
        )
        assert (made.inviter, made.evidence, questions) == ({"G": "B"}, {"G": "invited_by"}, ())

    def test_in_homework_are_asked_by_name(self) -> None:
        made, questions, _ = worked_out(
            A, B, C, bring=(homework(5, "C", "niemand", "Jan"),), registry=Registry("C", Jan="A B")
        )
        assert made.promises == (
            Promise("C", 1, "Jan", None, came=False, where=Where("bring", 5, "brings", 2)),
        )
        assert [question.subjects for question in questions] == [(f"{name_among('bring:5', 'Jan')}:brings",)]

    def test_in_homework_keep_their_answer_wherever_they_stand_and_lend_it_to_nobody(self) -> None:
        said = {f"{name_among('bring:5', 'Jan')}:brings": "B"}
        registry = Registry("C", answers=said, Jan="A B", Piet="A B")
        made, _, _ = worked_out(A, B, C, bring=(homework(5, "C", "Piet", "Jan"),), registry=registry)
        assert [(promise.written, promise.guest) for promise in made.promises] == [
            ("Piet", None),
            ("Jan", "B"),
        ]


def test_my_sister_in_homework_is_asked_about_in_the_household() -> None:
    codes = [code_at(number, "x") for number in range(4)]
    names = ("Fatma Bos", "Ayse Bos", "Otto Bos", "Riet Kooij")
    everybody = people(
        *(
            Participant(code, name, phone=phone, claims=(replace(claim("signup", row), name=name),))
            for row, (code, name, phone) in enumerate(
                zip(codes, names, ("0612345678",) * 3 + ("0698765432",), strict=True), start=2
            )
        )
    )
    presence = Presence({1: frozenset(), 2: frozenset()})
    bring = (homework(2, "Fatma Bos", "mijn zus"),)
    _, questions, _ = invite({"bring": bring}, everybody, presence, Directory(everybody, Decisions(), ()))
    assert [question.options for question in questions] == [(codes[1], "nobody")]


def test_an_invitation_code_is_not_who_will_be_brought() -> None:
    made, _, _ = worked_out(A, B, present={1: "A", 2: "B"}, bring=(homework(2, "A", "U-B"),))
    assert made.promises == (Promise("A", 1, "U-B", None, came=False, where=Where("bring", 2, "brings", 1)),)


def test_an_invitation_code_is_not_who_fills_in_the_homework() -> None:
    made, _, findings = worked_out(A, B, present={1: "A", 2: "B"}, bring=(homework(2, "U-A", "Naam B"),))
    assert made.promises == (
        Promise(None, 1, "Naam B", "B", came=True, where=Where("bring", 2, "brings", 1)),
    )
    assert findings == (Finding("invitation_as_name", Severity.WARN, where=Where("bring", 2, "name")),)


@pytest.mark.parametrize("present", [{}, {3: "G"}])
def test_who_was_promised_and_did_not_come_then_was_not_brought(present: dict[int, str]) -> None:
    made, _, _ = worked_out(A, person("G"), present=present, bring=(homework(2, "A", "G"),))
    assert (made.inviter, made.promises[0].came) == ({}, False)


def test_who_was_there_already_is_not_brought_by_a_later_promise() -> None:
    made, _, _ = worked_out(
        A,
        B,
        present={1: "AB", 2: "B"},
        bring=(homework(2, "Naam A", "Naam B"), homework(3, "Naam A", "Naam A")),
    )
    assert made.inviter == {}
    assert [(promise.guest, promise.came) for promise in made.promises] == [("B", True), (None, False)]


def test_an_inviter_who_came_later_stays_and_is_told() -> None:
    guest = person("G", claim("signup", 2, invited_by="Naam A"))
    made, _, findings = worked_out(A, guest, present={1: "G", 2: "A"})
    assert made.inviter == {"G": "A"}
    assert findings == (
        Finding(
            "inviter_came_later",
            Severity.INFO,
            where=Where("signup", 2, "invited_by"),
            details={"guest": "G", "inviter": "A"},
        ),
    )


@pytest.mark.parametrize("present", [{1: "G"}, {1: "AG"}, {1: "A", 2: "G"}, {1: "A"}])
def test_an_inviter_who_came_no_later_or_never_is_not_told(present: dict[int, str]) -> None:
    guest = person("G", claim("signup", 2, invited_by="Naam A"))
    assert worked_out(A, guest, present=present)[2] == ()


class TestCircles:
    """A circle of three: A by B (code), B by C (own word, day 2), C by A (own word, day 1)."""

    a = person("A", at(claim("signup", 2, invited_by="U-B"), 3))
    b = person("B", at(claim("signup", 3, invited_by="Naam C"), 2))
    c = person("C", at(claim("signup", 4, invited_by="Naam A"), 1))

    def test_lose_the_latest_link_of_the_weakest_kind(self) -> None:
        made, _, findings = worked_out(self.a, self.b, self.c)
        assert made.inviter == {"A": "B", "C": "A"}
        assert made.circles == (("A", "B", "C"),)
        assert made.generation == {"A": 1, "B": 0, "C": 2}
        assert findings == (
            Finding(
                "invitation_circle",
                Severity.WARN,
                where=Where("signup", 3, "invited_by"),
                details={"guest": "B", "inviter": "C", "circle": ("A", "B", "C")},
            ),
        )

    def test_lose_the_weakest_kind_even_when_it_is_the_earliest(self) -> None:
        c = person("C", at(claim("attendance", 4, meeting=1, companion="Naam A"), 1))
        made, _, _ = worked_out(self.a, self.b, c, present={1: "C"})
        assert made.inviter == {"A": "B", "B": "C"}

    def test_are_cut_one_by_one(self) -> None:
        d = person("D", claim("signup", 5, invited_by="Naam E"))
        e = person("E", claim("signup", 6, invited_by="Naam D"))
        f = person("F", claim("signup", 7, invited_by="Naam E"))
        made, _, _ = worked_out(f, e, d, self.c, self.b, self.a)
        assert made.circles == (("A", "B", "C"), ("D", "E"))
        assert made.inviter == {"A": "B", "C": "A", "D": "E", "F": "E"}


def test_figures_of_a_small_chain() -> None:
    guests = (
        person("B", claim("signup", 3, invited_by="Naam A"), roles="resident key_figure"),
        person("C", claim("signup", 4, invited_by="Naam A"), roles="resident"),
        person("D", claim("signup", 5, invited_by="Naam C")),
        person("A", roles="professional"),
    )
    made, _, _ = worked_out(*guests, person("E"), present={1: "A", 2: "CE", 3: "BD"})
    assert made.generation == {"A": 0, "B": 1, "C": 1, "D": 2, "E": 0}
    assert made.generations == 2
    assert made.brought == {"A": ("B", "C"), "B": (), "C": ("D",), "D": (), "E": ()}
    assert made.descendants == {"A": 3, "B": 0, "C": 1, "D": 0, "E": 0}
    assert made.roots == ("A", "E")
    assert made.role_matrix == {"professional": {"key_figure": 1, "resident": 2}}


def test_brought_are_those_who_came() -> None:
    guest = person("G", claim("signup", 2, invited_by="Naam A"))
    made, _, _ = worked_out(A, guest, present={1: "A"})
    assert (made.inviter, made.brought["A"], made.descendants["A"]) == ({"G": "A"}, (), 1)


def test_nobody_has_no_generations() -> None:
    assert worked_out()[0].generations == 0


CODES = "ABCDEFGHIJ"


@st.composite
def words_and_presence(draw: st.DrawFn) -> tuple[list[Participant], dict[int, str]]:
    """Ten people who name each other (and themselves) as they please."""
    made = []
    for row, code in enumerate(CODES, 2):
        word = st.sampled_from(
            [*CODES, *(f"Naam {other}" for other in CODES), *(f"U-{other}" for other in CODES)]
        )
        own = [
            claim("signup", row, invited_by=draw(st.none() | word)),
            claim("attendance", row, meeting=draw(st.integers(1, 3)), companion=draw(st.none() | word)),
        ]
        days = draw(st.lists(st.integers(1, 5), min_size=2, max_size=2))
        dated = [at(one, day) if day < 5 else one for one, day in zip(own, days, strict=True)]
        made.append(person(code, *dated, team=draw(st.integers(0, 9)) == 0))
    there = st.sets(st.sampled_from(CODES)).map(lambda codes: "".join(sorted(codes)))
    return made, {number: draw(there) for number in (1, 2, 3)}


@settings(max_examples=100, deadline=None)
@given(words_and_presence(), st.randoms(use_true_random=False))
def test_the_result_is_a_forest_whatever_the_input(
    given_: tuple[list[Participant], dict[int, str]], chance: object
) -> None:
    participants, present = given_
    made, _, _ = worked_out(*participants, present=present)
    assert set(made.roots) | set(made.inviter) == set(CODES)
    assert not set(made.roots) & set(made.inviter)
    assert all(made.generation[root] == 0 for root in made.roots)
    assert all(made.generation[guest] == made.generation[by] + 1 for guest, by in made.inviter.items())
    assert sum(made.descendants[root] + 1 for root in made.roots) == len(CODES)
    assert not {one.code for one in participants if one.team} & set(made.inviter)

    chance.shuffle(participants)
    again, _, _ = worked_out(*participants, present=present)
    assert {**again.inviter} == {**made.inviter}
    assert {**again.generation} == {**made.generation}
    assert (again.circles, again.role_matrix) == (made.circles, made.role_matrix)


def test_a_chain_of_many_thousands_does_not_stop_it() -> None:
    links_ = {
        str(number): Evidence(str(number), str(number + 1), "code", None, Where("signup", number))
        for number in range(20_000)
    }
    links_["20000"] = Evidence("20000", "0", "brings", None, Where("bring", 2))
    circles, _ = cut_circles(links_)
    inviter = {guest: link.inviter for guest, link in links_.items()}
    steps = generations(inviter, map(str, range(20_001)))
    assert len(circles[0]) == 20_001
    assert (steps["20000"], steps["0"]) == (0, 20_000)
    assert descendants(inviter, steps)["20000"] == 20_000
