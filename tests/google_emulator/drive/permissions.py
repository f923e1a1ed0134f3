"""Sharing: who may read a file, who may change it, whose it is."""

import re
from re import Match
from typing import Any

from tests.google_emulator.answers import Answer, ApiError, Request
from tests.google_emulator.drive import documents
from tests.google_emulator.drive.access import found, selected
from tests.google_emulator.world import RANKS, File, Permission, Route, World

DEFAULT = "kind,id,type,role"
NEEDS_TRANSFER = "The transferOwnership parameter must be enabled when the permission role is 'owner'."


def create(world: World, request: Request, match: Match[str]) -> Any:
    """POST …/permissions: share; who has the file already gets the new role."""
    file, asked = found(world, request, match["file"], "writer"), request.json()
    kind, role = asked.get("type", ""), asked.get("role", "")
    if role not in RANKS or kind not in {"user", "group", "domain", "anyone"}:
        raise ApiError.invalid(
            "The permission type field is required." if not kind else "The role is not valid."
        )
    if role == "owner" and asked.get("emailAddress") != file.owner:
        _check_transfer(file, request)
    whom = {"email": asked.get("emailAddress", ""), "domain": asked.get("domain", "")}
    wanted = {"user": "email", "group": "email", "domain": "domain"}.get(kind)
    if wanted and not whom[wanted]:
        raise ApiError.invalid(
            "The specified emailAddress is invalid or not applicable for the given permission type."
        )
    given = Permission(
        role, kind, discoverable=bool(asked.get("allowFileDiscovery")), view=asked.get("view", ""), **whom
    )
    old = next((each for each in file.permissions if (each.id, each.view) == (given.id, given.view)), None)
    if old is None:
        file.permissions.append(given)
    _set_role(file, old or given, role)
    return selected(documents.permission(old or given), request, DEFAULT)


def listed(world: World, request: Request, match: Match[str]) -> Any:
    """GET …/permissions."""
    file = found(world, request, match["file"], "writer")
    views = {"", request.one("includePermissionsForView")}
    shown = [documents.permission(each) for each in file.permissions if each.view in views]
    answer = {"kind": "drive#permissionList", "permissions": shown}
    return selected(answer, request, f"kind,nextPageToken,permissions({DEFAULT})")


def get(world: World, request: Request, match: Match[str]) -> Any:
    """GET …/permissions/ID."""
    file = found(world, request, match["file"], "writer")
    return selected(documents.permission(_given(file, match["given"])), request, DEFAULT)


def update(world: World, request: Request, match: Match[str]) -> Any:
    """PATCH …/permissions/ID: another role, or the offer to become the owner."""
    file, asked = found(world, request, match["file"], "writer"), request.json()
    given = _given(file, match["given"])
    role = asked.get("role", given.role)
    if role not in RANKS:
        raise ApiError.invalid("The role is not valid.")
    if role == "owner" and given.role != "owner":
        _check_transfer(file, request, heir=given)
    given.pending_owner = bool(asked.get("pendingOwner", given.pending_owner)) and role != "owner"
    _set_role(file, given, role)
    return selected(documents.permission(given), request, DEFAULT)


def delete(world: World, request: Request, match: Match[str]) -> Answer:
    """DELETE …/permissions/ID: somebody may always leave, a writer may send anybody away but the owner."""
    file = found(world, request, match["file"])
    given = _given(file, match["given"])
    if given.email != request.caller:
        found(world, request, match["file"], "writer")
    if given.role == "owner":
        raise ApiError.forbidden("The owner of a file cannot be removed.")
    file.permissions.remove(given)
    return Answer(204)


def _given(file: File, permission_id: str) -> Permission:
    for each in file.permissions:
        if each.id == permission_id:
            return each
    message = f"Permission not found: {permission_id}."
    raise ApiError(404, "NOT_FOUND", message, reason="notFound", location="permissionId")


def _check_transfer(file: File, request: Request, heir: Permission | None = None) -> None:
    """Only the owner gives a file away, or somebody to whom it was offered takes it."""
    if not request.flag("transferOwnership"):
        raise ApiError(
            403, "PERMISSION_DENIED", NEEDS_TRANSFER, reason="forbidden", location="transferOwnership"
        )
    offered = heir is not None and heir.pending_owner and heir.email == request.caller
    if request.caller not in {"", file.owner} and not offered:
        raise ApiError.forbidden("The user does not have sufficient permissions for this file.")


def _set_role(file: File, given: Permission, role: str) -> None:
    """Give a role; a file has one owner, the former one becomes a writer."""
    if role == "owner":
        for each in file.permissions:
            each.role = "writer" if each.role == "owner" else each.role
        file.owner = given.email
    given.role = role


ONE = "/drive/v3/files/(?P<file>[^/:]+)/permissions"
ROUTES: tuple[Route, ...] = (
    ("POST", re.compile(ONE), create),
    ("GET", re.compile(ONE), listed),
    ("GET", re.compile(ONE + "/(?P<given>[^/]+)"), get),
    ("PATCH", re.compile(ONE + "/(?P<given>[^/]+)"), update),
    ("DELETE", re.compile(ONE + "/(?P<given>[^/]+)"), delete),
)
