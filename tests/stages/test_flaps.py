"""One assembled flap per sub-theme."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.flaps import PARTS, Flap, assemble
from tests.build import response


def parts(**texts: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {part: texts.get(part, ()) for part in PARTS}


ROWS = [
    response("flap", 2, "2026-10-01T20:00:00", meeting=2, theme="Eten", part="analysis", text="het is duur"),
    response(
        "flap",
        3,
        "2026-09-03T20:05:00",
        meeting=1,
        theme="eten ",
        part="analysis",
        text="niet iedereen kookt",
    ),
    response(
        "flap", 4, "2026-09-03T20:01:00", meeting=1, theme="Eten", part="possible", text="een buurtoven"
    ),
    response("flap", 5, meeting=1, theme="eten", part="analysis", text="nog iets"),
    response("flap", 6, theme="ETEN", part="questions", text="wie heeft een oven?"),
    response("flap", 7, meeting=1, part="analysis", text="zonder thema"),
    response("flap", 8, meeting=3, theme="Bewegen", written={"part": "overig"}, text="geen deel"),
    response("flap", 9, theme="Bewegen", part="analysis"),
]


def test_the_rows_of_one_sub_theme_are_one_flap() -> None:
    assert assemble(ROWS) == (
        Flap("Bewegen", parts(), PARTS, (3,)),
        Flap(
            "Eten",
            parts(
                analysis=("niet iedereen kookt", "nog iets", "het is duur"),
                possible=("een buurtoven",),
                questions=("wie heeft een oven?",),
            ),
            ("own_solutions", "connections"),
            (1, 2),
        ),
        Flap("", parts(analysis=("zonder thema",)), PARTS[1:], (1,)),
    )


@given(st.permutations(ROWS))
@settings(max_examples=20, deadline=None)
def test_the_order_of_rows_does_not_matter(rows: list) -> None:
    assert assemble(rows) == assemble(ROWS)
