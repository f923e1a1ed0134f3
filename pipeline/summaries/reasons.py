"""Why two rows may be one person, or an answer may be meant, in words."""

from collections.abc import Sequence

from pipeline.model.templates import Words

AGAINST = (
    "different_", "no_", "doubtful_", "other_first_name", "other_house", "other_birth_year", "of_one_family",
    "generations", "invited_by_",
)  # fmt: skip
"""How the reasons begin that speak against."""

_UNTOLD = frozenset({"same_role"})
"""What convinces nobody: nearly all are residents."""


def because(words: Words, reasons: Sequence[str]) -> str:
    """What agrees, then what speaks against: `dezelfde voornaam, maar een ander telefoonnummer`."""
    told = [reason for reason in reasons if reason not in _UNTOLD]
    against = [reason for reason in told if reason.startswith(AGAINST)]
    in_favour = [reason for reason in told if reason not in against]
    parts = [
        listed(words, [words.text("reasons", reason) for reason in group])
        for group in (in_favour, against)
        if group
    ]
    return words.text("summaries", "but", first=parts[0], last=parts[1]) if len(parts) > 1 else "".join(parts)


def listed(words: Words, parts: Sequence[object]) -> str:
    """`3, 8 en 14`."""
    if len(parts) < 2:
        return "".join(map(str, parts))
    return words.text("summaries", "and", first=", ".join(map(str, parts[:-1])), last=parts[-1])
