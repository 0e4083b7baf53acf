# Two commands are enough: `make run` and `make test`. Each sets up what it needs.
.POSIX:
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes

.PHONY: setup run test pictures check format soak bench package lock clean

setup: .venv/dev.done playground/node_modules/.done  ## everything for development
	@sh tests/chromium.sh

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.11 …" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || { echo "Python has no venv module; on Debian: apt-get install python3-venv" >&2; exit 2; }

.venv/run.done: requirements.lock | .venv/bin/python
	@echo "Installing the service's packages …"
	@$(PIP) -r requirements.lock && touch $@

.venv/dev.done: requirements-dev.lock | .venv/bin/python
	@echo "Installing the packages of service and tests …"
	@$(PIP) -r requirements-dev.lock && touch $@ .venv/run.done

playground/node_modules/.done: playground/package-lock.json
	@if command -v npm >/dev/null; then \
	  echo "Installing the playground's page …"; \
	  (cd playground && npm ci --no-audit --no-fund --no-update-notifier --silent) && touch $@; \
	else \
	  echo "npm is missing, so the playground has no page; the service itself runs. On Debian: apt-get install npm" >&2; \
	fi

run: .venv/run.done playground/node_modules/.done  ## the service with sample content, and the playground
	@exec $(BIN)/python -m playground

test: setup  ## all tests, warnings as errors
	@$(BIN)/python -m pytest

pictures: setup  ## how everything looks, in light, in dark and on a phone; kept in build/shots
	@PICTURES=all $(BIN)/python -m pytest tests/browser

check: setup  ## format, lint, types, walls, tests: yes or no
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@$(BIN)/mypy .
	@mkdir -p build && { $(BIN)/lint-imports >build/walls.txt 2>&1 || { cat build/walls.txt; exit 1; }; }
	@grep '^Contracts:' build/walls.txt
	@$(MAKE) --no-print-directory test

format: .venv/dev.done  ## put the sources into the house's form
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

soak: setup  ## every crash, race and replay in full, with figures
	@$(BIN)/python -m tests.soak

bench: setup  ## how fast is sent and reminded, beside a bare sender in the same run
	@$(BIN)/python -m tests.bench

package: .venv/run.done  ## the Teams app package, for the MicrosoftAppId of the environment
	@$(BIN)/python app.py package

lock:  ## write both lock files anew from the .in files; needs uv
	@for one in requirements requirements-dev; do \
	  uv pip compile --quiet --generate-hashes --python-version 3.11 --no-annotate --no-header \
	    --no-emit-index-url --output-file $$one.lock $$one.in; done

clean:
	@rm -rf .venv build playground/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
