"""Every package that the app imports is one that it says it needs."""

import ast
import configparser
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: Imported under another name, and not installed for the tests.
OTHER_NAMES = {"cv2": ["opencv-python-headless"]}


def test_what_is_imported_is_declared():
    undeclared = {
        name: sorted(places)
        for name, places in imported().items()
        if not {
            _plain(d)
            for d in packages_distributions().get(name, OTHER_NAMES.get(name, [name]))
        }
        & declared()
    }

    assert undeclared == {}


def imported() -> dict[str, set[str]]:
    """The packages of others that are imported anywhere, and in which files."""
    found: dict[str, set[str]] = {}
    own = {*sys.stdlib_module_names, "wagtail_kehoach"}
    for path in (ROOT / "wagtail_kehoach").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in _names(node):
                if name not in own:
                    found.setdefault(name, set()).add(str(path.relative_to(ROOT)))
    return found


def declared() -> set[str]:
    """The distributions that setup.cfg asks for, those of the extras included."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    needed = setup["options"]["install_requires"]
    extras = setup["options.extras_require"]
    lines = [
        needed,
        extras["pdf"],
        extras["template"],
        extras["localize"],
        extras["heic"],
        extras["faces"],
        extras["weasyprint"],
        extras["api"],
    ]
    return {
        _plain(re.split(r"[<>=!~\[ ]", line, maxsplit=1)[0])
        for line in "\n".join(lines).splitlines()
        if line.strip() and not line.startswith("#")
    }


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        return [node.module.partition(".")[0]]
    return []


def _plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
