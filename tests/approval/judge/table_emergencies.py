"""Roads around an emergency: only who is named for it, and nothing that it hands on."""

from .answers import (
    ALL,
    ALLOWED,
    APPROVES,
    CODE_REFUSED,
    DRAFT,
    REFUSED,
    STORY,
    Road,
    people,
    some,
)  # fmt: skip

#: The head is always named; nobody else in this scene is.
NAMED = people(principal=APPROVES)
#: Principals decide on what somebody else published.
DECIDES = people(deputy=ALLOWED, principal=ALLOWED)

EMERGENCIES = [
    Road("Q01.draft", "publish in an emergency", NAMED, ALL),
    Road("Q01.live", "the same over a public text", NAMED, ALL, "live"),
    Road("Q01.waits", "the same while it waits", NAMED, ALL, "submitted"),
    Road("Q02", "the same without reason and checks", people(), ALL),
    Road("Q03", "publish the next version of an emergency", people(editor=DRAFT, principal=ALLOWED), STORY),
    Road("Q04.confirm", "confirm an emergency", DECIDES, STORY),
    Road("Q04.withdraw", "withdraw an emergency", DECIDES, STORY),
    Road("Q05", "publish again what was withdrawn", CODE_REFUSED, STORY),
    Road("Q06", "make a page of an alias of an emergency", some(superuser=REFUSED, principal=REFUSED), STORY, "approved"),
]  # fmt: skip
