"""An example Atelier, made up from beginning to end, in which everything happens that does happen."""

from pipeline.app.demo_atelier.files import write_demo
from pipeline.app.demo_atelier.tabs import demo_tabs

__all__ = ["demo_tabs", "write_demo"]
