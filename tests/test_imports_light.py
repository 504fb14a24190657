"""A worker that only serves pages does not load what reads documents or looks at pictures."""

import json
import os
import subprocess
import sys
from pathlib import Path

HEAVY = ["docx", "docxtpl", "pypdf", "weasyprint", "openpyxl"]
#: OpenCV itself is no sign: Wagtail's Willow loads it wherever it is installed.
DETECTOR = "wagtail_kehoach.consent.face_detector"
PROGRAM = """
import importlib, json, sys
import django
django.setup()
from django.conf import settings
from django.urls import get_resolver
from wagtail import hooks
importlib.import_module(settings.ROOT_URLCONF)
get_resolver().url_patterns
hooks.search_for_hooks()
for name in ("wagtail_kehoach.templatetags.wagtail_kehoach_tags", "wagtail_kehoach.setup"):
    importlib.import_module(name)
print(json.dumps(sorted(sys.modules)))
"""


def test_a_worker_that_serves_pages_loads_no_heavy_library():
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=Path(__file__).parents[1],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = json.loads(done.stdout.splitlines()[-1])

    assert "wagtail_kehoach" in loaded
    assert [name for name in [*HEAVY, DETECTOR] if name in loaded] == []
