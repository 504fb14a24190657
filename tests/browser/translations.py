"""Translations of the demo school that somebody has made before: loaded, not clicked."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from portal.demo.approve import submit_and_approve
from wagtail.models import Locale, Page, Site

from tests.factories.pages import section, task
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.pages.models import (
    ForeignInfoIndexPage,
    ForeignInfoPage,
    PlanIndexPage,
    PlanPage,
    StoryIndexPage,
    StoryPage,
)
from wagtail_kehoach.setup import set_up

ITEM, OTHER_ITEM, PLAN, STORY = (
    "nhip-cau-huu-nghi-viet-lao",
    "giao-huu-bong-da-voi-ban-be-campuchia",
    "ke-hoach-truyen-thong-2026-2027",
    "co-lan-va-nhung-la-thu-tay",
)
#: Neither language has spaces between words, so a sentence is one long word.
LAO = {
    "list": "ຂ່າວສານຕ່າງປະເທດ",
    "title": "ຂົວມິດຕະພາບລະຫວ່າງນັກຮຽນສອງປະເທດ",
    "lead": "ນັກຮຽນສອງປະເທດພົບກັນແລະຮຽນຮູ້ວັດທະນະທໍາຂອງກັນແລະກັນ.",
    "text": "ນັກຮຽນແລະຄູອາຈານຂອງສອງໂຮງຮຽນໄດ້ພົບປະແລກປ່ຽນປະສົບການໃນການຮຽນການສອນ"
    "ພ້ອມທັງຮ່ວມກັນປູກຕົ້ນໄມ້ແຫ່ງມິດຕະພາບຢູ່ໃນເດີ່ນໂຮງຮຽນ.",
    "head": "ຜູ້ອໍານວຍການ",
}
KHMER = {
    "list": "ព័ត៌មានបរទេស",
    "title": "ស្ពានមិត្តភាពរវាងសិស្សានុសិស្សនៃប្រទេសទាំងពីរ",
    "lead": "សិស្សានុសិស្សប្រទេសទាំងពីរបានជួបគ្នានិងស្វែងយល់អំពីវប្បធម៌របស់គ្នាទៅវិញទៅមក។",
    "text": "គ្រូបង្រៀននិងសិស្សានុសិស្សនៃសាលារៀនទាំងពីរបានជួបជុំគ្នាផ្លាស់ប្តូរបទពិសោធន៍ក្នុងការបង្រៀន"
    "និងរៀនសូត្រព្រមទាំងរួមគ្នាដាំដើមឈើមិត្តភាពនៅក្នុងបរិវេណសាលា។",
    "head": "នាយកសាលា",
}


def load() -> None:
    """One text of each kind in both languages. The other item waits for its Lao text."""
    publish_texts("lo", LAO, OTHER_ITEM)
    publish_texts("km", KHMER, ITEM)


def publish_texts(code: str, words: dict, item: str) -> None:
    """One text of each kind in the language ``code``, as the principal approved it."""
    for model in (ForeignInfoIndexPage, PlanIndexPage, StoryIndexPage):
        publish_list(model, code, words)
    told = {
        "lead": words["lead"],
        "picture_alt": words["title"],
        "picture_caption": words["lead"],
        "body": [
            ("heading", words["title"]),
            ("paragraph", f"<p>{words['text']}</p>"),
            ("quote", {"text": words["lead"], "by": words["head"]}),
        ],
    }
    event = dict.fromkeys(("partners", "event", "event_place"), words["title"])
    publish(ForeignInfoPage, item, code, words, **told, **event, legal_documents=[])
    subject = {"subject": words["head"], "achievement": words["text"]}
    honour = {"commendation_title": words["title"], "commendation_body": words["list"]}
    publish(StoryPage, STORY, code, words, **told, **subject, **honour)
    publish(
        PlanPage,
        PLAN,
        code,
        words,
        **dict.fromkeys(("superior_body", "issuing_body", "place"), words["list"]),
        lead_in=words["lead"],
        period_text="",
        body=[section("I", words["title"], f"<p>{words['text']}</p>")],
        tasks=[task(words["text"], lead=words["head"], result=words["lead"])],
        legal_bases=[],
        reporting=[],
        recipients=[],
        signatory_position=words["head"],
    )


def publish_list(model: type[Page], code: str, words: dict) -> None:
    """A list page in another language, where our people may work from then on."""
    locale, _made = Locale.objects.get_or_create(language_code=code)
    source = model.objects.get(locale=Locale.get_default())
    page = source.get_translation_or_none(locale)
    page = page or source.copy_for_translation(locale, copy_parents=True)
    page.title, page.intro = words["list"], ""
    decisions.approve_setup(page)
    set_up(Site.objects.get(is_default_site=True))


def publish(model: type[Page], slug: str, code: str, words: dict, **said) -> None:
    """The translation of a page into ``code``, which says what ``said`` says."""
    source = model.objects.get(slug=slug, locale=Locale.get_default())
    page = source.copy_for_translation(Locale.objects.get(language_code=code))
    for name, value in {"title": words["title"], **said}.items():
        setattr(page, name, value)
    page.search_description = ""
    editor, principal = (
        get_user_model().objects.get(username=name)
        for name in ("bientap", "hieutruong")
    )
    submit_and_approve(page, editor=editor, principal=principal)
