"""Every tab, whole, of an empty and of a lively Atelier."""

import pytest

from pipeline.model.tab import Table
from pipeline.stages.masking import names_of
from pipeline.summaries.fill import TELLING_THE_LOG, fill_all
from pipeline.summaries.own_questions import OWN_QUESTIONS
from tests.summaries.expected import SCENES, place
from tests.summaries.scene import ASKING, LOG, PEOPLE, catalogue, words
from tests.summaries.show import show

TABS = (
    "overview", "participants", "chain", "growth", "tables", "flaps", "stories", "ideas", "result", "domains",
    "evaluation", "team_evaluation", "money", "signals", "control", "log",
)  # fmt: skip


def test_all_tabs_come_in_order() -> None:
    tabs = fill_all(ASKING, words(), LOG)

    always = tuple(key for key in catalogue().summaries if key != OWN_QUESTIONS)
    assert tuple(tab.key for tab in tabs) == TABS == always


def test_some_tabs_can_be_filled_by_themselves() -> None:
    assert [tab.key for tab in fill_all(ASKING, words(), LOG, TELLING_THE_LOG)] == ["overview", "log"]


def test_only_the_tabs_that_tell_the_log_differ_with_it() -> None:
    without, told = fill_all(ASKING, words(), ()), fill_all(ASKING, words(), LOG)

    assert {tab.key for tab, other in zip(told, without, strict=True) if tab != other} == TELLING_THE_LOG


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("key", TABS)
def test_the_whole_tab(scene: str, key: str) -> None:
    assert SCENES[scene](key) == place(scene, key).read_text("utf-8")


@pytest.mark.parametrize("key", TABS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_nobody_without_consent_is_named(key: str, language: str) -> None:
    hidden = {"Schaakclub Toren"} | names_of(
        person for person in PEOPLE.participants.values() if person.shown is None
    )

    text = "\n".join(show(tab) for tab in fill_all(ASKING, words(language), LOG) if tab.key == key).casefold()

    assert len(hidden) == 4
    assert [name for name in hidden if name.casefold() in text] == []


@pytest.mark.parametrize("written", ["tante Sjaan", "Jan van boven", "de bakker", "buurvrouw", "Onbekend"])
def test_a_name_that_nobody_could_be_found_for_stands_in_control_only(written: str) -> None:
    tabs = fill_all(ASKING, words(), LOG)

    assert [tab.key for tab in tabs if written in show(tab)] == []


def test_every_column_of_the_program_is_filled_somewhere() -> None:
    cells: dict[tuple[str, str, str], set[bool]] = {}
    for tab in fill_all(ASKING, words(), LOG):
        for block in tab.blocks:
            for nth, column in enumerate(block.columns if isinstance(block, Table) else ()):
                filled = {row.cells[nth] is not None for row in block.rows}
                cells.setdefault((tab.key, block.key, column.key), {column.people}).update(filled)

    assert [column for column, filled in cells.items() if filled == {False}] == []
