# Two commands matter: `make run` and `make test`. README.md says the same without make.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= 8000
DEMO ?= 1
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
RUNTIME := $(VENV)/.installed
DEVELOPMENT := $(VENV)/.installed-dev
SERVE_SECRET := .serve-secret
NO_DEMO := $(if $(filter 0,$(DEMO)),--no-demo)
RUN_ENV = SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)}
# make serve: production settings on this machine alone, over plain HTTP unless HTTPS=on.
SERVE_ENV = DJANGO_SETTINGS_MODULE=config.settings.production HTTPS=$${HTTPS:-off} \
	SECRET_KEY="$${SECRET_KEY:-$$(cat $(SERVE_SECRET))}" ALLOWED_HOSTS=$${ALLOWED_HOSTS:-127.0.0.1,localhost} \
	SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)} BIND=127.0.0.1:$(PORT)

.PHONY: help run serve test test-unit gates bench faults coverage lint deploy-check clean

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

$(RUNTIME): requirements.txt
	@echo "Installing into $(VENV): about a minute, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt $(RUNTIME)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: $(RUNTIME) ## Run the site on http://127.0.0.1:8000 (PORT=, DEMO=0 for an empty site)
	@$(RUN_ENV) LOG_LEVEL=WARNING $(MANAGE) prepare $(NO_DEMO)
	@$(RUN_ENV) exec $(BIN)/python -m config.processes \
		"$(MANAGE) runserver 127.0.0.1:$(PORT)" "$(MANAGE) worker"

$(SERVE_SECRET):
	@umask 077 && $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@

serve: $(RUNTIME) $(SERVE_SECRET) ## Run the site as production does, on loopback (PORT=)
	@$(SERVE_ENV) $(MANAGE) collectstatic --no-input --verbosity 0
	@$(SERVE_ENV) LOG_LEVEL=WARNING $(MANAGE) prepare --no-logins $(NO_DEMO)
	@$(SERVE_ENV) exec $(BIN)/python -m config.processes \
		"$(BIN)/gunicorn -c config/gunicorn.py config.wsgi" "$(MANAGE) worker"

test: $(DEVELOPMENT) ## Run every test on SQLite, or on DATABASE_URL (ARGS= for pytest)
	@$(BIN)/python -m tests.journeys.chromium
	@$(BIN)/python -m pytest -n auto $(ARGS)

test-unit: $(DEVELOPMENT) ## Run the tests that need no browser
	@$(BIN)/python -m pytest -n auto --ignore tests/journeys $(ARGS)

gates: $(DEVELOPMENT) ## Check what the demo weighs, looks like and leads to, served as in production
	@$(BIN)/python -m tests.journeys.chromium
	@$(BIN)/python -m pytest -m gates tests/journeys $(ARGS)

bench: $(DEVELOPMENT) ## Measure how late pages are, a run beside the stock command, the calendar and suggestions, on SQLite or on DATABASE_URL
	@$(BIN)/python -m benchmarks.on_time
	@$(BIN)/python -m benchmarks.publishing
	@$(BIN)/python -m benchmarks.calendar
	@$(BIN)/python -m benchmarks.linking

faults: $(DEVELOPMENT) ## Break whatever can break, in full, on SQLite or on DATABASE_URL
	@$(BIN)/python -m pytest -m faults -s --timeout=7200 tests/faults $(ARGS)

coverage: $(DEVELOPMENT) ## Run the tests that need no browser and report their branch coverage; below 95 % is a failure
	@rm -f .coverage .coverage.*
	@$(BIN)/python -m pytest -n auto --ignore tests/journeys --cov --cov-report= $(ARGS)
	@$(BIN)/coverage report

lint: $(DEVELOPMENT) ## Check style, migrations and settings
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(MANAGE) makemigrations --check --dry-run
	@$(MANAGE) check

deploy-check: $(RUNTIME) ## Check the production settings as Django advises
	@DJANGO_SETTINGS_MODULE=config.settings.production ALLOWED_HOSTS=www.example.org SITE_URL=https://www.example.org \
		SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))')" \
		$(MANAGE) check --deploy --fail-level WARNING

clean: ## Remove what can be made again, never the database or uploads
	rm -rf staticfiles test-results .pytest_cache .ruff_cache .coverage .coverage.*
