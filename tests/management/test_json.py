"""With ``--json`` every command prints one JSON document, whatever goes wrong."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site

from wagtail_kehoach.management import commands
from wagtail_kehoach.management.output import ReportingCommand


def command(name):
    """The command of this name, as a shell runs it."""
    return import_module(f"wagtail_kehoach.management.commands.{name}").Command()


#: Ours; a command of Django's that we only change has no --json.
NAMES = sorted(
    path.stem
    for path in Path(commands.__path__[0]).glob("[!_]*.py")
    if isinstance(command(path.stem), ReportingCommand)
)


def test_every_command_of_ours_is_among_them():
    assert {"setup_kehoach", "import_plan", "export_plan", "audit_approvals"} < {*NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_an_option_that_does_not_exist_is_wrong_usage(name, capsys):
    with pytest.raises(SystemExit) as end:
        command(name).run_from_argv(["manage.py", name, "--json", "--khong-co"])

    printed = json.loads(capsys.readouterr().out)
    assert end.value.code == 2
    assert printed["error"]["code"] == "usage"
    assert printed["error"]["message"]


@pytest.mark.parametrize(
    "argv",
    [
        ["export_plan", "--json"],
        ["export_plan", "ba", "--output", "ra.docx", "--json"],
        ["import_plan", "--json"],
        ["setup_kehoach", "--json", "--site"],
    ],
)
def test_a_missing_or_wrong_value_is_wrong_usage(argv, capsys):
    with pytest.raises(SystemExit) as end:
        command(argv[0]).run_from_argv(["manage.py", *argv])

    assert end.value.code == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "usage"


def test_without_json_wrong_usage_says_how_the_command_is_used(capsys):
    with pytest.raises(SystemExit) as end:
        command("export_plan").run_from_argv(["manage.py", "export_plan"])

    printed = capsys.readouterr()
    assert end.value.code == 2
    assert printed.out == ""
    assert "usage:" in printed.err


@pytest.mark.parametrize(
    "argv",
    [
        ["setup_kehoach", "--site", "khong-co.example"],
        ["import_plan", "khong-co.docx"],
        ["import_plan", __file__, "--owner", "khong-co"],
        ["export_plan", "0", "--output", "ra.docx"],
    ],
)
def test_what_the_command_itself_refuses_is_a_document_too(site, argv, capsys):
    assert Site.objects.exists()

    with pytest.raises(CommandError) as error:
        call_command(*argv, "--json")

    assert error.value.returncode == 2
    printed = json.loads(capsys.readouterr().out)
    assert printed == {"error": {"code": "usage", "message": str(error.value)}}
