# Two commands do all the set-up on a bare machine with Python 3.11, gcc and make: `make demo` and `make test`.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run-installed
DEV := $(VENV)/.dev-installed
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup demo test check lint types contracts format bench speed docs lock clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## /  make \1|/' | column -t -s '|'

setup: $(DEV)  ## installs what the project and its tests need, as locked

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Vedette needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements/run.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing Vedette and what it needs (about a minute) …"
	@$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements/run.lock
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.lock $(RUN)
	@$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements/dev.lock
	@touch $@

demo: $(RUN)  ## reads the example reports and opens a dossier
	@mkdir -p out && rm -f out/demo.sqlite*
	$(BIN)/vedette add examples/aras/*.* --store out/demo.sqlite
	$(BIN)/vedette dossier --store out/demo.sqlite
	$(BIN)/vedette dossier IRN --store out/demo.sqlite

test: $(DEV)  ## the tests
	$(BIN)/python -m pytest -n auto

check: lint types contracts  ## lints, types, import contracts

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV)
	$(BIN)/mypy

contracts: $(DEV)
	$(BIN)/lint-imports

format: $(DEV)  ## formats the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(DEV)  ## accuracy on every development set, against reference and floors; then speed
	$(BIN)/python -m bench.run
	$(BIN)/python -m bench.speed

speed: $(DEV)  ## speed, memory and start-up, as ratios to a bare spaCy pass in the same run
	$(BIN)/python -m bench.speed

docs: $(DEV)  ## generates the pages that come from tables and records
	$(BIN)/python -m scripts.build_docs

lock: $(DEV)  ## locks the dependencies anew
	$(BIN)/python -m scripts.lock

clean:  ## removes what was installed and made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis out
