# Two commands for a fresh machine: make demo, make test. make check is what CI runs.
SHELL := /bin/bash
PYTHON ?= python3
export PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
MANAGE := cd example_site && ../$(PY) manage.py

.PHONY: demo demo-data test lint messages bench evaluate browser screenshots check

$(VENV)/.demo: setup.cfg
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "The venv module of Python is needed (on Debian: apt install python3-venv)."; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet -e .[pdf,template,demo]
	@touch $@

$(VENV)/.test: $(VENV)/.demo
	$(PY) -m pip install --quiet -e .[pdf,template,test]
	@touch $@

$(VENV)/.lint: $(VENV)/.test
	$(PY) -m pip install --quiet -e .[pdf,template,test,lint]
	@touch $@

demo-data: $(VENV)/.demo  ## a portal with the demo school in it
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_demo

demo: demo-data  ## serve the demo school
	@echo
	@echo "  http://127.0.0.1:$(PORT)/         the portal"
	@echo "  http://127.0.0.1:$(PORT)/admin/   the editors' side"
	@echo "  Accounts: bientap, hieutruong, phohieutruong, vanthu, quantri; password: kehoach-demo"
	@echo
	@$(MANAGE) runserver $(PORT)

test: $(VENV)/.test  ## the whole suite on SQLite
	$(PY) -m pytest -n auto --dist worksteal -m "not browser"

browser: $(VENV)/.test  ## the tests that drive Chromium
	$(PY) -m pytest -m browser -n 2 --dist loadfile

screenshots: $(VENV)/.test  ## take the pictures of the guides anew
	KEHOACH_WRITE_PICTURES=1 $(PY) -m pytest -m browser tests/browser/test_guides.py

lint: $(VENV)/.lint  ## style, types, the import ladder, migrations, messages
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	PYTHONPATH=. $(VENV)/bin/lint-imports
	$(VENV)/bin/djhtml --check wagtail_kehoach/templates example_site/portal/templates
	$(MANAGE) makemigrations --check --dry-run
	$(PY) -m tests.messages --check

messages: $(VENV)/.lint  ## collect texts to translate and compile what is translated
	$(PY) -m tests.messages

bench: $(VENV)/.test  ## figures of speed; see tests/bench
	$(PY) -m tests.bench
	$(PY) -m tests.bench.word

evaluate: $(VENV)/.test  ## how well documents are read and texts found: make evaluate SAMPLES=folder
	$(PY) -m tests.evaluate $(if $(SAMPLES),--samples "$(SAMPLES)") $(ARGS)
	$(PY) -m tests.evaluate.search

check:  ## what CI runs
	bash .ci/check
