"""Whoever takes part: one badge, one line at the door, three invitations; no name without consent."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.app.printing import about
from pipeline.edges.paper.render import Press
from pipeline.stages.people import Participant, People
from pipeline.summaries.printed import THINGS
from tests.summaries.paper import job
from tests.summaries.scene import EMPTY

CODES = st.text("234679CDFHJKMNPQRTVWX", min_size=5, max_size=5)
NAMES = st.one_of(
    st.sampled_from(["فاطمة بنت محمد", "Ans", "Jan de Wit", "O'Neill <b>", "Annabella" * 22]),
    st.text(min_size=1, max_size=40).filter(str.strip),
)


@st.composite
def circles(draw: st.DrawFn) -> People:
    codes = draw(st.lists(CODES, max_size=12, unique=True))
    people = [
        Participant(
            code,
            draw(NAMES),
            consent=draw(st.sampled_from([True, False, None])),
            withdrawn=draw(st.booleans()),
            expected=draw(st.sampled_from([(), (2,), (1, 2)])),
            team=draw(st.booleans()),
        )
        for code in codes
    ]
    return People({person.code: person for person in people})


@settings(max_examples=20, deadline=None)
@given(circles())
def test_one_badge_one_line_three_invitations(people: People) -> None:
    run = job(2, replace(EMPTY, people=people), links={})
    everybody = Counter(list(people.participants))
    found = {key: THINGS[key].make(run) for key in ("signin", "badges", "invitations")}
    (door,) = found["signin"].pages  # type: ignore[union-attr]
    assert Counter(row.code for row in door["rows"]) == everybody  # type: ignore[attr-defined]
    badges = [card for page in found["badges"].pages for card in page["badges"]]  # type: ignore[union-attr, attr-defined]
    assert Counter(card["code"] for card in badges if card["code"]) == everybody
    assert {card["code"] for card in badges if card["name"]} == {
        person.code for person in people.participants.values() if person.shown
    }
    invited = found["invitations"]
    assert invited is not None
    assert Counter(page["code"] for page in invited.pages[:-1]) == Counter(f"U-{code}" for code in everybody)
    drawn = Press("nl", run.text, run.also).draw(invited, about(run))
    for code in everybody:
        assert drawn.count(f'<p class="code">U-{code}</p>') == 3
