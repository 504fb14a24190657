"""gunicorn with one worker on one copy of the database, and the time that it used."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from . import databases

ROOT = Path(__file__).parents[2]


class Server:
    """A running server. Tells apart its own processor time and its database's."""

    def __init__(self, database: str, master: int, port: int):
        self.database, self.master, self.port = database, master, port

    def get(self, path: str) -> bytes:
        """The body of a page; anything but 200 stops the benchmark."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        client.request("GET", path)
        response = client.getresponse()
        body = response.read()
        client.close()
        if response.status != 200:
            raise SystemExit(f"{path} answers {response.status}.")
        return body

    def processes(self) -> list[int]:
        """The worker and, on PostgreSQL, the backends of its connections."""
        children = Path(f"/proc/{self.master}/task/{self.master}/children")
        workers = [int(pid) for pid in children.read_text().split()]
        return workers + databases.backends(self.database)

    def is_up(self) -> bool:
        """Whether it answers yet."""
        try:
            return bool(self.get("/bench/constant/"))
        except OSError:
            return False


@contextmanager
def serving(database: str, page_bytes: int):
    """A server for ``database`` while the block runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", "--workers=1", "--worker-class=sync",
            f"--bind=127.0.0.1:{port}", "--timeout=120", "--log-level=error",
            "django.core.wsgi:get_wsgi_application()",
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "BENCH_DATABASE": database,
            "BENCH_BYTES": str(page_bytes),
        },
    )  # fmt: skip
    server = Server(database, process.pid, port)
    try:
        for _ in range(300):
            if server.is_up():
                break
            time.sleep(0.2)
        yield server
    finally:
        process.terminate()
        process.wait()


def processor_ns(pids: list[int]) -> int:
    """Nanoseconds that the processes have run so far, as the scheduler counted them."""
    return sum(
        int((task / "schedstat").read_text().split()[0])
        for pid in pids
        for task in Path(f"/proc/{pid}/task").glob("*")
    )
