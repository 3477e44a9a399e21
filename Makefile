# Two commands matter: `make demo` shows what Allege does, `make test` shows that it works.
# Everything is installed into .venv from requirements.lock, by hash; nothing else on the machine is touched.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/pip install --quiet

.PHONY: demo test test-slow test-all check bench speed lock docs clean
.DEFAULT_GOAL := demo

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Allege needs Python 3.11 or newer: set PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing what requirements.lock names (once) …"
	@( $(PIP) --require-hashes -r requirements.lock && $(PIP) --no-deps --no-build-isolation --editable . ) \
		> .venv/install.log 2>&1 || { cat .venv/install.log; exit 1; }
	@touch $@

## read the samples into a ledger, print who says what, write a report
demo: $(STAMP)
	@mkdir -p out
	@$(BIN)/allege read samples/documents --ledger out/demo.db --lists samples/lists
	@$(BIN)/allege report --ledger out/demo.db -o out/demo.html

## all tests but the slow ones
test: $(STAMP)
	@$(BIN)/pytest -n 2 -m "not slow"

## the slow tests alone
test-slow: $(STAMP)
	@$(BIN)/pytest -n 2 -m slow

## every test
test-all: test test-slow

## lint, types, layers, and the quality gate on dev data (skipped where there is none)
check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bench.gate --check

## every scorer's task on dev data, one table
bench: $(STAMP)
	$(BIN)/python -m bench.gate

## words per second, share of each stage, memory, start-up, growth with documents
speed: $(STAMP)
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.scaling

## write the lock file again (needs uv)
lock:
	uv pip compile -q --generate-hashes --universal --python-version 3.11 --extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .hypothesis .import_linter_cache
