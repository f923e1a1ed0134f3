"""The colours of the charts (RRGGBB), told apart by lightness too."""

from pipeline.model.settings import ROLES

RETURNING, NEW = "2F6F62", "E0A458"
ONE = "2F6F62"
THREE = ("E0A458", "8A6FA8", "2F6F62")
STEPS = ("B5483A", "E3A587", "E6DCC8", "8FBBAA", "2F6F62")
LINES = ("2F6F62", "C8743A", "8A6FA8", "4F7CAC", "7A8450", "B5483A")
ROLE = dict(zip(ROLES, ("E0A458", "C8743A", "2F6F62", "4F7CAC"), strict=True))
