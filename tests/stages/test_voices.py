"""Stories that may be shared, and the advice top and tip."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.people import Participant, People
from pipeline.stages.voices import Advice, Story, advise, tell
from tests.build import response

PEOPLE = People(
    {
        "2B7KQ": Participant("2B7KQ", "Priya Ramdin", consent=True),
        "3C8MR": Participant("3C8MR", "Kofi Mensah", consent=None),
    }
)
FULL = {
    "source": "own",
    "domains": ("social", "body"),
    "story": "Kofi nam soep mee",
    "strength": "dat Kofi durft",
    "lesson": "vraag het aan Priya",
}


def test_a_shared_story_is_told_without_names_of_people_without_consent() -> None:
    assert tell([response("story", 2, share=True, **FULL)], PEOPLE) == (
        Story("own", ("social", "body"), "… nam soep mee", "dat … durft", "vraag het aan Priya", shared=True),
    )


@pytest.mark.parametrize("share", [{}, {"share": False}])
def test_a_story_that_may_not_be_shared_is_counted_without_its_text(share: dict[str, bool]) -> None:
    assert tell([response("story", 2, **FULL, **share)], PEOPLE) == (
        Story("own", ("social", "body"), None, None, None, shared=False),
    )


def test_what_was_left_out_stays_out() -> None:
    assert tell([response("story", 2, share=True)], PEOPLE) == (
        Story(None, (), None, None, None, shared=True),
    )


@given(
    st.permutations(
        [
            response("story", 2, share=True, story="b"),
            response("story", 3, share=True, source="read", story="b"),
            response("story", 4, share=True, source="own", story="c"),
            response("story", 5, source="own"),
            response("story", 6, share=False, source="known"),
        ]
    )
)
@settings(max_examples=20, deadline=None)
def test_stories_stand_in_order_of_their_content(rows: list) -> None:
    told = [(story.shared, story.source, story.story) for story in tell(rows, PEOPLE)]
    assert told == [
        (True, "own", "c"),
        (True, "read", "b"),
        (True, None, "b"),
        (False, "known", None),
        (False, "own", None),
    ]


def test_advice_is_sorted_by_person_and_empty_advice_is_none() -> None:
    rows = [
        response("advice", 2, person="Zus", tip="rust"),
        response("advice", 3, person="ömer", top="durft"),
        response("advice", 4, person="Ömer", top="vraagt", tip="sneller vragen"),
        response("advice", 5, person="Ada"),
        response("advice", 6, top="voor wie?"),
    ]
    assert advise(rows) == (
        Advice("", "voor wie?", None),
        Advice("Ömer", "vraagt", "sneller vragen"),
        Advice("ömer", "durft", None),
        Advice("Zus", None, "rust"),
    )
