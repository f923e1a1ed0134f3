"""What is made from the code is up to date, and every message has its Dutch."""

from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Message

from pipeline.app.config import read_config
from tests.house.generated import CONFIG, GENERATED, ROOT, template, translations

HOW = "python scripts/refresh makes it again"


@pytest.fixture(autouse=True)
def _language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nl")


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: str(path.relative_to(ROOT)))
def test_it_is_up_to_date(path: Path) -> None:
    assert path.read_bytes() == GENERATED[path](), HOW


def forms(texts: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """A message's text, or its singular and plural."""
    return (texts,) if isinstance(texts, str) else tuple(texts)


def places(text: str) -> set[str]:
    """The names that a message is filled with."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


def messages() -> list[Message]:
    return [message for message in translations() if message.id]


@pytest.mark.no_cover
def test_every_message_is_translated() -> None:
    ids = {forms(message.id) for message in template() if message.id}
    done = {forms(message.id) for message in messages() if message.string and all(forms(message.string))}
    assert ids == done


@pytest.mark.no_cover
def test_no_translation_fills_in_what_its_message_does_not_have() -> None:
    wrong = [
        message.id
        for message in messages()
        if set().union(*map(places, forms(message.string))) - set().union(*map(places, forms(message.id)))
    ]
    assert wrong == []


def test_the_example_settings_are_a_whole_atelier() -> None:
    assert [str(day) for day in read_config(CONFIG).settings.dates] == [
        "2026-09-03", "2026-10-01", "2026-10-29", "2026-11-26",
    ]  # fmt: skip
