"""The guides in Vietnamese, for the teachers of the demo school: what ``GUIDES_URL`` names."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.safestring import mark_safe

from .markdown import as_html

DOCS = Path(settings.BASE_DIR).parent / "docs"


def listed(request):
    """Every guide by its title."""
    guides = [
        (file.stem, file.read_text("utf-8").partition("\n")[0].lstrip("# "))
        for file in sorted((DOCS / "vi").glob("*.md"))
    ]
    return render(request, "portal/guides.html", {"guides": guides})


def guide(request, name):
    """One guide."""
    file = DOCS / "vi" / f"{name}.md"
    if not file.is_file():
        raise Http404
    text = file.read_text("utf-8")
    pictures = reverse("guides") + "anh/"
    context = {
        "title": text.partition("\n")[0].lstrip("# "),
        "body": mark_safe(as_html(text, pictures)),  # noqa: S308 -- our own file
    }
    return render(request, "portal/guide.html", context)


def picture(request, name):
    """A picture that a guide shows."""
    file = DOCS / "pictures" / f"{name}.webp"
    if not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/webp")


urlpatterns = [
    path("", listed, name="guides"),
    path("<slug:name>.md", guide, name="guide"),
    path("anh/<slug:name>.webp", picture),
]
