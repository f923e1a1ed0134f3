"""Looking templates up by key."""

import pytest

from pipeline.model.templates import Form, SectionTemplate, SummaryTemplate, Text

TITLE = Text("Quiz", "Quiz")


def test_what_a_template_does_not_have_is_named() -> None:
    with pytest.raises(KeyError, match="colour"):
        Form("quiz", TITLE, ()).question("colour")
    section = SectionTemplate("answers", ())
    tab = SummaryTemplate("quiz", TITLE, "quiz:quiz", TITLE, sections=(section,))
    assert tab.section("answers") is section
    with pytest.raises(KeyError, match="questions"):
        tab.section("questions")
