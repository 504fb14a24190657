"""Two people in one form: the second is told who was first, and loses no word of his."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail import hooks
from wagtail.models import AbstractPage

from tests.approval.roads import edit_url
from tests.approval.window import Window
from tests.factories.forms import plan_form
from tests.factories.pages import StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval import queries
from wagtail_kehoach.pages.models import PlanIndexPage, PlanPage


@pytest.fixture(params=[StoryPageFactory, SpokespersonFactory], ids=["page", "snippet"])
def text(request, editor):
    obj = request.param()
    obj.save_revision(user=editor)
    return obj


@pytest.fixture
def colleague(editor):
    user = UserFactory(first_name="Phạm", last_name="Thị Hoa")
    user.groups.set(editor.groups.all())
    return user


def words_of(obj):
    return str(type(obj).objects.get(pk=obj.pk).get_latest_revision_as_object())


def test_the_second_save_is_refused_and_says_who_was_first(text, editor, colleague):
    first, second = Window(colleague, text), Window(editor, text)
    first.save("Bản của cô Hoa")
    count = text.revisions.count()

    answer = second.save("Bản của thầy Quân")

    html = answer.content.decode()
    assert "Phạm Thị Hoa đã lưu một bản mới hơn" in html
    assert "Bản của thầy Quân" in html
    assert words_of(text) == "Bản của cô Hoa"
    assert text.revisions.count() == count


def test_the_newer_version_is_one_click_away(text, editor, colleague):
    first, second = Window(colleague, text), Window(editor, text)
    first.save("Bản của cô Hoa")

    html = BeautifulSoup(second.save("Bản của thầy Quân").content, "html.parser")

    links = {a["href"] for a in html.select(".kh-newer a[target=_blank]")}
    assert edit_url(text) in links
    [compare] = links - {edit_url(text)}
    assert "Bản của cô Hoa" in second.client.get(compare).content.decode()


def test_whoever_saves_again_after_reading_it_goes_on(text, editor, colleague):
    first, second = Window(colleague, text), Window(editor, text)
    first.save("Bản của cô Hoa")
    second.save("Bản của thầy Quân")

    answer = second.save("Bản của thầy Quân")

    assert answer.status_code == 302
    assert words_of(text) == "Bản của thầy Quân"


def test_a_third_version_is_told_of_as_well(text, editor, colleague):
    first, second = Window(colleague, text), Window(editor, text)
    first.save("Bản một")
    second.save("Bản của thầy Quân")
    Window(colleague, text).save("Bản hai")

    answer = second.save("Bản của thầy Quân")

    assert "đã lưu một bản mới hơn" in answer.content.decode()
    assert words_of(text) == "Bản hai"


def test_another_mistake_does_not_hide_the_newer_version(text, editor, colleague):
    first, second = Window(colleague, text), Window(editor, text)
    first.save("Bản của cô Hoa")

    answer = second.save("")

    assert "đã lưu một bản mới hơn" in answer.content.decode()


def test_what_wagtail_itself_remembers_is_enough(text, editor, colleague):
    first, second = Window(colleague, text), Window(editor, text)
    del second.hidden["kehoach_known"]
    first.save("Bản của cô Hoa")

    answer = second.save("Bản của thầy Quân", kehoach_known="")

    assert "đã lưu một bản mới hơn" in answer.content.decode()


def test_a_submission_is_refused_like_a_save(text, editor, colleague):
    first, second = Window(colleague, text), Window(editor, text)
    first.save("Bản của cô Hoa")

    checks = {"kehoach_checks": text.approval_checks()}
    second.save("Bản của thầy Quân", **checks, **{"action-submit": "1"})

    assert queries.submission_of(text) is None


def test_a_background_save_is_left_to_the_writer_after_the_refusal(
    text, editor, colleague
):
    first, second = Window(colleague, text), Window(editor, text)
    first.save("Bản của cô Hoa")

    before = second.autosave("Bản của thầy Quân")
    second.save("Bản của thầy Quân")
    after = second.autosave("Bản của thầy Quân")

    for answer in (before, after):
        assert answer.status_code == 400
        assert answer.json()["error_code"] == "invalid_revision"
    assert words_of(text) == "Bản của cô Hoa"


@pytest.fixture
def during_the_request():
    """Do something once after a request has begun and before it saves its form."""
    left = []

    def do(_request, _obj):
        if left:
            left.pop()()

    with (
        hooks.register_temporarily("before_edit_page", do, order=1),
        hooks.register_temporarily("before_edit_snippet", do, order=1),
    ):
        yield left.append


@pytest.mark.parametrize("saved_before", [False, True], ids=["first", "again"])
def test_a_background_save_does_not_go_over_what_was_submitted_meanwhile(
    text, editor, during_the_request, saved_before
):
    window = Window(editor, text)
    if saved_before:
        window.autosave("Mới gõ")
    buttons = {"kehoach_checks": text.approval_checks(), "action-submit": "1"}
    during_the_request(lambda: window.save("Bản trình", **buttons))

    answer = window.autosave("Bản lưu nền")

    assert answer.status_code == 400
    assert answer.json()["error_code"] == "invalid_revision"
    assert "lưu một bản mới hơn" in answer.json()["error_message"]
    submission = queries.submission_of(text)
    assert submission.revision == text.revisions.latest("pk")
    assert submission.revision.kehoach_checks.ticked == text.approval_checks()
    assert words_of(text) == "Bản trình"


def test_a_button_goes_over_the_background_save_of_its_own_window(
    text, editor, during_the_request
):
    window = Window(editor, text)
    during_the_request(lambda: window.autosave("Bản lưu nền"))

    answer = window.save("Bản bấm lưu")

    assert answer.status_code == 302
    assert words_of(text) == "Bản bấm lưu"


def test_a_button_follows_the_background_saves_of_its_own_window(text, editor):
    window = Window(editor, text)
    assert window.autosave("Một").json()["success"]
    assert window.autosave("Hai").json()["success"]

    answer = window.save("Ba")

    assert answer.status_code == 302
    assert words_of(text) == "Ba"


def test_consecutive_saves_of_one_window_go_through(text, editor):
    for words in ("Một", "Hai"):
        assert Window(editor, text).save(words).status_code == 302

    assert words_of(text) == "Hai"


def test_a_second_click_on_the_button_is_no_conflict(text, editor):
    window = Window(editor, text)

    answers = [window.save("Bấm hai lần") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert words_of(text) == "Bấm hai lần"


def test_a_window_of_ones_own_is_named_as_such_and_goes_on(text, editor):
    one, two = Window(editor, text), Window(editor, text)
    one.save("Cửa sổ một")

    refused = two.save("Cửa sổ hai")
    saved = two.save("Cửa sổ hai")

    assert "lưu một bản mới hơn ở cửa sổ khác" in refused.content.decode()
    assert saved.status_code == 302
    assert words_of(text) == "Cửa sổ hai"


def test_a_version_written_over_in_the_background_counts_as_newer(
    text, editor, colleague
):
    first = Window(colleague, text)
    first.autosave("Một")
    second = Window(editor, text)
    first.autosave("Hai")

    answer = second.save("Bản của thầy Quân")

    assert "đã lưu một bản mới hơn" in answer.content.decode()


def test_a_preview_is_not_refused(text, editor, colleague):
    first, second = Window(colleague, text), Window(editor, text)
    first.save("Bản của cô Hoa")
    url = (
        reverse("wagtailadmin_pages:preview_on_edit", args=(text.pk,))
        if isinstance(text, AbstractPage)
        else reverse(
            text.snippet_viewset.get_url_name("preview_on_edit"), args=(text.pk,)
        )
    )

    answer = second.client.post(url, second.data("Bản của thầy Quân"))

    assert answer.json()["is_valid"]


def test_a_new_text_is_saved_in_the_background_and_then_by_its_button(client, editor):
    client.force_login(editor)
    parent = PlanIndexPage.objects.get()
    add = reverse(
        "wagtailadmin_pages:add", args=("wagtail_kehoach_pages", "planpage", parent.pk)
    )
    said = client.post(add, plan_form(), headers={"accept": "application/json"}).json()
    plan = PlanPage.objects.get(pk=said["pk"])

    data = plan_form(
        title="Bản hai", kehoach_known=said["field_updates"]["kehoach_known"]
    )
    answer = client.post(edit_url(plan), data)

    assert answer.status_code == 302
    assert words_of(plan) == "Bản hai"


def test_a_live_text_is_watched_too(editor, colleague, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    first, second = Window(colleague, story), Window(editor, story)
    first.save("Bản của cô Hoa")

    answer = second.save("Bản của thầy Quân")

    assert "Phạm Thị Hoa đã lưu một bản mới hơn" in answer.content.decode()
    assert words_of(story) == "Bản của cô Hoa"
