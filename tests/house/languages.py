"""The files for translators: every Dutch sentence that a participant reads, with room for its translation.

`python -m tests.house.languages` brings them up to date; translations stay, also of what is read no more.
"""

import json
import tomllib
from pathlib import Path

from pipeline.templates import SHIPPED, load_catalogue
from pipeline.templates.participants import participant_texts

FOLDER = SHIPPED / "languages"
HEAD = """\
# {name}: what participants read, beside Dutch. For a translator: write between the empty quotes.
# What stays empty is simply not shown. Leave words between curly brackets as they are.
name = {quoted}
direction = "{direction}"

[texts]
"""


def files() -> dict[Path, bytes]:
    """Every file as it should be."""
    sentences = list(dict.fromkeys(text.nl for _where, text in participant_texts(load_catalogue())))
    return {path: _file(path, sentences) for path in sorted(FOLDER.glob("*.toml"))}


def _file(path: Path, sentences: list[str]) -> bytes:
    found = tomllib.loads(path.read_text("utf-8"))
    known = found.get("texts", {})
    kept = [sentence for sentence, text in known.items() if text and sentence not in sentences]
    head = HEAD.format(name=found["name"], quoted=_quoted(found["name"]), direction=found["direction"])
    lines = [f"{_quoted(one)} = {_quoted(known.get(one, ''))}" for one in (*sentences, *kept)]
    return (head + "\n".join(lines) + "\n").encode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    for file, content in files().items():
        file.write_bytes(content)
