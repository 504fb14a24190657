"""Roads through schedules, code, aliases, snippets, files, settings; what has to work."""

from .answers import (
    ALL,
    ALL_DRAFT,
    ALLOWED,
    API,
    APPROVES,
    CODE_ALLOWED,
    CODE_DRAFT,
    CODE_NOTICED,
    CODE_REFUSED,
    DRAFT,
    FORM,
    OPEN,
    REFUSED,
    SNIPPET,
    STORY,
    TIDY,
    Road,
    people,
    some,
)  # fmt: skip

SCHEDULES = [
    Road("S02", "edit, autosave or change by API before the hour", some(editor=ALLOWED, superuser=ALLOWED), state="scheduled"),
    Road("S02b", "revert by the admin's API before the hour", some(editor=ALLOWED), state="scheduled"),
    Road("S02c.off", "swap the draft during review by the admin's API", some(principal=REFUSED, deputy=REFUSED)),
    Road("S02c.on", "the same, with Wagtail's reapproval", some(principal=REFUSED, deputy=REFUSED)),
    Road("S02d", "swap the draft during review by API v3", some(principal=REFUSED, deputy=REFUSED), STORY, needs=API),
    Road("S03", "cancel a schedule", TIDY, state="scheduled"),
    Road("S04", "the scheduled version is rewritten in the database", CODE_DRAFT, ALL, "scheduled"),
    Road("S05", "schedule from code", CODE_REFUSED, ALL),
    Road("S05b", "schedule in the database", CODE_DRAFT, ALL),
    Road("S06", "schedule from the form", some(superuser=REFUSED)),
]  # fmt: skip

CODE = [
    Road("C01", "save a version and publish it", CODE_REFUSED, ALL),
    Road("C02", "set live and save", CODE_REFUSED, ALL),
    Road("C02b", "set live and save that field only", CODE_REFUSED, ALL),
    Road("C03", "add a page that is born live", CODE_DRAFT),
    Road("C04", "QuerySet.update(live=True)", CODE_NOTICED, ALL),
    Road("C05", "a plain page is set live", CODE_REFUSED),
    Road("C06", "change a public row", CODE_REFUSED, ALL, "live"),
    Road("C06b", "change one field of a public row", CODE_REFUSED, ALL, "live"),
    Road("C06c", "add a child to a public row", CODE_REFUSED, ("spokesperson",), "live"),
    Road("C06d", "write a child past its parent", CODE_NOTICED, ("spokesperson",), "live"),
    Road("C07", "publish content changed in memory", CODE_REFUSED, ALL, "live"),
    Road("C08", "loaddata with live=True", CODE_NOTICED, ALL),
    Road("C11", "as C04: Wagtail's tables have no trigger of ours", CODE_NOTICED, STORY),
    Road("C11b", "as C08: Wagtail's tables have no trigger of ours", CODE_NOTICED, STORY),
    Road("C13", "purge_revisions", CODE_ALLOWED, ALL, "approved"),
]  # fmt: skip

ALIASES = [
    Road("A01", "alias of a public page that has a draft", CODE_ALLOWED, state="live"),
    Road("A01b", "alias of a draft", CODE_DRAFT),
    Road("A01c", "alias of a draft marked live in memory", CODE_DRAFT),
    Road("A02", "change in memory and update the aliases", CODE_REFUSED, state="approved"),
    Road("A03", "copy for translation", CODE_DRAFT, ("plan", "story"), "live"),
]  # fmt: skip

SNIPPETS = [
    Road("N01", "create a spokesperson and publish", FORM, SNIPPET),
    Road("N02", "publish from the form", FORM, SNIPPET, "live"),
    Road("N02b", "take down", people(principal=ALLOWED, deputy=ALLOWED, superuser=ALLOWED), SNIPPET, "approved"),
    Road("N03b.off", "another principal saved a newer draft", some(principal=REFUSED, deputy=REFUSED), SNIPPET, "submitted"),
    Road("N03b.on", "the same, with Wagtail's reapproval", some(principal=REFUSED, deputy=REFUSED), SNIPPET, "submitted"),
    Road("N04", "a superuser publishes", some(superuser=REFUSED), SNIPPET),
    Road("N05", "save a version and publish it", CODE_REFUSED, SNIPPET),
    Road("N06", "a row that is born live", CODE_DRAFT, SNIPPET),
    Road("N07", "change a public row", CODE_REFUSED, SNIPPET, "live"),
    Road("N08", "autosave over the public version", ALL_DRAFT, SNIPPET, "approved"),
    Road("N09", "snippets that are not guarded", some(editor=OPEN), SNIPPET),
    Road("N10", "bulk actions on spokespersons", people(ALLOWED, visitor=REFUSED), SNIPPET, "approved"),
    Road("N11", "revert to an old version and publish", FORM, SNIPPET, "live"),
    Road("N12", "schedule", FORM, SNIPPET),
]  # fmt: skip

FILES = [
    Road("F01", "a document is public by its address once uploaded", some(editor=OPEN), STORY),
    Road("F01b", "documents only of approved texts", some(visitor=OPEN), STORY),
    Road("F02", "a document in a collection for people who log in", some(visitor=REFUSED), STORY, "approved"),
    Road("F02b.shown", "move an approved text's document to more readers", some(editor=REFUSED, superuser=REFUSED, principal=REFUSED), STORY, "approved"),
    Road("F02b.unused", "move a document that nothing shows", some(editor=OPEN), STORY, "approved"),
    Road("F03", "swap the document of an approved text", some(editor=REFUSED, deputy=REFUSED, principal=REFUSED, superuser=REFUSED), STORY, "approved"),
    Road("F03b", "the same, by its uploader with the right to add", some(editor=REFUSED), STORY, "approved"),
    Road("F04", "swap the picture of an approved text", some(editor=REFUSED, deputy=REFUSED, principal=REFUSED, superuser=REFUSED), STORY, "approved"),
    Road("F05", "a picture is public by its address once uploaded", some(editor=OPEN), STORY),
]  # fmt: skip

ACCOUNTS = [
    Road("T01", "change the school's details", some(visitor=REFUSED, editor=REFUSED, principal=OPEN, superuser=OPEN), STORY),
    Road("T02", "add a redirect", some(visitor=REFUSED, editor=REFUSED, principal=REFUSED, superuser=OPEN), STORY),
    Road("T03", "lift privacy", some(visitor=REFUSED, editor=REFUSED), STORY, "approved"),
    Road("T03b", "lift the privacy of a section with guarded pages", some(superuser=REFUSED, principal=ALLOWED), STORY, "approved"),
    Road("T03c", "move out of a private section", some(superuser=REFUSED, principal=ALLOWED), STORY, "approved"),
    Road("T03d", "copy out of a private section, copies published", some(principal=DRAFT), STORY, "approved"),
    Road("T04", "publish with a token that somebody made for the principal", some(principal=REFUSED), STORY, needs=API),
    Road("T05", "join the principals, reset a principal's password", some(visitor=REFUSED, editor=REFUSED, principal=REFUSED, superuser=OPEN), STORY),
    Road("T06", "point the site at another root", some(visitor=REFUSED, editor=REFUSED, principal=REFUSED, superuser=OPEN), STORY),
    Road("T07", "read drafts without logging in", some(visitor=REFUSED), STORY, "submitted"),
]  # fmt: skip

#: What a principal and others rightly do.
RIGHTFUL = [
    Road("LEGIT.approve", "approve what was submitted", some(principal=APPROVES, deputy=APPROVES), ALL, "submitted"),
    Road("LEGIT.footer", "approve from the edit form", some(principal=APPROVES), ALL, "submitted"),
    Road("LEGIT.move", "move a public page", some(principal=ALLOWED), state="approved"),
    Road("LEGIT.create", "create and publish", some(principal=APPROVES)),
    Road("LEGIT.return", "return, edit, submit again, approve", some(principal=APPROVES, deputy=APPROVES), ALL, "submitted"),
    Road("LEGIT.emergency", "an emergency is no reason to press Publish", some(superuser=REFUSED)),
    Road("LEGIT.one-click", "publish outside a workflow", some(principal=APPROVES)),
    Road("LEGIT.token", "approve with the token of the version shown", some(principal=APPROVES, deputy=APPROVES), ALL, "submitted"),
    Road("LEGIT.revert", "review an old version and publish it", some(principal=APPROVES), state="live"),
    Road("LEGIT.takedown", "a superuser takes down", some(superuser=ALLOWED), state="approved"),
    Road("LEGIT.hour", "an approved schedule goes live at its hour", CODE_ALLOWED, ALL, "scheduled"),
    Road("LEGIT.own-hour", "a principal schedules himself", some(principal=APPROVES)),
    Road("LEGIT.expiry", "an approved text expires", CODE_ALLOWED, state="approved"),
    Road("LEGIT.again", "put an approved text up again, in bulk", some(principal=ALLOWED), state="approved"),
    Road("LEGIT.housework", "draft over a public page, lock, privacy, child pages", some(principal=ALLOWED), STORY, "approved"),
    Road("LEGIT.alias", "approve, alias, convert", CODE_ALLOWED, STORY, "approved"),
    Road("LEGIT.memory", "the approver's account goes, the record stays", CODE_ALLOWED, ALL, "approved"),
    Road("LEGIT.alias-locale", "an alias in another language, of a portal's own page type, follows its source", CODE_ALLOWED, ("plan", "story"), "approved"),
    Road("LEGIT.translation", "submit a translation and approve it", some(principal=APPROVES, deputy=APPROVES), ("translation",), "submitted"),
    Road("LEGIT.snippet", "approve a spokesperson", some(principal=APPROVES, deputy=APPROVES), SNIPPET, "submitted"),
    Road("LEGIT.snippet-publish", "publish a spokesperson", some(principal=APPROVES), SNIPPET),
    Road("LEGIT.privacy", "a principal lifts privacy", some(principal=ALLOWED), STORY, "approved"),
    Road("LEGIT.snippet-revert", "revert a spokesperson and publish", some(principal=APPROVES), SNIPPET, "live"),
    Road("LEGIT.snippet-hour", "schedule a spokesperson", some(principal=APPROVES), SNIPPET),
]  # fmt: skip
