"""What an answer of Google's that is an error stands for.

Google tells the same in several ways, old and new (https://cloud.google.com/apis/design/errors).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.edges.google.errors import (
    GoogleError,
    RefusedError,
    Spot,
    UnansweredError,
    client_gone,
    not_allowed,
    not_google,
    signed_out,
    wrong_clock,
)
from pipeline.edges.google.patience import MOST_TRIES
from pipeline.model.errors import FAILED, N_, NO_ACCESS

DOWN_TRIES: Final = 5

_SWITCH_ON: Final = "https://console.cloud.google.com/apis/library/"
_TOO_OFTEN: Final = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"})
_CLIENT_GONE: Final = frozenset({"invalid_client", "deleted_client", "unauthorized_client"})
_NOT_ON: Final = frozenset({"SERVICE_DISABLED", "accessNotConfigured"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What an answer says went wrong; `reasons` are Google's words for it, of several generations.

    `known` = it is an error document of Google's.
    """

    status: int
    known: bool
    message: str
    reasons: frozenset[str]
    links: tuple[str, ...]
    service: str


def of_answer(status: int, headers: Mapping[str, str], body: bytes, spot: Spot) -> GoogleError:
    """The error that an answer other than 2xx stands for."""
    told = _read(status, body)
    if status == 429 or told.reasons & _TOO_OFTEN:
        return _too_often(headers)
    if status >= 500 or status == 408:
        return _down(status, headers)
    if status < 400 or (not told.known and status != 413 and _is_page(headers)):
        return not_google()
    if status == 401:
        return signed_out(spot.account)
    if status == 403:
        return _forbidden(told, spot)
    if status == 404:
        return _gone(spot)
    return _wrong(told, spot)


def of_answer_to_sign_in(status: int, headers: Mapping[str, str], body: bytes, account: str) -> GoogleError:
    """The error that an answer to a request for a token stands for (RFC 6749, section 5.2)."""
    try:
        said = json.loads(body)
        error, description = said["error"], str(said.get("error_description", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        error = description = ""
    if status == 429:
        return _too_often(headers)
    if status >= 500:
        return _down(status, headers).unsent()
    if not error or not isinstance(error, str):
        return not_google()
    if error == "invalid_grant" and "timeframe" in description:
        return wrong_clock()
    if error == "invalid_grant":
        return signed_out(account)
    if error in _CLIENT_GONE and not account:
        return client_gone()
    return GoogleError(
        N_("Google does not let me sign in: {reason}."),
        todo=N_("Make a new key or client file, as the handbook says, and try again."),
        exit_code=NO_ACCESS,
        reason=error,
    )


def _read(status: int, body: bytes) -> _Told:
    """Google's error document, where it is one."""
    try:
        error = json.loads(body)["error"]
        details = [one for one in error.get("details", ()) if isinstance(one, dict)]
        found = [*error.get("errors", ()), *details]
        return _Told(
            status,
            True,
            str(error.get("message", "")),
            frozenset(str(one["reason"]) for one in found if "reason" in one),
            tuple(link["url"] for one in details for link in one.get("links", ())),
            next((one["metadata"]["service"] for one in details if "service" in one.get("metadata", ())), ""),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return _Told(status, False, "", frozenset(), (), "")


def _is_page(headers: Mapping[str, str]) -> bool:
    return "html" in headers.get("Content-Type", "")


def _seconds(headers: Mapping[str, str]) -> float | None:
    """How long Google asks to wait; None where it does not say so in seconds."""
    asked = headers.get("Retry-After", "").strip()
    return float(asked) if asked.isdecimal() else None


def _too_often(headers: Mapping[str, str]) -> GoogleError:
    return GoogleError(
        N_("Google keeps asking to wait."),
        why=N_("It takes so many requests a minute, and others use them too."),
        todo=N_("Try again in a few minutes."),
        tries=MOST_TRIES,
        after=_seconds(headers),
    )


def _down(status: int, headers: Mapping[str, str]) -> GoogleError:
    return UnansweredError(
        N_("Google has a fault of its own at the moment (number {status})."),
        todo=N_("Try again in a few minutes."),
        tries=DOWN_TRIES,
        after=_seconds(headers),
        status=status,
    )


def _forbidden(told: _Told, spot: Spot) -> GoogleError:
    if told.reasons & _NOT_ON or "has not been used in project" in told.message:
        return _not_on(told, spot)
    if "storageQuotaExceeded" in told.reasons:
        return GoogleError(
            N_("The Google Drive is full."),
            todo=N_("Make room in the Drive of whoever owns {place}, and try again."),
            exit_code=FAILED,
            place=spot.link,
        )
    if "ACCESS_TOKEN_SCOPE_INSUFFICIENT" in told.reasons:
        return not_allowed()
    if "protected" in told.message:
        return _protected(told, spot)
    return _may_not_write(spot) if spot.writing else _may_not_read(spot)


def _not_on(told: _Told, spot: Spot) -> GoogleError:
    service = told.service or (
        "sheets.googleapis.com" if spot.kind == "spreadsheet" else "forms.googleapis.com"
    )
    return GoogleError(
        N_("{service} is not switched on in your project in Google Cloud."),
        todo=N_("Open {link}, press Enable, wait a minute, and try again."),
        exit_code=NO_ACCESS,
        service=service,
        link=next(iter(told.links), _SWITCH_ON + service),
    )


def _may_not_read(spot: Spot) -> GoogleError:
    if spot.account:
        return GoogleError(
            N_("I may not read {place}."),
            why=N_("It is not shared with {account}."),
            todo=N_("Open it, press Share, add {account} as editor, and try again."),
            exit_code=NO_ACCESS,
            place=spot.link,
            account=spot.account,
        )
    return GoogleError(
        N_("I may not read {place}."),
        why=N_("The account that you signed in with may not open it."),
        todo=N_("Ask its owner to share it with you, or sign in as somebody else: samenkracht login"),
        exit_code=NO_ACCESS,
        place=spot.link,
    )


def _may_not_write(spot: Spot) -> GoogleError:
    if spot.account:
        return GoogleError(
            N_("I may read {place}, but not write in it."),
            why=N_("{account} is no editor of it."),
            todo=N_("Open it, press Share, make {account} an editor, and try again."),
            exit_code=NO_ACCESS,
            place=spot.link,
            account=spot.account,
        )
    return GoogleError(
        N_("I may read {place}, but not write in it."),
        why=N_("The account that you signed in with is no editor of it."),
        todo=N_("Ask its owner to make you an editor, or sign in as somebody else: samenkracht login"),
        exit_code=NO_ACCESS,
        place=spot.link,
    )


def _gone(spot: Spot) -> GoogleError:
    return GoogleError(
        N_("There is nothing at {place}."),
        why=N_("It was deleted, or its address in the settings is not whole."),
        todo=N_("Open it in your browser, copy the whole address, and put that in the settings."),
        exit_code=NO_ACCESS,
        place=spot.link,
    )


def _wrong(told: _Told, spot: Spot) -> GoogleError:
    """An answer in the 400s that is not about access."""
    if "protected" in told.message:
        return _protected(told, spot)
    if "not supported for this document" in told.message:
        return GoogleError(
            N_("{place} is an Excel file in Google Drive, and no Google spreadsheet."),
            todo=N_("Open it, choose File > Save as Google Sheets, and put the new address in the settings."),
            exit_code=NO_ACCESS,
            place=spot.link,
        )
    if told.status == 413 or "payload size exceeds" in told.message:
        return RefusedError(
            N_("That is more than Google takes at once."),
            todo=N_("Run the command again with --debug and send us what it says, without names."),
            message=told.message,
        )
    if "limit of 10000000 cells" in told.message:
        return RefusedError(
            N_("{place} would get more cells than a spreadsheet can have: ten million."),
            todo=N_("Remove tabs and empty rows that nobody needs, and try again."),
            message=told.message,
            place=spot.link,
        )
    if "Unable to parse range" in told.message or "No sheet with id" in told.message:
        return RefusedError(
            N_("Somebody removed or renamed a tab while I was at work."),
            todo=N_("Try again. Nothing was changed."),
            message=told.message,
        )
    return RefusedError(
        N_("Google does not take the request (number {status})."),
        why=N_("Nothing was changed."),
        todo=N_("Run the command again with --debug and send us what it says, without names."),
        message=told.message,
        status=told.status,
    )


def _protected(told: _Told, spot: Spot) -> GoogleError:
    return RefusedError(
        N_("Somebody protected a part of {place} that I write."),
        why=N_("{account} may not change it, so nothing was changed.")
        if spot.account
        else N_("Your account may not change it, so nothing was changed."),
        todo=N_("In Data > Protect sheets and ranges, allow {account} or remove the protection; try again.")
        if spot.account
        else N_("Ask its owner to remove the protection, or to allow you, and try again."),
        exit_code=NO_ACCESS,
        message=told.message,
        place=spot.link,
        account=spot.account,
    )
