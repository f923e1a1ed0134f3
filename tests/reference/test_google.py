"""The reference Atelier in a spreadsheet at Google: the same results as from its workbook."""

from pathlib import Path

from pipeline.app.config import Config
from pipeline.app.export import results
from pipeline.app.places import GoogleAccess, SpreadsheetAt
from pipeline.app.workplace import open_workplace
from pipeline.model.settings import Settings
from pipeline.summaries.written import to_json
from tests.edges.google.scene import MARIJKE, ROBOT, scene
from tests.google_emulator.workbook import seed


def test_the_results_are_those_of_the_workbook(folder: Path, tmp_path: Path) -> None:
    workbook = folder / "antwoorden.xlsx"
    with scene(tmp_path) as google:
        file = seed(google.world, workbook, owner=MARIJKE)
        google.world.share(file.id, ROBOT)
        config = Config(Settings(), google=GoogleAccess(google.key, google.emulator.url))
        at = SpreadsheetAt(file.id)
        found = to_json(results(open_workplace(config, at, at)))
    assert found == to_json(results(open_workplace(config, workbook, tmp_path / "samenvatting.xlsx")))
