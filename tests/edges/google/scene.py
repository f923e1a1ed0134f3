"""A small world at Google: an emulator, a robot with its key, a spreadsheet that is shared with it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.edges.google.client import Client
from pipeline.edges.google.signin import Robot, scopes
from tests.google_emulator.accounts import key_file
from tests.google_emulator.server import Emulator, running
from tests.google_emulator.world import SPREADSHEET, World

ROBOT = "robot@atelier.iam.gserviceaccount.com"
MARIJKE = "marijke@ganzenhoek.example"


class Nobody:
    """Signs in nowhere."""

    account = ""
    path = Path()

    def look(self) -> None:
        """See nothing."""

    def token(self, *, anew: bool = False) -> str:
        return "another" if anew else "token"


Rows = Sequence[Sequence[object]]


@dataclass
class Scene:
    """What a test works with; `waits` are the seconds that the program said it would wait."""

    emulator: Emulator
    world: World
    key: Path
    spreadsheet: str
    client: Client
    waits: list[float] = field(default_factory=list)

    def client_for(self, *, forms: bool = False) -> Client:
        """Another client of the same robot."""
        return Client(Robot(self.key, scopes(forms=forms)), self.emulator.url, self.waits.append)

    def fill(self, tabs: Mapping[str, Rows], spreadsheet: str = "") -> None:
        """Put tabs with these rows in the spreadsheet, in the place of the one that a new one has."""
        fill(self.world, spreadsheet or self.spreadsheet, tabs)

    def create(self, title: str = "Nog een") -> str:
        """One more spreadsheet that is shared with the robot; its id."""
        file = self.world.create(SPREADSHEET, title, MARIJKE)
        self.world.share(file.id, ROBOT)
        return file.id


def fill(world: World, spreadsheet: str, tabs: Mapping[str, Rows]) -> None:
    """Tabs with these rows, in the place of the one that a new spreadsheet has."""
    add = [{"addSheet": {"properties": {"title": title}}} for title in tabs]
    world.ask(
        "POST",
        f"/v4/spreadsheets/{spreadsheet}:batchUpdate",
        {"requests": [*add, {"deleteSheet": {"sheetId": 0}}]},
    )
    rows = [{"range": f"'{title}'!A1", "values": values} for title, values in tabs.items()]
    body = {"data": rows, "valueInputOption": "RAW"}
    world.ask("POST", f"/v4/spreadsheets/{spreadsheet}/values:batchUpdate", body)


@contextmanager
def scene(folder: Path) -> Iterator[Scene]:
    """A scene that lives while the block runs; the key file lies in `folder`."""
    with running(World()) as emulator:
        world = emulator.world
        key = folder / "robot.json"
        key.write_text(key_file(world.accounts.robot(ROBOT, f"{emulator.url}/token")))
        key.chmod(0o600)
        file = world.create(SPREADSHEET, "Atelier De Ganzenhoek", MARIJKE)
        world.share(file.id, ROBOT)
        client = Client(Robot(key, scopes(forms=False)), emulator.url)
        found = Scene(emulator, world, key, file.id, client)
        found.client = found.client_for()
        yield found
