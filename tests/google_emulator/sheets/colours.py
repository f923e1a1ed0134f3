"""Colours as Google keeps them: in 256 steps, and each under its old and its new name.

What is set as `backgroundColor` is also read as `backgroundColorStyle.rgbColor`, and the other way round.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import Any

from tests.google_emulator.fields import FieldMask, Json

THEME: dict[str, Json] = {
    "TEXT": {},
    "BACKGROUND": {"red": 1, "green": 1, "blue": 1},
    "ACCENT1": {"red": 66, "green": 133, "blue": 244},
    "ACCENT2": {"red": 234, "green": 67, "blue": 53},
    "ACCENT3": {"red": 251, "green": 188, "blue": 4},
    "ACCENT4": {"red": 52, "green": 168, "blue": 83},
    "ACCENT5": {"red": 255, "green": 109, "blue": 1},
    "ACCENT6": {"red": 70, "green": 189, "blue": 198},
    "LINK": {"red": 17, "green": 85, "blue": 204},
}
"""The default theme, in steps of 255 where more than one is told."""


def single(number: float) -> float:
    """A number with the digits that tell it apart in 32 bits: 127 / 255 is 0.49803922."""
    bits = struct.pack("f", number)
    digits = next(
        digits for digits in range(1, 10) if struct.pack("f", float(f"{number:.{digits}g}")) == bits
    )
    return float(f"{number:.{digits}g}")


@lru_cache(maxsize=4096)
def channel(strength: float) -> int | float:
    """The strength of one colour, 0 … 1, in one of 256 steps."""
    step = int(strength * 255 + 1e-4)
    return single(step / 255) if 0 < step < 255 else step // 255


def colour(told: Json) -> Json:
    """A colour as it is kept: a channel that is off is not told."""
    steps = {name: channel(told[name]) for name in ("red", "green", "blue") if told.get(name)}
    kept = {name: step for name, step in steps.items() if step}
    return kept | ({"alpha": told["alpha"]} if "alpha" in told else {})


def theme_colour(name: str) -> Json:
    """A colour of the theme."""
    told = THEME.get(name, {})
    return {
        key: step if step == 1 and name == "BACKGROUND" else channel(step / 255) for key, step in told.items()
    }


def canonical(document: Any) -> Any:
    """A document with every colour under both names, in the steps that Google keeps."""
    if isinstance(document, list):
        return [canonical(item) for item in document]
    if not isinstance(document, dict):
        return document
    result = {name: canonical(child) for name, child in document.items() if not _is_colour(name, child)}
    for name, child in document.items():
        if _is_colour(name, child):
            plain, style = _both(name, child)
            result[_plain(name)], result[_plain(name) + "Style"] = plain, style
    return result


def paired(mask: FieldMask) -> FieldMask:
    """A mask that takes a colour under both names when it takes it under one."""
    if mask.branches is None:
        return mask
    branches = {}
    for name, branch in mask.branches.items():
        if _coloured(name):
            branches[_plain(name)] = branches[_plain(name) + "Style"] = FieldMask()
        else:
            branches[name] = paired(branch)
    return FieldMask(branches)


def _coloured(name: str) -> bool:
    return _plain(name).endswith(("Color", "color"))


def _plain(name: str) -> str:
    return name.removesuffix("Style")


def _is_colour(name: str, child: Any) -> bool:
    return _coloured(name) and isinstance(child, dict)


def _both(name: str, child: Json) -> tuple[Json, Json]:
    """A colour and its style, from either."""
    if not name.endswith("Style"):
        return colour(child), {"rgbColor": colour(child)}
    if "themeColor" in child:
        return theme_colour(child["themeColor"]), {"themeColor": child["themeColor"]}
    if "rgbColor" not in child:
        return {}, {}
    return colour(child["rgbColor"]), {"rgbColor": colour(child["rgbColor"])}
