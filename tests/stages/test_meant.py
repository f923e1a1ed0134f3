"""Why somebody may be meant by what was written."""

import pytest

from pipeline.stages.meant import why_meant
from pipeline.stages.people import Participant
from tests.summaries.scene import claim

BEP = Participant(
    "7KQ4M",
    "Elisabeth van den Berg",
    aliases=("X6TQ8",),
    claims=(
        claim("signup", 2, "Elisabeth van den Berg", phone="06 1234 5678"),
        claim("signup", 3, "Bep Berg", email="bep@post.nl"),
        claim("signup", 4),
    ),
)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Elisabeth", ("same_first_name",)),
        ("mijn buurvrouw Bep", ("same_first_name",)),
        ("Lies", ("called_first_name",)),
        ("Elisabet vd Berg", ("spelled_first_name", "same_surname")),
        ("E. van den Berg", ("short_first_name", "same_surname")),
        ("Kees en Bep", ("same_first_name",)),
        ("mevrouw Berg", ("same_surname",)),
        ("Berg", ("same_surname",)),
        ("iemand, x6tq8", ("same_code",)),
        ("7KQ4N", ("near_code",)),
        ("bel 0612345678", ("same_phone",)),
        ("bep@post.nl", ("same_email",)),
        ("mijn zus", ("kin",)),
        ("Karima", ()),
        ("", ()),
    ],
)
def test_what_points_to_somebody_is_told(written: str, why: tuple[str, ...]) -> None:
    assert why_meant(written, BEP).reasons == why


def test_a_first_name_is_told_as_one_in_whatever_order_the_names_stand() -> None:
    claims = (claim("attendance", 2, "Gerrit Zandstra"), claim("attendance", 3, "Zandstra Gerrit"))
    assert why_meant("Gerrit", Participant("7KQ4M", "Gerrit Zandstra", claims=claims)).reasons == (
        "same_first_name",
    )


def test_a_better_name_fits_better_and_one_of_several_does_not_count() -> None:
    whole, half, other = (why_meant(text, BEP).fit for text in ("Bep Berg", "Bep", "Kees en Bep"))
    assert whole > half > other == 0
