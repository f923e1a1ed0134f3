"""Checks JSON against a schema of Google's discovery documents, and words a fault as Google does.

A discovery document is not JSON Schema: a number may come as text, null counts as absent, and the words for a
fault (`Unknown name "x" at 'requests[0].add_sheet': Cannot find field.`) need the path in snake case.
"""

import marshal
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from json import dumps
from typing import Any

from tests.google_emulator.fields import FieldMask

Json = Mapping[str, Any]
Place = tuple[Any, str | int] | None
INTEGER = re.compile(r"-?\d+")
NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?|NaN|-?Infinity")
NOT_REPEATED = "Proto field is not repeating, cannot start list."
ENDS = 500
"""Of an array longer than twice this, only so many items at each end are looked at in an answer."""


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong, and with which field (a path in snake case; empty for the whole)."""

    field: str
    description: str


Check = Callable[[object, Place, list[Violation]], None]


class Schemas:
    """The schemas of one document, made into checks when they are first needed.

    `exact` is for answers: types as written, nothing unknown, long arrays looked at on both ends only.
    Without it, what Google accepts in a request is accepted. `strangers` lets unknown names pass: Drive does.
    """

    def __init__(self, schemas: Mapping[str, Json], *, exact: bool = False, strangers: bool = False) -> None:
        self.schemas = schemas
        self.exact = exact
        self.strangers = strangers
        self._checks: dict[str, Check] = {}

    def violations(self, name: str, value: object, place: Place = None) -> list[Violation]:
        """Everything that is wrong with a value that should fit the schema called `name`."""
        found: list[Violation] = []
        self._named(name)(value, place, found)
        return found

    def lacks(self, name: str, mask: FieldMask, before: str = "") -> str | None:
        """The first path in a mask that the schema does not know; None when it knows them all."""
        return self._lacks({"$ref": name}, mask, before)

    def _lacks(self, schema: Json, mask: FieldMask, before: str) -> str | None:
        while "$ref" in schema or "items" in schema:
            schema = schema["items"] if "items" in schema else self.schemas[schema["$ref"]]
        fields = schema.get("properties")
        for name, branch in (mask.branches or {}).items():
            if fields is None and ("additionalProperties" in schema or schema.get("type") == "any"):
                return None
            path = f"{before}{name}"
            if name not in (fields or {}):
                return path
            if deeper := self._lacks((fields or {})[name], branch, f"{path}."):
                return deeper
        return None

    def _named(self, name: str) -> Check:
        if name not in self._checks:
            self._checks[name] = self._object(self.schemas[name], name)
        return self._checks[name]

    def _check(self, schema: Json, name: str) -> Check:
        """The check for one field; `name` is what Google calls an enum that stands there."""
        if "$ref" in schema:
            return self._reference(schema["$ref"])
        kind = schema.get("type")
        if kind == "array":
            return self._array(schema["items"], name)
        if kind == "object":
            return self._object(schema, name)
        return _anything if kind == "any" else self._single(schema, name)

    def _reference(self, name: str) -> Check:
        """Looked up when it is used: schemas refer to each other in circles."""

        def check(value: object, place: Place, found: list[Violation]) -> None:
            self._named(name)(value, place, found)

        return check

    def _object(self, schema: Json, name: str) -> Check:
        fields = {key: self._check(each, key) for key, each in schema.get("properties", {}).items()}
        rest = self._check(schema["additionalProperties"], name) if "additionalProperties" in schema else None
        if rest is None and self.strangers:
            rest = _anything

        def check(value: object, place: Place, found: list[Violation]) -> None:
            if not isinstance(value, dict):
                found.append(_wrong(place, f"type.googleapis.com/{name}", value))
                return
            for key, inner in value.items():
                look = fields.get(key, rest)
                if look is None:
                    found.append(_unknown(key, place))
                elif inner is not None:
                    look(inner, (place, key), found)

        return check

    def _array(self, items: Json, name: str) -> Check:
        look = self._check(items, name)
        plain = items.get("type") in {"array", "any"}
        kind = "google.protobuf.ListValue" if plain else items.get("$ref", name)

        def check(value: object, place: Place, found: list[Violation]) -> None:
            if not isinstance(value, list):
                found.append(_wrong(place, f"type.googleapis.com/{kind}", value))
                return
            for index, inner in self._looked_at(value) if self.exact else enumerate(value):
                look(inner, (place, index), found)

        return check

    def _looked_at(self, items: list[Any]) -> Iterator[tuple[int, Any]]:
        """The items of an array in an answer, of equal neighbours the first: most rows are alike."""
        ends = (range(ENDS), range(len(items) - ENDS, len(items)))
        before: Any = ends
        for index in range(len(items)) if len(items) <= 2 * ENDS else chain(*ends):
            item = items[index]
            if item != before or marshal.dumps(item) != marshal.dumps(before):  # 1 == True is not alike
                yield index, item
            before = item

    def _single(self, schema: Json, name: str) -> Check:
        kind, choices = _kind(schema, name), schema.get("enum")
        fits = {
            "boolean": self._boolean,
            "integer": self._integer,
            "number": self._number,
            "string": _text if schema.get("format") != "int64" or self.exact else self._integer,
        }[schema["type"]]

        def check(value: object, place: Place, found: list[Violation]) -> None:
            if isinstance(value, list):
                parent, own = place or (None, name)
                found.append(_unknown(str(own), parent, NOT_REPEATED))
            elif not fits(value) or (choices is not None and value not in choices):
                found.append(_wrong(place, kind, value))

        return check

    def _boolean(self, value: object) -> bool:
        return isinstance(value, bool) or (not self.exact and value in ("true", "false"))

    def _integer(self, value: object) -> bool:
        if isinstance(value, bool):
            return False
        if isinstance(value, float):
            return value.is_integer()
        return isinstance(value, int) or (not self.exact and _written(INTEGER, value))

    def _number(self, value: object) -> bool:
        if isinstance(value, bool):
            return False
        return isinstance(value, int | float) or (not self.exact and _written(NUMBER, value))


def _anything(value: object, place: Place, found: list[Violation]) -> None:
    """Everything fits."""


def _text(value: object) -> bool:
    return isinstance(value, str)


def _written(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _kind(schema: Json, name: str) -> str:
    """Google's name for a type: `TYPE_INT32`, or that of an enum, which the documents do not tell."""
    if "enum" in schema:
        return f"type.googleapis.com/{name[:1].upper()}{name[1:]}"
    plain = {"boolean": "BOOL", "string": "STRING", "integer": "INT32", "number": "DOUBLE"}[schema["type"]]
    exact = {"int64": "INT64", "float": "FLOAT"}.get(schema.get("format", ""), plain)
    return f"TYPE_{exact}"


def _wrong(place: Place, kind: str, value: object) -> Violation:
    path = path_of(place)
    return Violation(path, f"Invalid value at '{path}' ({kind}), {dumps(value, ensure_ascii=False)}")


def _unknown(name: str, place: Place, why: str = "Cannot find field.") -> Violation:
    path = path_of(place)
    where = f" at '{path}'" if path else ""
    return Violation(path, f'Invalid JSON payload received. Unknown name "{name}"{where}: {why}')


def path_of(place: Place) -> str:
    """A place as Google writes it: `requests[0].update_cells.rows`."""
    steps: list[str] = []
    while place is not None:
        place, step = place
        steps.append(f"[{step}]" if isinstance(step, int) else "." + snake(step))
    return "".join(reversed(steps)).removeprefix(".")


def snake(name: str) -> str:
    """`updateCells` becomes `update_cells`."""
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


def worded(violations: Sequence[Violation]) -> str:
    """The message of an error about these."""
    return "\n".join(each.description for each in violations)
