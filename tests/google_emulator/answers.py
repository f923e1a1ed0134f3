"""What comes in, what goes out, and how Google words an error."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from re import Match
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

JSON = "application/json; charset=UTF-8"
BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"
ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo"


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request. `path` is as sent, percent-encoded; header names are in lower case.

    `caller` is the account whose token came along, an empty string for somebody unknown in an open world, who
    may do everything. `scopes` and `client` (which program it was given to) are the token's.
    """

    method: str
    path: str
    query: Mapping[str, list[str]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    caller: str = ""
    scopes: frozenset[str] = frozenset()
    client: str = ""
    parsed: list[dict[str, Any]] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def to(
        cls, method: str, target: str, body: object = None, headers: Mapping[str, str] | None = None
    ) -> Self:
        """A request for `target` (path and query); `body` is bytes, or becomes JSON unless it is None."""
        parts = urlsplit(target)
        query = parse_qs(parts.query, keep_blank_values=True)
        sent = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        lower = {name.lower(): value for name, value in (headers or {}).items()}
        return cls(method, parts.path, query, lower, sent)

    def json(self) -> dict[str, Any]:
        """The body as a JSON object; an empty body is an empty one. Raises `ApiError` (400) otherwise.

        It is read once: who changes the object changes it for whoever asks next.
        """
        if self.parsed:
            return self.parsed[0]
        try:
            found = json.loads(self.body or b"{}")
        except ValueError:
            raise ApiError.invalid("Invalid JSON payload received. Unexpected token.") from None
        if not isinstance(found, dict):
            message = 'Invalid JSON payload received. Unknown name "": Root element must be a message.'
            raise ApiError.invalid(message)
        self.parsed.append(found)
        return found

    def one(self, name: str, default: str = "") -> str:
        """The last value of a query parameter."""
        return self.query.get(name, [default])[-1]

    def all(self, name: str) -> list[str]:
        """Every value of a query parameter that may be repeated."""
        return list(self.query.get(name, ()))

    def flag(self, name: str) -> bool:
        """A query parameter that is yes or no."""
        return self.one(name).lower() in {"true", "1"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer. `body` is bytes as they are, None for nothing at all, anything else becomes JSON."""

    status: int = 200
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def content(self) -> tuple[bytes, str]:
        """The bytes to send and their content type; compact, where Google's own are indented."""
        kind = self.headers.get("Content-Type", "text/html" if self.body is None else JSON)
        if isinstance(self.body, bytes):
            return self.body, kind
        if self.body is None:
            return b"", kind
        return json.dumps(self.body, ensure_ascii=False, separators=(",", ":")).encode(), kind


class ApiError(Exception):
    """An answer that is an error.

    `details` are Google's typed details (`@type`); `reason`, `domain` and `location` are said in Drive's
    own style only.
    """

    def __init__(
        self,
        code: int,
        status: str,
        message: str,
        *,
        details: Sequence[Mapping[str, object]] = (),
        reason: str = "",
        domain: str = "global",
        location: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.code, self.status, self.message = code, status, message
        self.details, self.headers = list(details), dict(headers or {})
        self.reason, self.domain, self.location = reason, domain, location

    @classmethod
    def invalid(cls, message: str, field_name: str | None = None) -> Self:
        """400 INVALID_ARGUMENT; with `field_name` Google also tells which field was violated."""
        violation = {"description": message} | ({"field": field_name} if field_name else {})
        details = [{"@type": BAD_REQUEST, "fieldViolations": [violation]}] if field_name is not None else []
        return cls(400, "INVALID_ARGUMENT", message, details=details, reason="badRequest")

    @classmethod
    def not_found(cls, message: str = "Requested entity was not found.") -> Self:
        """404 NOT_FOUND."""
        return cls(404, "NOT_FOUND", message, reason="notFound")

    @classmethod
    def forbidden(cls, message: str = "The caller does not have permission") -> Self:
        """403 PERMISSION_DENIED."""
        return cls(403, "PERMISSION_DENIED", message, reason="insufficientFilePermissions")

    def answer(self, *, drive: bool = False) -> Answer:
        """The error document: in Drive's own style, or in that of the newer APIs."""
        error: dict[str, object] = {"code": self.code, "message": self.message}
        if drive:
            one = {
                "message": self.message,
                "domain": self.domain,
                "reason": self.reason or _reason(self.code),
            }
            place = {"location": self.location, "locationType": "parameter"} if self.location else {}
            error["errors"] = [one | place]
        else:
            error["status"] = self.status
        if self.details:
            error["details"] = self.details
        return Answer(self.code, {"error": error}, self.headers)


def decoded(match: Match[str], name: str) -> str:
    """A named part of the path, with its percent signs undone."""
    return unquote(match[name])


def _reason(code: int) -> str:
    """Drive's usual word for a status, such as `notFound`."""
    first, *others = HTTPStatus(code).phrase.split()
    return first.lower() + "".join(others)
