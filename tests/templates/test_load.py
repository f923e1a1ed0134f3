"""The shipped templates are whole, and every mistake in a team's own ones is told with file and line."""

from pathlib import Path

import pytest

from pipeline.model.errors import WRONG_SETTINGS, UserError
from pipeline.model.headers import same_header_key
from pipeline.model.settings import DOMAINS, ROLES, Settings, plain_meetings
from pipeline.model.templates import Catalogue
from pipeline.summaries.fill import resolves
from pipeline.templates import load_catalogue

FORMS = (
    "signup attendance bring flap story advice idea vote count evaluation team_evaluation facility signal "
    "expense"
)
WORKING = "team network programme budget cover agreements attendance_list payouts notes table_wishes"
SUMMARIES = (
    "overview participants chain growth tables flaps stories ideas result domains evaluation team_evaluation "
    "money signals own_questions control log"
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resolves=resolves)


def test_every_form_and_tab_is_there(catalogue: Catalogue) -> None:
    assert list(catalogue.forms) == FORMS.split()
    assert list(catalogue.working) == WORKING.split()
    assert set(catalogue.summaries) == set(SUMMARIES.split())


def test_every_form_starts_with_the_moment_and_no_working_tab_has_one(catalogue: Catalogue) -> None:
    assert {form.questions[0].header.both for form in catalogue.forms.values()} == {
        ("Tijdstempel", "Timestamp")
    }
    assert not [tab.key for tab in catalogue.working.values() for q in tab.questions if q.kind == "timestamp"]


def test_options_have_the_codes_of_the_results(catalogue: Catalogue) -> None:
    def codes(form: str, question: str) -> tuple[str, ...]:
        return tuple(option.code for option in catalogue.forms[form].question(question).options)

    assert codes("signup", "role") == ROLES
    assert codes("evaluation", "role") == ROLES
    assert codes("idea", "problem_domain") == DOMAINS
    assert codes("story", "domains") == DOMAINS
    assert codes("facility", "domains") == DOMAINS
    assert codes("signal", "domains") == DOMAINS


@pytest.mark.parametrize(
    ("form", "required"),
    [
        ("signup", "name role consent"),
        ("attendance", "meeting name"),
        ("bring", "meeting name brings"),
        ("flap", "theme part text"),
        ("story", "meeting names source story share"),
        ("advice", "person"),
        ("idea", "group idea"),
        ("vote", "name group"),
        ("count", "idea stickers"),
        ("evaluation", "meeting"),
        ("team_evaluation", "agreements"),
        ("facility", "name domains"),
        ("signal", "signal level"),
        ("expense", "name what amount"),
    ],
)
def test_the_required_columns_are_those_of_the_design(catalogue: Catalogue, form: str, required: str) -> None:
    asked = [question.key for question in catalogue.forms[form].questions if question.required]
    assert asked == required.split()


def test_what_identifies_a_person_is_marked_personal(catalogue: Catalogue) -> None:
    personal = {
        (form.key, question.key)
        for form in catalogue.forms.values()
        for question in form.questions
        if question.personal
    }
    signup = {
        ("signup", key) for key in ["name", "email", "phone", "postcode", "invited_by", "meal", "needs"]
    }
    others = {
        ("attendance", "name"), ("attendance", "came_with"), ("bring", "name"), ("bring", "brings"),
        ("bring", "storytellers"), ("story", "names"), ("advice", "names"), ("idea", "thinkers"),
        ("vote", "name"), ("count", "counted_by"), ("team_evaluation", "name"), ("expense", "name"),
    }  # fmt: skip
    assert personal == signup | others


def test_no_tab_bears_the_title_of_another(catalogue: Catalogue) -> None:
    tabs = (*catalogue.forms.values(), *catalogue.working.values(), *catalogue.summaries.values())
    for language in ("nl", "en"):
        titles = [same_header_key(tab.title[language]) for tab in tabs]
        assert sorted(titles) == sorted(set(titles))
        assert all(len(tab.title[language]) <= 31 for tab in tabs)


QUESTION = """
[[questions]]
key = "submitted_at"
kind = "timestamp"
header = { nl = "Tijdstempel", en = "Timestamp" }
"""
FORM = 'key = "quiz"\ntitle = { nl = "Quiz", en = "Quiz" }\n' + QUESTION


def laid_over(folder: Path, name: str, text: str) -> Catalogue:
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return load_catalogue(folder, resolves)


@pytest.mark.parametrize(
    ("name", "text", "said", "line"),
    [
        ("forms/quiz.toml", FORM + "colour = 3\n", "setting that I do not know: colour", 8),
        ("forms/quiz.toml", 'title = { nl = "Quiz", en = "Quiz" }\n', "lacks key", 1),
        ("forms/quiz.toml", 'key = "quiz"\ntitle = { nl = "Quiz", en = "Quiz" }\n', "lacks questions", 1),
        ("forms/quiz.toml", FORM.replace(', en = "Timestamp"', ""), "lacks language en", 7),
        ("forms/quiz.toml", FORM.replace('{ nl = "Tijdstempel", en = "Timestamp" }', '""'), "language nl", 7),
        ("forms/quiz.toml", FORM.replace('{ nl = "Tijdstempel", en = "Timestamp" }', "7"), "language nl", 7),
        ("forms/quiz.toml", FORM.replace('"submitted_at"', '"moment"'), "must be submitted_at", 4),
        ("forms/quiz.toml", FORM.replace('"timestamp"', '"moment"'), "kind that I do not know: moment", 6),
        ("forms/quiz.toml", FORM.replace('kind = "timestamp"\n', ""), "lacks kind", 5),
        ("forms/quiz.toml", FORM.replace('"timestamp"', '"choice"'), "Options belong to", 5),
        (
            "forms/quiz.toml",
            FORM + QUESTION.replace("submitted_at", "again").replace("Timestamp", "Again"),
            "have one header: Tijdstempel",
            7,
        ),
        (
            "forms/quiz.toml",
            FORM
            + """
[[questions]]
key = "colour"
kind = "choice"
header = { nl = "Kleur", en = "Colour" }
options = [
  { code = "red", text = { nl = "Rood", en = "Red" } },
  { code = "pink", text = { nl = "Roze", en = "Pink" }, aliases = ["ROOD"] },
]
""",
            "are alike: ROOD",
            15,
        ),
        (
            "tabs/log.toml",
            'key = "log"\ntitle = { nl = "Aanmelding" }\n',
            "Two tabs bear one title: Aanmelding",
            2,
        ),
        ("tabs/log.toml", 'key = "log"\nfill = "log:nothing"\n', "names no function: log:nothing", 2),
        (
            "tabs/log.toml",
            'key = "log"\n[[sections]]\nkey = "more"\nrow_key = "x"\n'
            'columns = [{ key = "a", header = { nl = "A", en = "A" } }]\n',
            "row_key of a section is no column: x",
            4,
        ),
        ("words/no_inviter.toml", "list = []\n", "setting that I do not know: list", 1),
        ("words/no_inviter.toml", "words = [3]\n", "something else behind words", 1),
        ("words/mine.toml", "", "lacks words", 1),
        ("words/columns.toml", "[email]\nheaders = []\n", "setting that I do not know: headers", 2),
        ("forms/quiz.toml", FORM + "required = 1\n", "something else behind required", 8),
        ("forms/quiz.toml", FORM + 'width = "wide"\n', "something else behind width", 8),
        ("forms/quiz.toml", FORM + 'aliases = "Moment"\n', "something else behind aliases", 8),
        ("forms/quiz.toml", FORM + 'options = ["Ja", "Nee"]\n', "something else behind options", 8),
        ("forms/quiz.toml", 'order = "1"\n' + FORM, "something else behind order", 1),
        ("forms/quiz.toml", 'key = "quiz"\nquestions = 3\n', "something else behind questions", 2),
        ("forms/quiz.toml", FORM.replace('"Timestamp"', "3"), "lacks language en", 7),
        ("forms/quiz.toml", FORM + QUESTION, "have one header: Tijdstempel", 7),
        ("working/quiz.toml", FORM.replace('nl = "Quiz"', 'nl = "LOGBOEK"'), "one title: LOGBOEK", 2),
        (
            "tabs/log.toml",
            'key = "log"\n[[sections]]\nkey = "more"\n'
            'columns = [{ key = "a", header = { nl = "A", en = "A" }, style = "loud" }]\n',
            "style that I do not know: loud",
            4,
        ),
        ("texts/findings/own.toml", '[x]\nnl = "{"\nen = "x"\n', "bracket that is not closed: {", 2),
        (
            "texts/workbook.toml",
            '[page]\nnl = "Blad {page}"\nen = "Page {sheet}"\n',
            "asks for {sheet}, which is not filled in",
            3,
        ),
        ("texts/findings/own.toml", '[x]\nnl = "Hallo"\n', "lacks language en", 2),
    ],
)
def test_a_mistake_is_told_with_file_and_line(
    tmp_path: Path, name: str, text: str, said: str, line: int
) -> None:
    with pytest.raises(UserError, match=said) as told:
        laid_over(tmp_path, name, text)
    error = told.value
    assert error.exit_code == WRONG_SETTINGS
    assert (error.details["file"], error.details["line"]) == (Path(name).name, line)
    assert error.todo == "Mend it in {file}, line {line}."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\nkey = \n", "cannot be understood from line 2 on"),
        (b'key = "x"\n[', "cannot be understood from line 2 on"),
        (b"\xff\xfe", "has letters that cannot be read"),
    ],
)
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "mine.toml").write_bytes(content)
    with pytest.raises(UserError, match=rf"mine\.toml {said}"):
        load_catalogue(tmp_path)


def test_what_a_team_words_otherwise_is_also_known_by_our_words(tmp_path: Path) -> None:
    catalogue = laid_over(
        tmp_path,
        "forms/evaluation.toml",
        """
key = "evaluation"
[[questions]]
key = "role"
options = [{ code = "resident", text = "Buur" }]
[[questions]]
key = "welcome"
header = "Ik voelde mij thuis"
[[questions]]
key = "heard"
header = { nl = "Ik voelde mij welkom" }
""",
    )
    evaluation = catalogue.forms["evaluation"]
    welcome, heard = evaluation.question("welcome"), evaluation.question("heard")
    assert welcome.header.both == ("Ik voelde mij thuis", "Ik voelde mij thuis")
    assert "Ik voelde mij welkom" not in welcome.aliases
    assert "I felt welcome" in welcome.aliases
    assert "Er is naar mij geluisterd" in heard.aliases
    assert {"Bewoner", "Resident"} <= set(evaluation.question("role").options[0].aliases)
    assert not any(question.own for question in evaluation.questions)


def test_a_team_changes_a_wording_and_adds_a_question_and_an_option(tmp_path: Path) -> None:
    catalogue = laid_over(
        tmp_path,
        "forms/signup.toml",
        """
key = "signup"
title = { nl = "Doe mee", en = "Join in" }
[[questions]]
key = "name"
header = { nl = "Hoe heet u?" }
[[questions]]
key = "role"
options = [{ code = "pupil", text = { nl = "Leerling", en = "Pupil" } }]
[[questions]]
key = "bike"
kind = "yes_no"
header = { nl = "Komt u op de fiets?", en = "Will you come by bike?" }
""",
    )
    signup = catalogue.forms["signup"]
    assert signup.title.both == ("Doe mee", "Join in")
    assert signup.question("name").header.both == ("Hoe heet u?", "What is your name?")
    assert signup.question("name").required
    assert [option.code for option in signup.question("role").options] == [*ROLES, "pupil"]
    assert signup.questions[-1].key == "bike"
    assert list(catalogue.forms) == FORMS.split()


def test_a_team_adds_words_and_wordings(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "refusals.toml").write_text(
        '[own_group]\nnl = "Eigen groep"\nen = "Own group"\n', encoding="utf-8"
    )
    catalogue = laid_over(tmp_path, "words/no_inviter.toml", 'words = ["de radio"]\n')
    assert catalogue.words["no_inviter"][-1] == "de radio"
    assert len(catalogue.words["no_inviter"]) > 10
    assert catalogue.texts["refusals"]["own_group"].nl == "Eigen groep"


def test_a_team_adds_words_for_columns(tmp_path: Path) -> None:
    catalogue = laid_over(tmp_path, "words/columns.toml", '[email]\nwords = ["elektropost"]\n')
    assert catalogue.words["columns.email"][-1] == "elektropost"
    assert "postcode" in catalogue.words["columns.postcode"]


def test_a_form_of_a_team_s_own_comes_last(tmp_path: Path) -> None:
    assert list(laid_over(tmp_path, "forms/quiz.toml", FORM).forms)[-1] == "quiz"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder “sjablonen”") as told:
        load_catalogue(tmp_path / "sjablonen")
    assert told.value.exit_code == WRONG_SETTINGS


@pytest.mark.parametrize(
    ("form", "start", "settings", "numbers"),
    [
        ("vote", "sticker_", Settings(), [1, 2, 3]),
        ("vote", "sticker_", Settings(stickers=5), [1, 2, 3, 4, 5]),
        ("vote", "sticker_", Settings(stickers=8), [1, 2, 3, 4, 5, 6, 7, 8]),
        ("attendance_list", "meeting_", Settings(), [1, 2, 3, 4]),
        ("attendance_list", "meeting_", Settings(meetings=plain_meetings(2)), [1, 2]),
    ],
)
def test_a_form_asks_as_much_as_the_atelier_has(
    form: str, start: str, settings: Settings, numbers: list[int]
) -> None:
    keys = [question.key for question in load_catalogue().source(form).columns(settings)]
    assert [key for key in keys if key.startswith(start)] == [f"{start}{number}" for number in numbers]
    assert "name" in keys
