"""Everything the emulator knows: files, whom they are shared with, accounts, time and ids."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from re import Match, Pattern
from typing import Any

from tests.google_emulator.accounts import Accounts
from tests.google_emulator.answers import ERROR_INFO, Answer, ApiError, Request
from tests.google_emulator.clock import Clock
from tests.google_emulator.discovery import Method, check_answer, check_request, method_of
from tests.google_emulator.forms.form import Form
from tests.google_emulator.ids import Ids
from tests.google_emulator.sheets.spreadsheet import Spreadsheet

SPREADSHEET = "application/vnd.google-apps.spreadsheet"
FORM = "application/vnd.google-apps.form"
FOLDER = "application/vnd.google-apps.folder"
APIS = ("/v4/", "/v1/", "/drive/", "/upload/")
ONLY_OWN_FILES = "https://www.googleapis.com/auth/drive.file"
RANKS = ("reader", "commenter", "writer", "owner")
NOT_A_PAGE = (
    b"<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)</title><p>The requested URL was not found."
)

Route = tuple[str, Pattern[str], Callable[["World", Request, Match[str]], object]]


@dataclass(slots=True)
class Permission:
    """Somebody with whom a file is shared. `kind` is user, group, domain or anyone; `role` one of `RANKS`.

    `view` "published": who may fill in a form, which is not to read the form itself.
    """

    role: str
    kind: str = "user"
    email: str = ""
    domain: str = ""
    discoverable: bool = False
    pending_owner: bool = False
    view: str = ""

    @property
    def id(self) -> str:
        """The same for the same somebody, whatever the file."""
        return self._id + (f"-{self.view}" if self.view else "")

    @property
    def _id(self) -> str:
        if self.kind == "anyone":
            return "anyone" if self.discoverable else "anyoneWithLink"
        return id_of(self.email) if self.kind != "domain" else id_of(self.domain) + "k"

    def reaches(self, account: str) -> bool:
        """Whether it lets this account in."""
        if self.view:
            return False
        if self.kind == "anyone":
            return True
        if self.kind == "domain":
            return account.endswith("@" + self.domain)
        return account.lower() == self.email.lower()


@dataclass(slots=True)
class File:
    """A file on Drive. `kind` is its MIME type; a spreadsheet or a form has its name as its own title."""

    id: str
    kind: str
    title: str
    owner: str
    created: datetime
    modified: datetime
    permissions: list[Permission] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    client: str = ""
    trashed: bool = False
    description: str = ""
    properties: dict[str, str] = field(default_factory=dict)
    comments: list[dict[str, Any]] = field(default_factory=list)
    spreadsheet: Spreadsheet | None = None
    form: Form | None = None

    @property
    def name(self) -> str:
        """What Drive calls it."""
        inside = self.spreadsheet or self.form
        return inside.title if inside else self.title

    @name.setter
    def name(self, name: str) -> None:
        inside = self.spreadsheet or self.form
        self.title = name
        if inside:
            inside.title = name

    def role(self, account: str) -> str:
        """The highest role that an account has here; empty when the file is not shared with it."""
        found = [each.role for each in self.permissions if each.reaches(account)]
        return max(found, key=RANKS.index, default="")


class World:
    """Answers requests from what it holds.

    In an `open` world a request without a token, or with a token nobody gave out, may do everything; in a
    closed one it is refused. Whoever does have a token sees only what is shared with that account, in both.

    A route is (HTTP method, pattern on the path as sent, function of the world, the request and the match).
    Its function returns what becomes the JSON answer, or a whole `Answer`, or raises `ApiError`. When the
    pattern has a group `id`, the world has found out before that the file exists and that the caller may read
    it, or change it; `request.caller` tells who that is (empty: somebody who may do everything).
    """

    def __init__(
        self,
        *,
        open: bool = False,  # noqa: A002 - what the world is
        seed: int = 0,
        clock: Clock | None = None,
        validate: bool = True,
    ) -> None:
        self.open = open
        self.validate = validate
        self.ids = Ids(seed)
        self.clock = clock or Clock()
        self.accounts = Accounts(self.ids, self.clock)
        self.files: dict[str, File] = {}

    def answer(self, request: Request) -> Answer:
        """What Google would answer. Errors are answers too."""
        try:
            if request.path.startswith(APIS):
                request = self.accounts.identify(request, open=self.open)
            return self._answer(request)
        except ApiError as error:
            return error.answer(drive=request.path.startswith(("/drive/", "/upload/")))

    def ask(self, method: str, target: str, body: object = None, *, caller: str = "") -> Any:
        """What somebody gets who asks without HTTP and tokens, by default somebody who may do everything.

        Raises `ApiError` where the answer is an error.
        """
        return self._answer(replace(Request.to(method, target, body), caller=caller)).body

    def _answer(self, request: Request) -> Answer:
        from tests.google_emulator.routes import ROUTES

        for verb, pattern, function in ROUTES:
            match = pattern.fullmatch(request.path) if verb == request.method else None
            if match:
                return self._routed(request, match, function)
        return Answer(404, NOT_A_PAGE, {"Content-Type": "text/html; charset=UTF-8"})

    def _routed(
        self, request: Request, match: Match[str], function: Callable[["World", Request, Match[str]], object]
    ) -> Answer:
        method = method_of(request)
        if method:
            check_scopes(method, request)
        if method and self.validate:
            check_request(method, request)
        file = self.allowed(request, match["id"]) if "id" in match.groupdict() else None
        found = function(self, request, match)
        answer = found if isinstance(found, Answer) else Answer(200, found)
        if file and writes(request):
            file.modified = self.clock.now()
        fault = check_answer(method, request, answer) if method and self.validate else ""
        if fault:
            raise ApiError(500, "INTERNAL", f"This answer of the emulator is not one of Google's: {fault}")
        return answer

    def allowed(self, request: Request, file_id: str) -> File:
        """The file, when the caller of a Sheets or Forms request may do what it asks; else `ApiError`."""
        file = self.files.get(file_id)
        if file is None or (only_own_files(request) and file.client != request.client):
            raise ApiError.not_found()
        role = file.role(request.caller) if request.caller else "owner"
        needed = "writer" if writes(request) else "reader"
        if not role or RANKS.index(role) < RANKS.index(needed):
            raise ApiError.forbidden()
        if (file.spreadsheet if request.path.startswith("/v4/") else file.form) is None:
            raise ApiError(400, "FAILED_PRECONDITION", "This operation is not supported for this document")
        return file

    def spreadsheet(self, file_id: str) -> Spreadsheet:
        """A spreadsheet that is there; `ApiError` (404) when there is none."""
        file = self.files.get(file_id)
        if file is None or file.spreadsheet is None:
            raise ApiError.not_found()
        return file.spreadsheet

    def form(self, file_id: str) -> Form:
        """A form that is there; `ApiError` (404) when there is none."""
        file = self.files.get(file_id)
        if file is None or file.form is None:
            raise ApiError.not_found()
        return file.form

    def create(self, kind: str, title: str, owner: str = "", *, client: str = "") -> File:
        """A new file of `owner`, by default of the first person here; a spreadsheet has one empty tab.

        `client` is the program that makes it. Raises `ApiError` (403) for a robot: they own no files.
        """
        account = self.accounts.known.get(owner)
        if account and account.robot:
            raise ApiError.forbidden()
        owner = owner or self.accounts.somebody()
        now = self.clock.now()
        file = File(self.ids.file(), kind, title, owner, now, now, client=client)
        file.permissions.append(Permission("owner", email=owner))
        if kind == SPREADSHEET:
            file.spreadsheet = Spreadsheet.new(file.id, title, self.ids)
        if kind == FORM:
            file.form = Form.new(file.id, title, self.ids)
        self.files[file.id] = file
        return file

    def share(self, file_id: str, email: str, role: str = "writer") -> Permission:
        """Share a file as a person would do in the browser; who has it already gets the new role."""
        for each in self.files[file_id].permissions:
            if each.email.lower() == email.lower() and email:
                each.role = role
                return each
        given = Permission(role, email=email)
        self.files[file_id].permissions.append(given)
        return given

    def unshare(self, file_id: str, email: str) -> None:
        """Take back what `share` gave."""
        file = self.files[file_id]
        file.permissions = [each for each in file.permissions if each.email.lower() != email.lower()]

    def seen_by(self, account: str) -> Iterator[File]:
        """The files that an account sees, all of them for nobody in particular; the last changed first."""
        for file in sorted(self.files.values(), key=lambda each: each.modified, reverse=True):
            if not account or file.role(account):
                yield file


def writes(request: Request) -> bool:
    """Whether a request changes something: everything but a look, also a look asked for with a POST."""
    looks = (":getByDataFilter", ":batchGetByDataFilter", "/developerMetadata:search")
    return request.method != "GET" and not request.path.endswith(looks)


def id_of(account: str) -> str:
    """Twenty digits that go with an account."""
    return f"{int(hashlib.sha256(account.lower().encode()).hexdigest(), 16) % 10**20:020d}"


def only_own_files(request: Request) -> bool:
    """Whether a token reaches only the files that its program made."""
    method = method_of(request)
    return method is not None and request.scopes & method.scopes == {ONLY_OWN_FILES}


def check_scopes(method: Method, request: Request) -> None:
    """Raises `ApiError` (403) when the token was not given for what the method does."""
    if not request.client or request.scopes & method.scopes:  # without a token there is no client either
        return
    metadata = {"service": f"{method.service}.googleapis.com", "method": method.id}
    detail = {"@type": ERROR_INFO, "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "domain": "googleapis.com"}
    asked = 'Bearer realm="https://accounts.google.com/", error="insufficient_scope"'
    raise ApiError(
        403,
        "PERMISSION_DENIED",
        "Request had insufficient authentication scopes.",
        details=[{**detail, "metadata": metadata}],
        reason="insufficientPermissions",
        headers={"WWW-Authenticate": asked},
    )
