"""The program itself: its help, its languages, and how every error is told."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import pipeline.app.sync
from pipeline import __version__
from pipeline.cli import language, main
from pipeline.cli.program import COMMANDS, program
from pipeline.cli.words import Command
from pipeline.model.errors import UserError
from tests.commands.atelier import samenkracht

ROOT = Path(__file__).parents[2]


MODULE = ("-m", "pipeline.cli")
SURROUNDINGS = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def started(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own."""
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=cwd, env=SURROUNDINGS, encoding="utf-8", capture_output=True, check=False
    )


def test_help_names_the_commands_in_the_order_of_use(folder: Path) -> None:
    ran = samenkracht("--help")
    assert ran.code == 0
    assert ran.out.startswith("Gebruik: samenkracht [OPTIES] OPDRACHT …\n")
    places = [ran.out.index(f"\n  {command} ") for command in COMMANDS]
    assert places == sorted(places)


def test_without_a_command_it_helps(folder: Path) -> None:
    ran = samenkracht()
    assert (ran.code, ran.err) == (2, samenkracht("--help").out)


SPY = """
import atexit, sys
atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))
from pipeline.cli import main
sys.argv[1:] = ["--help"]
main()
"""


def test_help_imports_nothing_heavy(folder: Path) -> None:
    loaded = set(started("-c", SPY, cwd=folder).stderr.split())
    assert "pipeline.cli.program" in loaded
    heavy = {"openpyxl", "python_calamine", "rapidfuzz", "lxml", "tomllib", "pipeline.app", "pipeline.stages"}
    heavy |= {"subprocess", "webbrowser", "json"}
    assert not loaded & heavy


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_in_both_languages(folder: Path, command: str) -> None:
    dutch, english = samenkracht(command, "--help"), samenkracht("--language", "en", command, "-h")
    assert (dutch.code, english.code) == (0, 0)
    assert "Toon deze uitleg en stop." in dutch.out
    assert "Show this message and exit." in english.out
    assert not re.search(r"\b(TEXT|FILE|FOLDER|NUMBER|INTEGER|required|terminal)\b|<=|>=", dutch.out)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("forms", "--tables", "99"), "Typ een getal: van 0 tot en met 60."),
        (("tally", "a.csv", "b.csv", "--stickers", "veel", "--json", "-"), "Typ een getal: 1 of meer."),
        (("export", "--json", "."), "Bestand '.' is een map."),
        (("--config", ".", "sync"), "Bestand '.' is een map."),
        (
            ("sync", "https://docs.google.com/spreadsheets/d/kort"),
            "Dat is niet het adres van een spreadsheet",
        ),
    ],
)
def test_a_value_that_cannot_be_is_told_in_dutch(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    ran = samenkracht(*arguments)
    assert ran.code == 2
    assert told in ran.err


def test_the_version(folder: Path) -> None:
    assert samenkracht("--version").out == f"samenkracht {__version__}\n"


def test_a_command_misspelled(folder: Path) -> None:
    ran = samenkracht("snyc")
    assert ran.code == 2
    assert ran.err.endswith("Fout: De opdracht 'snyc' bestaat niet. Bedoelt u 'sync'?\n")


def test_an_option_misspelled(folder: Path) -> None:
    ran = samenkracht("sync", "--dry-rum")
    assert ran.code == 2
    assert "De optie '--dry-rum' bestaat niet." in ran.err


@pytest.mark.parametrize(
    "arguments", [("--language", "en", "snyc"), ("--language=en", "snyc"), ("snyc", "--language", "en")]
)
def test_the_language_is_known_before_anything_else(folder: Path, arguments: tuple[str, ...]) -> None:
    assert "Error: No such command 'snyc'." in samenkracht(*arguments).err


def test_an_unknown_language(folder: Path) -> None:
    ran = samenkracht("--language", "de", "sync")
    assert ran.code == 2
    assert "'de' is niet een van 'nl', 'en'" in ran.err


def test_a_language_forgotten(folder: Path) -> None:
    assert "--language" in samenkracht("sync", "--language").err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("language = 'en'", "Error: "),
        ("language = 'nl'", "Fout: "),
        ("language = 3", "Fout: "),
        ("language = ", "Fout: "),
        ("", "Fout: "),
    ],
)
def test_the_language_of_the_settings(folder: Path, text: str, told: str) -> None:
    (folder / "config.toml").write_text(text)
    assert told in samenkracht("snyc").err
    (folder / "config.toml").rename(folder / "c.toml")
    assert told in samenkracht("--config", "c.toml", "snyc").err


def test_options_of_the_program_may_follow_the_command(responses: Path) -> None:
    assert samenkracht("sync", "--quiet", "--language", "en", "-n").err == ""


def broken(*_arguments: object, **_more: object) -> None:
    raise ValueError("Saskia Duinker, 06 1234 5601")


def test_a_fault_of_ours_tells_no_data(responses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.app.sync, "run", broken)
    ran = samenkracht("sync")
    assert ran.code == 1
    assert "ValueError in test_program.py, regel" in ran.err
    assert "Saskia" not in ran.err + ran.out
    assert "Traceback" not in ran.err


def test_debug_shows_where(responses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.app.sync, "run", broken)
    with pytest.raises(ValueError, match="Saskia"):
        main_with(monkeypatch, "--debug", "sync")


def test_debug_shows_a_foreseen_error_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError):
        main_with(monkeypatch, "sync", "weg.xlsx", "--debug")


def main_with(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["samenkracht", *arguments])
    main()


def interrupted(*_arguments: object, **_more: object) -> None:
    raise KeyboardInterrupt


def test_breaking_off_before_the_write(responses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.app.sync, "run", interrupted)
    ran = samenkracht("sync")
    assert ran.code == 130
    assert ran.err.endswith("\nGestopt. Er is niets veranderd.\n")
    assert [file.name for file in responses.parent.iterdir()] == ["antwoorden.xlsx"]


def test_breaking_off_after_the_write(responses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.cli.show.show_report", interrupted)
    ran = samenkracht("sync")
    assert (ran.code, ran.err.splitlines()[-1]) == (130, "Gestopt.")


def test_colour_only_where_it_is_wanted(responses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def styled() -> bool:
        return "\x1b[" in CliRunner().invoke(program, ["sync", "-n"], color=True).stdout

    assert styled()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not styled()


def test_as_a_module(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["samenkracht", "--version"])
    monkeypatch.delitem(sys.modules, "pipeline.cli.__main__", raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("pipeline.cli", run_name="__main__")
    assert (ended.value.code, capsys.readouterr().out) == (0, f"samenkracht {__version__}\n")


def test_in_a_process_of_its_own(responses: Path) -> None:
    ran = started(*MODULE, "sync", cwd=responses.parent)
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (0, "samenvatting.xlsx is bijgewerkt.")
    assert started(*MODULE, "sync", "--check", cwd=responses.parent).returncode == 0


def test_a_closed_pipe_is_no_error(responses: Path) -> None:
    command = [sys.executable, *MODULE, "export", "--quiet", "--json", "-"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=responses.parent, env=SURROUNDINGS, **pipes) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()


def test_the_words_live_beside_the_program() -> None:
    assert (Path(language.LOCALES) / "nl" / "LC_MESSAGES" / f"{language.DOMAIN}.mo").exists()


@pytest.mark.parametrize(
    ("words", "offered"), [("samenkracht re", ["plain,review"]), ("samenkracht nope --", [])]
)
def test_the_shell_completes(monkeypatch: pytest.MonkeyPatch, words: str, offered: list[str]) -> None:
    monkeypatch.setenv("_SAMENKRACHT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    assert [line for line in samenkracht().out.split() if "--" not in line] == offered


def test_a_command_may_do_without_help() -> None:
    bare = Command("bare", add_help_option=False)
    assert bare.get_help_option(click.Context(bare)) is None


def test_breaking_off_while_it_starts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "main", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
