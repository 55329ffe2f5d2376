# Everything on a fresh machine with Python 3.11 or newer: `make run`, `make test`.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check lint browser clean

run: .venv/run.done
	$(BIN)/streamlit run dashboard.py

test: lint browser
	$(BIN)/python -m pytest -n auto --ignore tests/browser
	$(BIN)/python -m pytest tests/browser

lint: .venv/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The data alone: every slip with its file and line.
check: .venv/run.done
	$(BIN)/python -m scrutiny check

# Browser tests need a browser; where none is found, Debian's is installed.
browser:
	@command -v chromium || command -v chromium-browser || command -v google-chrome || \
	  { SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	    $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends chromium; }

.venv/run.done: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/test.done: requirements.txt requirements-dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ .venv/run.done

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache
