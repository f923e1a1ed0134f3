"""What the scripts share: the environment `.venv`, made once, and made again when its ingredients change.

Standard library only, so that it runs on a machine with nothing but Python and pip.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - these lines are for whoever has an older one
    sys.exit("Samenkracht needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = getattr(sys, "_base_executable", sys.executable)
"""The Python of this machine, also when a script is run by that of `.venv`."""
TO_DEVELOP = "# To develop"
NO_PIP = """\
This Python has no pip, and uv is not installed either.
Install one of them (on Debian and Ubuntu: apt install python3-pip) and try again."""


def environment(*, dev: bool) -> Path:
    """The Python of `.venv`, with the program in it; with the tools of the tests as well if `dev`."""
    stamp = VENV / "made-of.txt"
    made_of = stamp.read_text(encoding="utf-8") if stamp.exists() else ""
    wanted = _fingerprint()
    if made_of not in ({f"dev {wanted}"} if dev else {f"dev {wanted}", f"run {wanted}"}):
        print("Making the environment .venv; this happens once and takes a minute.", flush=True)
        make(VENV, dev=dev)
        install(VENV, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        stamp.write_text(f"{'dev' if dev else 'run'} {wanted}", encoding="utf-8")
    return python_of(VENV)


def make(folder: Path, *, dev: bool) -> None:
    """An environment with everything that `constraints.txt` lists, each package checked by its hash."""
    if folder.exists():
        shutil.rmtree(folder)
    run(PYTHON, "-m", "venv", "--without-pip", str(folder))
    everything = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    listed = folder / "requirements.txt"
    listed.write_text(everything if dev else everything.partition(TO_DEVELOP)[0], encoding="utf-8")
    # The list is complete. Without --no-deps, an older pip looks beyond it and stops at a newer release.
    install(folder, "--no-deps", "--require-hashes", "--requirement", str(listed))


def install(folder: Path, *what: str) -> None:
    """Install into an environment, with uv where it is, else with the pip of this machine."""
    target = ["--python", str(python_of(folder))]
    if uv := shutil.which("uv"):
        run(uv, "pip", "install", "--quiet", *target, *what)
    elif has_pip():
        pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", *target]
        run(*pip, "install", "--quiet", *what)
    else:
        sys.exit(NO_PIP)


def has_pip() -> bool:
    """Whether the Python of this machine has pip."""
    return (
        subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    )


def python_of(folder: Path) -> Path:
    """The Python of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def program_of(folder: Path, name: str = "samenkracht") -> Path:
    """A program of an environment."""
    return folder / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def run(*command: str) -> None:
    """Run a command; stop with its exit code if it fails."""
    code = subprocess.run(command, check=False, cwd=ROOT).returncode
    if code:
        sys.exit(code)


def _fingerprint() -> str:
    """Changes when another environment is needed."""
    names = ("pyproject.toml", "constraints.txt", "scripts/_setup.py")
    ingredients = [
        sys.version,
        PYTHON,
        *((ROOT / name).read_text(encoding="utf-8") for name in names),
    ]
    return hashlib.sha256("\n".join(ingredients).encode()).hexdigest()
