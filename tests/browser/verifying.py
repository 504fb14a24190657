"""A story is verified by somebody who did not write it, as the demo school wants it."""

from __future__ import annotations

from playwright.sync_api import expect

from .barriers import assert_main_is_accessible
from .commending import send
from .conftest import PHONE


def submit(editor, draft: str) -> None:
    """Tick what is asked and send the draft to the principal; it may be refused."""
    editor.goto(draft)
    for check in editor.locator("[name=kehoach_checks], [name=kehoach_seen]").all():
        check.check()
    send(editor, "Trình")


def refusal(page):
    """What is said above the form that was not accepted."""
    return page.locator(".messages", has_text="còn lỗi nhập liệu")


def refuse_and_verify(visit, draft: str) -> None:
    """Nobody submits it before somebody who did not write it has verified it."""
    with visit("bientap", screen=PHONE) as editor:
        submit(editor, draft)
        expect(refusal(editor)).to_contain_text("Chưa ai kiểm chứng")
    with visit("phohieutruong", screen=PHONE) as deputy:
        deputy.goto(draft)
        deputy.get_by_role("button", name="Thao tác").first.click()
        deputy.get_by_role("link", name="Kiểm chứng").click()
        deputy.wait_for_url("**/verify/")
        assert_main_is_accessible(deputy)
        for point in deputy.locator("[name=points]").all():
            point.check()
        deputy.get_by_role("button", name="Tôi đã kiểm chứng").click()
        expect(deputy.get_by_text("đã được ghi lại")).to_be_visible()
