"""Commands that work as somebody can type them, and signs that any terminal can show."""

import io
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from pipeline.app.questions import Choice, OpenQuestion
from pipeline.cli.show import show_questions
from pipeline.cli.streams import never_crash, show_plainly
from pipeline.cli.typed import command_line, program_name
from pipeline.model.errors import NO_ACCESS
from tests.commands.atelier import at_terminal, samenkracht
from tests.commands.test_program import MODULE, SURROUNDINGS

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("started", "found", "name"),
    [
        (HERE / "bin" / "samenkracht", HERE / "bin" / "samenkracht.exe", "samenkracht"),
        (HERE / "bin" / "samenkracht", None, f".{os.sep}bin{os.sep}samenkracht"),
        (HERE / "samenkracht", HERE / "bin" / "samenkracht", f".{os.sep}samenkracht"),
        (HERE.parent / "bin" / "samenkracht", None, str(HERE.parent / "bin" / "samenkracht")),
        (HERE / "cli" / "__main__.py", None, "samenkracht"),
    ],
)
def test_the_program_is_called_as_the_system_finds_it(
    monkeypatch: pytest.MonkeyPatch, started: Path, found: Path | None, name: str
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: found and str(found))
    called = program_name(started, HERE)
    assert called == name


@pytest.mark.parametrize(
    ("system", "line"), [("posix", "samenkracht sync 'mijn map'"), ("nt", 'samenkracht sync "mijn map"')]
)
def test_names_are_quoted_as_the_system_needs_it(
    monkeypatch: pytest.MonkeyPatch, system: str, line: str
) -> None:
    monkeypatch.setattr("sys.argv", ["__main__.py"])
    monkeypatch.setattr("pipeline.cli.typed.WINDOWS", system == "nt")
    assert command_line(["sync", "mijn map"]) == line


def test_the_next_command_is_about_the_same_files(responses: Path) -> None:
    ran = samenkracht("sync", "--language", "en", "--out", "uit.xlsx", responses.name)
    assert "\nNext: samenkracht review --language en --out uit.xlsx antwoorden.xlsx   (" in ran.out


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "cp1252"])
def test_no_terminal_is_too_poor(responses: Path, encoding: str) -> None:
    surroundings = {**SURROUNDINGS, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    command = [sys.executable, *MODULE, "doctor"]
    ran = subprocess.run(command, cwd=responses.parent, env=surroundings, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"v Python 3")


def test_a_document_is_in_utf_8_on_any_terminal(responses: Path) -> None:
    surroundings = {**SURROUNDINGS, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, *MODULE, "export", "--quiet", "--json", "-"]
    ran = subprocess.run(command, cwd=responses.parent, env=surroundings, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode() == samenkracht("export", "--quiet", "--json", "-").out


@pytest.mark.parametrize(
    ("text", "shown"), [("Yılmaz", b"Yilmaz"), ("…", b"..."), ("\udc80", b"?"), ("×2", b"*2")]
)
def test_signs_are_shown_plainly(text: str, shown: bytes) -> None:
    samenkracht("--version")
    assert text.encode("ascii", "plainly") == shown


def test_only_showing_is_plain() -> None:
    error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid")
    with pytest.raises(UnicodeDecodeError):
        show_plainly(error)


def test_nothing_is_asked_that_could_not_be_written_down(
    responses: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (responses.parent / "~$samenvatting.xlsx").write_text("")
    ran = at_terminal(monkeypatch, capsys, "1\n", "review", "--quiet")
    assert (ran.code, ran.out) == (NO_ACCESS, "")
    assert ran.err.startswith("Fout: ‘samenvatting.xlsx’ staat open in een rekenprogramma.")


def test_an_answer_that_begins_with_its_code_is_listed_whole(capsys: pytest.CaptureFixture[str]) -> None:
    choices = (Choice("apart", "apart laten"), Choice("7KQ4M", "7KQ4M – Ayla"), Choice("later", "later"))
    show_questions([OpenQuestion("V-1", "Wie?", "", "", "", None, (), choices)], "samenkracht review")
    assert capsys.readouterr().out == (
        'V-1  Wie?\n  "V-1=apart laten"\n  V-1=7KQ4M   Ayla\n  V-1=later\n'
        'Antwoord zo: samenkracht review --decide "V-1=apart laten"\n'
    )


def test_what_is_no_terminal_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())
    never_crash()
    click.echo("✓")
    assert sys.stdout.getvalue() == "✓\n"
