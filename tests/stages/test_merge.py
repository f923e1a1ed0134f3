"""Who is who: claims merged, asked about, decided, and given codes."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Where
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages.codes import code_at
from pipeline.stages.decisions import Asked, Decisions, question_id
from pipeline.stages.memory import GivenCode
from pipeline.stages.merge import Merged, merge
from tests.build import response

SEED = Settings().seed
CODES = tuple(code_at(number, SEED) for number in range(12))


def signup(row: int, name: str, **values: object) -> Response:
    return response("signup", row, f"2026-09-01T10:{row:02}", name=name, **values)  # type: ignore[arg-type]


def door(row: int, name: str, meeting: int = 1) -> Response:
    return response("attendance", row, f"2026-09-03T19:{row:02}", name=name, meeting=meeting)


def run(
    rows: Sequence[Response],
    answers: Mapping[tuple[str, ...], str] | None = None,
    given_codes: Sequence[GivenCode] = (),
    outcome: str = "possible",
    withdrawn: frozenset[str] = frozenset(),
) -> Merged:
    """Merge; `answers` by subjects: two claims (same, different) or one name (`attendance:2:name`)."""
    forms: dict[str, list[Response]] = {}
    for row in rows:
        forms.setdefault(row.form, []).append(row)
    asked = {}
    for subjects in answers or {}:
        code = "possible_duplicate" if len(subjects) == 2 else "who_is"
        name = question_id(code, *subjects)
        asked[name] = Asked(name, code, subjects, outcome)
    said = dict(zip(asked, (answers or {}).values(), strict=True))
    return merge(forms, Decisions(said, asked), given_codes, withdrawn, Settings())


def together(merged: Merged) -> set[frozenset[str]]:
    """The claims of each participant."""
    return {frozenset(claim.id for claim in person.claims) for person in merged.people.participants.values()}


def sets(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group.split()) for group in groups}


BEP = signup(2, "Bep Kooij", phone="0612345789")
BEP_AGAIN = signup(3, "Elisabeth Kooij", phone="06-12345789")
NAMESAKE = signup(4, "Bep Kooij", phone="0687654321")


def test_two_sign_ups_of_one_person_are_one_participant_with_one_code() -> None:
    found = run([BEP, BEP_AGAIN])
    assert together(found) == sets("signup:2 signup:3")
    assert list(found.people.participants) == [CODES[0]]
    assert found.people.of_claim == {"signup:2": CODES[0], "signup:3": CODES[0]}
    assert found.codes == (GivenCode(CODES[0], "signup:2", ("signup:2", "signup:3")),)
    (question,) = found.questions
    assert (question.subjects, question.options) == (("signup:2", "signup:3"), ("same", "different"))
    assert (question.settled, question.open, question.outcome) == (True, False, "certain")
    assert found.findings == ()


def test_what_was_certain_can_be_taken_apart_and_put_together_again() -> None:
    pair = ("signup:2", "signup:3")
    before = run([BEP, BEP_AGAIN])
    apart = run([BEP, BEP_AGAIN], {pair: "different"}, before.codes, outcome="certain")
    assert together(apart) == sets("signup:2", "signup:3")
    (question,) = apart.questions
    assert (question.decision, question.settled, question.outcome) == ("different", False, "certain")
    assert apart.people.of_claim["signup:2"] == CODES[0]
    again = run([BEP, BEP_AGAIN], {}, apart.codes, outcome="certain")
    assert (again.questions, together(again)) == (before.questions, together(before))


def test_of_many_sign_ups_of_one_person_every_one_can_be_taken_apart() -> None:
    third = signup(5, "Bep Kooij", phone="0612345789", email="bep@post.nl")
    found = run([BEP, BEP_AGAIN, third])
    assert together(found) == sets("signup:2 signup:3 signup:5")
    assert len(found.questions) == 2
    assert {claim for question in found.questions for claim in question.subjects} == set(
        found.people.of_claim
    )


def test_a_code_that_somebody_voted_with_or_took_consent_back_for_is_given_to_nobody_else() -> None:
    ballot = response("vote", 2, "2026-11-19T21:00:00", name=CODES[0])
    merged = run([signup(2, "Riet Bos"), ballot], withdrawn=frozenset((CODES[1],)))
    assert list(merged.people.participants) == [CODES[2]]


def test_a_name_alone_is_a_question_not_a_merge() -> None:
    found = run([BEP, NAMESAKE])
    assert together(found) == sets("signup:2", "signup:4")
    (question,) = found.questions
    assert (question.code, question.subjects) == ("possible_duplicate", ("signup:2", "signup:4"))
    assert question.options == ("same", "different")
    assert (question.where, question.with_) == (Where("signup", 2), Where("signup", 4))
    assert question.reasons == ("same_first_name", "same_surname", "different_phone")
    assert (question.decision, question.outcome, question.open) == (None, "possible", True)


def test_one_question_per_pair_of_people_and_the_one_asked_before() -> None:
    rows = [BEP, BEP_AGAIN, NAMESAKE]
    settled, asked = run(rows).questions
    assert (settled.subjects, settled.open) == (("signup:2", "signup:3"), False)
    assert (asked.subjects, asked.open) == (("signup:2", "signup:4"), True)
    _, asked = run(rows, {("signup:3", "signup:4"): "later"}).questions
    assert (asked.subjects, asked.decision, asked.open) == (("signup:3", "signup:4"), "later", True)


def test_same_merges_and_can_be_taken_back() -> None:
    before = run([BEP, NAMESAKE])
    merged = run([BEP, NAMESAKE], {("signup:2", "signup:4"): "same"}, before.codes)
    assert together(merged) == sets("signup:2 signup:4")
    (person,) = merged.people.participants.values()
    assert (person.code, person.aliases) == (CODES[0], (CODES[1],))
    (question,) = merged.questions
    assert (question.decision, question.open, question.reasons[0]) == ("same", False, "same_first_name")
    back = run([BEP, NAMESAKE], {}, merged.codes)
    assert back.people == before.people
    assert back.codes == before.codes


def test_different_wins_over_every_score_and_over_chains() -> None:
    found = run([BEP, BEP_AGAIN], {("signup:2", "signup:3"): "different"})
    assert together(found) == sets("signup:2", "signup:3")
    third = signup(5, "Bep Kooij", phone="0612345789", email="bep@post.nl")
    found = run([BEP, BEP_AGAIN, third], {("signup:2", "signup:3"): "different"})
    assert frozenset({"signup:2", "signup:3"}) not in together(found)
    assert len(together(found)) == 2


def test_same_wins_over_names_that_contradict() -> None:
    rows = [BEP, signup(5, "Tjalling Duin")]
    assert together(run(rows, {("signup:2", "signup:5"): "same"})) == sets("signup:2 signup:5")


def test_answers_that_contradict_each_other_keep_people_apart() -> None:
    rows = [BEP, NAMESAKE, signup(5, "Bep Kooij", phone="0611223344")]
    found = run(
        rows,
        {
            ("signup:2", "signup:4"): "same",
            ("signup:4", "signup:5"): "same",
            ("signup:2", "signup:5"): "different",
        },
    )
    assert len(together(found)) == 2
    (finding,) = found.findings
    assert finding.code == "decisions_contradict"
    (refused,) = [question for question in found.questions if question.refused]
    assert (refused.id, refused.open) == (finding.details["question"], True)


def test_an_answer_about_a_row_that_is_gone_is_at_rest() -> None:
    found = run([BEP], {("signup:2", "signup:4"): "same", ("attendance:9:name",): "nobody"})
    assert (together(found), found.questions, found.findings) == (sets("signup:2"), (), ())


@pytest.mark.parametrize(
    ("outcome", "answer", "row", "again"),
    [
        ("different", "different", BEP_AGAIN, "same still_different"),
        ("different", "same", BEP_AGAIN, ""),
        ("possible", "different", BEP_AGAIN, ""),
        ("certain", "same", signup(5, "Tjalling Duin"), "still_same different"),
        ("certain", "different", signup(5, "Tjalling Duin"), ""),
        ("certain", "same", BEP_AGAIN, ""),
    ],
)
def test_only_a_reversal_asks_again_and_the_old_answer_holds(
    outcome: str, answer: str, row: Response, again: str
) -> None:
    found = run([BEP, row], {("signup:2", row.id): answer}, outcome=outcome)
    (question,) = found.questions
    assert (question.again, question.open) == (bool(again), bool(again))
    assert question.options == tuple((again or "same different").split())
    assert (len(together(found)) == 1) is (answer == "same")
    assert question.outcome == ("certain" if outcome == "possible" else outcome)


@pytest.mark.parametrize(
    ("outcome", "answer", "row"),
    [
        ("different", "still_different", BEP_AGAIN),
        ("certain", "still_same", signup(5, "Tjalling Duin")),
    ],
)
def test_an_answer_that_was_confirmed_holds_and_is_not_asked_about(
    outcome: str, answer: str, row: Response
) -> None:
    found = run([BEP, row], {("signup:2", row.id): answer}, outcome=outcome)
    (question,) = found.questions
    assert (question.open, question.decision) == (False, answer)
    assert question.options == ("same", "different")
    assert (len(together(found)) == 1) is (answer == "still_same")


def test_an_answer_is_told_from_what_was_sure_first_whatever_was_sure_when_it_was_asked() -> None:
    pair = ("signup:2", "signup:3")
    (first,) = run([BEP, signup(3, "Tjalling Duin")], {pair: "different"}).questions
    assert first.outcome == "different"
    turned = run([BEP, BEP_AGAIN], {pair: "different"}, outcome=first.outcome)
    assert turned.questions[0].again
    assert together(turned) == sets("signup:2", "signup:3")
    (still,) = run([BEP, NAMESAKE], {("signup:2", "signup:4"): "different"}).questions
    assert still.outcome == "possible"


def test_a_formal_name_that_two_call_names_fit_is_asked() -> None:
    phone = "0612345789"
    rows = [signup(2, "Jan Duin", phone=phone), signup(3, "Johannes Duin", phone=phone)]
    found = run([*rows, signup(4, "Hans Duin", phone=phone)])
    assert together(found) == sets("signup:2", "signup:3", "signup:4")
    asked = [question.subjects for question in found.questions if question.open]
    assert sorted(asked) == [("signup:2", "signup:3"), ("signup:3", "signup:4")]


def test_a_name_at_the_door_goes_to_the_one_it_fits() -> None:
    rows = [
        BEP,
        signup(5, "Tjalling van Duin"),
        door(2, "kooij, bep"),
        door(3, "Tjaling Duin"),
        door(4, "B. Kooij"),
    ]
    found = run(rows)
    assert together(found) == sets("signup:2 attendance:2 attendance:4", "signup:5 attendance:3")
    assert found.questions == ()


def test_a_spelling_at_the_door_leads_others_there() -> None:
    rows = [signup(2, "Bregje Veeberk"), door(2, "Bregje Verbeek"), door(3, "Bregje erbeek", 2)]
    assert together(run(rows)) == sets("signup:2 attendance:2 attendance:3")


def test_a_name_that_fits_two_people_is_asked_and_answered() -> None:
    rows = [BEP, NAMESAKE, door(2, "Bep Kooij")]
    before = run(rows, {("signup:2", "signup:4"): "different"})
    assert together(before) == sets("signup:2", "signup:4", "attendance:2")
    question = next(q for q in before.questions if q.code == "who_is")
    assert question.subjects == ("attendance:2:name",)
    assert question.options == (CODES[0], CODES[1], "nobody", "absent")
    assert (question.where, question.details) == (Where("attendance", 2, "name"), {"written": "Bep Kooij"})
    told = {("signup:2", "signup:4"): "different", ("attendance:2:name",): CODES[1]}
    after = run(rows, told, before.codes)
    assert together(after) == sets("signup:2", "signup:4 attendance:2")
    question = next(q for q in after.questions if q.code == "who_is")
    assert (question.decision, question.options[:2]) == (CODES[1], (CODES[0], CODES[1]))


@pytest.mark.parametrize(("answer", "joined"), [("nobody", True), ("absent", False)])
def test_a_name_that_is_nobody_stands_alone_for_others_to_find(answer: str, joined: bool) -> None:
    rows = [BEP, door(2, "Bep Kooij"), door(3, "Bep Kooij", 2)]
    found = run(rows, {("attendance:2:name",): answer})
    assert frozenset({"attendance:2"}) in together(found)
    answered = next(q for q in found.questions if not q.open)
    assert answered.options == (CODES[0], "nobody", "absent")
    asked = [q.subjects for q in found.questions if q.open]
    assert asked == ([("attendance:3:name",)] if joined else [])


def test_an_answer_with_a_code_nobody_has_is_no_answer() -> None:
    found = run([BEP, NAMESAKE, door(2, "Bep Kooij")], {("attendance:2:name",): CODES[9]})
    assert frozenset({"attendance:2"}) in together(found)
    found = run([BEP, door(2, "Bep Kooij")], {("attendance:2:name",): "???"})
    assert together(found) == sets("signup:2 attendance:2")


def test_only_a_first_name_is_enough_when_that_person_said_to_come() -> None:
    rows = [signup(2, "Bep Kooij", meetings=("1",)), door(2, "Bep"), door(3, "Bep", 2)]
    found = run(rows)
    assert together(found) == sets("signup:2 attendance:2", "attendance:3")
    (question,) = found.questions
    assert (question.subjects, question.proposal) == (("attendance:3:name",), CODES[0])


def test_who_came_by_a_first_name_is_not_everybody_who_is_called_so() -> None:
    coming = signup(2, "Bep Kooij", meetings=("1", "2"))
    found = run([coming, door(2, "Bep"), door(3, "Bep Zandstra", 2), door(4, "Zandstra, Bep", 1)])
    assert together(found) == sets("signup:2 attendance:2", "attendance:3 attendance:4")
    assert found.questions == ()


def test_strangers_of_one_name_are_one_walk_in_and_likeness_is_asked() -> None:
    rows = [
        door(2, "Otto Duin"),
        door(3, "OTTO DUIN", 2),
        door(4, "Otto Duim", 3),
        door(5, "Bep", 2),
        door(6, "Bep", 3),
    ]
    found = run(rows)
    assert together(found) == sets(
        "attendance:2 attendance:3", "attendance:4", "attendance:5", "attendance:6"
    )
    assert [question.subjects for question in found.questions] == [
        ("attendance:2", "attendance:4"),
        ("attendance:5", "attendance:6"),
    ]


def test_a_later_sign_up_finds_the_walk_in_who_keeps_the_code() -> None:
    walk_in = run([door(2, "Otto Duin")])
    found = run([door(2, "Otto Duin"), signup(2, "Otto Duin")], given_codes=walk_in.codes)
    assert together(found) == sets("attendance:2 signup:2")
    assert list(found.people.participants) == [CODES[0]]


def test_a_code_at_the_door_is_exact() -> None:
    before = run([BEP, NAMESAKE])
    found = run([BEP, NAMESAKE, door(2, CODES[1].lower())], given_codes=before.codes)
    assert together(found) == sets("signup:2", "signup:4 attendance:2")


def test_a_code_that_was_never_given_is_a_finding() -> None:
    found = run([BEP, door(2, CODES[5]), door(3, CODES[5], 2)])
    assert together(found) == sets("signup:2", "attendance:2 attendance:3")
    assert [(f.code, f.where, f.details) for f in found.findings] == [
        ("unknown_code", Where("attendance", row, "name"), {"written": CODES[5]}) for row in (2, 3)
    ]


def test_a_code_beside_anothers_name_or_with_a_slip_is_asked_about() -> None:
    rows = [BEP, signup(4, "Otto Duin")]
    codes = run(rows).codes
    bep, otto = (given.code for given in codes)
    slip = ("3" if otto[0] != "3" else "4") + otto[1:]
    doors = [door(2, f"Bep {otto}"), door(3, slip), door(4, f"Otto {slip}"), door(5, f"Otto {otto}", 2)]
    found = run([*rows, *doors], given_codes=codes)
    assert together(found) == sets(
        "signup:2", "signup:4 attendance:4 attendance:5", "attendance:2", "attendance:3"
    )
    asked = {q.subjects[0]: (q.options, q.details["written"]) for q in found.questions if q.open}
    assert asked == {
        "attendance:2:name": ((bep, otto, "nobody", "absent"), f"Bep {otto}"),
        "attendance:3:name": ((otto, "nobody", "absent"), slip),
    }
    assert [(f.code, f.where.row) for f in found.findings if f.where] == [("unknown_code", 4)]
    told = {("attendance:2:name",): bep, ("attendance:3:name",): "nobody"}
    after = run([*rows, *doors], told, codes)
    assert together(after) >= sets("signup:2 attendance:2", "attendance:3")
    assert not any(q.open for q in after.questions)


def test_an_invitation_as_name_is_a_guest_never_the_inviter() -> None:
    before = run([BEP])
    found = run([BEP, door(2, f"U-{CODES[0]}")], given_codes=before.codes)
    assert together(found) == sets("signup:2", "attendance:2")
    assert [(f.code, f.where) for f in found.findings] == [
        ("invitation_as_name", Where("attendance", 2, "name"))
    ]


def test_a_code_that_is_typed_twice_is_that_code() -> None:
    before = run([BEP])
    found = run([BEP, door(2, f"{CODES[0]} {CODES[0]}")], given_codes=before.codes)
    assert together(found) == sets("signup:2 attendance:2")


def test_two_people_on_one_line_are_noticed() -> None:
    found = run([signup(2, "Bep en Otto Kooij")])
    assert [finding.code for finding in found.findings] == ["two_people_in_one_name"]


@pytest.mark.parametrize(
    ("name", "noticed"),
    [
        ("Bep Kooij + partner", ["guest_without_name"]),
        ("Bep Kooij met haar zus Riet", ["guest_without_name"]),
        ("Bep Kooij +1", ["guest_without_name"]),
        ("2x Bep Kooij", ["guest_without_name"]),
        ("Bep Kooij, 3 personen", ["guest_without_name"]),
        ("{} + 1", ["guest_without_name"]),
        ("Bep Kooij met rollator", []),
        ("Bep Kooij, 82 jaar", []),
        ("?", ["no_name"]),
        ("anoniem", ["no_name"]),
        ("{}", []),
        ("{0} {0}", []),
        ("K36WVV", ["unknown_code"]),
        ("k36", []),
        ("Fatma2", []),
        ("Fatma Kaya +31 6 12345678", []),
    ],
)
def test_who_comes_along_without_a_name_and_who_has_none_is_noticed(name: str, noticed: list[str]) -> None:
    before = run([BEP])
    found = run([BEP, door(2, name.format(CODES[0]))], given_codes=before.codes)
    assert [finding.code for finding in found.findings] == noticed


def test_team_and_list_rows_are_placed_by_name_or_code() -> None:
    before = run([BEP])
    rows = [
        BEP,
        response("team", 2, name="Bep Kooij"),
        response("team", 3, name="Otto Duin"),
        response("attendance_list", 2, code=CODES[0], meeting_1=True),
        response("attendance_list", 3, name="Otto Duin"),
    ]
    found = run(rows, given_codes=before.codes)
    assert together(found) == sets("signup:2 team:2 attendance_list:2", "team:3 attendance_list:3")
    assert all(person.team for person in found.people.participants.values())


def test_the_programs_own_spelling_in_the_list_does_not_keep_a_typo_alive() -> None:
    before = run([signup(2, "Bepp Kooij")])
    listed = response("attendance_list", 2, code=CODES[0], name="Bepp Kooij", meeting_1=True)
    after = run([signup(2, "Bep Kooij"), replace(listed, ours=("name",))], {}, before.codes)
    (person,) = after.people.participants.values()
    assert (person.code, person.name) == (CODES[0], "Bep Kooij")


def test_joined_strangers_are_placed_as_one() -> None:
    rows = [BEP, door(2, "Bep Kooij"), door(3, "Mevrouw Beppie", 2)]
    found = run(rows, {("attendance:2", "attendance:3"): "same"})
    assert together(found) == sets("signup:2 attendance:2 attendance:3")


def test_a_row_without_a_name_is_somebody() -> None:
    found = run([door(2, "Otto Duin"), response("attendance", 3, meeting=1)])
    assert [person.name for person in found.people.participants.values()] == ["Otto Duin", ""]


def test_consent_taken_back_reaches_the_person() -> None:
    row = signup(2, "Bep Kooij", consent=True)
    assert run([row], withdrawn=frozenset({CODES[0]})).people.label(CODES[0]) == CODES[0]


NAMES = [
    "Bep Kooij",
    "Elisabeth Kooij",
    "B. Kooij",
    "Bep",
    "Otto Duin",
    "Duin, Otto",
    "Otto Dui",
    "Ottp Duin",
    CODES[0],
]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["signup", "attendance", "attendance", "team"]),
        st.sampled_from(NAMES),
        st.sampled_from([None, "0612345789", "0687654321"]),
    ),
    max_size=9,
)


def rows_of(parts: Sequence[tuple[str, str, str | None]]) -> list[Response]:
    found = []
    for row, (form, name, phone) in enumerate(parts, start=2):
        contact = {"phone": phone} if phone and form == "signup" else {}
        found.append(response(form, row, f"2026-09-01T10:{row:02}", name=name, meeting=1, **contact))
    return found


@settings(max_examples=80, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    parts: list[tuple[str, str, str | None]], chance: random.Random
) -> None:
    rows = rows_of(parts)
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert run(shuffled) == run(rows)


@settings(max_examples=80, deadline=None)
@given(ROWS, st.data())
def test_decisions_survive_and_every_claim_is_of_one_person(
    parts: list[tuple[str, str, str | None]], chosen: st.DataObject
) -> None:
    rows = rows_of(parts)
    first = run(rows)
    answers: dict[tuple[str, ...], str] = {
        question.subjects: chosen.draw(st.sampled_from(question.options)) for question in first.questions
    }
    second = run(rows, answers, first.codes)
    assert set(second.people.of_claim) == {row.id for row in rows}
    assert len(second.people.participants) == len(together(second))
    asked = {question.subjects: question for question in second.questions}
    for subjects, answer in answers.items():
        assert asked[subjects].decision == answer
    for subjects, answer in answers.items():
        if answer == "different":
            one, other = (second.people.of_claim[subject] for subject in subjects)
            assert one != other
    aliases = [alias for person in second.people.participants.values() for alias in person.aliases]
    assert not set(aliases) & set(second.people.participants)
    assert run(rows, answers, second.codes).people == second.people


def test_half_a_name_that_signed_up_is_not_two_people_at_the_door() -> None:
    """Ria said that she would come: Ria Jansen may be her, but not Ria Bissessar as well."""
    ria = signup(2, "Ria", phone="0612345789", meetings=("1",))
    jansen, bissessar = door(2, "Ria Jansen"), door(3, "Ria Bissessar")
    assert together(run([ria, jansen])) == sets("signup:2 attendance:2")
    for rows in ([ria, jansen, bissessar], [ria, bissessar, jansen]):
        found = run(rows)
        assert together(found) == sets("signup:2", "attendance:2", "attendance:3")
        assert [question.code for question in found.questions] == ["who_is", "who_is"]
    again = door(4, "Ria Jansen", meeting=2)
    assert frozenset({"signup:2", "attendance:2"}) <= max(together(run([ria, jansen, again])), key=len)


def test_what_was_asked_before_stays_asked_and_in_the_order_of_use() -> None:
    """Else the next run, which knows that all were asked, would show them otherwise."""
    older = [signup(2, "Wim Haan", phone="0612345789"), signup(3, "W. Haan", phone="0687654321")]
    newer = [signup(4, "Bregje Zandstra", phone="0611223344"), signup(5, "Bregje Zandstra")]
    first = merge({"signup": older}, Decisions(), (), frozenset(), Settings())
    second = merge({"signup": older + newer}, asked(first), (), frozenset(), Settings())
    third = merge({"signup": older + newer}, asked(second), (), frozenset(), Settings())
    assert [question.open for question in second.questions] == [True, True]
    assert second.questions == third.questions
    assert first.questions[0].id == second.questions[1].id


def test_what_was_asked_before_is_asked_rather_than_another() -> None:
    """Of more pairs than a person can be asked about."""
    names = [
        "Duin",
        "Kooij",
        "Haan",
        "Zandstra",
        "Boomsma",
        "Elsinga",
        "Quispel",
        "Abbenes",
        "Vonk",
        "Terpstra",
        "Krol",
    ]
    rows = [
        signup(2 * place + which, f"{given} {family}", phone=f"06{which + 1}{place:02}4{place:02}71")
        for place, family in enumerate(names, 1)
        for which, given in enumerate(("Wim", "W."))
    ]
    everything = merge({"signup": rows}, Decisions(), (), frozenset(), Settings())
    assert len(everything.questions) == 10
    shown = {frozenset(question.subjects) for question in everything.questions}
    pairs = [(f"signup:{2 * place}", f"signup:{2 * place + 1}") for place in range(1, 12)]
    (other,) = [pair for pair in pairs if frozenset(pair) not in shown]
    before = Asked(question_id("possible_duplicate", *other), "possible_duplicate", other, "possible")
    again = merge({"signup": rows}, Decisions({}, {before.id: before}), (), frozenset(), Settings())
    assert len(again.questions) == 10
    assert before.id in {question.id for question in again.questions}


def test_who_has_two_names_is_found_by_both() -> None:
    fatma = [signup(2, "Fatma Kaya", phone="0612345789"), signup(3, "Fatma de Boer", phone="0612345789")]
    married = {("signup:2", "signup:3"): "same"}
    found = run([*fatma, door(4, "Fatma Kaya"), door(5, "Fatma de Boer", meeting=2)], married)
    assert together(found) == sets("signup:2 signup:3 attendance:4 attendance:5")


def asked(merged: Merged) -> Decisions:
    """What memory keeps where nobody answered."""
    asked = (Asked(one.id, one.code, one.subjects, one.outcome, one.said) for one in merged.questions)
    return Decisions({}, {one.id: one for one in asked})
