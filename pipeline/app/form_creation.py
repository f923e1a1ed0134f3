"""Making the forms in one's own Google account, without the script; what was made is kept in a file."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pipeline.app.config import Config
from pipeline.app.forms import Design
from pipeline.edges.disk import replace_bytes
from pipeline.model.errors import N_, WRONG_SETTINGS, WRONG_USE, UserError

MADE: Final = "formulieren.json"
"""Which forms were made and where people fill them in: beside the settings."""


@dataclass(frozen=True, slots=True)
class Made:
    """A form by its title, where it is changed, and whether it was made just now."""

    title: str
    edit: str
    new: bool


def create_forms(
    design: Design, config: Config, folder: Path, wait: Callable[[float], None]
) -> tuple[Made, ...]:
    """Make every form that was not made yet, or finish it; what is there already stays as it is.

    `folder` keeps what was made; `wait` hears of every wait for Google, in seconds.

    Raises:
        UserError: the settings name a robot, which can own no forms; nobody is signed in for this;
            Google does not allow it or cannot be reached; the folder cannot be written to.

    """
    from pipeline.edges.google.client import Client
    from pipeline.edges.google.form_maker import complete, look, make_empty
    from pipeline.edges.google.forms import URL
    from pipeline.edges.google.keys import own_sign_in_file
    from pipeline.edges.google.signin import Own, scopes

    if config.google.key:
        raise UserError(
            N_("A robot can own no forms, so it cannot make them."),
            todo=N_("Use the script (samenkracht forms), or take the key out of the settings and sign in."),
            exit_code=WRONG_USE,
        )
    client = Client(Own(own_sign_in_file(), scopes(forms=True, create=True)), config.google.endpoint, wait)
    client.sign_in.look()
    kept = _read(folder / MADE)
    made: list[Made] = []
    for plan in design.blueprint.forms:
        known = kept["forms"].get(plan.key, {})
        if not known:
            known = {"id": make_empty(client, plan), "done": False}
            _keep(folder / MADE, kept, plan.key, known)
        new = not known["done"]
        if new:
            complete(client, known["id"], plan)
        form = look(client, known["id"])
        kept["links"] |= {
            link.key: form.link(link, plan) for link in design.blueprint.links if link.form == plan.key
        }
        _keep(folder / MADE, kept, plan.key, {"id": form.id, "done": True})
        made.append(Made(plan.title, f"{URL}{form.id}/edit", new))
    return tuple(made)


def made_links(folder: Path) -> dict[str, str]:
    """Where people fill in the forms that were made so, by the key of the link; empty without any.

    Raises:
        UserError: what was kept is damaged.

    """
    return dict(_read(folder / MADE)["links"])


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {"forms": {}, "links": {}}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {"forms": dict(found["forms"]), "links": dict(found["links"])}
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            N_("“{file}” is damaged: I no longer know which forms I made."),
            todo=N_("Put an earlier copy back. Without one, remove it: then all forms are made anew."),
            exit_code=WRONG_SETTINGS,
            file=path.name,
        ) from error


def _keep(path: Path, kept: dict[str, Any], key: str, form: dict[str, Any]) -> None:
    """Write it down at once: what is not written down is made twice."""
    kept["forms"][key] = form
    replace_bytes(path, json.dumps(kept, indent=1, ensure_ascii=False).encode())
