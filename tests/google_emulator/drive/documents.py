"""Files, permissions and people as Drive shows them."""

from typing import Any

from tests.google_emulator.answers import Request
from tests.google_emulator.clock import stamp
from tests.google_emulator.world import FORM, SPREADSHEET, File, Permission, id_of

Json = dict[str, Any]

ROOT = "0AEmulatedMyDriveUk9PVA"
"""The folder "My Drive" of everybody."""
FORMATS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/pdf": "pdf",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/x-vnd.oasis.opendocument.spreadsheet": "ods",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
"""What a spreadsheet can be exported as."""
PAGES = {SPREADSHEET: "spreadsheets/d/{}/edit?usp=drivesdk", FORM: "forms/d/{}/edit?usp=drivesdk"}
DOCS = "https://docs.google.com/"


def user(email: str, request: Request) -> Json:
    """A person or a robot."""
    return {
        "kind": "drive#user",
        "displayName": email,
        "me": email == request.caller,
        "permissionId": id_of(email),
        "emailAddress": email,
    }


def permission(given: Permission) -> Json:
    """Somebody with whom a file is shared."""
    shown: Json = {"kind": "drive#permission", "id": given.id, "type": given.kind, "role": given.role}
    if given.view:
        shown["view"] = given.view
    if given.kind in {"user", "group"}:
        return shown | {
            "emailAddress": given.email,
            "displayName": given.email,
            "deleted": False,
            "pendingOwner": given.pending_owner,
        }
    whose = {"domain": given.domain, "displayName": given.domain} if given.kind == "domain" else {}
    return shown | whose | {"allowFileDiscovery": given.discoverable}


def file(found: File, request: Request) -> Json:
    """A file, in all that the emulator knows of it."""
    role = found.role(request.caller) if request.caller else "owner"
    mine = found.owner == (request.caller or found.owner)
    can_edit = role in {"writer", "owner"}
    shown: Json = {
        "kind": "drive#file",
        "id": found.id,
        "name": found.name,
        "mimeType": found.kind,
        "starred": False,
        "trashed": found.trashed,
        "explicitlyTrashed": found.trashed,
        "parents": found.parents or [ROOT],
        "spaces": ["drive"],
        "version": "1",
        "webViewLink": DOCS + PAGES.get(found.kind, "file/d/{}/view").format(found.id),
        "createdTime": stamp(found.created),
        "modifiedTime": stamp(found.modified),
        "owners": [user(found.owner, request)],
        "lastModifyingUser": user(found.owner, request),
        "ownedByMe": mine,
        "shared": len(found.permissions) > 1,
        "writersCanShare": True,
        "capabilities": {"canEdit": can_edit, "canShare": can_edit, "canDelete": role == "owner"},
        "quotaBytesUsed": "1024",
        "size": "1024",
    }
    if found.description:
        shown["description"] = found.description
    if found.properties:
        shown["properties"] = found.properties
    if found.kind == SPREADSHEET:
        shown["exportLinks"] = export_links(found.id)
    if can_edit:
        shown["permissions"] = [permission(each) for each in found.permissions]
        shown["permissionIds"] = [each.id for each in found.permissions]
    return shown


def export_links(file_id: str) -> dict[str, str]:
    """Where a spreadsheet can be fetched in other formats."""
    address = f"{DOCS}spreadsheets/export?id={file_id}&exportFormat="
    return {kind: address + ending for kind, ending in FORMATS.items()}


def file_v2(found: File, request: Request) -> Json:
    """A file in the words of Drive v2, as an upload answers."""
    who = request.caller or found.owner
    link = f"https://www.googleapis.com/drive/v2/files/{found.id}"
    return {
        "kind": "drive#file",
        "id": found.id,
        "title": found.name,
        "mimeType": found.kind,
        "selfLink": link,
        "alternateLink": DOCS + PAGES[SPREADSHEET].format(found.id),
        "exportLinks": export_links(found.id),
        "version": "1",
        "fileSize": "1024",
        "quotaBytesUsed": "1024",
        "spaces": ["drive"],
        **_flags_v2(found),
        **_moments_v2(found),
        **_people_v2(found, who, link),
        "parents": [
            {
                "kind": "drive#parentReference",
                "id": ROOT,
                "isRoot": True,
                "selfLink": f"{link}/parents/{ROOT}",
                "parentLink": f"https://www.googleapis.com/drive/v2/files/{ROOT}",
            }
        ],
    }


def _flags_v2(found: File) -> Json:
    no = dict.fromkeys(("restricted", "starred", "hidden"), False)
    return {
        "labels": {"viewed": True, "trashed": found.trashed, **no},
        "explicitlyTrashed": found.trashed,
        "capabilities": {"canEdit": True, "canCopy": True},
        "copyRequiresWriterPermission": False,
        "editable": True,
        "copyable": True,
        "writersCanShare": True,
        "shared": len(found.permissions) > 1,
        "appDataContents": False,
    }


def _moments_v2(found: File) -> Json:
    changed = dict.fromkeys(("modifiedDate", "modifiedByMeDate", "lastViewedByMeDate"), stamp(found.modified))
    return {
        "createdDate": stamp(found.created),
        **changed,
        "markedViewedByMeDate": "1970-01-01T00:00:00.000Z",
    }


def _people_v2(found: File, who: str, link: str) -> Json:
    person = {
        "kind": "drive#user",
        "displayName": who,
        "isAuthenticatedUser": True,
        "permissionId": id_of(who),
        "emailAddress": who,
        "picture": {"url": "https://lh3.googleusercontent.com/a/default-user=s64"},
    }
    own = {
        "kind": "drive#permission",
        "id": "me",
        "type": "user",
        "role": found.role(who),
        "pendingOwner": False,
    }
    return {
        "ownerNames": [found.owner],
        "owners": [person],
        "lastModifyingUser": person,
        "lastModifyingUserName": who,
        "userPermission": {**own, "selfLink": f"{link}/permissions/me"},
    }
