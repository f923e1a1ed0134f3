"""The example Atelier: lively, whole, and the same every time."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.app.config import read_config
from pipeline.app.demo_atelier import demo_tabs, write_demo
from pipeline.app.demo_atelier.script import read_script
from pipeline.app.demo_atelier.tabs import example
from pipeline.edges.workbook.reader import WorkbookSource
from pipeline.model.errors import UserError
from pipeline.model.templates import Catalogue
from pipeline.stages.kept import Kept
from pipeline.stages.normalise import phone_key
from pipeline.stages.parse import parse
from pipeline.stages.run import Outcome, run
from pipeline.templates import load_catalogue

SEEDS = ["samenkracht", "zwaan", "kleef"]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def outcomes(catalogue: Catalogue) -> Mapping[str, Outcome]:
    """What the pipeline makes of the example, by seed."""

    def outcome(seed: str) -> Outcome:
        made = example(read_script(seed), catalogue)
        return run(parse(made.tabs, catalogue, made.settings), Kept(), made.memory, catalogue, made.settings)

    return {seed: outcome(seed) for seed in SEEDS}


@pytest.fixture(params=SEEDS)
def outcome(request: pytest.FixtureRequest, outcomes: Mapping[str, Outcome]) -> Outcome:
    return outcomes[request.param]


def written(outcome: Outcome, *codes: str) -> list[Any]:
    return [finding.details["written"] for finding in outcome.findings if finding.code in codes]


def test_every_form_and_working_tab_is_filled_in(catalogue: Catalogue) -> None:
    tabs = {tab.title: len(tab.rows) - 1 for tab in demo_tabs("samenkracht", catalogue)}
    expected = {form.title.nl for form in (*catalogue.forms.values(), *catalogue.working.values())}
    assert tabs.keys() == expected
    assert min(tabs.values()) >= 1
    assert (tabs["Aanmelding"], tabs["Idee"]) == (56, 64)


def test_the_circle_doubles(outcome: Outcome) -> None:
    assert [meeting.present for meeting in outcome.meetings] == [6, 13, 27, 53]
    assert len(outcome.people.participants) == 58


def test_chains_run_deep_and_some_beginnings_are_unknown(outcome: Outcome) -> None:
    assert max(outcome.invitations.generation.values()) == 5
    assert sorted(one.written for one in outcome.invitations.unknown) == [
        "Jan van de voetbal",
        "de buurvrouw van driehoog",
    ]
    assert Counter(outcome.invitations.evidence.values())["code"] >= 7


def test_ideas_get_the_stickers_of_the_script(outcome: Outcome) -> None:
    stickers = {idea.text: outcome.votes.stickers[idea.number].total for idea in outcome.ideas}
    assert stickers == {entry["idea"]: entry["stickers"] for entry in read_script("").files["ideas"]["ideas"]}
    assert sum(stickers.values()) == 147


def test_stickers_are_refused_for_every_reason_that_three_columns_allow(outcome: Outcome) -> None:
    reasons = Counter(refusal.reason for refusal in outcome.votes.refused)
    assert reasons == {"own_group": 2, "replaced": 3, "unknown_idea": 1, "unreadable": 1}


def test_third_place_is_shared(outcome: Outcome) -> None:
    texts = {idea.number: idea.text for idea in outcome.ideas}
    tie = outcome.votes.tie_at_cut
    assert tie is not None
    assert tie.place == 3
    assert {texts[number] for number in tie.ideas} == {"Formulierencafé", "Gereedschapsbieb in de kelderbox"}


def test_what_is_left_to_decide(outcome: Outcome) -> None:
    assert Counter(question.code for question in outcome.questions if question.open) == {
        "possible_duplicate": 1,
        "near_duplicate": 1,
        "who_is": 2,
        "recount": 1,
        "prize_tie": 1,
    }


def test_all_but_one_slip_is_understood(outcome: Outcome) -> None:
    assert written(outcome, "not_understood", "unknown_code", "unknown_option") == ["die met de soep"]
    assert [
        (one.code, one.where.form) for one in outcome.findings if one.severity == "warn" and one.where
    ] == [
        ("required_empty", "story"),
        ("not_understood", "vote"),
    ]


def test_who_did_not_consent_or_was_not_asked_is_nameless(outcome: Outcome) -> None:
    nameless = {
        person.name: person.consent for person in outcome.people.participants.values() if not person.shown
    }
    assert nameless == {"Sjaan Mulder": False, "Bep Olsthoorn": None, "Willem Jansen": None}


def test_households_are_no_person(outcome: Outcome) -> None:
    phones = Counter(
        phone_key(person.phone) for person in outcome.people.participants.values() if person.phone
    )
    assert sorted(number for number in phones.values() if number > 1) == [2, 2, 2, 2, 2, 2, 2, 3, 4]


def test_the_last_sync_was_after_the_third_meeting(outcome: Outcome) -> None:
    (entry,) = outcome.memory.log
    assert entry.at == "2026-05-08T10:12:00"
    assert (entry.counts["present:3"], entry.counts["ideas"]) == (27, 0)


def test_expenses_are_partly_paid_and_the_budget_is_covered(outcome: Outcome) -> None:
    money = outcome.money
    assert [str(amount) for amount in (money.claimed, money.paid, money.open)] == ["99.30", "53.15", "46.15"]
    assert money.balance > 0


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two", "other")]
    for folder, seed in zip(folders, ("swan", "swan", "goose"), strict=True):
        write_demo(folder, seed=seed)
    one, two, other = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert one == two
    assert sorted(one) == ["antwoorden.xlsx", "config.toml", "samenvatting.xlsx"]
    assert not [name for name in one if one[name] == other[name]]


def test_the_files_hold_what_the_tabs_say(tmp_path: Path, catalogue: Catalogue) -> None:
    write_demo(tmp_path)
    read = (
        *WorkbookSource(tmp_path / "antwoorden.xlsx").read(),
        *WorkbookSource(tmp_path / "samenvatting.xlsx").read(),
    )
    made = example(read_script("samenkracht"), catalogue)
    from_files = parse(read, catalogue, made.settings)
    assert from_files.responses == parse(made.tabs, catalogue, made.settings).responses


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    write_demo(tmp_path)
    sheet = load_workbook(tmp_path / "antwoorden.xlsx")["Idee"]
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK")]
    assert [cell.data_type for cell in cells] == ["s"]


def test_the_settings_can_be_read_and_are_explained(tmp_path: Path) -> None:
    write_demo(tmp_path, translate=str.upper)
    config = read_config(tmp_path / "config.toml")
    assert config.settings.title == "Weinig geld, veel in huis"
    assert config.settings.dates == (date(2026, 3, 12), date(2026, 4, 9), date(2026, 5, 7), date(2026, 6, 4))
    assert (config.responses, config.summary) == (
        tmp_path / "antwoorden.xlsx",
        tmp_path / "samenvatting.xlsx",
    )
    assert "# THE NEIGHBOURHOOD." in (tmp_path / "config.toml").read_text(encoding="utf-8")


def test_an_atelier_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError):
        write_demo(tmp_path)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [
        ("config.toml", "mine")
    ]


def test_nobody_could_be_telephoned_or_written_to(catalogue: Catalogue) -> None:
    signups = next(tab for tab in demo_tabs("samenkracht", catalogue) if tab.title == "Aanmelding")
    headers = [question.key for question in catalogue.forms["signup"].questions]
    for row in signups.rows[1:]:
        answers = dict(zip(headers, row, strict=True))
        phone = answers["phone"]
        digits = str(int(phone)) if isinstance(phone, float) else str(phone).replace(" ", "").replace("-", "")
        assert digits.removeprefix("+31").removeprefix("0").startswith("666")
        assert not answers["email"] or str(answers["email"]).endswith(".example")
