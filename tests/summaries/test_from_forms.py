"""From filled-in forms to tabs, through every step."""

from dataclasses import replace

from pipeline.model.settings import Settings, plain_meetings
from pipeline.model.tab import Tab
from pipeline.model.templates import Words
from pipeline.stages.kept import Kept
from pipeline.stages.memory import Memory
from pipeline.stages.parse import parse
from pipeline.stages.run import Outcome, run
from pipeline.summaries.fill import fill_all, rosters
from pipeline.templates import load_catalogue
from tests.summaries.show import show
from tests.tables import tabs

CATALOGUE = load_catalogue()
SETTINGS = Settings(title="Samen eten", meetings=plain_meetings(2))
FORMS = """
# Aanmelding
| Tijdstempel | Naam | Rol | Uitgenodigd door | Bijeenkomsten | Telefoon | E-mail | Toestemming |
|---|---|---|---|---|---|---|---|
| 2026-09-01 10:00:00 | Ans Kuiper | Professional | niemand | Bijeenkomst 1, Bijeenkomst 2 | | | Ja |
| 2026-09-20 11:00:00 | Fatma Yılmaz | Bewoner | Ans Kuiper | Bijeenkomst 2 | | | Ja |
| 2026-09-21 12:00:00 | Jan Pronk | Bewoner | Fatma Yılmaz | Bijeenkomst 2 | 0612345678 | j@post.test | Nee |

# Presentie
| Tijdstempel | Welke bijeenkomst is dit? | Wat is uw naam, of de code op uw naamkaartje? |
|---|---|---|
| 2026-09-03 19:00:00 | 1 | Ans Kuiper |
| 2026-10-01 19:00:00 | 2 | ans kuiper |
| 2026-10-01 19:01:00 | 2 | Fatma Yilmaz |
| 2026-10-01 19:02:00 | 2 | Jan Pronk |

# Idee
| Tijdstempel | Aan welke tafel zit u? | Wat is het idee? | Wie hebben dit idee bedacht? |
|---|---|---|---|
| 2026-10-01 20:00:00 | 1 | Een soepfiets | Fatma Yılmaz, Jan Pronk, tante Sjaan |
| 2026-10-01 20:01:00 | 2 | Bingo in het donker, bel 06 1234 5678 of mail j (at) post.test | |

# Stemmen
| Tijdstempel | Naam | Tafel | Sticker 1 | Sticker 2 |
|---|---|---|---|---|
| 2026-10-01 21:00:00 | Ans Kuiper | 2 | 1 | 2 |
"""


def outcome() -> Outcome:
    return run(parse(tabs(FORMS), CATALOGUE, SETTINGS), Kept(), Memory(), CATALOGUE, SETTINGS)


def filled(found: Outcome) -> dict[str, Tab]:
    return {tab.key: tab for tab in fill_all(found, Words(CATALOGUE, "nl"), ())}


def test_the_front_page_tells_the_figures() -> None:
    shown = show(filled(outcome())["overview"])

    for line in (
        "## Samen eten",
        "Deelnemers: 3 <number> (van wie 3 er minstens één keer bij waren)",
        "Bij bijeenkomst 2: 3 <number> (2 nieuw, 1 terug)",
        "Groei van de kring: 3.0 <factor> (de methode hoopt op ×2)",
        "| Een soepfiets <first> | 1 <first/number> | 1 | 1 |",
    ):
        assert line in shown.splitlines()


def test_the_chain_names_who_agreed_and_gives_a_code_for_who_did_not() -> None:
    found = outcome()
    jan = next(person.code for person in found.people.participants.values() if person.name == "Jan Pronk")

    chain = show(filled(found)["chain"]).splitlines()

    start = chain.index("## De keten") + 2
    assert [line.split(" | ")[0] for line in chain[start : start + 3]] == [
        "| Ans Kuiper <strong>",
        "|   Fatma Yılmaz",
        f"|     {jan} <code>",
    ]


def test_nobody_finds_a_name_or_contact_without_consent_in_any_tab_or_list() -> None:
    found = outcome()

    everything = "".join(map(show, filled(found).values())) + repr(rosters(found))

    assert "Pronk" not in everything
    assert "Sjaan" not in everything
    assert "Bingo in het donker, bel … of …" in everything
    assert "5678" not in everything
    assert "post.test" not in everything


def test_the_order_of_the_rows_does_not_matter() -> None:
    turned = [replace(tab, rows=[tab.rows[0], *tab.rows[:0:-1]]) for tab in tabs(FORMS)]
    found = run(parse(turned, CATALOGUE, SETTINGS), Kept(), Memory(), CATALOGUE, SETTINGS)

    ours, theirs = filled(outcome()), filled(found)
    assert [key for key in ours if _plain(ours[key]) != _plain(theirs[key])] == []


def _plain(tab: Tab) -> list[str]:
    """What a tab says, but for places, which follow the rows."""
    return [line for line in show(tab).splitlines() if "rij " not in line and "](idea:" not in line]
