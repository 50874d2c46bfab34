# Earshot. `make help` says what each command does.
PYTHON ?= python3
PORT ?= 8000
VAR ?= var
PARTNERSHIP ?= norfolk
BIN := .venv/bin
export EARSHOT_VAR = $(VAR)
export EARSHOT_PUBLIC_URL = http://127.0.0.1:$(PORT)
# Hundreds of processes start in a run of the tests: none should compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo load serve test test-quick faults s3-real test-needs check fix bench replay cut-offs lock clean

help: ## Say what each command does
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: .venv/run ## Make .venv and install what Earshot runs on
setup-dev: .venv/dev

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Earshot needs Python 3.11 or later: $(PYTHON) is $$($(PYTHON) --version 2>&1). Say which with make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "No virtual environment could be made. On Debian: apt install python3-venv"; exit 1; }
	@touch $@

.venv/run: .venv/python requirements/run.txt requirements/build.txt pyproject.toml
	@echo "Installing what Earshot runs on (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	@echo "Installing what the tests need (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

demo: export EARSHOT_DEMO = yes
demo: .venv/run ## Load the four partnerships and serve them (PORT=8000 VAR=var move it)
	@$(BIN)/earshot load
	@$(BIN)/earshot serve --port $(PORT)

load: .venv/run ## Load the four partnerships' documents into the store, without serving
	@$(BIN)/earshot load

serve: .venv/run ## Serve what is in the store
	@$(BIN)/earshot serve --port $(PORT)

test: .venv/dev test-needs ## Run every test, on SQLite and PostgreSQL, and in Chromium
	@env -u EARSHOT_VAR -u EARSHOT_PUBLIC_URL $(BIN)/python -m pytest -n 3 --dist worksteal

test-quick: .venv/dev ## Run every test but browsers, PostgreSQL, kills and sweeps of all pages
	@env -u EARSHOT_VAR -u EARSHOT_PUBLIC_URL $(BIN)/python -m pytest -q -n 3 --dist worksteal -m "not (browser or faults or postgresql or sweep)"

s3-real: .venv/dev ## Ask a real S3 (Ceph's, unpacked for it; or EARSHOT_TEST_S3) what we rely on
	@$(BIN)/python -m tests.infra.s3

faults: export FAULTS_LONG = yes
faults: .venv/dev test-needs ## Kill, stop and cut off for long (ACKNOWLEDGED=20000 KILLS=250), on both stores
	@env -u EARSHOT_VAR -u EARSHOT_PUBLIC_URL $(BIN)/python -m pytest -q -s -p no:randomly tests/faults

test-needs:
	@./tests/needs.sh

check: .venv/dev ## Check style, types, import contracts, dependencies
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry .
	@$(BIN)/python -m pytest -q tests/house
	@$(BIN)/python tests/house/audit_dependencies.py

fix: .venv/dev ## Put the style right where it can be done by machine
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: .venv/dev test-needs ## Measure speed as ratios in one run, into docs/benchmarks.md
	@env -u EARSHOT_VAR -u EARSHOT_PUBLIC_URL $(BIN)/python -m tests.bench

replay: .venv/run ## Print a partnership's record in sentences (PARTNERSHIP=norfolk)
	@$(BIN)/earshot replay $(PARTNERSHIP)

cut-offs: export CUTS = 50
cut-offs: .venv/dev test-needs ## Cut an inspector's line off fifty times, in Chromium
	@env -u EARSHOT_VAR -u EARSHOT_PUBLIC_URL $(BIN)/python -m pytest -q tests/browser/test_visits.py -k cut_offs

lock: .venv/dev ## Renew the locked versions
	@./requirements/renew.sh

clean: ## Remove .venv; the data folder stays
	@rm -rf .venv
