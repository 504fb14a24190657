"""Text is stored in one spelling, however the keyboard of its writer composes letters."""

import unicodedata

from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.approval.roads import edit_url, form_data
from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.pages.models import StoryPage

TITLE, TEXT = "Cô giáo vượt khó", "<p>Điển hình tiên tiến</p>"


def test_what_is_typed_decomposed_is_stored_composed(client, editor):
    story = StoryPageFactory()
    story.save_revision(user=editor)
    client.force_login(editor)
    text = rich_text(unicodedata.normalize("NFD", TEXT))
    data = form_data(story, editor, title=unicodedata.normalize("NFD", TITLE))
    data |= nested_form_data({"body": streamfield([("paragraph", text)])})

    client.post(edit_url(story), data)

    saved = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert saved.title == TITLE
    assert unicodedata.is_normalized("NFC", saved.body[0].value.source)
    assert "Điển hình tiên tiến" in saved.body[0].value.source
