"""What a person or a program does to the world beside Google's own APIs: `/emulator/…`, JSON in and out."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.google_emulator.answers import Answer, ApiError, Request
from tests.google_emulator.faults import Edit, Fault
from tests.google_emulator.world import FORM, SPREADSHEET

if TYPE_CHECKING:
    from tests.google_emulator.server import Emulator

PREFIX = "/emulator/"
Asked = Mapping[str, Any]


def answer(emulator: "Emulator", request: Request) -> Answer:
    """Do what is asked; 404 for an unknown control, 400 with the reason for one that cannot be done."""
    control = CONTROLS.get((request.method, request.path.removeprefix(PREFIX)))
    if control is None:
        known = ", ".join(f"{method} {PREFIX}{name}" for method, name in CONTROLS)
        return Answer(404, {"error": f"known are {known}"})
    try:
        return Answer(200, control(emulator, request.json()))
    except ApiError as error:
        return error.answer()
    except (KeyError, TypeError, ValueError) as error:
        return Answer(400, {"error": f"{type(error).__name__}: {error}"})


def _log(emulator: "Emulator", asked: Asked) -> object:
    return {"requests": emulator.log.as_json()}


def _forget(emulator: "Emulator", asked: Asked) -> object:
    emulator.log.clear()
    return {}


def _add_fault(emulator: "Emulator", asked: Asked) -> object:
    names = {each.name for each in fields(Fault)} - {"edit", "seen"}
    given = {name: value for name, value in asked.items() if name != "edit"}
    if strange := given.keys() - names:
        raise ValueError(f"unknown: {', '.join(sorted(strange))}")
    emulator.faults.add(Fault(**given, edit=_edit(asked["edit"]) if "edit" in asked else None))
    return _faults(emulator, asked)


def _edit(requests: list[Asked]) -> Edit:
    """Requests to the APIs, done by somebody who may do everything."""
    asked = [(each["method"], each["target"], each.get("body")) for each in requests]
    return lambda world: [world.ask(*each) for each in asked]


def _faults(emulator: "Emulator", asked: Asked) -> object:
    names = [each.name for each in fields(Fault) if each.name != "edit"]
    return {"faults": [{name: getattr(fault, name) for name in names} for fault in emulator.faults.all]}


def _no_faults(emulator: "Emulator", asked: Asked) -> object:
    emulator.faults.clear()
    return {}


def _clock(emulator: "Emulator", asked: Asked) -> object:
    emulator.world.clock.advance(float(asked["advance"]))
    return {"now": emulator.world.clock.now().isoformat()}


def _quota(emulator: "Emulator", asked: Asked) -> object:
    emulator.quota.on = bool(asked["on"])
    return {"on": emulator.quota.on}


def _files(emulator: "Emulator", asked: Asked) -> object:
    return {
        "files": [
            {
                "id": file.id,
                "name": file.name,
                "kind": file.kind,
                "owner": file.owner,
                "shared": {each.email or each.kind: each.role for each in file.permissions},
            }
            for file in emulator.world.files.values()
        ]
    }


def _create(emulator: "Emulator", asked: Asked) -> object:
    kind = {"spreadsheet": SPREADSHEET, "form": FORM}[asked.get("kind", "spreadsheet")]
    file = emulator.world.create(kind, asked["name"], asked.get("owner", ""))
    return {"id": file.id}


def _share(emulator: "Emulator", asked: Asked) -> object:
    if role := asked.get("role", "writer"):
        emulator.world.share(asked["file"], asked["email"], role)
    else:
        emulator.world.unshare(asked["file"], asked["email"])
    return {}


def _submit(emulator: "Emulator", asked: Asked) -> object:
    """Somebody sends a form in, or with `response` changes what they sent in before."""
    world = emulator.world
    form = world.form(asked["form"])
    at = datetime.fromisoformat(asked["at"]) if "at" in asked else world.clock.now()
    if "response" in asked:
        return form.edit(asked["response"], at, asked["answers"]).shown()
    return form.submit(world.ids, at, asked["answers"], email=asked.get("email", "")).shown()


def _robot(emulator: "Emulator", asked: Asked) -> object:
    return emulator.world.accounts.robot(asked["email"], f"{emulator.url}/token")


def _program(emulator: "Emulator", asked: Asked) -> object:
    return emulator.world.accounts.program(emulator.url)


def _person(emulator: "Emulator", asked: Asked) -> object:
    return {"token": emulator.world.accounts.sign_in(asked["email"], asked["scopes"])}


def _revoke(emulator: "Emulator", asked: Asked) -> object:
    emulator.world.accounts.revoke(asked["email"])
    return {}


CONTROLS: dict[tuple[str, str], Callable[["Emulator", Asked], object]] = {
    ("GET", "log"): _log,
    ("DELETE", "log"): _forget,
    ("GET", "faults"): _faults,
    ("POST", "faults"): _add_fault,
    ("DELETE", "faults"): _no_faults,
    ("POST", "clock"): _clock,
    ("POST", "quota"): _quota,
    ("GET", "files"): _files,
    ("POST", "files"): _create,
    ("POST", "share"): _share,
    ("POST", "responses"): _submit,
    ("POST", "robots"): _robot,
    ("POST", "programs"): _program,
    ("POST", "tokens"): _person,
    ("POST", "revoke"): _revoke,
}
