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
    """A running demo school: its address, who is signed in, the e-mails that it sent."""

    def __init__(self, url: str, folder: Path, env: dict) -> None:
        self.url = url
        self.folder = folder
        self.env = env
        self.signed_in: dict[str, dict] = {}

    def run(self, code: str) -> None:
        """Do in the portal what is no step of the test, with the factories at hand."""
        manage("shell", "-v", "0", "-c", code, env=self.env)

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
def demo(tmp_path_factory):
    """A folder with the demo school in it, loaded once for all processes that test."""
    place = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent
    folder, loading = place / "demo", place / "demo-loading"
    try:
        (place / "demo-claimed").mkdir()
    except FileExistsError:
        _wait_until(folder.exists, "The demo school was not loaded.", seconds=300)
    else:
        load(environment(loading))
        loading.rename(folder)
    return folder


@pytest.fixture(scope="session")
def portal(demo, tmp_path_factory):
    """The demo school on a free port, with a database of its own."""
    folder = shutil.copytree(demo, tmp_path_factory.mktemp("portal") / "var")
    with serving(environment(folder)) as found:
        yield found


def environment(folder: Path, settings: str = "example_site.settings") -> dict:
    """Where the demo school in ``folder`` finds its files and these ``settings``."""
    env = {
        **os.environ,
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": str(EXAMPLE.parent),
    }
    env.pop("DATABASE_URL", None)
    return env


def manage(*command: str, env: dict) -> None:
    """Run a command of the demo school."""
    run = [sys.executable, "manage.py", *command]
    subprocess.run(run, cwd=EXAMPLE, env=env, check=True)


def load(env: dict) -> None:
    """Make the demo school."""
    manage("migrate", "-v", "0", env=env)
    manage("load_demo", env=env)


@contextmanager
def serving(env: dict):
    """The demo school that is loaded there."""
    folder = Path(env["VAR_DIR"])
    port = _free_port()
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [sys.executable, "manage.py", "runserver", "--noreload", str(port)],
        cwd=EXAMPLE,
        env=env,
        stdout=log,
        stderr=log,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until(lambda: _answers(url), "The demo school did not start.")
        yield Portal(url, folder, env)
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
            viewport=screen,
            locale="vi-VN",
            base_url=portal.url,
            storage_state=portal.signed_in.get(user),
        )
        page = context.new_page()
        page.set_default_timeout(20_000)
        if user and user not in portal.signed_in:
            sign_in(page, user)
            portal.signed_in[user] = context.storage_state()
        yield page
        context.close()

    return open_page


def sign_in(page, user: str) -> None:
    """By the form, as people do; once is enough for one portal."""
    page.goto("/admin/login/")
    page.fill("#id_username", user)
    page.fill("#id_password", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5)
    except OSError:
        return False
    return True


def _wait_until(done, otherwise: str, *, seconds: int = 60) -> None:
    for _ in range(2 * seconds):
        if done():
            return
        time.sleep(0.5)
    pytest.fail(otherwise)
