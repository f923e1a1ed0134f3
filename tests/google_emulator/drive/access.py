"""Finding a file for somebody, and showing only what was asked for."""

from typing import Any

from tests.google_emulator.answers import ApiError, Request
from tests.google_emulator.fields import FieldMask
from tests.google_emulator.world import RANKS, File, World, only_own_files

TOO_LOW = "The user does not have sufficient permissions for this file."


def found(world: World, request: Request, file_id: str, rank: str = "reader") -> File:
    """The file. Raises `ApiError`: 404 when the caller does not see it, 403 when their rank is lower."""
    file = world.files.get(file_id)
    role = file.role(request.caller) if file and request.caller else "owner"
    if file is None or not role or hidden(file, request):
        message = f"File not found: {file_id}."
        raise ApiError(404, "NOT_FOUND", message, reason="notFound", location="fileId")
    if RANKS.index(role) < RANKS.index(rank):
        raise ApiError(403, "PERMISSION_DENIED", TOO_LOW, reason="insufficientFilePermissions")
    return file


def hidden(file: File, request: Request) -> bool:
    """Whether another program made a file, and the token reaches only what its own program made."""
    return only_own_files(request) and file.client != request.client


def selected(document: Any, request: Request, default: str) -> Any:
    """The fields that were asked for; `default` names what Drive shows unasked."""
    return FieldMask.parse(request.one("fields") or default).select(document)
