"""What ``export_plan`` writes, and why it does not."""

import io
import json
import shutil

import docx
import pytest
from django.core.management import CommandError, call_command

from tests.factories.pages import PlanPageFactory, task
from wagtail_kehoach.decree30 import office

needs_office = pytest.mark.skipif(
    not office.is_installed(), reason="LibreOffice is not installed"
)


@pytest.fixture
def plan(site):
    """A draft with a task."""
    return PlanPageFactory(
        title="Truyền thông năm học",
        tasks=[task("Đăng lịch tuần", lead="Tổ Văn phòng")],
    )


@pytest.fixture
def template(tmp_path):
    """Make a template of one paragraph."""

    def make(text):
        document = docx.Document()
        document.add_paragraph(text)
        path = tmp_path / "mau.docx"
        document.save(str(path))
        return path

    return make


def export(plan, *args):
    """What the command prints as JSON, and the error it ends with."""
    out = io.StringIO()
    args = [str(arg) for arg in args]
    try:
        call_command("export_plan", str(plan.pk), *args, "--json", stdout=out)
    except CommandError as error:
        return json.loads(out.getvalue()), error
    return json.loads(out.getvalue()), None


def test_a_template_of_the_school_is_filled_in(plan, template, tmp_path):
    target = tmp_path / "ra.docx"

    report, error = export(
        plan, "--output", target, "--template", template("Mẫu: {{ trich_yeu }}")
    )

    assert error is None
    assert report == {"file": str(target), "page": plan.pk}
    assert docx.Document(str(target)).paragraphs[0].text == "Mẫu: Truyền thông năm học"


def test_a_wrong_name_in_a_template_is_named(plan, template, tmp_path):
    target = tmp_path / "ra.docx"

    report, error = export(
        plan, "--output", target, "--template", template("{{ trich_yu }}")
    )

    assert error.returncode == 1
    assert report["error"]["code"] == "template-unknown"
    assert "trich_yu" in report["error"]["message"]
    assert "trich_yeu" in report["error"]["message"]
    assert not target.exists()


@pytest.mark.parametrize(
    ("output", "more"),
    [
        ("ra.txt", []),
        ("khong-co/ra.docx", []),
        ("ra.docx", ["--template", "khong-co.docx"]),
        ("ra.json", ["--template", "mau.docx"]),
    ],
)
def test_a_name_that_leads_nowhere_is_wrong_usage(plan, tmp_path, output, more):
    report, error = export(plan, "--output", tmp_path / output, *more)

    assert error.returncode == 2
    assert report["error"] == {"code": "usage", "message": str(error)}


@needs_office
def test_a_pdf_is_written(plan, tmp_path):
    from pypdf import PdfReader

    target = tmp_path / "ra.pdf"

    _report, error = export(plan, "--output", target)

    assert error is None
    [page] = PdfReader(target).pages
    assert "Truyền thông năm học" in page.extract_text()
    assert "Đăng lịch tuần" in page.extract_text()


def test_without_libreoffice_another_printer_makes_the_pdf(plan, tmp_path, monkeypatch):
    from pypdf import PdfReader

    monkeypatch.setattr(shutil, "which", lambda name: None)
    target = tmp_path / "ra.pdf"

    report, error = export(plan, "--output", target)

    if error is not None and report["error"]["code"] == "converter-missing":
        pytest.skip("Pango, which WeasyPrint draws with, is missing")
    assert error is None
    assert "Đăng lịch tuần" in PdfReader(target).pages[0].extract_text()


def test_without_any_printer_a_pdf_is_refused(
    plan, tmp_path, monkeypatch, without_weasyprint
):
    monkeypatch.setattr(shutil, "which", lambda name: None)

    report, error = export(plan, "--output", tmp_path / "ra.pdf")

    assert error.returncode == 1
    assert report["error"]["code"] == "converter-missing"
    assert "LibreOffice" in report["error"]["message"]


def test_a_converter_that_hangs_is_ended(plan, tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(program))
    monkeypatch.setattr(office, "TIMEOUT", 0.2)

    report, error = export(plan, "--output", tmp_path / "ra.pdf")

    assert error.returncode == 1
    assert report["error"]["code"] == "converter-failed"
