"""What was measured, as tables in Markdown, and which limits it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .measure import Figure

CONSTANT, BARE, PLAN = "constant view", "bare Wagtail page", "plan, 25 tasks"
BARE_COLD, PLAN_COLD = f"{BARE}, cache empty", f"{PLAN}, cache empty"
STORY, STORIES, LAST = "story", "story index, first page", "story index, last page"
PLANS = "plan index"
SEARCH, SEARCH_ONE = "search that finds all", "search that finds one"
#: By the pages in all, which are twice those of a kind; on a machine of CONSTANT_MS.
SEARCH_MS = {1000: 15, 10_000: 60, 50_000: 200}
#: What the constant view takes on the machine that the limits in milliseconds speak of.
CONSTANT_MS = 0.4
GROWING = (STORIES, LAST, PLANS)

Figures = dict[tuple[int, str], "Figure"]


def figures_table(figures: Figures, counts: dict[str, int]) -> str:
    """Time and statements of every target at every size."""
    lines = [
        "| pages of a kind | what | CPU ms (min–max) | × constant | × bare page "
        "| p50 ms | SQL | bytes |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for (size, name), figure in sorted(figures.items(), key=lambda item: item[0][0]):
        constant, bare = figures.get((size, CONSTANT)), figures.get((size, BARE))
        lines.append(
            f"| {size:,} | {name} "
            f"| {figure.ms:.1f} ({min(figure.cpu):.1f}–{max(figure.cpu):.1f}) "
            f"| {_ratio(figure, constant)} | {_ratio(figure, bare)} "
            f"| {figure.p50:.1f} | {counts.get(name, 0)} | {figure.size:,} |"
        )
    return "\n".join(lines)


def growth_table(figures: Figures, sizes: list[int]) -> str:
    """How index pages grow from the smallest portal to the others, and to their end."""
    smallest, *larger = sizes
    lines = ["| what | ratio of CPU time |", "|---|---|"]
    for size in larger:
        for name in GROWING:
            value = _ratio(figures[size, name], figures[smallest, name])
            lines.append(f"| {name}, {size:,} : {smallest:,} | {value} |")
        value = _ratio(figures[size, LAST], figures[size, STORIES])
        lines.append(f"| story index of {size:,}, last page : first | {value} |")
    return "\n".join(lines)


def editing_table(editing: dict[str, int]) -> str:
    """Statements of what editors do."""
    rows = [f"| {name} | {count} |" for name, count in editing.items()]
    return "\n".join(["| in the admin | SQL |", "|---|---|", *rows])


def limits(
    figures: Figures,
    sizes: list[int],
    counts: dict[str, int],
    editing: dict[str, int],
    libraries: list[str],
) -> str:
    """Each limit with the figure that it is held against."""
    smallest, *larger = sizes
    found = [
        ("plan page: SQL", counts[PLAN], 6),
        ("the same, cache empty: SQL", counts[PLAN_COLD], 6),
        *((f"{name}: SQL", counts[name], 8) for name in GROWING),
        *((f"{name}: SQL", counts[name], 6) for name in (SEARCH, SEARCH_ONE)),
    ]
    for size in larger:
        at = {name: figures[size, name].ms for name in (PLAN, BARE, STORIES, LAST)}
        found.append((f"plan : bare page, {size:,}: CPU", at[PLAN] / at[BARE], 1))
        cold = figures[size, PLAN_COLD].ms / figures[size, BARE_COLD].ms
        found.append((f"the same, cache empty, {size:,}: CPU", cold, 1))
        found.append((f"last : first, {size:,}: CPU", at[LAST] / at[STORIES], 2))
        for name in GROWING:
            growth = figures[size, name].ms / figures[smallest, name].ms
            found.append((f"{name}, {size:,} : {smallest:,}: CPU", growth, 1.3))
        reached = [pages for pages in SEARCH_MS if pages <= 2 * size]
        for name in (SEARCH, SEARCH_ONE) if reached else ():
            speed = CONSTANT_MS / figures[size, CONSTANT].ms
            took = figures[size, name].ms * speed
            said = (
                f"{name}, {2 * size:,} pages: CPU ms where the constant view takes 0.4"
            )
            found.append((said, took, SEARCH_MS[reached[-1]]))
    found.append(("edit view: SQL", editing["edit view, plan with 40 tasks"], 60))
    for name in ("save", "publish once approved", "publish"):
        added = editing[f"{name}, guarded"] - editing[f"{name}, bare"]
        found.append((f"added to {name}: SQL", added, 8))
    found.append(("document libraries in the worker", len(libraries), 0))
    rows = [
        f"| {name} | {value:.3g} | ≤ {limit} | {'met' if value <= limit else '**not met**'} |"
        for name, value, limit in found
    ]
    return "\n".join(["| limit | measured | wanted | |", "|---|---|---|---|", *rows])


def _ratio(figure: Figure, other: Figure | None) -> str:
    return f"{figure.ms / other.ms:.2f}" if other else ""
