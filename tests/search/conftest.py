"""What tests of the search share: pages that are public, and committed."""

import pytest

from tests.factories.workflows import approved


@pytest.fixture
def publish(editor, principal, django_capture_on_commit_callbacks):
    """Make the public page of a draft, as it is once that is committed."""

    def publish(page):
        with django_capture_on_commit_callbacks(execute=True):
            return approved(page, by=editor, principal=principal)

    return publish
