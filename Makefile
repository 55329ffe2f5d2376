# Everything on a fresh machine with Python 3.11 or newer: `make run`, `make test`.

PYTHON ?= python3
BIN := .venv/bin
INSTALL := python -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := .venv-tools/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --custom-compile-command "make lock"

.PHONY: run serve test load bench soak pictures check lint browser lock update clean

run: .venv/run.done
	$(BIN)/streamlit run dashboard.py

# As in public, with all that stands around it: see "Put it on a server" in the README.
serve: .venv/run.done
	$(BIN)/python serve.py

# Programs that tests start find all compiled, whatever is set outside. Neighbours share what a file of tests makes once.
test: export PYTHONDONTWRITEBYTECODE =
test: lint browser
	$(BIN)/python -m pytest -n auto --dist worksteal --ignore tests/browser
	$(BIN)/python -m pytest -n auto --dist worksteal tests/browser

# Sixty readers at once; apart from the tests, as its figures depend on what else the machine does.
load: .venv/test.done
	$(BIN)/python -m bench --only crowd.real

# Speed and memory beside two yardsticks, held against budgets: see docs/performance.md. It wants a machine that does
# nothing else for ten minutes; `make bench BENCH=--write` keeps the figures.
bench: .venv/test.done browser
	$(BIN)/python -m bench $(BENCH)

# Twenty readers for two hours: whether memory stays level. `make soak SOAK="--minutes 30"` for a shorter look.
soak: .venv/test.done
	$(BIN)/python -m bench.soak $(SOAK)

# The pictures of the README, of the dashboard as it is.
pictures: .venv/test.done browser
	$(BIN)/python -m bench.pictures

lint: .venv/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The data alone: every slip with its file and line.
check: .venv/run.done
	$(BIN)/python -m scrutiny check

# Browser tests need both; where one is not found, Debian's is installed. Headless Chromium runs them faster.
browser:
	@install() { SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	    $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends "$$@"; }; \
	  { command -v chromium || command -v chromium-browser || command -v google-chrome || \
	    install chromium chromium-headless-shell || install chromium; } && \
	  { command -v firefox-esr || command -v firefox || install firefox-esr; }

.venv/run.done: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/$(INSTALL) -r requirements.lock
	touch $@

.venv/test.done: requirements-dev.lock
	$(PYTHON) -m venv .venv
	$(BIN)/$(INSTALL) -r requirements-dev.lock
	touch $@ .venv/run.done

# The locks and the list of licences, made anew after a change to a requirements file: every package that comes along,
# its exact version and the fingerprints of its files, for every system and every Python from 3.11.
lock: .venv-tools/done
	$(COMPILE) $(UPGRADE) requirements.txt --output-file requirements.lock
	$(COMPILE) $(UPGRADE) requirements-dev.txt --constraints requirements.lock --output-file requirements-dev.lock
	$(PYTHON) -m venv --clear .venv-tools/locked
	.venv-tools/locked/bin/$(INSTALL) -r requirements.lock
	printf '# Licences of what is installed with the dashboard\n\nMade by `make lock`.\n\n' > LICENSES.md
	.venv-tools/bin/pip-licenses --python .venv-tools/locked/bin/python --from mixed --order name --no-version \
	  --with-urls --format markdown >> LICENSES.md

# The same with the newest version of all that comes along; what requirements.txt names is raised there by hand.
update:
	$(MAKE) lock UPGRADE=--upgrade

.venv-tools/done: requirements-tools.txt
	$(PYTHON) -m venv .venv-tools
	.venv-tools/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-tools.txt
	touch $@

clean:
	rm -rf .venv .venv-tools .mypy_cache .pytest_cache .ruff_cache
