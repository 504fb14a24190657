"""The renditions of a picture that our pages ask for, and what their names give away."""

import re
from pathlib import Path

import wagtail_kehoach
from wagtail_kehoach.sharing.pictures import SHARED
from wagtail_kehoach.templatetags.pictures import HERO_PICTURES

_TAG = re.compile(r"{% image \S+ ((?:[a-z]+-[\w]+ )+)")


def specs():
    """The specs in our templates and code, and those of Wagtail's own admin."""
    templates = Path(wagtail_kehoach.__file__).parent / "templates"
    found = {
        match[1].strip().replace(" ", "|")
        for template in templates.rglob("*.html")
        for match in _TAG.finditer(template.read_text())
    }
    assert {"width-1000|format-webp", "fill-480x320|format-webp"} <= found
    return sorted({*found, *HERO_PICTURES.values(), SHARED, "max-800x600"})


def assert_not_to_be_guessed(image):
    """Each name begins with 64 random bits or more, those of renditions too."""
    names = [
        image.file.name,
        *(image.get_rendition(spec).file.name for spec in specs()),
    ]
    for name in names:
        assert re.match(r"(?:original_images|images)/[0-9a-f]{16,32}\.", name), name
