"""What a suggestion changes in the draft, and what it leaves alone."""

import pytest
from wagtail.rich_text import RichText

from tests.factories.pages import PlanPageFactory, section, task
from wagtail_kehoach.plans import suggestions


@pytest.fixture
def plan(site):
    return PlanPageFactory(
        lead_in="Thực hiện trong năm 2022, theo giai đoạn 2017-20120.",
        body=[
            section("I", "MỤC ĐÍCH", "<p>Giai đoạn 2017-20120 &amp; sau đó.</p>"),
            section("III", "NHIỆM VỤ", "<p>Họp thứ Hai, ngày 1/9 và 1/9/2027.</p>"),
        ],
        tasks=[task("Tổng kết năm 2022 và 2017-201201")],
        legal_bases=[("basis", {"text": "Kế hoạch giai đoạn 2017-20120"})],
    )


def warning(code, original, suggestion):
    return {"code": code, "original": original, "suggestion": suggestion}


def test_a_misprint_is_put_right_in_the_plan_and_not_in_what_it_cites(plan):
    said = warning("year-implausible", "2017-20120", "2017-2020")

    assert suggestions.places_of(plan, said) == ["Lời dẫn", "I. MỤC ĐÍCH"]
    assert suggestions.apply(plan, said) == 2

    assert (
        plan.body[0].value["text"].source == "<p>Giai đoạn 2017-2020 &amp; sau đó.</p>"
    )
    assert plan.tasks[0].value["text"] == "Tổng kết năm 2022 và 2017-201201"
    assert plan.legal_bases[0].value["text"] == "Kế hoạch giai đoạn 2017-20120"
    assert suggestions.places_of(plan, said) == []


def test_a_misprint_that_is_bold_in_part_is_put_right_with_its_marks(plan):
    plan.body[0].value["text"] = RichText(
        "<p>Giai đoạn <b>2017-</b>20120 <i>này</i>.</p>"
    )
    said = warning("year-implausible", "đoạn 2017-20120", "đoạn 2017-2020")

    assert "I. MỤC ĐÍCH" in suggestions.places_of(plan, said)
    suggestions.apply(plan, said)

    source = plan.body[0].value["text"].source
    assert source == "<p>Giai đoạn 2017-2020 <i>này</i>.</p>"


def test_a_date_that_goes_on_is_another_date(plan):
    plan.body[1].value["text"].source = "<p>Họp thứ Hai, ngày 1/9/2027.</p>"

    said = warning("weekday-contradiction", "thứ Hai, ngày 1/9", "thứ Ba, ngày 1/9")

    assert suggestions.places_of(plan, said) == []


def test_another_period_is_put_right_in_the_introduction_only(plan):
    suggestions.apply(plan, warning("period-conflict", "năm 2022", "năm 2023"))

    assert "trong năm 2023" in plan.lead_in
    assert "năm 2022" in plan.tasks[0].value["text"]


def test_a_heading_gets_the_number_that_follows(plan):
    said = warning("heading-out-of-order", "III. NHIỆM VỤ", "II. NHIỆM VỤ")

    suggestions.apply(plan, said)

    assert [child.value["number"] for child in plan.body] == ["I", "II"]


def test_a_heading_that_ends_in_a_colon_gets_its_number_too(plan):
    plan.body[1].value["title"] = "NHIỆM VỤ:"
    said = warning("heading-out-of-order", "III. NHIỆM VỤ", "II. NHIỆM VỤ")

    suggestions.apply(plan, said)

    assert [child.value["number"] for child in plan.body] == ["I", "II"]


def test_an_issuer_that_was_typed_is_not_replaced(plan):
    said = warning("issuer-inferred", None, "Trường Khác")
    assert suggestions.places_of(plan, said) == []

    plan.issuing_body = ""
    suggestions.apply(plan, said)
    assert plan.issuing_body == "Trường Khác"


def test_what_only_asks_to_be_looked_at_changes_nothing(plan):
    assert suggestions.places_of(plan, warning("number-missing", None, None)) == []


@pytest.mark.parametrize("hostile", ["(", "a" * 5000, "\\1", "<p>", "&amp;"])
def test_no_text_of_a_file_is_taken_for_a_pattern_or_for_html(plan, hostile):
    plan.body[0].value["text"].source = "<p>a &amp;amp; b</p>"
    before = plan.body[0].value["text"].source

    suggestions.apply(plan, warning("year-implausible", "a", hostile))

    after = plan.body[0].value["text"].source
    assert after.count("<p>") == before.count("<p>") == 1
