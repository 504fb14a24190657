"""The ordinary test portal as it would be deployed, with the pages to compare with."""

import os

from tests.settings import *  # noqa: F403
from tests.settings import DATABASES, INSTALLED_APPS

INSTALLED_APPS = ["tests.bench", *INSTALLED_APPS]
ROOT_URLCONF = "tests.bench.urls"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
#: How many bytes the constant view sends.
BENCH_BYTES = int(os.environ.get("BENCH_BYTES", "20000"))

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # One backend for each server, so that its processor time can be read.
    DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["NAME"] = os.environ["BENCH_DATABASE"]
