"""What people typed in the program's tabs is read back, wherever they moved it."""

import pytest

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
        "decisions": {"same": Text("dezelfde", "same"), "nobody": Text("niemand van hen", "none of them")},
        "workbook": {"kept": Text("{title} (bewaard)", "{title} (kept)")},
    },
    words={},
)


def kept(markdown: str) -> Kept:
    return read_kept(tabs(markdown), CATALOGUE)


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
    }
    assert decisions.asked == {"V-000001": asked[0]}
    assert decisions.about("possible_duplicate") == ((asked[0], "same"),)
