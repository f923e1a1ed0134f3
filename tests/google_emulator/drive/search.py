"""The language in which Drive is searched: `mimeType = '…' and (name contains 'x' or 'ID' in parents)`."""

import re
from collections.abc import Callable
from operator import eq, ge, gt, le, lt, ne

from tests.google_emulator.answers import ApiError
from tests.google_emulator.clock import stamp
from tests.google_emulator.drive.documents import ROOT
from tests.google_emulator.world import File

TOKEN = re.compile(r"""\s*("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[()]|[<>!]?=|[<>]|\w+)""")
Test = Callable[[File, str], bool]

COMPARED: dict[str, Callable[[File], str]] = {
    "name": lambda file: file.name,
    "title": lambda file: file.name,
    "fullText": lambda file: file.name,
    "mimeType": lambda file: file.kind,
    "modifiedTime": lambda file: stamp(file.modified),
    "createdTime": lambda file: stamp(file.created),
    "trashed": lambda file: str(file.trashed).lower(),
    "starred": lambda _: "false",
}
HELD: dict[str, Callable[[File], list[str]]] = {
    "parents": lambda file: file.parents or [ROOT, "root"],
    "owners": lambda file: [file.owner],
    "writers": lambda file: [each.email for each in file.permissions if each.role in {"writer", "owner"}],
    "readers": lambda file: [each.email for each in file.permissions],
}
SIGNS: dict[str, Callable[[str, str], bool]] = {
    "=": eq,
    "!=": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "contains": lambda whole, part: part.lower() in whole.lower(),
}


def wanted(query: str) -> Test:
    """Whether a file, seen by an account, is what the query asks for. Raises `ApiError` (400)."""
    if TOKEN.sub("", query).strip():
        raise _invalid()
    rest = TOKEN.findall(query)[::-1]
    found = _either(rest) if rest else lambda _file, _caller: True
    if rest:
        raise _invalid()
    return found


def _either(rest: list[str]) -> Test:
    one = _both(rest)
    while rest and rest[-1] == "or":
        rest.pop()
        one = _or(one, _both(rest))
    return one


def _both(rest: list[str]) -> Test:
    one = _single(rest)
    while rest and rest[-1] == "and":
        rest.pop()
        one = _and(one, _single(rest))
    return one


def _single(rest: list[str]) -> Test:
    first = _next(rest)
    if first == "not":
        inner = _single(rest)
        return lambda file, caller: not inner(file, caller)
    if first == "(":
        inner = _either(rest)
        if _next(rest) != ")":
            raise _invalid()
        return inner
    if first == "sharedWithMe":
        if rest and rest[-1] == "=":
            rest.pop()
            rest.pop()
        return lambda file, caller: file.owner != caller
    return _comparison(first, _next(rest), _next(rest))


def _comparison(first: str, sign: str, last: str) -> Test:
    if sign == "in" and last in HELD:
        held, text = HELD[last], _plain(first)
        return lambda file, _caller: text in held(file)
    if first not in COMPARED or sign not in SIGNS:
        raise _invalid()
    value, compare, text = COMPARED[first], SIGNS[sign], _plain(last)
    return lambda file, _caller: compare(value(file), text)


def _or(one: Test, other: Test) -> Test:
    return lambda file, caller: one(file, caller) or other(file, caller)


def _and(one: Test, other: Test) -> Test:
    return lambda file, caller: one(file, caller) and other(file, caller)


def _next(rest: list[str]) -> str:
    if not rest:
        raise _invalid()
    return rest.pop()


def _plain(token: str) -> str:
    return re.sub(r"\\(.)", r"\1", token[1:-1]) if token[0] in "'\"" else token


def _invalid() -> ApiError:
    return ApiError(400, "INVALID_ARGUMENT", "Invalid Value", reason="invalid", location="q")
