"""What the review says of a signature block that names somebody else."""

import pytest
from django.urls import reverse

from tests.factories.pages import PlanPageFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.models import SigningAuthority

HEAD_SIGNS = {
    "signatory_position": "HIỆU TRƯỞNG",
    "signatory_name": "Nguyễn Văn Thành",
}
DEPUTY_SIGNS = {
    "authority": "KT. HIỆU TRƯỞNG",
    "signatory_position": "PHÓ HIỆU TRƯỞNG",
    "signatory_name": "Trần Thị Mai",
}
NOTHING = {"signatory_position": "", "signatory_name": ""}


@pytest.fixture
def review(client, editor, principal):
    """The review of a plan with this block, before one who signs in this capacity."""

    def review(block, capacity):
        if capacity:
            SigningAuthority.objects.create(
                user=principal, capacity=capacity, decision_number="05/QĐ-THCSBM"
            )
        submission = submit_for_approval(PlanPageFactory(**block), by=editor)
        client.force_login(principal)
        url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
        return client.get(url).content.decode()

    return review


@pytest.mark.parametrize(
    ("block", "capacity"),
    [(HEAD_SIGNS, "KT."), (DEPUTY_SIGNS, "head"), (DEPUTY_SIGNS, "")],
)
def test_another_capacity_is_pointed_out(block, capacity, review):
    html = review(block, capacity)

    assert f"Khối chữ ký ghi “{', '.join(block.values())}”" in html


@pytest.mark.parametrize(
    ("block", "capacity"),
    [(HEAD_SIGNS, "head"), (HEAD_SIGNS, ""), (DEPUTY_SIGNS, "KT."), (NOTHING, "KT.")],
)
def test_the_same_capacity_is_not(block, capacity, review):
    assert "Khối chữ ký ghi" not in review(block, capacity)


def test_a_deputy_reads_what_he_decides_as(review):
    html = " ".join(review(DEPUTY_SIGNS, "KT.").split())

    assert "Thầy/cô quyết định với tư cách: KT. (cấp phó ký thay)." in html
    assert "Quyết định 05/QĐ-THCSBM." in html
