"""A parade of ideas as it comes in: a hundred ideas, then sixty ballots; everybody is invented."""

import os
from pathlib import Path

from tests.commands.atelier import write_workbook

HEADERS = {
    "Aanmelding": "Wat is uw naam? | Hoe doet u mee? | "
    "Mag het team uw gegevens bewaren tot dit Atelier is afgerond? | "
    "Mag uw naam bij een idee of een prijs staan?",
    "Idee": "Aan welke tafel zit u? | Wat is het idee? | Wie hebben dit idee bedacht?",
    "Stemmen": "Wat is uw naam, of de code op uw naamkaartje? | Aan welke tafel zit u? | "
    "Sticker 1: nummer van het idee | Sticker 2: nummer van het idee | Sticker 3: nummer van het idee",
}
PEOPLE = (
    "Saskia Duinker | Professional | Ja | Ja",
    "ليلى بن عمر | Bewoner | Ja | Ja",
    "Truus van Ommeren | Bewoner | Ja | Nee",
    "Wim Koolhaas | Bewoner | Nee | Ja",
)
ODD = {
    1: '7 | <img src=x onerror="window.hacked=1">Soep | Saskia Duinker; ليلى بن عمر',
    2: "8 | حديقة على السطح (3) | Truus van Ommeren",
    3: "9 | Kinderfietsenruilmiddagenorganisatie met Wim Koolhaas | Wim Koolhaas",
}
"""Ideas that a page could trip over; the others are plain."""

WHAT = [
    "Bankjes",
    "Soep",
    "Taalles",
    "Muziek",
    "Ruilkast",
    "Moestuin",
    "Schaken",
    "Naaien",
    "Fietsles",
    "Dansen",
]
WHERE = [
    "in de zon", "bij de kerk", "op het plein", "na school", "voor de flat", "langs de vaart", "op het dak",
    "in de kelder", "met de bakker", "elke donderdag",
]  # fmt: skip
FIRST = ["Anouk", "Bram", "Cato", "Daan", "Elif", "Fouad", "Gijs", "Hanna", "Ilse", "Joris"]
LAST = ["Veldman", "Postma", "Haverkamp", "Oosting", "Nijboer", "Terpstra"]

VOTES = (*[10] * 30, *[20] * 20, *[30] * 9, 1)
"""The three stickers of every ballot go to one idea."""


def _ideas(count: int) -> list[str]:
    return [
        ODD.get(number, f"{number % 9 + 1} | {WHAT[number % 10]} {WHERE[number // 10 % 10]} | ")
        for number in range(1, count + 1)
    ]


def _ballots(count: int) -> list[str]:
    voters = (f"{first} {last}" for first in FIRST for last in LAST)
    return [
        f"{name} | 40 | {idea} | {idea} | {idea}" for name, idea in zip(voters, VOTES[:count], strict=False)
    ]


def _tab(title: str, rows: list[str], hour: int) -> str:
    stamped = (f"| 2026-11-26T{hour}:{nth // 60:02}:{nth % 60:02} | {row} |" for nth, row in enumerate(rows))
    return "\n".join([f"# {title}", f"| Tijdstempel | {HEADERS[title]} |", *stamped])


def write(folder: Path, ideas: int = 0, ballots: int = 0) -> None:
    """The responses at some moment of the evening, saved in one move."""
    tabs = [
        _tab("Aanmelding", list(PEOPLE), 18),
        _tab("Idee", _ideas(ideas), 20),
        _tab("Stemmen", _ballots(ballots), 21),
    ]
    draft = write_workbook(folder / "draft.xlsx", "\n".join(tabs))
    os.replace(draft, folder / "antwoorden.xlsx")  # noqa: PTH105 - one move, whatever stands there
