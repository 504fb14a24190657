"""The demo school, served as people get it, and a browser to use it with."""

from __future__ import annotations

import email
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from email import policy
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

EXAMPLE = Path(__file__).resolve().parents[2] / "example_site"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
PASSWORD = "kehoach-demo"
# Two browsers and two portals share the machine.
expect.set_options(timeout=20_000)


class Portal:
    """A running demo school: its address, and the e-mails that it sent."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder

    def mails(self) -> str:
        """The text of every e-mail sent so far."""
        texts = []
        for path in sorted((self.folder / "mail").glob("*")):
            for part in path.read_bytes().split(b"-" * 79):
                if part.strip():
                    message = email.message_from_bytes(
                        part.strip(), policy=policy.default
                    )
                    body = message.get_body(("plain",))
                    texts.append(f"{message['subject']}\n{body.get_content()}")
        return "\n".join(texts)


@pytest.fixture(scope="session")
def portal(tmp_path_factory):
    """The demo school on a free port, with a database of its own."""
    with serving(tmp_path_factory.mktemp("demo")) as found:
        yield found


@contextmanager
def serving(folder: Path, settings: str = "example_site.settings", prepare=()):
    """The demo school with these ``settings``, after the commands in ``prepare``."""
    env = {
        **os.environ,
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": settings,
    }
    env.pop("DATABASE_URL", None)

    def manage(*args):
        return [sys.executable, "manage.py", *args]

    for step in (["migrate", "-v", "0"], ["load_demo"], *prepare):
        subprocess.run(manage(*step), cwd=EXAMPLE, env=env, check=True)
    port = _free_port()
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        manage("runserver", "--noreload", str(port)),
        cwd=EXAMPLE,
        env=env,
        stdout=log,
        stderr=log,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url)
        yield Portal(url, folder)
    finally:
        server.terminate()
        server.wait()
        log.close()


@pytest.fixture(scope="session")
def chromium():
    """A headless Chromium of the system."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("No Chromium is installed (on Debian: apt install chromium).")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, portal):
    """Open the portal as somebody, or as nobody, on a phone or a desktop."""

    @contextmanager
    def open_page(user: str | None = None, *, screen: dict = DESKTOP):
        context = chromium.new_context(
            viewport=screen, locale="vi-VN", base_url=portal.url
        )
        page = context.new_page()
        page.set_default_timeout(20_000)
        if user:
            page.goto("/admin/login/")
            page.fill("#id_username", user)
            page.fill("#id_password", PASSWORD)
            page.click("button[type=submit]")
            page.wait_for_url("**/admin/")
        yield page
        context.close()

    return open_page


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(url, timeout=5)
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail("The demo school did not start.")
