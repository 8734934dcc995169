# make serve: see the site. make test: prove it. make trust: prove it at length. All set up what they need, say what they do, and can be run again at no cost.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TRUSTED := $(VENV)/.trusted
BENCHED := $(VENV)/.benched
OLDEST := $(shell sed -n 's/^requires-python = ">=\([0-9.]*\)".*/\1/p' pyproject.toml)

# The site is built for the day of its last commit, so that the same commit gives the same bytes. Where git does not know this
# folder (a tarball, another owner's folder) the variable stays unset, and the site says no day rather than a wrong one.
ifeq ($(strip $(SOURCE_DATE_EPOCH)),)
SOURCE_DATE_EPOCH := $(shell git ls-files --error-unmatch Makefile >/dev/null 2>&1 && git log -1 --format=%ct 2>/dev/null)
endif
ifeq ($(strip $(SOURCE_DATE_EPOCH)),)
unexport SOURCE_DATE_EPOCH
else
export SOURCE_DATE_EPOCH
endif
# Paths of edit pages mean nothing without a repository, and MkDocs refuses them.
ifeq ($(strip $(REPO_URL)),)
unexport EDIT_URI
endif
# Material's notice about MkDocs 2; mkdocs is pinned below 2.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build pdf offline check review test trust proofs lint browser links licences bless bench clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s%s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: $(READY) ## see the site at http://127.0.0.1:8000/ and follow your changes
	SERVING=true $(BIN)/mkdocs serve

# Built beside and swapped, so that a failed build leaves site/ as it was; readable by a web server whatever the umask.
define built
	@umask 022; tidy() { if [ ! -e site ] && [ -e .build/old ]; then mv .build/old site; fi; rm -rf .build; }; \
	tidy; trap tidy EXIT; trap 'exit 130' HUP INT TERM; mkdir .build && \
	$(BIN)/mkdocs build --strict --site-dir .build/new $(1) && \
	{ [ ! -e site ] || mv site .build/old; } && mv .build/new site && echo "The site is in site/."
endef

build: $(READY) ## build the site into site/; a failed build leaves site/ as it was
	$(call built,)

pdf: $(READY) ## build the site with its Word files and PDFs
	$(call built,&& $(BIN)/python -m macros take-away .build/new --without-zip)

offline: $(READY) ## build the site with all of these, and a zip of it that works from a folder
	$(call built,&& $(BIN)/python -m macros take-away .build/new)

check: $(READY) ## run the rules on data/ and docs/ (a few seconds)
	@$(BIN)/python -m macros check

# Its code is 1 where the change leads to problems; the review tells them.
review: $(READY) ## say in plain words what a change does (BASE=… to compare with, else the main branch)
	@$(BIN)/python -m macros review $(BASE) || [ $$? = 1 ]

test: $(READY) browser lint check ## run every check and test, browser tests too
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

# What is missing of nginx, faketime and html-validate is installed where this user may, and told where not: -rs prints it at the end.
trust: $(TRUSTED) browser ## run the long proofs: a real server, the same bytes anywhere, Word and PDF read back, every link
	$(BIN)/python -m pytest -m "trust and not deep" -rs --numprocesses 2 --dist worksteal

proofs: $(TRUSTED) browser ## run these and the longest: every page in every look, hostile texts, builds against reviews, ten thousand corruptions
	$(BIN)/python -m pytest -m trust -rs --numprocesses 2 --dist worksteal

lint: $(READY) ## read the code: rules, layout, types, arrows between rooms
	$(BIN)/ruff check macros tests
	$(BIN)/ruff format --check macros tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# Each outside address that the site publishes, asked once; its own and its repository's are none. No part of `make test`: it needs the network.
links: build ## ask every outside address that the site names (needs the network)
	@grep -rhoE --include='*.html' 'href="https?://[^"#]+' site | sed 's/^href="//; s/&amp;/\&/g' | sort -u \
		| grep -vF -e "$${SITE_URL:-http://127.0.0.1:8000/}" -e "$${REPO_URL:-http://127.0.0.1:8000/}" \
		| $(BIN)/linkchecker --stdin --check-extern --recursion-level 0 --no-status

licences: $(READY) ## list every package that is installed here, with its licence
	@$(BIN)/python -m tests.trust.licences

bless: $(READY) ## write the golden pages of the tests anew, after a change of pages that is meant
	@$(BIN)/python tests/golden/bless.py

bench: $(BENCHED) browser ## measure builds, growth, comparing and pages in ten minutes (ONLY=peers for one part, large and nation for the long ones)
	$(BIN)/python tests/bench/bench.py $(ONLY)

clean: ## remove everything that these commands made
	rm -rf $(VENV) .build .cache site offline

# A virtual environment with everything, at the versions of constraints.txt. Debian keeps venv in a package of its own.
$(READY): pyproject.toml constraints.txt
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:3] < tuple(map(int, "$(OLDEST)".split("."))))' 2>/dev/null \
		|| { echo "Python $(OLDEST) or newer is needed, and $(PYTHON) is not: make PYTHON=python3.13, say."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null; } \
		|| { echo "Python's venv is missing. Install it first: sudo apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group test
	@touch $(READY)

# The judges of the long proofs, which the everyday tests go without.
$(TRUSTED): $(READY)
	@echo "Setting up what the long proofs want besides …"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group trust
	@touch $(TRUSTED)

# The differs that the comparison is measured against.
$(BENCHED): $(READY)
	@echo "Setting up what the comparison is measured against …"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group bench
	@touch $(BENCHED)

# A browser for the browser tests, and what Playwright's driver wants of the system: found, else installed, else told.
browser: $(READY)
	@$(BIN)/python tests/browser/chromium.py
