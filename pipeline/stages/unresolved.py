"""Names of people that nobody could be found for."""

from pipeline.stages.names import read_name
from pipeline.stages.normalise import fold


def unresolved_key(written: str) -> str:
    """The same for two ways to write one name: the order of its words, capitals and accents do not matter."""
    name = read_name(written)
    return " ".join(sorted((*name.given, *name.family))) or fold(written)
