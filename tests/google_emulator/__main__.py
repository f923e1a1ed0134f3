"""Starts the emulator for a person at a terminal, or for another program: `scripts/google-emulator`."""

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from tests.google_emulator import workbook
from tests.google_emulator.accounts import key_file
from tests.google_emulator.server import Emulator, running
from tests.google_emulator.world import SPREADSHEET, File, World

ROBOT = "robot@emulator.iam.gserviceaccount.com"


def options(words: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for."""
    asked = argparse.ArgumentParser(
        prog="google-emulator", description="Google Sheets, Forms and Drive on 127.0.0.1."
    )
    asked.add_argument("--port", type=int, default=0, help="where to listen (default: a free port)")
    asked.add_argument("--seed", type=Path, metavar="FILE.xlsx", help="start with this spreadsheet")
    asked.add_argument("--save", type=Path, metavar="FILE.xlsx", help="save it at the end")
    asked.add_argument("--key", type=Path, metavar="FILE.json", help=f"write a throw-away key for {ROBOT}")
    asked.add_argument("--client", type=Path, metavar="FILE.json", help="write a client file to sign in with")
    asked.add_argument("--closed", action="store_true", help="refuse requests without a token")
    asked.add_argument("--quota", action="store_true", help="60 reads and 60 writes a minute, as at Google")
    asked.add_argument("--no-validation", action="store_true", help="do not check against Google's documents")
    return asked.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Listen until Ctrl-C or SIGTERM; 0, or 1 when the workbook or the port cannot be used."""
    asked = options(words)
    world = World(open=not asked.closed, validate=not asked.no_validation)
    end = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: end.set())
    signal.signal(signal.SIGINT, lambda *_: end.set())
    try:
        seeded = workbook.seed(world, asked.seed) if asked.seed else None
        with running(world, port=asked.port, quota=asked.quota) as emulator:
            _hand_out(emulator, asked, seeded)
            _say(sys.stdout, f"Google emulator: {emulator.url}")
            if seeded:
                _say(sys.stdout, f"Spreadsheet: {seeded.id}")
            any(iter(lambda: end.wait(0.2), True))  # in short turns: Windows does not interrupt a long wait
    except OSError as error:
        _say(sys.stderr, f"google-emulator: {error}")
        return 1
    if asked.save:
        _save(world, asked.save, seeded)
    return 0


def _say(where: TextIO, line: str) -> None:
    """At once, also when another program reads it."""
    where.write(line + "\n")
    where.flush()


def _hand_out(emulator: Emulator, asked: argparse.Namespace, seeded: File | None) -> None:
    """Write what a program needs to sign in; the robot may change the spreadsheet."""
    accounts = emulator.world.accounts
    if asked.key:
        _write(asked.key, key_file(accounts.robot(ROBOT, f"{emulator.url}/token")))
        if seeded:
            emulator.world.share(seeded.id, ROBOT)
    if asked.client:
        _write(asked.client, json.dumps(accounts.program(emulator.url), indent=2) + "\n")


def _write(path: Path, text: str) -> None:
    """Write a file that only its owner may read: programs rightly ask for that."""
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(text, encoding="utf-8")


def _save(world: World, path: Path, seeded: File | None) -> None:
    """Save the spreadsheet we started with, else the one that changed last, if there is one."""
    made = [file for file in world.seen_by("") if file.kind == SPREADSHEET]
    kept = seeded if seeded in made else None
    for file in [kept] if kept else made[:1]:
        path.write_bytes(workbook.saved(world, file.id))


if __name__ == "__main__":
    sys.exit(main())
