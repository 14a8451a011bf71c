# make try    sets up, reads a document that ships with the project, and makes a ledger of all of them
# make test   sets up and runs the tests
# make check  what CI runs: tests, style, types, layers, floors, docs
# make bench  how good, how fast (needs SAYSO_DATA for the public corpora)
# make train  makes the weights again (needs SAYSO_DATA and PUBLISHED, see training/tagger/README.md)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Half of the work of the tests: these run beside the others.
LONG := tests/pipeline tests/laws
EXAMPLE ?= examples/sarvane/0001-*.md
PAGE ?= out/example.html
LEDGER ?= out/sarvane.db

.PHONY: try test check lint types layers floors bench train lock clean

try: $(READY)
	@mkdir -p $(dir $(PAGE))
	@$(BIN)/sayso read $(EXAMPLE) --report --html $(PAGE)
	@echo "The same as a page: $(PAGE)"
	@echo
	@echo "All reports on Sarvane into one ledger, $(LEDGER):"
	@$(BIN)/sayso add --ledger $(LEDGER) examples/sarvane
	@echo
	@$(BIN)/sayso claims --ledger $(LEDGER) --table --limit 5
	@echo
	@echo "The first of them, with its origins:"
	@$(BIN)/sayso claim --ledger $(LEDGER) --table "$$($(BIN)/sayso claims --ledger $(LEDGER) --csv --limit 1 | tail -n 1 | cut -d , -f 1)" | head -n 60
	@echo "[…] all of it: .venv/bin/sayso claim --ledger $(LEDGER) ID"
	@echo
	@echo "The same in your browser: .venv/bin/sayso serve --ledger $(LEDGER)"

test: $(READY)
	@mkdir -p out
	$(BIN)/coverage erase
	@$(BIN)/coverage run -p -m pytest -m "not timing" $(LONG) > out/long-tests.log 2>&1 & long=$$!; \
	  $(BIN)/coverage run -p -m pytest -m "not timing" $(LONG:%=--ignore=%); rest=$$?; \
	  wait $$long; long=$$?; echo "$(LONG):"; cat out/long-tests.log; [ $$long = 0 ] && [ $$rest = 0 ]
	$(BIN)/python -m pytest -m timing
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: test lint types layers floors

lint: $(READY)
	$(BIN)/ruff check sayso tests bench training
	$(BIN)/ruff format --check sayso tests bench training

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

floors: $(READY)
	$(BIN)/python -m bench.floors

bench: $(READY)
	$(BIN)/python -m bench

train: $(READY)
	$(BIN)/python -m training.tagger

lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header --no-emit-index-url --quiet -o requirements/dev.lock
	$(BIN)/uv pip compile pyproject.toml --extra ftm --universal --no-header --no-annotate --no-emit-index-url --quiet -c requirements/dev.lock -o requirements/ftm.lock

$(READY): requirements/dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . || \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/ftm.lock || \
	  echo "FollowTheMoney could not be installed (it wants ICU: apt-get install libicu-dev); its tests are skipped."
	@touch $(READY)

clean:
	rm -rf $(VENV) build dist out *.egg-info
