"""The database and the cache of a test run, from ``DATABASE_URL`` and ``REDIS_URL``.

SQLite in memory and a cache in the process without them.
"""

import os
from urllib.parse import unquote, urlparse

ENGINES = {
    "postgres": "django.db.backends.postgresql",
    "mysql": "django.db.backends.mysql",
}


def database():
    """The value of ``DATABASES["default"]``."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    parts = urlparse(url)
    options = {"charset": "utf8mb4"} if parts.scheme == "mysql" else {}
    return {
        "ENGINE": ENGINES[parts.scheme],
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "OPTIONS": options,
        # The collation of the connection: Wagtail compares casts with columns.
        "TEST": {"CHARSET": "utf8mb4"} if parts.scheme == "mysql" else {},
    }


def cache():
    """The value of ``CACHES["default"]``.

    Each process of a parallel run gets a Redis database of its own, counted from the one in
    the address: a test that clears its cache leaves the others' alone.
    """
    url = os.environ.get("REDIS_URL", "")
    if not url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    server, _, number = url.rpartition("/")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": f"{server}/{int(number) + int(worker)}",
    }
