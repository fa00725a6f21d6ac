# make demo: set up, fill an embedded mail server with fixtures/emails, poll it, write the digest.
# make test: set up, check style, types and layers, run the whole suite.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check golden torture fuzz pythons clean

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "intake needs Python 3.11 or newer; name one with PYTHON=...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $(READY)

demo: $(READY)
	@$(BIN)/intake demo

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: check
	$(BIN)/python -m pytest -n 2 --dist worksteal

# The installed package on every newer Python that the machine has: the demonstration and the quick tests.
pythons:
	tests/pythons.sh

# Every fault as often as it takes, then what hostile mail, files, texts and expressions cost (about an hour); writes
# docs/reliability.md.
torture: $(READY)
	$(BIN)/python tests/torture.py
	$(BIN)/python tests/reliability.py

# Mails, files and texts broken by seed, an hour long or FUZZ_SECONDS, from FUZZ_SEED on; what breaks is kept in .fuzz/.
fuzz: $(READY)
	FUZZ_SECONDS=$${FUZZ_SECONDS:-3600} FUZZ_SEED=$${FUZZ_SEED:-1000} $(BIN)/python tests/fuzz.py

# Rewrites fixtures/emails/*.expected.json from what the program finds today: look at the difference before committing it.
golden: $(READY)
	$(BIN)/python tests/golden.py --write

clean:
	rm -rf $(VENV) demo .mypy_cache .pytest_cache .ruff_cache .hypothesis
