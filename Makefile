# Two commands do all the set-up: `make run` and `make test`. They need Python >= 3.11, pip and make.
PYTHON ?= python3
BIN := .venv/bin
SITES ?=
# Sites of one's own have a state of their own: the demo's would stand in their figures.
STATE := $(if $(SITES),out/sites.sqlite,out/state.sqlite)
OUT ?= $(if $(SITES),out/sites.jsonl,out/articles.jsonl)

.PHONY: run test install install-dev lint clean bench train constraints torture soak faults fuzz dist test-dist test-lowest test-newest audit \
	screenshots docs dump-tools

run: .venv/installed  ## scrape the demo sites into out/articles.jsonl (or SITES="https://..." into out/sites.jsonl)
	@mkdir -p out $(dir $(OUT))
	@if [ -n "$(SITES)" ]; then \
		$(BIN)/scraper scrape $(SITES) --state $(STATE) -o $(OUT); \
	else \
		$(BIN)/python -m fixtures.sites run --state $(STATE) -o $(OUT); \
	fi

install: .venv/installed  ## virtual environment in .venv from constraints.txt

install-dev: .venv/installed-dev

test: .venv/installed-dev  ## lint, types, import contracts, all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2
	@command -v chromium >/dev/null || echo "Chromium is not installed (apt-get install chromium): the tests in tests/report/browser were skipped"

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

# Folders of labelled pages, and the figures' file: `make bench DATA="../shared/data" BENCH_OUT=out/bench/RESULTS.md SAMPLE=200`
DATA ?= ../shared/data
BENCH_OUT ?= out/bench/RESULTS.md
SAMPLE ?=

bench: .venv-bench/installed  ## accuracy, speed, memory and pictures beside other extractors
	.venv-bench/bin/python -m benchmarks all --data $(DATA) $(if $(SAMPLE),--sample $(SAMPLE)) -o $(BENCH_OUT)

# The version stands in every record.
VERSION ?= blocks-9

train: .venv-bench/installed  ## fit the cleaner's model anew: prints the folds' figures, writes scraper/cleaner/model/model.npz
	.venv-bench/bin/python -m benchmarks.training $(DATA) --version $(VERSION)

.venv-bench/installed: pyproject.toml benchmarks/requirements.txt benchmarks/constraints.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -c benchmarks/constraints.txt -e . -r benchmarks/requirements.txt
	@touch $@

UV := .venv-uv/bin/uv

$(UV):
	$(PYTHON) -m venv .venv-uv
	.venv-uv/bin/python -m pip install --quiet --disable-pip-version-check uv

constraints: $(UV)  ## renew both files of constraints; versions only, no hosts
	$(UV) pip compile --universal --all-extras --no-header --no-annotate --python-version 3.11 pyproject.toml -o constraints.txt
	$(UV) pip compile --universal --no-header --no-annotate --python-version 3.11 pyproject.toml benchmarks/requirements.txt -o benchmarks/constraints.txt

dist: .venv/installed-dev  ## wheel and sdist into dist/
	rm -rf dist
	$(BIN)/python -m hatchling build

test-dist: .venv/installed-dev  ## the wheel in an empty environment, without and with its extras (needs a package index)
	$(BIN)/python -m pytest tests/package/check_installed.py

# With another interpreter: `make test-lowest PYTHON=python3.13`.
test-lowest: $(UV)  ## all tests with the lowest versions that pyproject.toml allows (needs a package index)
	$(call test-with,lowest,--resolution lowest-direct --only-binary :all: --no-binary scraper)

test-newest: $(UV)  ## all tests with the newest versions there are (needs a package index)
	$(call test-with,newest,--upgrade)

define test-with
	$(UV) venv --quiet --clear --seed --python $(PYTHON) .venv-$(1)
	$(UV) pip install --quiet --python .venv-$(1) $(2) -e '.[dev]'
	.venv-$(1)/bin/python -m pytest -n 2
endef

audit:  ## known vulnerabilities of the versions in constraints.txt (needs PyPI itself; a mirror without its JSON API fails)
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	.venv-audit/bin/pip-audit --strict --vulnerability-service pypi --disable-pip --no-deps -r constraints.txt

screenshots: .venv/installed-dev  ## pictures of the inspector and the run report into docs/pictures (needs Chromium)
	$(BIN)/python -m fixtures.screenshots docs/pictures

docs: .venv/installed-dev  ## a page for each command into docs/commands, from its --help
	$(BIN)/python -m fixtures.command_pages docs/commands

dump-tools:  ## what makes dumps for the tests of `scraper clean`: wget, HTTrack, Chromium (Debian), SingleFile (npm)
	apt-get install -y wget httrack chromium nodejs npm
	npm install --prefix .tools single-file-cli@2.0.83

faults: .venv/installed-dev  ## docs/faults.md from the table of faults and the marks on the tests
	$(BIN)/python -m tests.faults

torture: .venv/installed-dev  ## 200 kills at random instants, outputs compared with an uninterrupted run's (20 minutes)
	$(BIN)/python -m benchmarks.torture --kills 200

soak: MINUTES ?= 60
soak: .venv/installed-dev  ## fifty sites that change and fail, scraped for an hour (or MINUTES=n) by one process and as by cron
	$(BIN)/python -m benchmarks.soak --minutes $(MINUTES)
# Of processor time for each target; TARGET="feeds" takes one. Corpora, logs and findings go to out/fuzz.
fuzz: MINUTES ?= 30
TARGET ?=

fuzz: .venv/installed-fuzz  ## coverage-guided fuzzing of all that reads what comes from outside (Linux on x86-64)
	nice -n 19 $(BIN)/python -m tests.fuzz --minutes $(MINUTES) $(if $(TARGET),--target "$(TARGET)")

.venv/installed-fuzz: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	@touch $@

clean:
	rm -rf out .pytest_cache .mypy_cache .ruff_cache
