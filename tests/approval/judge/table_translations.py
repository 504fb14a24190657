"""Roads through translations, and two people at once."""

from .answers import (
    ALLOWED,
    APPROVES,
    CODE_ALLOWED,
    CODE_DRAFT,
    DRAFT,
    LOCALIZE,
    REFUSED,
    STORY,
    THREADS,
    Road,
    people,
    some,
)  # fmt: skip

ITEM = ("foreign_info",)
TEXTS = ("foreign_info", "story", "plan")
NOTICE = ("notice",)
#: Everybody who may submit translations: only the guard is in the way.
TRANSLATOR = people(DRAFT, visitor=REFUSED)
EDITOR = some(editor=DRAFT)

TRANSLATIONS = [
    Road("L01", "submit a public page for translation", TRANSLATOR, TEXTS, "approved", LOCALIZE),
    Road("L01.simple", "the same, as drafts in the ordinary form", TRANSLATOR, ITEM, "approved", LOCALIZE),
    Road("L01b", "the same, live status not kept in step", EDITOR, ITEM, "approved", LOCALIZE),
    Road("L01c", "the same, by somebody without a right on pages", CODE_DRAFT, ITEM, "approved", LOCALIZE),
    Road("L02", "type strings, then sync and publish", TRANSLATOR, TEXTS, "approved", LOCALIZE),
    Road("L03", "press Publish in the translation's editor", some(editor=REFUSED), ITEM, "approved", LOCALIZE),
    Road("L03b", "the same as a superuser or deputy", some(superuser=REFUSED, deputy=REFUSED, deputy_elsewhere=REFUSED), ITEM, "approved", LOCALIZE),
    Road("L03c", "the same as the principal", some(principal=APPROVES), ITEM, "approved", LOCALIZE),
    Road("L03d", "the same, while an editor writes another passage", some(principal=REFUSED), ITEM, "approved", LOCALIZE),
    Road("L04", "rebuild a public translation as a draft", CODE_DRAFT, TEXTS, "approved", LOCALIZE),
    Road("L04x", "submit a section with what is below it", some(superuser=ALLOWED), ITEM, "approved", LOCALIZE),
    Road("L04b", "submit a subtree again whose source is a draft", some(superuser=DRAFT), ITEM, "approved", LOCALIZE),
    Road("L05", "let the machine translate", EDITOR, ITEM, "approved", LOCALIZE),
    Road("L05b", "sync with the machine's words and publish", TRANSLATOR, ITEM, "approved", LOCALIZE),
    Road("L05.po", "upload a file of strings, then sync and publish", EDITOR, ITEM, "approved", LOCALIZE),
    Road("L06", "the source is approved anew", CODE_DRAFT, ITEM, "approved", LOCALIZE),
    Road("L07", "make an alias of a draft translation", some(editor=REFUSED, principal=REFUSED, superuser=REFUSED), ITEM, "approved", LOCALIZE),
    Road("L07b", "make an alias of a public translation", some(editor=REFUSED, principal=REFUSED, superuser=REFUSED), ITEM, "approved", LOCALIZE),
    Road("L08", "tree sync makes an alias of a draft", CODE_DRAFT, ITEM, needs=LOCALIZE),
    Road("L08.foreign", "tree sync makes an alias of a public page", CODE_DRAFT, TEXTS, "approved", LOCALIZE),
    Road("L08b", "a later draft of the source and its alias, of a portal's own page type", CODE_ALLOWED, ("story",), "approved", LOCALIZE),
    Road("L09", "press Submit in translation mode", EDITOR, ITEM, "approved", LOCALIZE),
    Road("L09.stop", "stop the translation mode, then publish", some(editor=DRAFT, superuser=REFUSED), ITEM, "approved", LOCALIZE),
    Road("L10", "sync during review, then approve", some(principal=REFUSED), ITEM, "approved", LOCALIZE),
    Road("L11", "translate what was a public alias", CODE_DRAFT, ("story",), "approved", LOCALIZE),
    Road("L12", "sync lifts the privacy that a translation has of its own", EDITOR, ITEM, "approved", LOCALIZE),
    Road("L13", "stop the translation mode, restart it, type and publish", some(editor=REFUSED, superuser=REFUSED), ITEM, "approved", LOCALIZE),
    Road("L20", "submit a public snippet for translation", EDITOR, NOTICE, "approved", LOCALIZE),
    Road("L21", "type strings of a snippet, sync and publish", EDITOR, NOTICE, "approved", LOCALIZE),
    Road("L22", "rebuild a public snippet's translation as a draft", CODE_DRAFT, NOTICE, "approved", LOCALIZE),
    Road("L23", "copy a snippet that has a draft, and save the copy", CODE_DRAFT, NOTICE, "live", LOCALIZE),
    Road("ST1", "alias of a page in another language", CODE_DRAFT, TEXTS, "approved"),
    Road("ST2", "the same for a portal's own page type", CODE_ALLOWED, ("story", "plan"), "approved"),
    Road("ST3", "aliases of a section; a page in it has a draft", CODE_ALLOWED, ("story",), "live"),
    Road("ST4", "copy into another language", CODE_DRAFT, ("story", "plan", "foreign_info"), "live"),
    Road("ST5", "copy a snippet that has a draft into another language", CODE_DRAFT, NOTICE, "live", LOCALIZE),
]  # fmt: skip

#: Walked in ``test_concurrency`` with real threads, where the database locks rows.
AT_ONCE = [
    Road("K1", "two principals approve", CODE_ALLOWED, STORY, needs=THREADS),
    Road("K2", "one approves, one returns", CODE_ALLOWED, STORY, needs=THREADS),
    Road("K3.off", "an edit while it is approved", CODE_ALLOWED, STORY, needs=THREADS),
    Road("K3.on", "the same, with Wagtail's reapproval", CODE_ALLOWED, STORY, needs=THREADS),
    Road("K4", "a draft is saved while it is published", CODE_ALLOWED, STORY, needs=THREADS),
    Road("K5", "a form saves itself while it is approved", CODE_ALLOWED, STORY, needs=THREADS),
    Road("K6", "publish a draft by API over an approved schedule", some(principal=REFUSED, deputy=REFUSED), STORY, "scheduled"),
    Road("K7.submit", "as L01, with its commits", some(editor=DRAFT), ITEM, "approved", LOCALIZE),
    Road("K7.sync", "as L02, with its commits", some(editor=DRAFT), ITEM, "approved", LOCALIZE),
    Road("K7.subtree", "as L04x, with its commits", some(superuser=ALLOWED), ITEM, "approved", LOCALIZE),
    Road("K7b", "as L03c, with its commits", some(principal=APPROVES), ITEM, "approved", LOCALIZE),
    Road("K8", "an old form saves after the approval", CODE_ALLOWED, STORY, needs=THREADS),
    Road("K9", "the schedule runs twice", CODE_ALLOWED, STORY, needs=THREADS),
]  # fmt: skip
