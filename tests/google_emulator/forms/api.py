"""The addresses of Forms v1, and what each of them does."""

import re
from datetime import datetime
from re import Match
from typing import Any

from tests.google_emulator.answers import ApiError, Request
from tests.google_emulator.fields import FieldMask
from tests.google_emulator.forms import changes
from tests.google_emulator.world import FORM, Route, World

Json = dict[str, Any]

MOST = 5000
FILTER = re.compile(r"timestamp\s*(>=|>)\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)")
ONLY_TITLE = (
    "Only info.title can be set when creating a form. To add items and change settings, use batchUpdate."
)


def create(world: World, request: Request, match: Match[str]) -> Json:
    """`forms.create`: a form with a title and nothing else."""
    asked = request.json()
    info = asked.get("info", {})
    if asked.keys() - {"info"} or info.keys() - {"title", "documentTitle"}:
        raise ApiError.invalid(ONLY_TITLE)
    title = info.get("documentTitle") or "Untitled form"
    file = world.create(FORM, title, request.caller, client=request.client)
    form = world.form(file.id)
    form.info = {"title": info["title"]} if info.get("title") else {}
    return _selected(form.shown(), request)


def get(world: World, request: Request, match: Match[str]) -> Json:
    """`forms.get`."""
    return _selected(world.form(match["id"]).shown(), request)


def batch_update(world: World, request: Request, match: Match[str]) -> Json:
    """`forms.batchUpdate`."""
    form, asked = world.form(match["id"]), request.json()
    wanted = asked.get("writeControl", {}).get("requiredRevisionId")
    if wanted not in {None, f"{form.revision:08x}"}:
        raise ApiError.invalid("The required revision ID does not match the latest revision.")
    answer: Json = {"replies": changes.apply(form, asked.get("requests", []), world.ids)}
    if asked.get("includeFormInResponse"):
        answer["form"] = form.shown()
    answer["writeControl"] = {"requiredRevisionId": f"{form.revision:08x}"}
    return _selected(answer, request)


def publish(world: World, request: Request, match: Match[str]) -> Json:
    """`forms.setPublishSettings`: a form that takes responses must be published too."""
    form = world.form(match["id"])
    state = request.json().get("publishSettings", {}).get("publishState", {})
    published, accepting = bool(state.get("isPublished")), bool(state.get("isAcceptingResponses"))
    if accepting and not published:
        raise ApiError.invalid("A form cannot accept responses while it is not published.")
    form.published, form.accepting = published, accepting
    return _selected({"formId": form.id, "publishSettings": form.publish_settings()}, request)


def listed(world: World, request: Request, match: Match[str]) -> Json:
    """`forms.responses.list`: a page of what was sent in (again) since a moment."""
    found = [each for each in world.form(match["id"]).responses if _since(request, each.submitted)]
    start, size = _start(request), int(request.one("pageSize") or MOST)
    size = min(size or MOST, MOST)
    answer: Json = {}
    if page := found[start : start + size]:
        answer["responses"] = [each.shown() for each in page]
    if start + size < len(found):
        answer["nextPageToken"] = f"page-{start + size}"
    return _selected(answer, request)


def response(world: World, request: Request, match: Match[str]) -> Json:
    """`forms.responses.get`."""
    for each in world.form(match["id"]).responses:
        if each.id == match["response"]:
            return _selected({"formId": match["id"], **each.shown()}, request)
    raise ApiError.not_found()


def _since(request: Request, moment: datetime) -> bool:
    """Whether a response passes the `filter`."""
    written = request.one("filter")
    if not written:
        return True
    found = FILTER.fullmatch(written.strip())
    if not found:
        raise ApiError.invalid("Invalid filter. Only `timestamp > N` and `timestamp >= N` are supported.")
    since = datetime.fromisoformat(found[2])
    return moment >= since if found[1] == ">=" else moment > since


def _start(request: Request) -> int:
    token = request.one("pageToken")
    if token and not re.fullmatch(r"page-\d+", token):
        raise ApiError.invalid("Invalid page token.")
    return int(token.removeprefix("page-") or 0)


def _selected(document: Json, request: Request) -> Json:
    mask = request.one("fields")
    return dict(FieldMask.parse(mask).select(document)) if mask else document


ONE = "/v1/forms/(?P<id>[^/:]+)"
ROUTES: tuple[Route, ...] = (
    ("POST", re.compile("/v1/forms"), create),
    ("GET", re.compile(ONE), get),
    ("POST", re.compile(ONE + ":batchUpdate"), batch_update),
    ("POST", re.compile(ONE + ":setPublishSettings"), publish),
    ("GET", re.compile(ONE + "/responses"), listed),
    ("GET", re.compile(ONE + "/responses/(?P<response>[^/]+)"), response),
)
