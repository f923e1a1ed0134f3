"""`demo`: an example to look at, which never takes the place of anything."""

from pathlib import Path

import pytest

from pipeline.app.config import read_config
from tests.commands.atelier import samenkracht


def test_twice_in_one_folder(folder: Path) -> None:
    ran = samenkracht("demo")
    made = folder / "samenkracht-demo"
    assert ran.code == 0
    assert ran.out.startswith("samenvatting.xlsx is bijgewerkt.\n\nSinds ")
    assert ran.out.endswith(
        "\n\nDit is een voorbeeld; iedereen erin is verzonnen. Bekijk het:\n"
        f"  {Path('samenkracht-demo', 'samenvatting.xlsx')}\n"
        f"Verander iets in {Path('samenkracht-demo', 'antwoorden.xlsx')} en doe daarna dit:\n"
        f"  samenkracht sync --config {Path('samenkracht-demo', 'config.toml')}\n"
    )
    assert sorted(file.name for file in made.iterdir()) == [
        "antwoorden.xlsx",
        "config.toml",
        "samenvatting.xlsx",
    ]
    assert "# De wijk." in (made / "config.toml").read_text(encoding="utf-8")
    assert len(read_config(made / "config.toml").settings.dates) == 4
    assert samenkracht("demo").out.startswith("Alles was al bij.")
    assert samenkracht("sync", "--check", "--config", made / "config.toml").code == 0


@pytest.mark.parametrize("name", ["antwoorden.xlsx", "config.toml", "samenvatting.xlsx"])
def test_somebodys_own_work_is_left_alone(folder: Path, name: str) -> None:
    (folder / name).write_text("van mij")
    ran = samenkracht("demo", folder)
    assert ran.code == 1
    assert f"Er staat een {name} in, en het voorbeeld zou daarvoor in de plaats komen." in ran.err
    assert [(file.name, file.read_text()) for file in folder.iterdir()] == [(name, "van mij")]
