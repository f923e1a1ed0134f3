"""Files: make, find, copy, rename, throw away, export; and who one is."""

import csv
import io
import re
from collections.abc import Callable
from re import Match
from typing import Any

from tests.google_emulator.answers import Answer, ApiError, Request
from tests.google_emulator.clock import stamp
from tests.google_emulator.drive import documents, permissions
from tests.google_emulator.drive.access import found, hidden, selected
from tests.google_emulator.drive.export import exported
from tests.google_emulator.drive.search import wanted
from tests.google_emulator.world import FOLDER, FORM, SPREADSHEET, File, Route, World

DEFAULT = "kind,id,name,mimeType"
NO_SPACE = (
    "Service Accounts do not have storage quota. Leverage shared drives, or use OAuth delegation instead."
)
FIELDS_NEEDED = "The 'fields' parameter is required for this method."
ORDERS: dict[str, Callable[[File], str]] = {
    "name": lambda file: file.name.lower(),
    "modifiedTime": lambda file: stamp(file.modified),
    "createdTime": lambda file: stamp(file.created),
}


def create(world: World, request: Request, match: Match[str]) -> Any:
    """POST /drive/v3/files: a spreadsheet, a form or a folder of the caller, who is no robot."""
    _check_space(world, request)
    asked = request.json()
    kind = asked.get("mimeType", "")
    if kind not in {SPREADSHEET, FORM, FOLDER}:
        raise ApiError.invalid("Invalid MIME type provided for the uploaded content.")
    file = world.create(kind, asked.get("name", "Untitled"), request.caller, client=request.client)
    _describe(world, file, request, asked)
    return selected(documents.file(file, request), request, DEFAULT)


def copy(world: World, request: Request, match: Match[str]) -> Any:
    """POST …/copy: the same content as a file of the caller."""
    _check_space(world, request)
    asked, source = request.json(), found(world, request, match["file"])
    title = asked.get("name", f"Copy of {source.name}")
    file = world.create(source.kind, title, request.caller, client=request.client)
    if source.spreadsheet:
        file.spreadsheet = source.spreadsheet.copy(file.id, title, world.ids)
    if source.form:
        file.form = source.form.copy(file.id, title, world.ids)
    file.parents = list(source.parents)
    _describe(world, file, request, asked)
    return selected(documents.file(file, request), request, DEFAULT)


def get(world: World, request: Request, match: Match[str]) -> Any:
    """GET …/ID."""
    return selected(documents.file(found(world, request, match["file"]), request), request, DEFAULT)


def listed(world: World, request: Request, match: Match[str]) -> Any:
    """GET /drive/v3/files: what the caller sees and asks for, a page at a time."""
    test = wanted(request.one("q"))
    files = [
        file
        for file in world.seen_by(request.caller)
        if test(file, request.caller) and not hidden(file, request)
    ]
    for key in filter(None, reversed(request.one("orderBy").split(","))):
        name, _, direction = key.strip().partition(" ")
        if name not in ORDERS:
            raise _invalid("orderBy")
        files.sort(key=ORDERS[name], reverse=direction == "desc")
    token, size = request.one("pageToken") or "0", int(request.one("pageSize", "100"))
    if not token.isdecimal():
        raise _invalid("pageToken")
    start = int(token)
    shown = [documents.file(file, request) for file in files[start : start + size]]
    answer: dict[str, Any] = {"kind": "drive#fileList", "incompleteSearch": False, "files": shown}
    if start + size < len(files):
        answer["nextPageToken"] = str(start + size)
    return selected(answer, request, f"kind,nextPageToken,incompleteSearch,files({DEFAULT})")


def update(world: World, request: Request, match: Match[str]) -> Any:
    """PATCH …/ID: another name, another folder, into the bin and out of it."""
    asked = request.json()
    file = found(world, request, match["file"], "owner" if "trashed" in asked else "writer")
    file.trashed = asked.get("trashed", file.trashed)
    file.name = asked.get("name", file.name)
    leaving = request.one("removeParents").split(",")
    file.parents = [each for each in file.parents if each not in leaving]
    file.parents += [each for each in request.one("addParents").split(",") if each]
    _describe(world, file, request, {name: value for name, value in asked.items() if name != "parents"})
    file.modified = world.clock.now()
    return selected(documents.file(file, request), request, DEFAULT)


def delete(world: World, request: Request, match: Match[str]) -> Answer:
    """DELETE …/ID: gone for good."""
    del world.files[found(world, request, match["file"], "owner").id]
    return Answer(204)


def export(world: World, request: Request, match: Match[str]) -> Answer:
    """GET …/export: the bytes of another format."""
    file, kind = found(world, request, match["file"]), request.one("mimeType")
    if file.spreadsheet is None or kind not in documents.FORMATS:
        message = "The requested conversion is not supported."
        raise ApiError(400, "INVALID_ARGUMENT", message, reason="badRequest", location="convertTo")
    return Answer(200, exported(world, file.id, kind), {"Content-Type": kind})


def import_csv(world: World, request: Request, match: Match[str]) -> Any:
    """PUT /upload/drive/v2/files/ID: a CSV file takes the place of everything in the spreadsheet."""
    file = found(world, request, match["file"], "writer")
    sheets = f"/v4/spreadsheets/{file.id}"
    old = world.ask("GET", f"{sheets}?fields=sheets.properties.sheetId")["sheets"]
    rows = list(csv.reader(io.StringIO(request.body.decode("utf-8-sig", errors="replace"))))
    size = {"rowCount": max(len(rows), 1000), "columnCount": max([26, *map(len, rows)])}
    tab = world.ids.sheet()
    new: dict[str, Any] = {
        "addSheet": {"properties": {"sheetId": tab, "title": f"{tab}", "gridProperties": size}}
    }
    gone = [{"deleteSheet": {"sheetId": each["properties"]["sheetId"]}} for each in old]
    name = {"updateSheetProperties": {"properties": {"sheetId": tab, "title": file.name}, "fields": "title"}}
    place = {"fields": "timeZone", "properties": {"timeZone": "America/Los_Angeles"}}
    requests: list[dict[str, Any]] = [new, *gone, name, {"updateSpreadsheetProperties": place}]
    world.ask("POST", f"{sheets}:batchUpdate", {"requests": requests})
    world.ask("PUT", f"{sheets}/values/A1?valueInputOption=USER_ENTERED", {"values": rows})
    file.modified = world.clock.now()
    return documents.file_v2(file, request)


def comments(world: World, request: Request, match: Match[str]) -> Any:
    """GET …/comments; Drive does not answer without being told which fields."""
    file = found(world, request, match["file"])
    _check_fields(request)
    return selected({"kind": "drive#commentList", "comments": file.comments}, request, "*")


def comment(world: World, request: Request, match: Match[str]) -> Any:
    """POST …/comments."""
    file = found(world, request, match["file"], "commenter")
    _check_fields(request)
    asked, now = request.json(), stamp(world.clock.now())
    made: dict[str, Any] = {
        "kind": "drive#comment",
        "id": world.ids.text(11),
        "author": documents.user(request.caller or file.owner, request),
        "createdTime": now,
        "modifiedTime": now,
        "deleted": False,
        **{name: asked[name] for name in ("content", "anchor", "quotedFileContent") if name in asked},
    }
    file.comments.append(made)
    return selected(made, request, "*")


def about(world: World, request: Request, match: Match[str]) -> Any:
    """GET /drive/v3/about: who one is."""
    _check_fields(request)
    who = documents.user(request.caller or world.accounts.somebody(), request) | {"me": True}
    quota = {"limit": "16106127360", "usage": "0", "usageInDrive": "0", "usageInDriveTrash": "0"}
    return selected({"kind": "drive#about", "user": who, "storageQuota": quota}, request, "*")


def _invalid(name: str) -> ApiError:
    return ApiError(400, "INVALID_ARGUMENT", "Invalid Value", reason="invalid", location=name)


def _check_space(world: World, request: Request) -> None:
    """Robots own no files."""
    account = world.accounts.known.get(request.caller)
    if account and account.robot:
        raise ApiError(
            403, "PERMISSION_DENIED", NO_SPACE, reason="storageQuotaExceeded", domain="usageLimits"
        )


def _check_fields(request: Request) -> None:
    if not request.one("fields"):
        raise ApiError(400, "INVALID_ARGUMENT", FIELDS_NEEDED, reason="required", location="fields")


def _describe(world: World, file: File, request: Request, asked: dict[str, Any]) -> None:
    """What a caller tells of a file beside its name; a folder must be one that they may write in."""
    if "parents" in asked:
        folders = [each for each in asked["parents"] if each not in {"root", documents.ROOT}]
        file.parents = [found(world, request, each, "writer").id for each in folders]
    file.description = asked.get("description", file.description)
    file.properties |= asked.get("properties", {})


FILES = "/drive/v3/files"
ONE = FILES + "/(?P<file>[^/:]+)"
ROUTES: tuple[Route, ...] = (
    ("GET", re.compile("/drive/v3/about"), about),
    ("POST", re.compile(FILES), create),
    ("GET", re.compile(FILES), listed),
    ("GET", re.compile(ONE), get),
    ("PATCH", re.compile(ONE), update),
    ("DELETE", re.compile(ONE), delete),
    ("POST", re.compile(ONE + "/copy"), copy),
    ("GET", re.compile(ONE + "/export"), export),
    ("GET", re.compile(ONE + "/comments"), comments),
    ("POST", re.compile(ONE + "/comments"), comment),
    ("PUT", re.compile("/upload/drive/v2/files/(?P<file>[^/:]+)"), import_csv),
    *permissions.ROUTES,
)
