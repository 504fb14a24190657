"""Collects the texts of the app into its Vietnamese catalogue and compiles all of ours.

``python -m tests.messages`` writes; with ``--check`` it only says whether the catalogue
is up to date, complete and compiled, and exits with 1 if it is not.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "wagtail_kehoach"
CATALOGUE = Path("locale/vi/LC_MESSAGES/django.po")
#: Written by hand: they have only what readers of public pages meet.
FOREIGN = [
    *APP.glob("locale/[!v]?/LC_MESSAGES/django.po"),
    *ROOT.glob("example_site/portal/locale/[!v]?/LC_MESSAGES/django.po"),
]


def collect(app: Path) -> None:
    """Run makemessages below ``app``; the catalogue of Wagtail's own texts is apart."""
    subprocess.run(
        [
            sys.executable, "-m", "django", "makemessages", "-l", "vi", "--no-wrap",
            "--no-obsolete", "--add-location=never", "-i", "vietnamese/*", "-v", "0",
        ],
        cwd=app,
        check=True,
    )  # fmt: skip


def entries(path: Path) -> list[tuple]:
    """What a catalogue says, without its header."""
    return [
        (e.msgctxt, e.msgid, e.msgid_plural, e.msgstr, e.fuzzy)
        for e in polib.pofile(path)
    ]


def problems() -> list[str]:
    """What keeps the catalogue from being shipped."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / APP.name
        shutil.copytree(APP, copy, ignore=shutil.ignore_patterns("__pycache__"))
        collect(copy)
        if entries(copy / CATALOGUE) != entries(APP / CATALOGUE):
            found.append("The catalogue is not up to date: run make messages.")
    catalogue = polib.pofile(APP / CATALOGUE)
    found += [f"No Vietnamese for: {e.msgid}" for e in catalogue.untranslated_entries()]
    found += [f"Fuzzy: {e.msgid}" for e in catalogue.fuzzy_entries()]
    old = [str(p) for p in [APP / CATALOGUE, *FOREIGN] if not is_compiled(p)]
    found += [f"{path}: what is compiled is old: run make messages." for path in old]
    return found


def is_compiled(path: Path) -> bool:
    """Whether the compiled catalogue beside ``path`` says what ``path`` says."""
    compiled = polib.mofile(path.with_suffix(".mo"))
    written = polib.pofile(path).translated_entries()
    return {(e.msgctxt, e.msgid): e.msgstr for e in compiled} == {
        (e.msgctxt, e.msgid): e.msgstr for e in written
    }


def main() -> int:
    if "--check" in sys.argv:
        found = problems()
        print("\n".join(found) or "The Vietnamese catalogue is complete.")
        return 1 if found else 0
    collect(APP)
    catalogue = polib.pofile(APP / CATALOGUE)
    for path in (APP / CATALOGUE, *FOREIGN):
        polib.pofile(path).save_as_mofile(path.with_suffix(".mo"))
    print(f"{len(catalogue.untranslated_entries())} texts have no Vietnamese.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
