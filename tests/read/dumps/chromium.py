"""A headless Chromium over its debugging pipe: pages as it saves them."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

COMMAND = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Browser:
    """Speaks the DevTools protocol: JSON messages with a NUL behind each (``--remote-debugging-pipe``)."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands = commands
        self._answers = answers
        self._read = b""
        self._number = 0
        self._session: str | None = None

    def open(self, url: str) -> None:
        """Load a page and wait until it is whole."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Page.navigate", url=url)
        while self._receive().get("method") != "Page.loadEventFired":
            pass

    def close_page(self) -> None:
        self._session = None

    def save_mhtml(self) -> str:
        """Return the page as MHTML."""
        return str(self.ask("Page.captureSnapshot", format="mhtml")["data"])

    def save_html(self) -> str:
        """Return the page's markup, as "save page as" writes it."""
        doctype = "(document.doctype ? new XMLSerializer().serializeToString(document.doctype) : '<!-- no doctype -->')"
        script = f"{doctype} + document.documentElement.outerHTML"
        return str(self.ask("Runtime.evaluate", expression=script)["result"]["value"])

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session and not method.startswith("Target."):
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while (answer := self._receive()).get("id") != self._number:
            pass
        assert "error" not in answer, answer
        return dict(answer["result"])

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            data = os.read(self._answers, 1 << 20)
            assert data, "the browser is gone"
            self._read += data
        message, _, self._read = self._read.partition(b"\0")
        return dict(json.loads(message))


@contextlib.contextmanager
def open_browser(profile: Path) -> Iterator[Browser]:
    """Run a browser while the context lasts."""
    assert COMMAND is not None
    their_in, ours_out = os.pipe()
    ours_in, their_out = os.pipe()
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={profile}"]
    # It reads from 3 and writes to 4; the copies in between are for the case that one of these is in use.
    script = (
        "import os, sys; one, other = os.dup(int(sys.argv[1])), os.dup(int(sys.argv[2]));"
        "one, other = os.dup(one), os.dup(other); os.dup2(one, 3); os.dup2(other, 4); os.execv(sys.argv[3], sys.argv[3:])"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(their_in), str(their_out), COMMAND, *flags, "about:blank"],
        pass_fds=(their_in, their_out),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(their_in)
    os.close(their_out)
    try:
        yield Browser(ours_out, ours_in)
    finally:
        os.close(ours_out)
        process.terminate()
        process.wait(timeout=20)
        os.close(ours_in)
