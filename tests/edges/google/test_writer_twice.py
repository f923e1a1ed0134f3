"""Two people who write at once, connections that break, and writes too large for one request."""

from collections.abc import Callable

import pytest

from pipeline.edges.google import composing, staging
from pipeline.edges.google.errors import GoogleError
from pipeline.edges.google.snapshot import Spreadsheet
from pipeline.edges.google.writer import GoogleTarget
from pipeline.edges.interface import StaleError
from pipeline.model.errors import NO_ACCESS, NOT_REACHABLE, UserError
from pipeline.model.responses import MARK
from pipeline.model.tab import Cell, Column, Draft, Link, Roster, Row, Table
from tests.edges.google.scene import ROBOT, Scene
from tests.edges.google.summaries import (
    asked,
    cell,
    change,
    ideas,
    meanwhile,
    tabs,
    target,
    texts,
    typed,
    written,
)
from tests.edges.workbooks import MEMORY, ROSTER, draft, people, tab
from tests.google_emulator.faults import Fault

READ = ["get", "batchGet"]
OTHER = draft(tab(people(("7KQ4M", "Fatma", None))), memory=((f"schema{MARK}", "1", '""'),))


def generation(google: Scene) -> int:
    found: int = tabs(google)[MEMORY]["properties"]["sheetId"]
    return found


@pytest.mark.parametrize("first", [True, False])
def test_the_second_of_two_writers_is_refused_whole(google: Scene, first: bool) -> None:
    if not first:
        written(google, ideas(("1", "Moestuin", "bedacht")))
    one, two = target(google), target(google)
    one.read()
    two.read()
    one.write(draft(rosters=(ROSTER,)))
    before = tabs(google)
    with pytest.raises(StaleError):
        two.write(OTHER)
    assert tabs(google) == before
    two.read()
    two.write(OTHER)
    assert texts(google, MEMORY) == [[f"schema{MARK}", "1", '""']]


def test_every_write_is_a_generation_of_its_own(google: Scene) -> None:
    generations = []
    for name in ("Fatma", "Emre", "Truus"):
        written(google, draft(tab(people(("7KQ4M", name, None)))))
        generations.append(generation(google))
    assert generations == [generations[0], generations[0] + 1, generations[0] + 2]
    change(google, {"addSheet": {"properties": {"title": "In de weg", "sheetId": generations[0] + 3}}})
    written(google)
    assert generation(google) == generations[0] + 4


def test_a_write_that_was_applied_before_the_connection_broke_is_done(google: Scene) -> None:
    one = target(google)
    one.read()
    google.emulator.faults.add(Fault("cut", ":batchUpdate", applied="after"))
    one.write(draft())
    assert asked(google) == [*READ, "batchUpdate", "batchUpdate", "get"]
    again = target(google)
    again.read()
    assert again.plan(draft()).changed == ()


def test_a_write_that_never_arrived_is_sent_again(google: Scene) -> None:
    one = target(google)
    one.read()
    google.emulator.faults.add(Fault("cut", ":batchUpdate"))
    one.write(draft())
    assert asked(google) == [*READ, "batchUpdate", "batchUpdate"]


def test_what_google_does_not_do_is_told_and_nothing_is_written(google: Scene) -> None:
    before = tabs(google)
    for kind, code in (("400", 1), ("403", NO_ACCESS), ("503", NOT_REACHABLE)):
        one = target(google)
        one.read()
        google.emulator.faults.add(Fault(kind, ":batchUpdate", times=None))
        with pytest.raises(UserError) as told:
            one.write(draft())
        google.emulator.faults.clear()
        assert told.value.exit_code == code
        assert tabs(google) == before


def test_who_lost_access_meanwhile_hears_why(google: Scene) -> None:
    one = target(google)
    one.read()
    meanwhile(google, lambda: google.world.unshare(google.spreadsheet, ROBOT))
    with pytest.raises(GoogleError) as told:
        one.write(draft())
    assert told.value.exit_code == NO_ACCESS


@pytest.mark.parametrize("title", ["Groei", "Presentielijst"])
def test_a_tab_that_somebody_deletes_meanwhile_is_made_anew(google: Scene, title: str) -> None:
    written(google, draft(rosters=(ROSTER,)))
    one = target(google)
    one.read()
    gone = tabs(google)[title]["properties"]["sheetId"]
    meanwhile(google, lambda: change(google, {"deleteSheet": {"sheetId": gone}}))
    more = type(ROSTER)("attendance_list", "code", (*ROSTER.rows, ("N", (("name", "N"),))))
    wanted = draft(tab(people(("P4WX2", "Jan", None))), rosters=(more,))
    with pytest.raises(StaleError):
        one.write(wanted)
    one.read()
    one.write(wanted)
    assert texts(google, title)[-1][0] in {"P4WX2", "N"}


def large(rows: int = 400) -> Draft:
    columns = (Column("a", "Wat", 30), Column("b", "Waarheen"), Column("c", "Hoeveel", style="number"))
    lines = (Row((f"regel {n} é", Cell("Team", "good", Link(tab="team")), n)) for n in range(rows))
    return draft(tab(Table("l", columns, tuple(lines))), rosters=(ROSTER,))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """The most bytes of a request, far fewer than usual."""
    monkeypatch.setattr(staging, "MOST_BYTES", 20_000)
    monkeypatch.setattr(staging, "SMALL", 2_000)
    return 20_000


def test_a_large_summary_comes_in_parts_and_is_put_in_place_at_once(google: Scene, small: int) -> None:
    one = target(google)
    one.read()
    seen: list[list[str]] = []
    meanwhile(google, lambda: seen.append([*tabs(google)]), when=3)
    one.write(large())
    entries = google.emulator.log.entries[2:]
    assert max(entry.bytes_in for entry in entries) <= small
    assert [title for title in seen[0] if not title.startswith(staging.TITLE)] == ["Sheet1"]
    assert [*tabs(google)] == ["Groei", "Team", "Presentielijst", "Uitbetalingen", "Sheet1", MEMORY]
    assert texts(google, "Groei")[-1] == ["regel 399 é", "Team", 399]
    again = target(google)
    again.read()
    assert again.plan(large()).changed == ()
    link = tabs(google)["Groei"]["data"][0]["rowData"][-1]["values"][1]["userEnteredFormat"]
    team = tabs(google)["Team"]["properties"]["sheetId"]
    assert link["textFormat"]["link"]["uri"] == f"#gid={team}&range=A1"


@pytest.mark.parametrize("when", range(1, 6))
@pytest.mark.parametrize("applied", ["before", "after"])
def test_a_large_write_that_breaks_off_leaves_nothing_for_long(
    google: Scene, small: int, when: int, applied: str
) -> None:
    one = target(google)
    one.read()
    google.emulator.faults.add(Fault("500", ":batchUpdate", when=when, times=None, applied=applied))
    done = attempt(lambda: one.write(large()))
    google.emulator.faults.clear()
    if not done:
        assert "Groei" not in tabs(google)
    later = target(google)
    found = later.read()
    assert not [one for one in found if one.title.startswith(staging.TITLE) and not one.marked]
    if later.plan(large()).changed:
        later.write(large())
    later.read()
    assert later.plan(large()).changed == ()
    assert [*tabs(google)] == ["Groei", "Team", "Presentielijst", "Uitbetalingen", "Sheet1", MEMORY]


def attempt(write: Callable[[], object]) -> bool:
    """Whether it said that it wrote."""
    try:
        write()
    except (UserError, StaleError):
        return False
    return True


def test_looks_that_do_not_fit_come_after_and_are_drawn_by_the_next_sync_if_they_do_not_arrive(
    google: Scene, small: int
) -> None:
    one = target(google)
    one.read()
    google.emulator.faults.add(Fault("500", "repeatCell", when=2, times=None))
    one.write(large())
    google.emulator.faults.clear()
    assert texts(google, "Groei")[-1] == ["regel 399 é", "Team", 399]
    one.read()
    assert one.plan(large()).changes["Groei"] == 1
    one.write(large())
    one.read()
    assert one.plan(large()).changed == ()


@pytest.mark.parametrize("lost", ["copyPaste", "batchUpdate createDeveloperMetadata"])
def test_looks_that_come_after_are_drawn_once_though_an_answer_is_lost(
    google: Scene, small: int, lost: str
) -> None:
    one = target(google)
    one.read()
    google.emulator.faults.add(Fault("cut", lost, applied="after"))
    one.write(large())
    one.read()
    assert one.plan(large()).changed == ()
    assert len(tabs(google)["Groei"]["developerMetadata"]) == 1


def crowd(ending: str = "") -> Roster:
    """A list of people; every other one has another name with another ending."""
    rows = ((f"K{n}", (("name", f"Naam {n}{ending if n % 2 else ''}"),)) for n in range(300))
    return Roster(ROSTER.tab, ROSTER.key_column, tuple(rows))


def test_very_many_small_changes_go_together_in_parts(google: Scene, small: int) -> None:
    columns = (
        Column("code", "Code"), Column("a", "Hoeveel", style="number"), Column("b", "Stand", people=True)
    )  # fmt: skip

    def wanted(more: int, ending: str = "") -> Draft:
        said = {95: "klaar", 96: 2, 98: "van de rij erboven"} if more else {}
        rows = tuple(Row((f"K{n}", n + more * (n % 2), said.get(n)), f"K{n}") for n in range(300))
        return draft(tab(Table("l", columns, rows, row_key="code")), rosters=(crowd(ending),))

    written(google, wanted(0))
    typed(google, "Presentielijst!A152:B152", ["", "Iemand uit de straat"])
    typed(google, "Groei!C100:C101", ["klaar"], ["=1+1"])
    one = target(google)
    one.read()
    asked(google)
    meanwhile(google, lambda: typed(google, "Groei!C200", ["ook klaar"]), before="values.batchUpdate")
    one.write(wanted(7_000, " B"))
    assert max(entry.bytes_in for entry in google.emulator.log.entries) <= small
    assert texts(google, "Presentielijst")[151] == ["", "Iemand uit de straat"]
    assert texts(google, "Presentielijst")[152] == ["K151", "Naam 151 B"]
    assert [texts(google, "Groei")[row - 1][2] for row in (100, 101, 103, 200)] == [
        "klaar",
        2,
        "van de rij erboven",
        "ook klaar",
    ]
    assert cell(google, "Groei", 101, 3)["userEnteredValue"] == {"formulaValue": "=1+1"}
    one.read()
    assert one.plan(wanted(7_000, " B")).changes["Groei"] == 1, "all but what was typed meanwhile"


def test_changes_that_would_take_too_many_cells_on_their_way_are_told(
    google: Scene, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(google, large())
    before = tabs(google)
    sizes = [one["properties"]["gridProperties"] for one in before.values()]
    most = sum(size["rowCount"] * size["columnCount"] for size in sizes) + 50
    monkeypatch.setattr(composing, "MOST_CELLS", most)
    columns = (Column("a", "Wat", 30), Column("b", "Waarheen"), Column("c", "Hoeveel", style="number"))
    lines = tuple(Row((f"een andere regel {n}", "Team", n + 7_000)) for n in range(400))
    with pytest.raises(UserError, match="does not fit"):
        written(google, draft(tab(Table("l", columns, lines)), rosters=(ROSTER,)))
    assert tabs(google) == before


def test_links_lead_to_the_spreadsheet_with_the_responses(google: Scene) -> None:
    from pipeline.model.responses import Place

    elsewhere = google.create("Antwoorden")
    google.fill({"Formulierreacties 1": [["Tijdstempel", "Naam"]]}, elsewhere)
    responses = Spreadsheet(google.client, elsewhere)
    sheet = responses.snapshot().sheets[0]
    base = target(google)
    one = GoogleTarget(base._spreadsheet, base._catalogue, base._settings, responses)
    places = {
        "signup": Place(responses.snapshot().url, "Formulierreacties 1", {"name": 2}),
        "team": Place(responses.snapshot().url, "Elders", {}),
    }
    cells = tuple(
        Row((Cell("rij 12", None, link),))
        for link in (
            Link("signup", 12, "name"), Link("signup", 3), Link("team", 3), Link("vote", 3),
            Link(tab="nergens"),
        )
    )  # fmt: skip
    one.read()
    one.write(draft(tab(Table("l", (Column("a", "Waar"),), cells)), places=places))
    rows = tabs(google)["Groei"]["data"][0]["rowData"][4:]
    uris = [
        row["values"][0]["userEnteredFormat"]["textFormat"].get("link", {}).get("uri") for row in rows[:5]
    ]
    url = f"https://docs.google.com/spreadsheets/d/{elsewhere}/edit#gid={sheet.id}&range="
    assert uris == [f"{url}B12", f"{url}A3", None, None, None]
