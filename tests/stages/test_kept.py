"""What people typed in the program's tabs is read back, wherever they moved it."""

import pytest

from pipeline.model.errors import UserError
from pipeline.model.responses import RawCell
from pipeline.model.templates import Catalogue, ColumnTemplate, Option, SectionTemplate, SummaryTemplate, Text
from pipeline.stages.codes import code_at
from pipeline.stages.decisions import Asked
from pipeline.stages.kept import ADDED, Kept, read_kept
from pipeline.stages.memory import Memory
from tests.tables import tabs

FATMA, JAN = code_at(0, "x"), code_at(1, "x")


def worded(text: str) -> Text:
    return Text(text, f"{text} (English)")


def column(key: str, header: str, *options: str, people: bool = False) -> ColumnTemplate:
    choices = tuple(Option(option, worded(option.capitalize())) for option in options)
    return ColumnTemplate(key, worded(header), people=people, options=choices)


def summary(key: str, title: str, *sections: SectionTemplate) -> SummaryTemplate:
    return SummaryTemplate(key, worded(title), "x:y", worded("Uitleg"), sections)


CATALOGUE = Catalogue(
    forms={},
    working={},
    summaries={
        one.key: one
        for one in (
            summary("overview", "Overzicht", SectionTemplate("news", (column("what", "Wat"),))),
            summary(
                "participants",
                "Deelnemers",
                SectionTemplate(
                    "people",
                    (
                        column("code", "Code"),
                        column("name", "Naam"),
                        column("brought", "Nam mee"),
                        column("withdrawn", "Toestemming ingetrokken", people=True),
                    ),
                    row_key="code",
                ),
                SectionTemplate("ask", (column("code", "Wie (code)"), column("name", "Naam"))),
            ),
            summary(
                "tables",
                "Tafels",
                SectionTemplate(
                    "seats",
                    (
                        column("seat", "Stoel"),
                        column("who", "Wie"),
                        column("confirmed", "Bevestigd", people=True),
                    ),
                    row_key="seat",
                ),
            ),
            summary(
                "ideas",
                "Ideeën",
                SectionTemplate(
                    "ideas",
                    (
                        column("number", "Nummer"),
                        column("idea", "Idee"),
                        column("status", "Stand", "considered", "applied", people=True),
                    ),
                    row_key="number",
                ),
            ),
            summary(
                "control",
                "Controle",
                SectionTemplate(
                    "questions",
                    (
                        column("id", "Vraagnummer"),
                        column("question", "Vraag"),
                        column("decision", "Beslissing", people=True),
                    ),
                    row_key="id",
                ),
            ),
        )
    },
    texts={
        "decisions": {
            "same": Text("dezelfde", "same"),
            "nobody": Text("niemand van hen", "none of them"),
            "still_": Text("toch {answer}", "still {answer}"),
        },
        "workbook": {"kept": Text("{title} (bewaard)", "{title} (kept)")},
    },
    words={},
)


def kept(markdown: str, memory: Memory | None = None) -> Kept:
    return read_kept(tabs(markdown), CATALOGUE, memory or Memory())


PARTICIPANTS = """
# Deelnemers (marked)
| Deelnemers |
| Uitleg |
|  |
| Nam mee | Code | Naam | Toestemming ingetrokken | Bellen | | Lift |
| 2 | 7KQ4M | Fatma | FALSE | ma 3 okt | | |
|  |  |  |  |  |  |  |
| 0 | 8TRWP | | TRUE | | los | |
| Een opmerking van iemand |
| Aan wie vragen we nog toestemming? |
| Wie (code) | Naam | | | wie belt |
| 9XKWT | 3 | | x | Riet |
"""


def test_peoples_columns_and_added_ones_are_kept_by_the_rows_key() -> None:
    found = kept(PARTICIPANTS)
    assert found.cells == {
        "participants": {
            ADDED: {"Bellen": None, "Lift": None},
            "7KQ4M": {"Bellen": "ma 3 okt"},
            "8TRWP": {"withdrawn": True},
        }
    }
    assert found.order == {"participants": ("7KQ4M", "8TRWP")}
    assert found.cell("participants", "7KQ4M", "Bellen") == "ma 3 okt"
    assert found.cell("participants", "7KQ4M", "withdrawn") is None
    assert found.cell("participants", "AAAAA", "withdrawn") is None
    assert found.cell("chain", "7KQ4M", "withdrawn") is None


@pytest.mark.parametrize("title", ["Deelnemers", "Deelnemers (English)", "Onze mensen"])
def test_a_tab_is_known_by_either_title_and_when_renamed_by_its_first_cell(title: str) -> None:
    renamed = kept(PARTICIPANTS.replace("# Deelnemers", f"# {title}"))
    assert renamed == kept(PARTICIPANTS)


@pytest.mark.parametrize("title", ["Deelnemers (bewaard)", "Deelnemers (bewaard) 2", "Deelnemers (kept)"])
def test_an_old_tab_that_was_set_aside_is_not_read_as_the_tab_itself(title: str) -> None:
    assert kept(PARTICIPANTS.replace("# Deelnemers", f"# {title}")).cells == {}


def test_a_tab_with_the_right_title_comes_before_a_copy() -> None:
    copy = PARTICIPANTS.replace("# Deelnemers", "# Kopie").replace("8TRWP", "AAAAA")
    assert kept(copy + PARTICIPANTS) == kept(PARTICIPANTS)


def test_english_headers_are_known_too() -> None:
    english = """
    # Ideas
    | Nummer (English) | Idee (English) | Stand (English) |
    | 14 | Soep | Considered |
    """
    found = kept(english.replace("Ideas", "Ideeën (English)"))
    assert found.status(CATALOGUE) == {14: "considered"}


def test_nothing_is_kept_where_no_table_is_recognised() -> None:
    assert kept("") == Kept()
    assert kept("# Deelnemers (marked)\n| Deelnemers |\n| Code | iets |\n| 7KQ4M | x |") == Kept(
        {"participants": {}}, {"participants": ()}
    )
    keyless = "# Deelnemers (marked)\n| Deelnemers |\n| Naam | Nam mee | x |\n| Fatma | 2 | y |"
    assert kept(keyless) == Kept({"participants": {}}, {"participants": ()})


@pytest.mark.parametrize(
    ("cell", "withdrawn"),
    [(True, True), ("x", True), ("ja", True), ("gebeld op 3 oktober", True), (False, False), ("nee", False)],
)
def test_any_mark_but_a_no_takes_consent_back(cell: RawCell, withdrawn: bool) -> None:
    typed = Kept({"participants": {FATMA: {"withdrawn": cell}, JAN: {"Bellen": "ja"}}})
    assert typed.withdrawn() == ({FATMA} if withdrawn else frozenset())


def test_confirmed_seats() -> None:
    found = kept(
        f"""
        # Tafels (marked)
        | Tafels |
        | Stoel | Wie | Bevestigd |
        | 4-{FATMA} | Fatma | ja |
        | 4-{JAN} | Jan | nee |
        | los-briefje | Jan | ja |
        """
    )
    assert found.confirmed() == {(4, FATMA)}


def test_the_status_of_ideas() -> None:
    found = kept(
        """
        # Ideeën (marked)
        | Ideeën |
        | Nummer | Idee | Stand |
        | 14 | Soep | Considered |
        | 15 | Ruilkast | applied |
        | 16 | Taalmaatjes | volgend jaar |
        | 17 | Fietsles | |
        | nieuw | Oppas | applied |
        """
    )
    assert found.status(CATALOGUE) == {14: "considered", 15: "applied"}


def test_decisions() -> None:
    found = kept(
        f"""
        # Controle (marked)
        | Controle |
        | Vraagnummer | Vraag | Beslissing |
        | V-000001 | Wie? | Dezelfde |
        | V-000002 | Wie? | None of them. |
        | V-000003 | Wie? | {FATMA.lower()} – Fatma Yılmaz |
        | V-000004 | Wie? | {JAN} |
        | V-000005 | Wie? | geen idee |
        | V-000006 | Wie? | |
        | V-000007 | Wie? | same |
        | V-000008 | Wie? | Toch {FATMA.lower()} – Fatma Yılmaz |
        | V-000009 | Wie? | still the same |
        | V-00000A | Wie? | toch niemand van hen |
        | V-00000B | Wie? | toch toch niemand van hen |
        """
    )
    asked = (Asked("V-000001", "possible_duplicate", ("a", "b"), "possible"),)
    decisions = found.decisions(CATALOGUE, Memory(asked=asked))
    assert decisions.answers == {
        "V-000001": "same",
        "V-000002": "nobody",
        "V-000003": FATMA,
        "V-000004": JAN,
        "V-000007": "same",
        "V-000008": f"still_{FATMA}",
        "V-00000A": "still_nobody",
    }
    assert decisions.asked == {"V-000001": asked[0]}
    assert decisions.about("possible_duplicate") == ((asked[0], "same"),)


ASKED = Memory(
    asked=(
        Asked("V-000001", "possible_duplicate", ("a", "b"), "possible", "", "same"),
        Asked("V-000002", "who_is", ("c:name",), "possible", "a1b2c3", FATMA),
        Asked("V-000003", "who_is", ("d:name",), "possible"),
    )
)
CONTROLE = """
# Controle (marked)
| Controle |
|  |
| Vraagnummer | Vraag | Beslissing |
| V-000001 | Wie? | dezelfde |
| V-000002 | Wie? | |
| V-000003 | Wie? | |
| Aandachtspunten |
| let op | geen antwoord | |
"""


def test_what_was_answered_is_recalled_where_the_tab_is_gone() -> None:
    gone = kept("# Deelnemers (marked)\n| Deelnemers |\n", ASKED)
    assert gone.recalled == {"V-000001": "same", "V-000002": FATMA}
    assert gone.decisions(CATALOGUE, ASKED).answers == gone.recalled
    assert Kept({"control": {"V-000001": {"decision": "niemand van hen"}}}, {}, gone.recalled).decisions(
        CATALOGUE, ASKED
    ).answers == {"V-000001": "nobody", "V-000002": FATMA}


@pytest.mark.parametrize("row", ["| V-000001 | Wie? | dezelfde |\n", "| V-000002 | Wie? | |\n", ""])
def test_an_answer_is_taken_back_where_its_cell_is_empty_or_its_row_is_gone(row: str) -> None:
    found = kept(CONTROLE.replace(row, ""), ASKED)
    assert found.recalled == {}
    answers = {} if "dezelfde" in row else {"V-000001": "same"}
    assert found.decisions(CATALOGUE, ASKED).answers == answers


@pytest.mark.parametrize(
    ("before", "after", "what", "details"),
    [
        ("Beslissing", "Besluit", "the header", {"tab": "Controle", "header": "Beslissing"}),
        ("Vraagnummer", "", "the header", {"tab": "Controle", "header": "Vraagnummer"}),
        (
            "Vraagnummer | Vraag | Beslissing",
            "Vraagnummer (English) | Vraag (English) | Besluit",
            "the header",
            {"tab": "Controle", "header": "Beslissing (English)"},
        ),
        (
            "| Vraagnummer | Vraag | Beslissing |\n",
            "",
            "the header",
            {"tab": "Controle", "header": "Vraagnummer"},
        ),
        (
            "| V-000001 |",
            "|  |",
            "an answer without",
            {"tab": "Controle", "row": 4, "header": "Vraagnummer"},
        ),
    ],
)
def test_an_answer_that_cannot_be_read_is_an_error(
    before: str, after: str, what: str, details: dict[str, object]
) -> None:
    with pytest.raises(UserError) as told:
        kept(CONTROLE.replace(before, after), ASKED)
    assert what in told.value.what
    assert told.value.details == details


@pytest.mark.parametrize(
    "tab",
    [
        "# Controle (marked)\n| Controle |\n|  |\n| Geen vragen. |\n",
        CONTROLE,
        CONTROLE.replace("| Aandachtspunten |", "| | | los briefje |"),
        CONTROLE.replace("| V-000003 | Wie? | |", "| | | |"),
        CONTROLE.replace("| V-000003 | Wie? | |", "| | | nog bellen |"),
    ],
)
def test_what_is_no_answer_is_no_error(tab: str) -> None:
    memory = ASKED if "V-000001" in tab else Memory()
    assert kept(tab, memory).recalled == {}


def test_a_tab_of_somebody_else_with_that_title_is_no_error() -> None:
    assert kept("# Controle\n| Klaar? |\n", ASKED).decisions(CATALOGUE, ASKED).answers == {}
