"""Every address that is answered."""

from tests.google_emulator import tokens
from tests.google_emulator.drive import api as drive
from tests.google_emulator.forms import api as forms
from tests.google_emulator.sheets import api as sheets
from tests.google_emulator.world import Route

ROUTES: tuple[Route, ...] = (*sheets.ROUTES, *forms.ROUTES, *drive.ROUTES, *tokens.ROUTES)
