"""The script that makes all forms in somebody's own Google account, pasted at script.google.com."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final

from pipeline.model.blueprint import Blueprint, FormPlan
from pipeline.model.responses import MARK

CODE: Final = Path(__file__).parents[3] / "sheet_templates" / "script" / "forms.js"
PLAN: Final = "const PLAN = {};"
LOCALES: Final = {"nl": "nl_NL", "en": "en_GB"}


def render_script(blueprint: Blueprint, words: Mapping[str, str], robot: str = "", existing: str = "") -> str:
    """The whole script as text.

    `words` is what it says, by name; `robot` the address the spreadsheet is shared with and
    `existing` the id of a spreadsheet that is there already, both "" where there is none.
    """
    plan = {
        "title": blueprint.title,
        "spreadsheet": blueprint.spreadsheet,
        "timezone": blueprint.timezone,
        "locale": LOCALES[blueprint.language],
        "robot": robot,
        "existing": existing,
        "mark": MARK,
        "forms": [_form(form) for form in blueprint.forms],
        "links": [asdict(link) for link in blueprint.links],
        "working": [asdict(tab) for tab in blueprint.working],
        "words": dict(words),
    }
    # Line separators that JSON allows and scripts do not, and the invisible mark, are written as escapes.
    written = json.dumps(plan, ensure_ascii=False, indent=1)
    for sign in ("\u2028", "\u2029", "\u2063"):
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return CODE.read_text(encoding="utf-8").replace(PLAN, f"const PLAN = {written};")


def _form(form: FormPlan) -> dict[str, object]:
    """A form as the script takes it: other languages stand below the first, in one text."""
    items = [{**asdict(item), "help": item.explained} for item in form.items]
    for item in items:
        del item["also"]
    return {
        "key": form.key,
        "title": form.title,
        "description": form.explained,
        "thanks": form.thanks,
        "items": items,
    }
