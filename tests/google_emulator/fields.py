"""Field masks: `sheets(properties.title,data/rowData)` of an answer, `userEnteredFormat.textFormat` of a
change.

Google writes one notation for both: names joined by `.` or `/`, several by `,`, several below one name in
brackets, and `*` for everything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class FieldMask:
    """A tree of names; a mask without branches takes everything."""

    __slots__ = ("branches",)

    def __init__(self, branches: Mapping[str, FieldMask] | None = None) -> None:
        self.branches = branches

    @classmethod
    def parse(cls, text: str) -> FieldMask:
        """The mask a text describes; ValueError names the place where it cannot be read."""
        tokens = [token for token in re.split(rf"({NAME.pattern}|.)", text) if token.strip()]
        mask, rest = _several(tokens[::-1])
        if rest:
            raise ValueError(f"Invalid field selection {''.join(rest[::-1])}")
        return mask

    def below(self, name: str) -> FieldMask | None:
        """The mask for what stands under a name; None when the mask does not take it."""
        return EVERYTHING if self.branches is None else self.branches.get(name)

    def select(self, value: Any) -> Any:
        """What remains of a JSON value; a message of which nothing remains stays as `{}`."""
        if self.branches is None:
            return value
        if isinstance(value, list):
            return [self.select(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {name: branch.select(value[name]) for name, branch in self.branches.items() if name in value}

    def merge(self, target: Json, source: Json) -> Json:
        """The target with the named fields as they are in the source; a field the source lacks is cleared."""
        if self.branches is None:
            return source
        merged = dict(target)
        for name, branch in self.branches.items():
            if branch.branches is None:
                merged[name] = source.get(name)
            else:
                merged[name] = branch.merge(_message(merged, name), _message(source, name)) or None
        return {name: value for name, value in merged.items() if value is not None}


EVERYTHING = FieldMask()


def _message(parent: Json, name: str) -> Json:
    child = parent.get(name)
    return child if isinstance(child, dict) else {}


def _several(tokens: list[str]) -> tuple[FieldMask, list[str]]:
    """Fields separated by commas; tokens stand in reverse so that taking one is cheap."""
    branches: dict[str, FieldMask] = {}
    everything = False
    while True:
        name = tokens.pop() if tokens else ""
        if name == "*":
            everything = True
        elif not NAME.fullmatch(name):
            raise ValueError(f"Invalid field selection {name}")
        else:
            branch, tokens = _one(tokens)
            branches[name] = _union(branches.get(name), branch)
        if not tokens or tokens[-1] != ",":
            return (EVERYTHING if everything else FieldMask(branches)), tokens
        tokens.pop()


def _one(tokens: list[str]) -> tuple[FieldMask, list[str]]:
    """What follows a name: nothing, `.name…` or `(…)`."""
    if not tokens or tokens[-1] in ",)":
        return EVERYTHING, tokens
    opening = tokens.pop()
    if opening == "(":
        branch, tokens = _several(tokens)
        if not tokens or tokens.pop() != ")":
            raise ValueError("Invalid field selection (")
        return branch, tokens
    name = tokens.pop() if tokens and opening in "./" else ""
    if name == "*":
        return EVERYTHING, tokens
    if not NAME.fullmatch(name):
        raise ValueError(f"Invalid field selection {opening}")
    branch, tokens = _one(tokens)
    return FieldMask({name: branch}), tokens


def _union(one: FieldMask | None, other: FieldMask) -> FieldMask:
    if one is None:
        return other
    if one.branches is None or other.branches is None:
        return EVERYTHING
    return FieldMask({
        name: _union(one.branches.get(name), branch) for name, branch in other.branches.items()
    } | {name: branch for name, branch in one.branches.items() if name not in other.branches})  # fmt: skip
