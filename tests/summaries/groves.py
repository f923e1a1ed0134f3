"""Forests of any shape to draw, of invented people."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.model.settings import ROLES
from pipeline.stages.evidence import UnknownInviter
from pipeline.stages.forest import descendants, generations
from pipeline.stages.invitations import Invitations
from pipeline.stages.people import Participant, People
from pipeline.stages.run import Outcome
from tests.summaries.scene import EMPTY

FIRST = (
    "Fatma",
    "Jan-Willem",
    "Shurendy",
    "ليلى",
    "Agnieszka",
    "Mo",
    "Gülsüm",
    "Bep",
    "Dewkoemarie",
    "عبد الرحمن",
)
LAST = (
    "Yılmaz-de Boer",
    "van der Wiel",
    "Cicilia",
    "بن عمر",
    "Wójcik",
    "El Idrissi",
    "Aydın",
    "Kok",
    "Ramdin",
    "الحسيني",
)


def code(number: int) -> str:
    return f"K{number:04}"


def grove(inviters: Sequence[int | None], unknown: Sequence[int] = (), plain: bool = False) -> Outcome:
    """Person `n` was asked by person `inviters[n]`, or is a root; every seventh gave no consent."""
    links = {code(n): code(by) for n, by in enumerate(inviters) if by is not None}
    people = {
        code(n): Participant(
            code(n),
            f"Mens {n}" if plain else f"{FIRST[n % 10]} {LAST[n // 10 % 10]}",
            roles=() if n % 11 == 10 else (ROLES[n % 4],) if n % 5 else (ROLES[n % 4], ROLES[(n + 1) % 4]),
            consent=n % 7 != 6,
            team=n % 22 == 10,
        )
        for n in range(len(inviters))
    }
    depth = generations(links, people)
    return replace(
        EMPTY,
        people=People(people),
        invitations=Invitations(
            inviter=links,
            evidence=dict.fromkeys(links, "code"),
            generation=depth,
            brought={},
            descendants=descendants(links, depth),
            roots=tuple(one for one in people if one not in links),
            unknown=tuple(UnknownInviter(code(n), "buurvrouw", ()) for n in unknown),
            circles=(),
            role_matrix={},
            promises=(),
        ),
    )


def random_grove(count: int, seed: str, share_of_roots: float = 0.08) -> list[int | None]:
    """Some bring nobody, a few bring many, as in real chains."""
    from random import Random

    random = Random(seed)  # noqa: S311 - a shape, not a secret
    return [
        None if not n or random.random() < share_of_roots else int(n * random.random() ** 2)
        for n in range(count)
    ]


SHAPES: Mapping[str, list[int | None]] = {
    "nobody": [],
    "one": [None],
    "two": [None, 0],
    "chain of 60": [None, *range(59)],
    "star of 150": [None, *[0] * 149],
    "150 roots": [None] * 150,
    "150 as in life": random_grove(150, "150"),
    "a chain of 150": [None, *range(149)],
    "a comb of 150": [None, 0, *(n for n in range(74) for n in (2 * n, 2 * n))],
}
