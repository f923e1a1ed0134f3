"""What Google itself says its APIs are: the discovery documents that google-api-python-client carries."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from tests.google_emulator.answers import BAD_REQUEST, Answer, ApiError, Request
from tests.google_emulator.fields import FieldMask
from tests.google_emulator.schema import Schemas, Violation, snake, worded

DOCUMENTS = {
    "/v4/": "sheets.v4",
    "/v1/": "forms.v1",
    "/drive/v3/": "drive.v3",
    "/upload/drive/v3/": "drive.v3",
    "/drive/v2/": "drive.v2",
    "/upload/drive/v2/": "drive.v2",
}
BODY = {"ValueRange": "data", "Spreadsheet": "spreadsheet", "Form": "form"}
"""Where a body is only one field of the request message, Google's paths start with that field's name."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method of an API, such as `sheets.spreadsheets.values.batchGet`."""

    id: str
    verb: str
    pattern: re.Pattern[str]
    api: "Api"
    scopes: frozenset[str]
    sent: str = ""
    returned: str = ""
    parameters: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def service(self) -> str:
        """The first word of its id: sheets, forms or drive."""
        return self.id.partition(".")[0]


class Api:
    """One document: its methods, and checks for what goes in and out."""

    def __init__(self, name: str) -> None:
        path = files("googleapiclient") / "discovery_cache" / "documents" / f"{name}.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        self.lenient = name.startswith("drive")
        self.requests = Schemas(document["schemas"], strangers=self.lenient)
        self.answers = Schemas(document["schemas"], exact=True)
        self.parameters: Mapping[str, Mapping[str, Any]] = document["parameters"]
        found = self._methods(document, document["servicePath"])
        self.methods = sorted(found, key=lambda method: -len(method.pattern.pattern))

    def _methods(self, resource: Mapping[str, Any], prefix: str) -> Iterator[Method]:
        for each in resource.get("methods", {}).values():
            template = prefix + each.get("flatPath", each["path"])
            yield Method(
                each["id"],
                each["httpMethod"],
                _pattern(template, upload="mediaUpload" in each),
                self,
                frozenset(each.get("scopes", ())),
                each.get("request", {}).get("$ref", ""),
                each.get("response", {}).get("$ref", ""),
                each.get("parameters", {}),
            )
        for each in resource.get("resources", {}).values():
            yield from self._methods(each, prefix)


@cache
def api(name: str) -> Api:
    """One of the documents, read once."""
    return Api(name)


def method_of(request: Request) -> Method | None:
    """The method that a request calls, if it is one of Google's."""
    for prefix, name in DOCUMENTS.items():
        if request.path.startswith(prefix):
            for method in api(name).methods:
                if method.verb == request.method and method.pattern.fullmatch(request.path):
                    return method
    return None


def check_request(method: Method, request: Request) -> None:
    """Raises `ApiError` (400) for a query or a body that Google's document does not allow."""
    found = list(_query_violations(method, request))
    if method.sent and request.headers.get("content-type", "application/json").startswith("application/json"):
        start = BODY.get(method.sent)
        found += method.api.requests.violations(method.sent, request.json(), (None, start) if start else None)
    if found:
        shown = [{"description": each.description} | _named(each) for each in found]
        details = [{"@type": BAD_REQUEST, "fieldViolations": shown}]
        raise ApiError(400, "INVALID_ARGUMENT", worded(found), details=details, reason="badRequest")
    _check_mask(method, request.one("fields"))


def check_answer(method: Method, request: Request, answer: Answer) -> str:
    """What is wrong with an answer, which would be a fault of the emulator; empty when nothing is."""
    if answer.status >= 300 or not method.returned or isinstance(answer.body, bytes) or answer.body is None:
        return ""
    found = method.api.answers.violations(method.returned, answer.body)
    return worded(found[:5]) and f"{request.method} {method.id}: {worded(found[:5])}"


def _query_violations(method: Method, request: Request) -> Iterator[Violation]:
    for name, values in request.query.items():
        schema = method.parameters.get(name) or method.api.parameters.get(name)
        if schema is not None:
            wanted = Schemas({"query": {"type": "object", "properties": {name: schema}}})
            for value in values:
                given = value.lower() if schema["type"] == "boolean" else value
                yield from wanted.violations("query", {name: given})
        elif not method.api.lenient:
            why = f"Cannot bind query parameter. Field '{name}' could not be found in request message."
            yield Violation("", f'Invalid JSON payload received. Unknown name "{name}": {why}')


def _check_mask(method: Method, fields: str) -> None:
    """Raises `ApiError` (400) for a mask with a field that the answer cannot have."""
    if not fields or not method.returned:
        return
    try:
        path = method.api.answers.lacks(method.returned, FieldMask.parse(fields))
    except ValueError:
        path = fields
    if path and method.api.lenient:
        message = f"Invalid field selection {path.rpartition('.')[2]}"
        raise ApiError(400, "INVALID_ARGUMENT", message, reason="invalidParameter", location="fields")
    if path:
        snaked = ".".join(snake(step) for step in path.split("."))
        why = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'."
        details = [{"@type": BAD_REQUEST, "fieldViolations": [{"field": snaked, "description": why}]}]
        raise ApiError(400, "INVALID_ARGUMENT", "Request contains an invalid argument.", details=details)


def _named(violation: Violation) -> dict[str, str]:
    return {"field": violation.field} if violation.field else {}


def _pattern(template: str, *, upload: bool) -> re.Pattern[str]:
    """What paths look like; a range of cells may hold anything, an id no colon."""
    written = re.sub(
        r"\\{(\w+)\\}", lambda name: ".+?" if name[1] == "range" else "[^/:]+", re.escape(template)
    )
    return re.compile(("(?:/upload)?/" if upload else "/") + written)
