"""Whole tabs as text, in files beside this one; `python -m tests.summaries.expected` writes them anew.

Read the difference before committing it.
"""

from collections.abc import Callable
from pathlib import Path

from pipeline.summaries.own_questions import OWN_QUESTIONS
from tests.summaries.scene import ASKING, EMPTY, LIVELY, catalogue, fill
from tests.summaries.show import show

FOLDER = Path(__file__).parent / "expected"


def lively(key: str) -> str:
    return show(fill(key, ASKING if key in {"overview", "control"} else LIVELY))


def empty(key: str) -> str:
    return show(fill(key, EMPTY, log=()))


def english(key: str) -> str:
    return show(fill(key, ASKING, "en"))


SCENES: dict[str, Callable[[str], str]] = {"lively": lively, "empty": empty, "english": english}


def place(scene: str, key: str) -> Path:
    return FOLDER / scene / f"{key}.txt"


def write() -> None:
    for scene, shown in SCENES.items():
        for key in catalogue().summaries.keys() - {OWN_QUESTIONS}:
            path = place(scene, key)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(shown(key), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
