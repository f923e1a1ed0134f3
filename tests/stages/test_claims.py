"""Which rows are claims, and what they say."""

from dataclasses import replace

from pipeline.model.findings import Where
from pipeline.stages.claims import collect, first_claim_order, is_guest_code
from pipeline.stages.codes import code_at
from pipeline.stages.people import Claim
from tests.build import response

CODE = code_at(0, "x")


def test_every_form_that_makes_a_participant_is_collected_in_order() -> None:
    found = collect(
        {
            "team": [response("team", 2, name="Otto Duin")],
            "vote": [response("vote", 2, name="Bep Kooij")],
            "attendance": [
                response("attendance", 2, "2026-09-03T19:00", name="Bep Kooij", meeting=1, came_with="Otto")
            ],
            "signup": [
                response(
                    "signup",
                    2,
                    name="Bep Kooij",
                    email="bep@post.nl",
                    phone="0612345789",
                    postcode="2531 AB",
                    organisation="De Brug",
                    role=("resident",),
                    invited_by="Otto",
                )
            ],
        }
    )
    assert [claim.id for claim in found] == ["signup:2", "attendance:2", "team:2"]
    assert found[0] == Claim(
        "signup:2",
        Where("signup", 2),
        "Bep Kooij",
        email="bep@post.nl",
        phone="0612345789",
        postcode="2531 AB",
        organisation="De Brug",
        roles=("resident",),
        invited_by="Otto",
    )
    assert (found[1].meeting, found[1].companion) == (1, "Otto")


def test_an_own_code_stands_instead_of_a_name() -> None:
    own, guest = collect(
        {
            "attendance": [
                response("attendance", 2, name=CODE.lower(), meeting=1),
                response("attendance", 3, name=f"U-{CODE}", meeting=1),
            ]
        }
    )
    assert (own.name, own.code) == (None, CODE)
    assert (guest.name, guest.code) == (f"U-{CODE}", None)
    assert is_guest_code(guest)
    assert not is_guest_code(own)


def test_a_code_beside_a_name_is_read_where_it_was_given_and_a_slip_is_told() -> None:
    slip = ("3" if CODE[0] != "3" else "4") + CODE[1:]
    names = [f"Bep ({CODE.lower()})", f"Bep {slip}", slip, f"Bep U-{CODE}", f"Bep {code_at(9, 'x')}"]
    rows = {"attendance": [response("attendance", row, name=name) for row, name in enumerate(names, 2)]}
    found = [(claim.name, claim.code, claim.slip, claim.typed) for claim in collect(rows, {CODE})]
    assert found[:3] == [
        ("Bep", CODE, None, f"Bep {CODE}"),
        ("Bep", None, slip, f"Bep {slip}"),
        (None, None, slip, slip),
    ]
    assert [one[0] for one in found[3:]] == names[3:]
    unknown = [(claim.name, claim.code, claim.slip) for claim in collect(rows)]
    assert unknown[:3] == [(names[0], None, None), (names[1], None, None), (slip, None, slip)]


def test_the_attendance_list_claims_by_ticks_and_by_typed_names() -> None:
    found = collect(
        {
            "attendance_list": [
                response("attendance_list", 2, code=CODE, name="Bep Kooij", meeting_1=True),
                response("attendance_list", 3, code=CODE, name="Bep Kooij", meeting_1=False),
                response("attendance_list", 4, code=CODE),
                response("attendance_list", 5, name="Otto Duin"),
            ]
        }
    )
    assert [(claim.where.row, claim.name, claim.code) for claim in found] == [
        (2, "Bep Kooij", CODE),
        (5, "Otto Duin", None),
    ]


def test_a_name_that_the_program_wrote_is_nobodys_word() -> None:
    ours = replace(response("attendance_list", 2, code=CODE, name="Bep Kooi", meeting_1=True), ours=("name",))
    rows = {"attendance_list": [ours], "attendance": [response("attendance", 2, name=CODE)]}
    assert [claim.name for claim in collect(rows, {CODE})] == [None, None]
    assert [claim.name for claim in collect(rows)] == [None, "Bep Kooi"]


def test_people_come_in_order_of_time_then_content_never_of_row() -> None:
    rows = [
        response("signup", 2, name="Aad"),
        response("signup", 3, "2026-09-02T10:00", name="Bep"),
        response("signup", 4, "2026-09-01T10:00", name="Wim"),
        response("signup", 5, "2026-09-02T10:00", name="Aad"),
        response("signup", 6, email="aad@post.nl"),
    ]
    ordered = sorted(collect({"signup": rows}), key=first_claim_order)
    assert [claim.where.row for claim in ordered] == [4, 5, 3, 6, 2]
