"""One interleaved run: every target of every server once in each round."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median

from .server import Server, processor_ns


@dataclass
class Figure:
    """What one target took on one server: a value for each round or request."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    size: int = 0

    @property
    def ms(self) -> float:
        """Processor milliseconds for a request, the median of the rounds."""
        return median(self.cpu)

    @property
    def p50(self) -> float:
        """Milliseconds that a visitor waits, the median of the requests."""
        return median(self.wall)


def run(
    servers: dict[int, Server],
    targets: dict[int, dict[str, str]],
    *,
    rounds: int,
    requests: int,
) -> dict[tuple[int, str], Figure]:
    """Figures by size and target. ``targets`` are the addresses to ask each server for."""
    figures: dict[tuple[int, str], Figure] = defaultdict(Figure)
    names = list(dict.fromkeys(name for some in targets.values() for name in some))
    for number in range(rounds + 1):
        for name in names:
            for size, server in servers.items():
                if path := targets[size].get(name):
                    warm_up = number == 0
                    figure = Figure() if warm_up else figures[size, name]
                    _ask(server, path, 3 if warm_up else requests, figure)
    return figures


def _ask(server: Server, path: str, requests: int, figure: Figure) -> None:
    pids = server.processes()
    before = processor_ns(pids)
    for _ in range(requests):
        start = time.perf_counter()
        figure.size = len(server.get(path))
        figure.wall.append((time.perf_counter() - start) * 1000)
    figure.cpu.append((processor_ns(pids) - before) / requests / 1_000_000)
