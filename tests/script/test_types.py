"""The script calls only what Google has, with what Google takes; and the stand-in offers nothing else."""

import re
import subprocess

import pytest

from tests.script.google import HERE, NODE, script

MODULES = HERE / "node_modules"
COMPILER = MODULES / "typescript" / "bin" / "tsc"
pytestmark = pytest.mark.skipif(
    NODE is None or not COMPILER.exists(),
    reason="the type definitions are not installed here (see CONTRIBUTING)",
)
OWN = {
    "constructor",
    "put",
    "dress",
    "rows",
    "each",
    "fits",
    "expect",
    "flush",
    "as",
    "add",
    "writeHeaders",
    "setPublished",
}
"""What the stand-in has for itself, and what is newer than the published list."""

RIGHT = "  form.setCollectEmail(false);\n"
MISTAKE = "  form.setPublishedNow(true);\n"


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """What the compiler says of the script as it is, and of one with a mistake: by file, in one run."""
    folder = tmp_path_factory.mktemp("script")
    texts = {"forms.js": script(), "mistaken.js": script().replace(RIGHT, MISTAKE)}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    options = ["--allowJs", "--checkJs", "--noEmit", "--strict", "--target", "ES2020", "--lib", "ES2020"]
    options += ["--moduleDetection", "force"]  # else both files would define the same names
    options += ["--typeRoots", str(MODULES / "@types"), "--types", "google-apps-script"]
    command = [str(NODE), str(COMPILER), *options, *texts]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    return {name: [line for line in done.stdout.splitlines() if line.startswith(name)] for name in texts}


def test_every_call_is_one_that_google_has(complaints):
    assert complaints["forms.js"] == []


def test_a_call_that_google_does_not_have_is_noticed(complaints):
    (told,) = complaints["mistaken.js"]
    assert "setPublishedNow" in told


def test_the_stand_in_offers_only_methods_that_google_has():
    types = MODULES / "@types" / "google-apps-script"
    published = set()
    for name in ("forms", "spreadsheet"):
        text = (types / f"google-apps-script.{name}.d.ts").read_text(encoding="utf-8")
        published |= set(re.findall(r"^\s+(\w+)\(", text, re.MULTILINE))
    offered = set(
        re.findall(r"^  (\w+)\([^)]*\) \{$", (HERE / "stand_in.js").read_text("utf-8"), re.MULTILINE)
    )
    assert offered - OWN - {"id", "call"} <= published
    assert len(offered & published) > 40
