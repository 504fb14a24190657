"""What docs/search.md tells OpenSearch, what is sent there, and what a server finds."""

import importlib
import json
import os
import re
from pathlib import Path
from unicodedata import normalize

import pytest
from wagtail.models import Page
from wagtail.search.query import Phrase

from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
    section,
    task,
)
from wagtail_kehoach.folding import word
from wagtail_kehoach.pages.models import ForeignInfoPage, PlanPage, StoryPage

opensearch = pytest.importorskip("modelsearch.backends.opensearch3")

DOCS = Path(__file__).resolve().parents[2] / "docs" / "search.md"


def documented():
    """The backend as the documentation sets it up."""
    [said] = re.findall(r"```python\n([^`]*?opensearch3[^`]*)```", DOCS.read_text())
    settings = {}
    exec(said, settings)
    parameters = settings["WAGTAILSEARCH_BACKENDS"]["default"]
    assert parameters.pop("BACKEND") == opensearch.__name__
    return parameters


@pytest.fixture(scope="module")
def backend():
    """Nothing is asked of a server."""
    return opensearch.SearchBackend(documented())


@pytest.mark.parametrize(
    "analyzer", ["default", "default_search", "edgengram_analyzer", "standard"]
)
def test_texts_and_queries_are_folded_alike(backend, analyzer):
    analysis = backend.settings["settings"]["analysis"]
    said = analysis["analyzer"][analyzer]

    assert said["char_filter"][:2] == ["ten_ghep", "ngay_viet_so"]
    assert {"bo_dau_roi", "y_la_i", "so_khong_dau_dong"} <= {*said["filter"]}
    # What an analyzer names has to be there; the others are built in.
    assert {*said["filter"]} - {*analysis["filter"]} <= {"lowercase", "asciifolding"}
    assert {*said["char_filter"]} <= {*analysis["char_filter"]}


@pytest.mark.parametrize(
    ("name", "client"),
    [("opensearch2", "opensearchpy"), ("opensearch3", "opensearchpy"),
     ("elasticsearch7", "elasticsearch"), ("elasticsearch8", "elasticsearch"),
     ("elasticsearch9", "elasticsearch")],
)  # fmt: skip
def test_every_such_backend_takes_the_settings_over(name, client):
    release = str(pytest.importorskip(client).__version__)
    if client == "elasticsearch" and re.findall(r"\d+", release)[0] != name[-1]:
        pytest.skip(f"{name} needs the client of its own version, not {release}.")
    module = importlib.import_module(f"modelsearch.backends.{name}")
    backend = module.SearchBackend(documented())
    # What is sent when the index is made.
    sent = json.loads(json.dumps(backend.settings))
    analysis = sent["settings"]["analysis"]

    ours = documented()["INDEX_SETTINGS"]["settings"]["analysis"]
    for part, named in ours.items():
        for said, meant in named.items():
            assert {**analysis[part][said], **meant} == analysis[part][said]
    # Those of modelsearch that ours build on are still there.
    assert analysis["filter"]["edgengram"]["type"] == "edge_ngram"
    fields = backend.mapping_class(StoryPage).get_mapping()["properties"]
    assert fields["title_edgengrams"]["analyzer"] == "edgengram_analyzer"


@pytest.mark.parametrize(
    ("written", "read"),
    [("y", "i"), ("ky", "ki"), ("quy", "qui"), ("nghy", "nghy"), ("tay", "tay")],
)
def test_y_is_i_where_our_own_folding_has_it_so(written, read):
    rule = documented()["INDEX_SETTINGS"]["settings"]["analysis"]["filter"]["y_la_i"]
    replaced = re.sub(rule["pattern"], rule["replacement"].replace("$", "\\"), written)

    assert replaced == read == word(written).folded


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


# With a server


@pytest.fixture
def asked(db):
    """Index the pages there are, then ask the server that ``OPENSEARCH_URL`` names."""
    server = os.environ.get("OPENSEARCH_URL")
    if not server:
        pytest.skip("OPENSEARCH_URL does not name a server.")
    parameters = documented() | {"URLS": [server], "INDEX_PREFIX": "kehoach_test_"}
    backend = opensearch.SearchBackend(parameters)
    index = backend.get_index_for_model(Page)

    def asked(query, model=StoryPage, ask="search"):
        index.delete()
        index.put()
        for page_type in (Page, StoryPage, PlanPage):
            index.add_model(page_type)
            pages = list(page_type.objects.exact_type(page_type))
            if pages:
                index.add_items(page_type, pages)
        index.refresh()
        found = getattr(backend, ask)(query, model, operator="and")
        return [page.title for page in found]

    yield asked
    index.delete()


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "query"),
    [("Gương điển hình", "dien hinh"), ("Gương điển hình", "ĐIỂN hinh"), ("văn hóa", "văn hoá"),
     ("kỹ năng", "kĩ năng"), ("kỹ năng", "ky nang"), ("Sở GD&ĐT", "gddt"),
     ("260/KH-GDĐT", "260/kh-gddt"), ("260/KH-GDĐT", "KH-GDĐT"), ("ngày 05/11", "5/11"),
     ("từ ngày 05/11/2026", "5.11.2026"), ("từ 5-11-2026", "ngày 05 tháng 11 năm 2026"),
     ("ngày 05 tháng 11 năm 2026", "05/11/2026"), ("ngày 20 tháng 11", "20/11")],
)  # fmt: skip
def test_a_server_finds_a_text_however_it_is_typed(asked, stored, text, query):
    StoryPageFactory(title="Một", lead=normalize(stored, text))
    StoryPageFactory(title="Hai", lead="Sân trường ngày khác.")

    assert asked(query) == ["Một"]
    assert asked(normalize("NFD", query)) == ["Một"]


@pytest.mark.parametrize("query", ["dien", "điể", "đie", "ĐIỂN", "dien hi"])
def test_a_server_completes_what_is_typed(asked, query):
    StoryPageFactory(title="Gương điển hình")
    StoryPageFactory(title="Sân trường")

    assert asked(query, ask="autocomplete") == ["Gương điển hình"]


def test_a_server_finds_a_plan_by_its_number_and_phrases_as_they_stand(asked):
    plan = PlanPageFactory(title="Thư viện mở", number="12", symbol="KH-THCSBM")

    assert asked("12/kh-thcsbm", PlanPage) == [plan.title]
    assert asked(Phrase("thu vien"), PlanPage) == [plan.title]
    assert asked(Phrase("viện thư"), PlanPage) == []
