"""Drives a headless Chromium over its debugging pipe, with Python's standard library alone.

    with Chromium() as browser:
        browser.open("file:///tmp/graph.html")
        browser.wait("document.body.dataset.ready === 'true'")
        browser.click("#rows button")
        assert browser.value("document.getElementById('details').textContent")
"""
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time


def program():
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Chromium:
    def __init__(self, width=1400, height=900):
        self.size = (width, height)
        self.messages = []

    def __enter__(self):
        self.profile = tempfile.mkdtemp(dir=os.environ.get("TEST_TMPDIR"))
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()
        # The browser reads from 3 and writes to 4.
        def move_pipes():
            os.dup2(to_browser, 63)
            os.dup2(from_browser, 64)
            os.dup2(63, 3)
            os.dup2(64, 4)
        self.process = subprocess.Popen(
            [program(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--hide-scrollbars", "--remote-debugging-pipe", "--user-data-dir=" + self.profile,
             "--window-size=%d,%d" % self.size, "about:blank"],
            pass_fds=(3, 4), close_fds=True, preexec_fn=move_pipes,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number = 0
        self.rest = b""
        self.session = self.target = None
        self.new_page()
        return self

    def new_page(self):
        """An empty page in place of the one before."""
        self.session = None
        before = self.target
        target = self.target = self.call("Target.createTarget", url="about:blank")["targetId"]
        if before:
            self.call("Target.closeTarget", targetId=before)
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.call("Emulation.setDeviceMetricsOverride", width=self.size[0], height=self.size[1],
                  deviceScaleFactor=1, mobile=False)
        self.messages = []  # what the page wrote to its console, and what was blocked

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.output)
        os.close(self.input)
        shutil.rmtree(self.profile, ignore_errors=True)

    def receive(self):
        while b"\0" not in self.rest:
            piece = os.read(self.input, 1 << 16)
            if not piece:
                raise RuntimeError("the browser ended")
            self.rest += piece
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.output, data):]
        while True:
            answer = self.receive()
            if answer.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown",
                                        "Runtime.consoleAPICalled", "Network.requestWillBeSent"):
                self.messages.append(answer)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError("%s: %s" % (method, answer["error"]))
                return answer["result"]

    def open(self, address):
        self.call("Page.navigate", url=address)

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def wait(self, expression, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if self.value(expression):
                    return
            except RuntimeError:
                pass
            time.sleep(0.1)
        raise AssertionError("never true: " + expression)

    def point(self, x, y):
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def click(self, selector, until=None):
        """Clicks on an element; again, if it was not there yet, until an expression is true."""
        for _ in range(10):
            self.click_once(selector)
            if until is None:
                return
            try:
                return self.wait(until, 3)
            except AssertionError:
                pass
        raise AssertionError("no click on %s made it true: %s" % (selector, until))

    def click_once(self, selector):
        box = self.value(
            "(() => { const e = document.querySelector(%s); e.scrollIntoView({block: 'center'});"
            " const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()"
            % json.dumps(selector))
        self.point(*box)

    def press(self, key, code=0):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code,
                      **({"text": "\r"} if key == "Enter" and kind == "keyDown" else {}))

    def type(self, text):
        self.call("Input.insertText", text=text)

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def complaints(self):
        """Errors, blocked requests, and requests for anything but the page itself."""
        found = []
        for message in self.messages:
            parameters = message["params"]
            if message["method"] == "Network.requestWillBeSent":
                address = parameters["request"]["url"]
                if not address.startswith(("file:", "about:", "data:", "blob:")):
                    found.append("request: " + address)
            elif message["method"] == "Log.entryAdded":
                found.append(parameters["entry"]["text"])
            elif message["method"] == "Runtime.exceptionThrown":
                found.append(str(parameters["exceptionDetails"]))
            elif parameters.get("type") in ("error", "warning"):
                found.append(str(parameters["args"]))
        return found
