"""A Lao translation: made and approved on its own, while its source moves; Khmer on a phone."""

from __future__ import annotations

import re

import polib
import pytest
from django.apps import apps
from playwright.sync_api import expect

from .barriers import assert_is_accessible, assert_main_is_accessible
from .conftest import DESKTOP, PHONE, environment, load, manage, serving
from .test_plan_journey import choose, review

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not apps.is_installed("wagtail_localize"),
        reason="Needs wagtail-localize: run with --ds=tests.settings_localize.",
    ),
]
SOURCE = "/thong-tin-doi-ngoai/nhip-cau-huu-nghi-viet-lao/"
OTHER = "/thong-tin-doi-ngoai/giao-huu-bong-da-voi-ban-be-campuchia/"
TITLE = "ຂົວມິດຕະພາບ"
LAO = "ນັກຮຽນສອງປະເທດພົບກັນ"
MOVED = "Hai trường hẹn gặp lại vào mùa xuân."
#: What stands out of the screen, where nothing scrolls by itself.
TOO_WIDE = """root => [...root.querySelectorAll('.kh-root *')]
    .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
    .filter(part => !part.closest('.kh-scroll'))
    .map(part => part.outerHTML)"""
#: Lao and Khmer text whose signs reach into the line above or below, and what cuts off more
#: than it shows.
CUT_OFF = """root => {
    const pen = document.createElement('canvas').getContext('2d');
    const shown = [...root.querySelectorAll('body *')].filter(part =>
        part.getClientRects().length && !part.closest('.kh-hidden, .skip, svg'));
    const own = part => [...part.childNodes].filter(node => node.nodeType === 3)
        .map(node => node.data.trim()).join('');
    const tight = shown.filter(part => {
        if (!/[\\u0e80-\\u0eff\\u1780-\\u17ff]/.test(own(part))) return false;
        pen.font = getComputedStyle(part).font;
        const ink = pen.measureText(own(part));
        const high = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent;
        return high > parseFloat(getComputedStyle(part).lineHeight) + 0.5;
    });
    const cut = shown.filter(part => getComputedStyle(part).overflowY !== 'visible'
        && part.clientHeight > 2 && part.scrollHeight > part.clientHeight + 1);
    return [...tight, ...cut].map(part => part.outerHTML);
}"""
LOAD = "from tests.browser import translations; translations.load()"


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    """The demo school in four languages."""
    folder = tmp_path_factory.mktemp("languages")
    env = environment(folder, "example_site.settings_languages")
    load(env)
    manage("shell", "-v", "0", "-c", LOAD, env=env)
    with serving(env) as found:
        yield found


def test_a_lao_translation_is_approved_alone_while_its_source_moves(visit, tmp_path):
    with visit(screen=PHONE) as reader:
        assert reader.goto(f"/lo{SOURCE}").status == 404
        link = reader.get_by_role("link", name="Nhịp cầu hữu nghị")
        expect(link).to_have_attribute("href", SOURCE)
        assert_is_accessible(reader)

    with visit("bientap") as editor:
        screen = begin_translation(editor)
        translate_by_file(editor, screen, tmp_path / "lo.po")
        for box in editor.locator("[name=checks], [name=seen]").all():
            box.check()
        assert_main_is_accessible(editor)
        press(editor.get_by_role("button", name="Trình bản dịch"))
        expect(editor.get_by_text("Đã trình")).to_be_visible()

    with visit("hieutruong", screen=PHONE) as principal:
        principal.goto("/admin/kehoach/approval/")
        expect(principal.get_by_text("(ພາສາລາວ)")).to_be_visible()
        review(principal, TITLE)
        press(principal.get_by_role("button", name="Duyệt và đăng"))
        expect(principal.get_by_text("Đã duyệt và đăng")).to_be_visible()

    with visit(screen=PHONE) as reader:
        reader.goto(f"/lo{SOURCE}")
        expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
        assert reader.locator("html").get_attribute("lang") == "lo"
        assert_is_accessible(reader)
        reader.get_by_role("link", name="Tiếng Việt").click()
        expect(reader).to_have_url(re.compile(f"{SOURCE}$"))

    move_the_source_on(visit)

    with visit(screen=PHONE) as reader:
        reader.goto(f"/lo{SOURCE}")
        expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(reader.locator(".kh-follows")).to_contain_text("ຕົ້ນສະບັບໄດ້ຖືກປ່ຽນແປງ")
        assert MOVED not in reader.content()
    with visit("bientap") as editor:
        editor.goto("/admin/kehoach/translations/?only=stale")
        editor.get_by_role("link", name=TITLE).click()
        expect(editor.get_by_text(MOVED)).to_be_visible()


@pytest.mark.parametrize(
    ("code", "item", "font"),
    [("lo", OTHER, "Noto Sans Lao"), ("km", SOURCE, "Noto Sans Khmer")],
    ids=["lao", "khmer"],
)
@pytest.mark.parametrize(
    "address",
    [
        "/thong-tin-doi-ngoai/",
        None,
        "/guong-dien-hinh/co-lan-va-nhung-la-thu-tay/",
        "/ke-hoach/ke-hoach-truyen-thong-2026-2027/",
    ],
    ids=["list", "item", "story", "plan"],
)
def test_lao_and_khmer_have_their_fonts_and_break_their_lines_on_a_phone(
    visit, code, item, font, address
):
    with visit(screen=PHONE) as reader:
        assert reader.goto(f"/{code}{address or item}").status == 200
        assert reader.locator("html").get_attribute("lang") == code
        heading = reader.get_by_role("heading", level=1)
        expect(heading).to_have_css("font-family", re.compile(font))
        # As wide as the screen, which it has to be broken for.
        assert_is_accessible(reader)
        assert reader.locator("html").evaluate(TOO_WIDE) == []
        assert reader.locator("html").evaluate(CUT_OFF) == []
        # It looks: lines that are too close are found.
        reader.add_style_tag(content="h1 { line-height: 0.6 !important; }")
        assert "<h1" in "".join(reader.locator("html").evaluate(CUT_OFF))


@pytest.mark.parametrize(
    ("code", "name", "listed"),
    [
        ("en", "Binh Minh Lower Secondary School", "Spokespersons"),
        ("lo", "ໂຮງຮຽນມັດທະຍົມຕອນຕົ້ນບິ່ງມິງ", "ໂຄສົກ"),
        ("km", "អនុវិទ្យាល័យប៊ិញមិញ", "អ្នកនាំពាក្យ"),
    ],
)
@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_menu_and_footer_speak_the_language_of_the_page(
    visit, code, name, listed, screen
):
    with visit(screen=screen) as reader:
        assert reader.goto(f"/{code}/").status == 200
        assert reader.locator("html").get_attribute("lang") == code
        for part in (".site-header", ".site-footer"):
            expect(reader.locator(part)).to_contain_text(name)
            expect(reader.locator(part)).to_contain_text(listed)
            expect(reader.locator(part)).not_to_contain_text("Người phát ngôn")
        assert reader.locator("html").evaluate(TOO_WIDE) == []
        assert reader.locator("html").evaluate(CUT_OFF) == []
        assert_is_accessible(reader)


def test_what_is_not_in_khmer_leads_to_the_vietnamese_text(visit):
    with visit(screen=PHONE) as reader:
        assert reader.goto(f"/km{OTHER}").status == 404
        assert reader.locator("html").get_attribute("lang") == "km"
        expect(reader.get_by_role("heading", level=1)).to_contain_text("មិនទាន់មាន")
        assert_is_accessible(reader)
        reader.get_by_role("link", name="Trận bóng giao hữu").click()
        expect(reader).to_have_url(re.compile(f"{OTHER}$"))


def press(button) -> None:
    """Click what makes a whole text anew: on a busy machine that takes its time."""
    button.click(timeout=90_000)


def begin_translation(editor) -> str:
    """Ask wagtail-localize for a Lao draft by clicking; the screen of the translation."""
    editor.goto("/admin/kehoach_foreign_info/")
    editor.get_by_role("link", name="Nhịp cầu hữu nghị").first.click()
    editor.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    number = re.search(r"/pages/(\d+)/", editor.url)[1]
    editor.goto(f"/admin/localize/submit/page/{number}/")
    editor.get_by_label("ພາສາລາວ").check()
    press(editor.locator("main input[type=submit]"))
    editor.goto("/admin/kehoach/translations/")
    editor.get_by_role("link", name="Nhịp cầu hữu nghị").click()
    press(editor.get_by_role("button", name="Dịch theo từng đoạn"))
    return editor.url


def translate_by_file(editor, screen: str, path) -> None:
    """Take the file out, let the translator write, and take it in."""
    href = editor.get_by_role("link", name="Tải tệp PO về").get_attribute("href")
    po = polib.pofile(editor.request.get(href).text())
    for entry in po:
        entry.msgstr = TITLE if entry.msgctxt == "title" else LAO
    po.save(str(path))
    editor.set_input_files("#kh-po-file", path)
    press(editor.get_by_role("button", name="Nhận tệp"))
    expect(editor.get_by_text("Đã nhận tệp")).to_be_visible()
    expect(
        editor.get_by_text("Không còn chỗ nào để nguyên chữ của bản gốc.")
    ).to_be_visible()


def move_the_source_on(visit) -> None:
    """The Vietnamese text gets a new sentence, and the principal approves it."""
    with visit("bientap") as editor:
        editor.goto("/admin/kehoach_foreign_info/")
        editor.get_by_role("link", name="Nhịp cầu hữu nghị").first.click()
        editor.locator("#id_lead").fill(MOVED)
        for check in editor.locator("[name=kehoach_checks], [name=kehoach_seen]").all():
            check.check()
        choose(editor, "Trình")
        editor.wait_for_load_state("networkidle")
    with visit("hieutruong", screen=PHONE) as principal:
        review(principal, "Nhịp cầu hữu nghị")
        press(principal.get_by_role("button", name="Duyệt và đăng"))
        expect(principal.get_by_text("Đã duyệt và đăng")).to_be_visible()
