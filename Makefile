# make serve: see the site. make test: prove it. Both set up what they need, say what they do, and can be run again at no cost.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# The site is built for the day of its last commit, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
# Material's notice about MkDocs 2; mkdocs is pinned below 2 (design.md).
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build check test lint browser bless bench clean

help:
	@echo "make serve   see the site at http://127.0.0.1:8000/ and follow your changes"
	@echo "make test    run every check and test, browser tests too"
	@echo "make check   run the rules on data/ and docs/ (a second)"
	@echo "make build   build the site into site/; a failed build leaves site/ as it was"
	@echo "make bless   write the golden pages of the tests anew, after a change of pages that is meant"
	@echo "make bench   measure checking, comparing and building"

serve: $(READY)
	$(BIN)/mkdocs serve

build: $(READY)
	@rm -rf .build && mkdir .build
	$(BIN)/mkdocs build --strict --site-dir .build/new
	@if [ -e site ]; then mv site .build/old; fi
	@mv .build/new site && rm -rf .build
	@echo "The site is in site/."

check: $(READY)
	@$(BIN)/python -m macros check

test: $(READY) browser lint check
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check macros tests

bless: $(READY) ## write the golden pages of the tests anew, after a change of pages that is meant
	@$(BIN)/python tests/golden/bless.py

bench: $(READY)
	$(BIN)/python tests/bench/bench.py

# A virtual environment with everything, at the versions of constraints.txt. Debian keeps venv in a package of its own.
$(READY): pyproject.toml constraints.txt
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12, say."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv; } \
		|| { echo "Python's venv is missing. Install it first: sudo apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group test
	@touch $(READY)

# A browser for the browser tests: one that is there, else Debian's for root, else Playwright's own.
browser: $(READY)
	@$(BIN)/python tests/browser/chromium.py --quiet || { echo "Installing a browser for the tests …"; \
		if [ "$$(id -u)" = 0 ] && grep -q '^ID=debian' /etc/os-release 2>/dev/null; then apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
		else $(BIN)/playwright install chromium; fi; $(BIN)/python tests/browser/chromium.py; }

clean:
	rm -rf $(VENV) .build site offline
