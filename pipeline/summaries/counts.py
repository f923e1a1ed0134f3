"""What changed between two entries of the log, worded."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.model.templates import Words


@dataclass(frozen=True, slots=True)
class Change:
    """One count that differs; absent counts as 0. `form`: it counts the responses of one form."""

    what: str
    before: int
    now: int
    form: bool = False


def changes(before: Mapping[str, int], now: Mapping[str, int], words: Words) -> list[Change]:
    """Every worded count that differs, in the order of `sheet_templates/texts/counts.toml`."""
    order = {kind: place for place, kind in enumerate(words.catalogue.texts["counts"])}
    keys = [key for key in {**before, **now} if _kind(key) in order]
    return [
        Change(label(key, words), before.get(key, 0), now.get(key, 0), _kind(key) == "form_of")
        for key in sorted(keys, key=lambda key: (order[_kind(key)], key))
        if before.get(key, 0) != now.get(key, 0)
    ]


def label(key: str, words: Words) -> str:
    """The wording of a count, such as `participants`, `form:signup` or `present:3`."""
    _, _, subject = key.partition(":")
    sources = {**words.catalogue.forms, **words.catalogue.working}
    name = sources[subject].title[words.language] if subject in sources else subject
    return words.text("counts", _kind(key), name=name, number=subject)


def _kind(key: str) -> str:
    kind, parted, _ = key.partition(":")
    return f"{kind}_of" if parted else kind
