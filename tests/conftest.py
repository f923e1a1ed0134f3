"""What holds for all tests.

Property tests: new examples on a developer's machine, the same ones for everybody where CI is set.
"""

import os
import signal
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import settings

import pipeline
from tests import google_emulator

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

# A shell starts what it puts in the background deaf to Ctrl-C, and every program started from there too.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection(session: pytest.Session) -> None:
    """Where it is measured which lines run, import everything first.

    Some long tests are not measured (`no_cover`), for it makes them twice as long; were one of them the
    first to import a module, its first lines would seem never to have run.
    """
    if session.config.pluginmanager.hasplugin("_cov"):
        for package in (pipeline, google_emulator):
            for found in walk_packages(package.__path__, f"{package.__name__}."):
                if not found.name.endswith("__main__"):
                    import_module(found.name)
