"""A database without a transaction around the test: other threads see what it writes.

And what is said of tests that need one on MariaDB only: those of the search.
"""

import pytest
from django.db import connection

searches_uncommitted = pytest.mark.skipif(
    connection.vendor == "mysql",
    reason="MariaDB finds committed rows only: see tests/evaluate/search.py",
)


@pytest.fixture
def committed_db(django_db_setup, django_db_blocker):
    """Stand in for pytest-django's ``db``; the test cleans up after itself.

    A module says ``db = committed_db``: the database is made where a test asks for ``db``.
    """
    with django_db_blocker.unblock():
        yield
