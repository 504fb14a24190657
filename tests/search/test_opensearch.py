"""The settings that docs/search.md gives for OpenSearch, and what would be sent there."""

import re
from pathlib import Path

import pytest

from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
    section,
    task,
)
from wagtail_kehoach.pages.models import ForeignInfoPage, PlanPage, StoryPage

opensearch = pytest.importorskip("modelsearch.backends.opensearch3")

DOCS = Path(__file__).resolve().parents[2] / "docs" / "search.md"


@pytest.fixture(scope="module")
def backend():
    """The backend as the documentation sets it up; nothing is asked of a server."""
    [said] = re.findall(
        r"```python\n(WAGTAIL\w+ = \{\n.*?opensearch.*?)```", DOCS.read_text(), re.S
    )
    settings = {}
    exec(said, settings)
    parameters = settings["WAGTAILSEARCH_BACKENDS"]["default"]
    assert parameters.pop("BACKEND") == opensearch.__name__
    return opensearch.SearchBackend(parameters)


@pytest.mark.parametrize("analyzer", ["default", "edgengram_analyzer"])
def test_words_are_kept_with_and_without_accents(backend, analyzer):
    analysis = backend.settings["settings"]["analysis"]
    filters = analysis["analyzer"][analyzer]["filter"]

    folding = analysis["filter"]["khong_dau"]
    assert folding == {"type": "asciifolding", "preserve_original": True}
    assert filters[:2] == ["lowercase", "khong_dau"]
    # What a filter names has to be there; the others are built in.
    assert {*filters} - {*analysis["filter"]} == {"lowercase"}


@pytest.mark.parametrize("model", [PlanPage, StoryPage, ForeignInfoPage])
def test_what_is_searched_is_in_the_mapping(backend, model):
    fields = backend.mapping_class(model).get_mapping()["properties"]
    everything = [name for name, field in fields.items() if "copy_to" in field]

    assert fields["_all_text"] == {"type": "text"}  # Analysed by "default".
    assert fields["title_edgengrams"]["analyzer"] == "edgengram_analyzer"
    assert any(name.endswith("__body") for name in everything)
    assert "title" in everything


@pytest.mark.django_db
def test_a_plan_is_sent_with_its_tasks_and_its_number(backend):
    page = PlanPageFactory(
        title="Thư viện mở",
        number="12",
        symbol="KH-THCSBM",
        body=[section("I", "MỤC ĐÍCH", "<p>Đọc sách mỗi ngày.</p>")],
        tasks=[task("Trưng bày sách mới", lead="Thư viện")],
    )

    sent = str(backend.mapping_class(PlanPage).get_document(page))

    for said in (
        "Thư viện mở",
        "Đọc sách mỗi ngày",
        "Trưng bày sách mới",
        "12/KH-THCSBM",
    ):
        assert said in sent


@pytest.mark.django_db
@pytest.mark.parametrize("factory", [StoryPageFactory, ForeignInfoPageFactory])
def test_a_post_is_sent_with_its_text(backend, factory):
    page = factory(title="Nhịp cầu hữu nghị", lead="Học sinh hai nước gặp nhau.")

    sent = str(backend.mapping_class(type(page)).get_document(page))

    assert "Nhịp cầu hữu nghị" in sent
    assert "Học sinh hai nước gặp nhau." in sent
