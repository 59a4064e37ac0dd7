"""A headless Chromium for tests, driven over a pipe by its DevTools protocol: nothing to install but the browser.

A test takes the fixture `browser`: one process of Chromium serves all of a run, each test with pages of its own.
"""

import contextlib
import json
import os
import select
import shutil
import subprocess
import time

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ("background-networking", "component-update", "dev-shm-usage", "gpu", "quic", "sync")
FLAGS = (
    *("--headless", "--no-sandbox", "--no-first-run", "--mute-audio", "--window-size=1280,720"),
    *("--remote-debugging-pipe", *(f"--disable-{feature}" for feature in QUIET)),
)
PATIENCE = 60.0
#: Whether a deck is loaded.
READY = "document.readyState === 'complete' && typeof Reveal !== 'undefined' && Reveal.isReady()"
CODES = {
    "ArrowLeft": 37,
    "ArrowRight": 39,
    "PageUp": 33,
    "PageDown": 34,
    "Home": 36,
    "Escape": 27,
    " ": 32,
    ".": 190,
    **{letter: ord(letter.upper()) for letter in "bcrs"},
}


class Browser:
    """A page at a time, `session`. `troubles` collects errors that it logs or throws, and requests that fail.

    `frames` are the pages and frames of which has been heard since Runtime was enabled in them: (session, context).
    """

    def __init__(self, profile):
        to_child, self._out = os.pipe()
        self._in, from_child = os.pipe()
        # Chromium reads commands from descriptor 3 and answers on 4; a shell puts them there.
        script = f'exec "$@" 3<&{to_child} 4>&{from_child}'
        command = ["bash", "-c", script, "chromium", CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            command, pass_fds=(to_child, from_child), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(to_child)
        os.close(from_child)
        self._buffer, self._number, self.session, self._context = b"", 0, None, ""
        self.troubles, self.frames = [], []

    def open(self):
        """Open a page that knows nothing of those before it."""
        self.troubles, self.frames = [], []
        self._context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=self._context)["targetId"]
        self._attach(target)
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def close(self):
        """Close the page, and those that were opened from it."""
        self.session = None
        self.call("Target.disposeBrowserContext", browserContextId=self._context)

    def _attach(self, target):
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._process.kill()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def call(self, method, **parameters):
        """Call a method of the protocol and return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + PATIENCE
        while True:
            heard = self._hear(until)
            if heard.get("id") == self._number:
                assert "error" not in heard, heard
                return heard["result"]
            self._note(heard)

    def _hear(self, until):
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            more = os.read(self._in, 1 << 16)
            assert more, "the browser has ended"
            self._buffer += more
        line, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(line)

    def _note(self, heard):
        about = heard.get("params", {})
        match heard.get("method"):
            case "Runtime.executionContextCreated":
                self.frames.append((heard["sessionId"], about["context"]["id"]))
            case "Runtime.executionContextDestroyed":
                self.frames.remove((heard["sessionId"], about["executionContextId"]))
            case "Runtime.executionContextsCleared":
                self.frames = [frame for frame in self.frames if frame[0] != heard["sessionId"]]
            case "Runtime.exceptionThrown":
                self.troubles.append(about["exceptionDetails"])
            case "Runtime.consoleAPICalled" if about["type"] in ("error", "warning", "assert"):
                self.troubles.append(about["args"])
            case "Log.entryAdded" if about["entry"]["level"] in ("error", "warning"):
                self.troubles.append(about["entry"])
            case "Network.loadingFailed" if not about.get("canceled"):
                self.troubles.append(about)

    def go(self, address):
        """Open an address and wait until the deck is ready."""
        self.call("Page.navigate", url=address)
        self.wait(READY)

    def ask(self, expression, **where):
        """Evaluate an expression in the page, or in the frame of it that is `contextId`, and return its value."""
        told = self.call("Runtime.evaluate", expression=expression, returnByValue=True, userGesture=True, **where)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def frame_where(self, expression):
        """The frame of the page in which an expression holds, as `ask` and `wait` take it."""
        self.call("Runtime.enable")
        until = time.monotonic() + PATIENCE
        while True:
            for session, context in list(self.frames):
                where = {"contextId": context}
                if session == self.session and self.ask(expression, **where):
                    return where
            assert time.monotonic() < until, f"in no frame: {expression}"

    def wait(self, expression, seconds=PATIENCE, **where):
        """Wait until an expression holds, in the page or in a frame of it."""
        until = time.monotonic() + seconds
        while not self.ask(expression, **where):
            assert time.monotonic() < until, f"never true: {expression}"
            time.sleep(0.05)

    def turn_to(self, title):
        """Go on in another page of the same browser, such as one that was opened from this."""
        self.session = None
        until = time.monotonic() + PATIENCE
        while True:
            pages = [page for page in self.call("Target.getTargets")["targetInfos"] if page["title"] == title]
            if pages:
                break
            assert time.monotonic() < until, f"no page is called {title}"
            time.sleep(0.05)
        self._attach(pages[0]["targetId"])

    def press(self, key):
        """Press and release a key."""
        about = {"key": key, "windowsVirtualKeyCode": CODES[key], "nativeVirtualKeyCode": CODES[key]}
        self.call("Input.dispatchKeyEvent", type="rawKeyDown", **about)
        self.call("Input.dispatchKeyEvent", type="keyUp", **about)
