"""A real browser, steered over its own pipe: the DevTools protocol, without a driver or a package."""

import base64
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from tempfile import TemporaryDirectory
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PATIENCE = 30.0
"""Seconds after which the browser, or what a test waits for in it, is taken not to come."""

KEYS = {
    " ": ("Space", 32),
    "Enter": ("Enter", 13),
    "Escape": ("Escape", 27),
    "PageDown": ("PageDown", 34),
    "PageUp": ("PageUp", 33),
    "ArrowDown": ("ArrowDown", 40),
    "ArrowUp": ("ArrowUp", 38),
    "ArrowLeft": ("ArrowLeft", 37),
}
"""What the protocol wants to know of a key that is no letter or digit: its code and its number."""


def found() -> str | None:
    """Where a browser of this kind stands on this computer; on Windows it cannot be steered like this."""
    if os.name != "posix":
        return None
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """A browser that runs: what is asked of it, and what it says by itself."""

    def __init__(self, wires: tuple[int, int]) -> None:
        self._in, self._out = wires
        self._number = 0
        self._read = b""

    def ask(self, asker: "Window | None", method: str, **params: Any) -> dict[str, Any]:
        """Its answer; what it says meanwhile of the asker's page is noted there."""
        self._number += 1
        asked: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if asker:
            asked["sessionId"] = asker.session
        os.write(self._in, json.dumps(asked).encode() + b"\0")
        while (said := self._hear()).get("id") != self._number:
            if asker and said.get("sessionId") == asker.session:
                asker.note(said)
        assert "error" not in said, said["error"]
        result: dict[str, Any] = said["result"]
        return result

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            assert select([self._out], [], [], PATIENCE)[0], "the browser says nothing any more"
            self._read += os.read(self._out, 1 << 20)
        said, _, self._read = self._read.partition(b"\0")
        heard: dict[str, Any] = json.loads(said)
        return heard


class Window:
    """A window of the browser that remembers nothing of earlier ones."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._profile = browser.ask(None, "Target.createBrowserContext")["browserContextId"]
        target = browser.ask(None, "Target.createTarget", url="about:blank", browserContextId=self._profile)[
            "targetId"
        ]
        self.session = browser.ask(None, "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.complaints: list[str] = []
        for domain in ("Page", "Runtime", "Log"):
            self._ask(f"{domain}.enable")

    def close(self) -> None:
        """Close it, and forget all that it kept."""
        self._browser.ask(None, "Target.disposeBrowserContext", browserContextId=self._profile)

    def size(self, width: int, height: int) -> None:
        """Make the window so many pixels large."""
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def calm(self) -> None:
        """Ask for as little motion as possible, as somebody who gets dizzy does."""
        features = [{"name": "prefers-reduced-motion", "value": "reduce"}]
        self._ask("Emulation.setEmulatedMedia", features=features)

    def open(self, url: str) -> None:
        """Go to a page, and wait until it is there."""
        self._ask("Page.navigate", url=url)
        self.until(f"location.href === {json.dumps(url)} && document.readyState === 'complete'")

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            code, number = KEYS.get(key) or (f"Key{key.upper()}", ord(key.upper()))
            text = {"text": "\r" if key == "Enter" else key} if len(key) == 1 or key == "Enter" else {}
            common = {"key": key, "code": code, "windowsVirtualKeyCode": number}
            self._ask("Input.dispatchKeyEvent", type="keyDown", **common, **text)
            self._ask("Input.dispatchKeyEvent", type="keyUp", **common)

    def value(self, expression: str) -> Any:
        """What an expression in the page gives."""
        answer = self._ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, expression: str, patience: float = PATIENCE) -> Any:
        """Wait until an expression in the page is true; its value."""
        end = time.monotonic() + patience
        while not (value := self.value(expression)):
            assert time.monotonic() < end, f"never came true: {expression}"
            time.sleep(0.05)
        return value

    def pages(self) -> int:
        """How many sheets of paper the page takes when it is printed."""
        printed = base64.b64decode(self._ask("Page.printToPDF", preferCSSPageSize=True)["data"])
        return len(re.findall(rb"/Type\s*/Page\b", printed))

    def picture(self, path: Path) -> None:
        """Take a picture of the window."""
        taken = self._ask("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(taken))

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        return self._browser.ask(self, method, **params)

    def note(self, said: dict[str, Any]) -> None:
        """Keep errors of scripts, and what the browser forbids by the page's own policy."""
        method, params = said.get("method"), said.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.complaints.append(str(params["exceptionDetails"]))
        if method == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.complaints.append(f"{params['entry']['source']}: {params['entry']['text']}")


@contextmanager
def started(browser: str) -> Iterator[Browser]:
    """A browser without a memory, until the end."""
    from fcntl import F_DUPFD, fcntl

    from_us, to_browser = os.pipe()
    from_browser, to_us = os.pipe()

    def wire() -> None:
        reads, writes = fcntl(from_us, F_DUPFD, 10), fcntl(to_us, F_DUPFD, 10)
        os.dup2(reads, 3)
        os.dup2(writes, 4)

    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--mute-audio")
        process = subprocess.Popen(
            [
                browser,
                *options,
                "--disable-dev-shm-usage",
                "--remote-debugging-pipe",
                f"--user-data-dir={profile}",
            ],
            preexec_fn=wire,  # noqa: PLW1509 - tests of a browser run no threads of their own
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Browser((to_browser, from_browser))
        finally:
            process.terminate()
            process.wait(PATIENCE)
            for wire_end in (from_us, to_browser, from_browser, to_us):
                os.close(wire_end)
