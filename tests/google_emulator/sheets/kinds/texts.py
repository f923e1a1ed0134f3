from __future__ import annotations

from tests.google_emulator.sheets.batch import Kind

KINDS: dict[str, Kind] = {}
