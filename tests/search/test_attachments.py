"""A page is found by the text of its files, where the portal wants that."""

import io
import os

import docx
import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.search import attachments
from wagtail_kehoach.search.documents import entry_of, heading_of

pytestmark = pytest.mark.django_db


def text_of(page):
    """The text by which the page is found, without number and day."""
    return heading_of(entry_of(page).text)[2]


@pytest.fixture
def word_file():
    """A Word file with a paragraph and a table."""
    document = docx.Document()
    document.add_paragraph("Biên bản họp phụ huynh khối chín")
    document.add_table(1, 1).cell(0, 0).text = "Quỹ khuyến học"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def attach(settings):
    """A story that links to a file with these bytes."""
    settings.WAGTAIL_KEHOACH = {"INDEX_ATTACHMENTS": True}

    def attach(data, name="bien-ban.docx", **kwargs):
        document = Document.objects.create(
            title="Tệp", file=ContentFile(data, name), **kwargs
        )
        link = f'<p><a linktype="document" id="{document.pk}">Tệp</a></p>'
        return StoryPageFactory(body=[("paragraph", link)])

    return attach


def test_paragraphs_and_tables_are_in_the_index(attach, word_file):
    text = entry_of(attach(word_file)).text

    assert "Biên bản họp phụ huynh khối chín" in text
    assert "Quỹ khuyến học" in text


@pytest.mark.skipif(connection.vendor == "mysql", reason="finds committed rows only")
def test_the_page_is_found_without_accents(attach, word_file):
    page = attach(word_file)

    assert list(type(page).objects.search("quy khuyen hoc")) == [page]


def test_nothing_is_read_unless_the_portal_asks_for_it(attach, word_file, settings):
    page = attach(word_file)
    settings.WAGTAIL_KEHOACH = {}

    assert "khuyến học" not in entry_of(page).text


def test_what_is_private_is_not_in_the_index(attach, word_file):
    closed = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type="login"
    )

    assert "khuyến học" not in entry_of(attach(word_file, collection=closed)).text


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04 hong", "hong.docx"),
        (b"%PDF-1.7 hong", "hong.pdf"),
        (b"\x89PNG", "a.png"),
    ],
)
def test_a_file_that_cannot_be_read_says_nothing(attach, data, name):
    text = text_of(attach(data, name))

    assert text == "Cô dạy chữ cho cả xóm. · Tệp · Cô Nguyễn Thị Lan"


def test_size_and_letters_are_bounded(attach, word_file, monkeypatch):
    monkeypatch.setattr(attachments, "MOST_LETTERS", 8)
    assert list(attachments.texts_of(attach(word_file))) == ["Biên bản"]

    monkeypatch.setattr(attachments, "LARGEST_FILE", 10)
    assert list(attachments.texts_of(attach(word_file + b" "))) == [""]


def test_time_is_bounded(attach, word_file, monkeypatch):
    page = attach(word_file)
    other = Document.objects.create(title="Hai", file=ContentFile(b"Hai", "hai.txt"))
    link = f'<p><a linktype="document" id="{other.pk}">Hai</a></p>'
    page.body.append(("paragraph", link))

    assert len(list(attachments.texts_of(page))) == 2
    monkeypatch.setattr(attachments, "SECONDS", -1)
    assert len(list(attachments.texts_of(page))) == 1


@pytest.mark.parametrize("reader", ["dying", "hungry"])
def test_a_file_that_breaks_its_reader_leaves_the_worker_alone(
    attach, word_file, monkeypatch, reader
):
    monkeypatch.setattr(attachments, "READER", f"tests.uploads.readers.{reader}")
    page = attach(word_file)

    assert text_of(page) == "Cô dạy chữ cho cả xóm. · Tệp · Cô Nguyễn Thị Lan"


def test_a_file_that_never_ends_is_given_up_for_a_day(attach, word_file, monkeypatch):
    page = attach(word_file)
    cache.clear()
    with monkeypatch.context() as slow:
        slow.setattr(attachments, "READER", "tests.uploads.readers.endless")
        slow.setattr(attachments, "SECONDS", 0.2)
        slow.setattr(attachments, "KEPT_AS_SLOW", 0)
        assert list(attachments.texts_of(page)) == [""]

    assert "khuyến học" in entry_of(page).text


def test_files_are_not_read_in_the_web_worker(attach, word_file, monkeypatch):
    monkeypatch.setattr(attachments, "READER", "tests.uploads.readers.saying")

    [process] = attachments.texts_of(attach(word_file))

    assert process.isdecimal()
    assert int(process) != os.getpid()


def test_a_file_is_read_once(attach, word_file):
    page = attach(word_file)
    entry_of(page)
    document = Document.objects.get()
    document.file.storage.delete(document.file.name)

    assert "khuyến học" in entry_of(page).text


def test_a_file_that_is_gone_keeps_nothing_out_of_the_index(attach, word_file):
    page = attach(word_file)
    document = Document.objects.get()
    document.file.storage.delete(document.file.name)
    Document.objects.update(file_hash="")  # as rows are that no form made

    assert text_of(page) == "Cô dạy chữ cho cả xóm. · Tệp · Cô Nguyễn Thị Lan"


def test_a_file_that_was_out_of_reach_is_read_when_it_is_there_again(attach, word_file):
    page = attach(word_file)
    document = Document.objects.get()
    name = document.file.name
    cache.clear()
    document.file.storage.delete(name)
    assert "khuyến học" not in entry_of(page).text

    document.file.storage.save(name, ContentFile(word_file))

    assert "khuyến học" in entry_of(page).text
