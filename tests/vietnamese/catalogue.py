"""What Wagtail's Vietnamese still lacks: ``python -m tests.vietnamese.catalogue``.

Run it after each new release of Wagtail, wagtail-localize or Django. ``--compile`` writes
the .mo files anew from the .po files.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib

OURS = Path(__file__).parents[2] / "wagtail_kehoach" / "vietnamese"
FOLDERS = {"django": OURS / "locale", "djangojs": OURS / "javascript" / "locale"}

# Each of these has one catalogue per app below it.
FAMILIES = ("wagtail", "wagtail_localize")
# What Wagtail's screens show of others: dates, passwords, errors in forms, tags.
SINGLE = (
    "django.conf",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "taggit",
)

# Apps that no user of a school meets, and messages that no user meets.
SKIPPED_APPS = {"wagtail.contrib.styleguide": "a page for developers"}
SKIPPED_SOURCES = {
    "views/templates/default_urlconf.html": "Django's welcome page of an empty project",
}

# Messages whose Vietnamese leaves the name out: Wagtail greets by the first of two fields,
# which is *Nguyễn Văn* of *Nguyễn Văn Thành*.
NAMELESS = {"Hello %(username)s,"}

THREE_WORDS = re.compile(r"(?<!\S)(?=([a-z]+(?: [a-z]+){2})(?:[\s.,:;]|$))")
#: With ".0" a name is asked for and not shown.
PLACEHOLDER = re.compile(r"%\(\w+\)(?:\.0)?[a-z]|%[sdr]|\{\w*\}|</?[a-z][^>]*>")


@dataclass(frozen=True)
class Message:
    """One message of an installed package and its translations."""

    package: str
    domain: str
    source: polib.POEntry
    theirs: str
    ours: str

    @property
    def text(self):
        return self.ours or self.theirs

    def __str__(self):
        return f"{self.package} ({self.domain}): {self.source.msgid!r}"


def key(entry):
    return entry.msgctxt, entry.msgid


def text(entry):
    """The translation; Vietnamese has one plural form."""
    return entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr


def po_file(folder, language, domain):
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    return polib.pofile(str(path)) if path.exists() else ()


@cache
def ours(domain):
    return po_file(FOLDERS[domain], "vi", domain)


def translations(entries):
    return {
        key(entry): text(entry)
        for entry in entries
        if not entry.obsolete and not entry.fuzzy
    }


def folder_of(package):
    """Where ``package`` is installed, without importing it; ``None`` if it is not."""
    top, *rest = package.split(".")
    spec = find_spec(top)
    return Path(spec.origin).parent.joinpath(*rest) if spec else None


def packages():
    """Name and locale folder of every installed app that this catalogue serves."""
    for family in FAMILIES:
        root = folder_of(family)
        for folder in sorted(root.glob("**/locale/en")) if root else ():
            app = folder.parents[1].relative_to(root).parts
            name = ".".join((family, *app))
            if name not in SKIPPED_APPS:
                yield name, folder.parent
    for name in SINGLE:
        root = folder_of(name)
        if root:
            yield name, root / "locale"


def skipped(entry):
    sources = [source for source, _line in entry.occurrences]
    return bool(sources) and all(
        source.endswith(tuple(SKIPPED_SOURCES)) for source in sources
    )


def messages():
    """Every message that the installed packages may show to a user."""
    for package, folder in packages():
        for domain in FOLDERS:
            theirs = translations(po_file(folder, "vi", domain))
            mine = translations(ours(domain))
            for entry in po_file(folder, "en", domain):
                if entry.obsolete or skipped(entry):
                    continue
                where = key(entry)
                yield Message(
                    package, domain, entry, theirs.get(where, ""), mine.get(where, "")
                )


def missing(found):
    """Messages without Vietnamese anywhere; one app's translation serves the others."""
    known = {(message.domain, key(message.source)) for message in found if message.text}
    return [
        message
        for message in found
        if (message.domain, key(message.source)) not in known
    ]


def installed(entry):
    """Whether a package that the comment of ``entry`` names is here."""
    names = entry.comment.splitlines()[0].split(", ")
    return any(find_spec(name.partition(".")[0]) for name in names)


def obsolete(found):
    """Ours that the installed releases do not show; another supported one may."""
    used = {(message.domain, key(message.source)) for message in found}
    return [
        f"{domain}: {entry.msgid!r}"
        for domain in FOLDERS
        for entry in ours(domain)
        if (domain, key(entry)) not in used and installed(entry)
    ]


def placeholders(string):
    return Counter(found.replace(").0", ")") for found in PLACEHOLDER.findall(string))


def english_left(source, translation):
    """Words of ``source`` that ``translation`` still says: all of them, or three in a row."""
    said, kept = map(_without_quotes, (source, translation))
    if said == kept and re.search("[a-z]{2}", said):
        return {said}
    runs = (match[1] for match in THREE_WORDS.finditer(said))
    return {run for run in runs if re.search(rf"(?<!\S){re.escape(run)}(?!\w)", kept)}


def _without_quotes(string):
    plain = re.sub("[\"'“”‘’]", "", PLACEHOLDER.sub(" | ", string))
    return " ".join(plain.casefold().split())


def edges(string):
    """The white space around a message, which others glue to it."""
    return string[: len(string) - len(string.lstrip())], string[len(string.rstrip()) :]


def keeps(source, translation):
    """Whether ``translation`` has the placeholders, tags and edges of ``source``."""
    if source.msgid in NAMELESS:
        return True
    forms = [form for form in (source.msgid, source.msgid_plural) if form]
    return any(
        placeholders(translation) == placeholders(form) for form in forms
    ) and edges(translation) == edges(source.msgid)


def mismatched(found):
    """Translations in use that lost or gained a placeholder, a tag or white space."""
    translated = [message for message in found if message.text]
    return [
        message for message in translated if not keeps(message.source, message.text)
    ]


def compile_all():
    for domain in FOLDERS:
        catalogue = ours(domain)
        catalogue.save_as_mofile(str(Path(catalogue.fpath).with_suffix(".mo")))


def report(title, lines):
    print(f"\n{title}: {len(lines)}")
    for line in lines:
        print(f"  {line}")


def main(arguments):
    if "--compile" in arguments:
        compile_all()
    found = list(messages())
    total = Counter(message.package for message in found)
    covered = Counter(message.package for message in found if message.text)
    for package, count in total.items():
        print(f"{package}: {covered[package]} of {count}")
    faults = {"Without Vietnamese": missing(found), "Mismatched": mismatched(found)}
    for title, lines in faults.items():
        report(title, lines)
    report("Ours, not shown by the installed releases", obsolete(found))
    return any(faults.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
