# Needs Python 3.11 or newer, make and a package index; everything else is set up in .venv.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links --no-annotate --quiet

.PHONY: help setup demo test check format evaluate bench lock screenshots clean

help:
	@echo "make demo [CHECK=1]  read the sample case and serve its pages (CHECK=1: request each once, then end)"
	@echo "make test            every test"
	@echo "make check           lint, format, types, layers, docs"
	@echo "make evaluate        the quality of reading against its floors"
	@echo "make bench           speed and memory"
	@echo "make screenshots     the pictures in docs/pictures, with Chromium"
	@echo "make lock            remake the lock files (UPGRADE=1: with the newest versions)"

setup: $(READY)

$(READY): requirements/dev.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found. Install it, or name it: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	$(BIN)/pactwatch demo $(if $(CHECK),--check)

test: $(READY)
	$(BIN)/python -m pytest $(TESTS)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/contracts

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evaluate: $(READY)
	$(BIN)/python evaluation/gate.py

bench: $(READY)
	$(BIN)/python benchmarks/run.py

lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) $(if $(UPGRADE),--upgrade) --output-file requirements/base.lock
	$(LOCK) $(if $(UPGRADE),--upgrade) --extra dev --constraint requirements/base.lock --output-file requirements/dev.lock

screenshots: $(READY)
	$(BIN)/python docs/pictures/take.py

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
