# The commands of the project; `make help` lists them. Needs Python 3.11, 3.12 or 3.13 and nothing else.
# Paths are relative and programs are called as modules: the folder may have any name and may be moved.
.DEFAULT_GOAL := help
.PHONY: help run test bench check lock backup restore manage schema messages pictures clean
export PYTHONUTF8 := 1
PY := .venv/bin/python
LOCALE := locale/zh_Hans/LC_MESSAGES/django

# `make restore var/backups/x.dump` means FILE=var/backups/x.dump
ifeq (restore,$(firstword $(MAKECMDGOALS)))
ifneq (,$(word 2,$(MAKECMDGOALS)))
FILE := $(word 2,$(MAKECMDGOALS))
$(eval $(word 2,$(MAKECMDGOALS)): ; @:)
endif
endif
export FILE

help: ## these lines
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 16

run: ## serve admin, API and docs on 127.0.0.1 (PORT=8000 DATABASE_URL=... PYTHON=python3.12)
	@$(call environment,requirements.txt)
	@exec $(PY) -m policytracker.run --parent $$PPID

test: ## the whole suite against a PostgreSQL of its own (ARGS="-k words")
	@$(call environment,requirements-dev.txt)
	@exec $(PY) -m pytest -n auto $(ARGS)

bench: ## how quick it is, as ratios to bare PostgreSQL, on 9 million values (ARGS="--part 100" for a hundredth)
	@$(call environment,requirements-dev.txt)
	@$(in_production) $(PY) -m policytracker.localdb run --temporary -- $(PY) -m tests.bench $(ARGS)

check: ## format, lint, types, imports, migrations, deployment settings, lock
	@$(call environment,requirements-dev.txt)
	$(PY) -m ruff format --check
	$(PY) -m ruff check
	@$(in_production) $(PY) -m mypy
	$(PY) .venv/bin/lint-imports --no-logo
	@$(in_production) $(PY) -m policytracker.localdb run --temporary -- $(PY) manage.py makemigrations --check --dry-run
	@$(in_production) $(PY) manage.py check --deploy --fail-level WARNING
	@$(call in_step,requirements)
	@$(call in_step,requirements-dev)
	@! grep '^[a-zA-Z0-9]' requirements.txt | grep -vxF -f requirements-dev.txt || \
		{ echo 'These differ in requirements-dev.txt: run make lock LOCK=--upgrade' >&2; exit 1; }

lock: ## renew the locks from requirements*.in (LOCK="--upgrade" for newer releases)
	@$(call environment,requirements-dev.txt)
	$(call compile,requirements,requirements.txt) $(LOCK)
	$(call compile,requirements-dev,requirements-dev.txt) $(LOCK)

backup: ## write the database to var/backups/ (FILE=... to choose)
	@$(call environment,requirements.txt)
	@exec $(PY) -m policytracker.backup save "$${FILE:-}"

restore: ## put a backup in the place of the database: make restore FILE=...
	@$(call environment,requirements.txt)
	@exec $(PY) -m policytracker.backup restore "$${FILE:-}"

manage: ## a command of manage.py on this database: make manage ARGS="drop_demo"
	@$(call environment,requirements.txt)
	@exec $(PY) -m policytracker.run manage $(ARGS)

schema: ## renew docs/openapi.yaml from the code
	@$(call environment,requirements.txt)
	@exec $(PY) -m policytracker.run manage spectacular --file docs/openapi.yaml

messages: ## renew and compile the Chinese texts (needs GNU gettext: apt-get install gettext)
	@$(call environment,requirements.txt)
	cd targets && DJANGO_SETTINGS_MODULE= ../$(PY) -m django makemessages -l zh_Hans --no-location --no-obsolete --no-wrap
	@sed '/^"POT-Creation-Date:/d' targets/$(LOCALE).po > targets/$(LOCALE).new && mv targets/$(LOCALE).new targets/$(LOCALE).po
	@for room in targets policytracker; do \
		msgfmt --check-format --check-domain -o $$room/$(LOCALE).mo $$room/$(LOCALE).po || exit 1; done
	@! msgattrib --no-obsolete --untranslated --no-wrap targets/$(LOCALE).po | grep . || \
		{ echo 'These need Chinese.' >&2; exit 1; }
	@! msgattrib --no-obsolete --only-fuzzy --no-wrap targets/$(LOCALE).po | grep . || \
		{ echo 'These are guesses: mend the Chinese and remove the word fuzzy.' >&2; exit 1; }

pictures: ## renew docs/pictures/desk-*.png from an editor's day in a browser (needs Chromium)
	@$(call environment,requirements-dev.txt)
	@PICTURES=docs/pictures $(PY) -m pytest -q tests/edges/test_editors_day.py

clean: ## remove the environment and caches; var/ with its data stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# $(call environment,LOCK): an environment that holds what LOCK names; its copy of LOCK says that the installation
# came to its end. The larger lock contains the smaller.
define environment
cmp -s $(1) .venv/$(1) && $(PY) -c '' 2>/dev/null || { \
	$(PY) -m pip --version >/dev/null 2>&1 || { $(find_python); rm -rf .venv; "$$python" -m venv .venv; } && \
	echo 'Installing $(1) into .venv.' && \
	$(PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r $(1) && \
	cp $(sort requirements.txt $(1)) .venv/; }
endef

define find_python
python=; for each in $(or $(PYTHON),python3.13 python3.12 python3.11 python3); do \
	"$$each" -c 'import ensurepip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
		&& { python=$$each; break; }; done; \
[ "$$python" ] || { echo 'Python 3.11, 3.12 or 3.13 with venv is needed (on Debian: python3-venv). None of these is:' \
	'$(or $(PYTHON),python3.13 python3.12 python3.11 python3). Name one: make PYTHON=/path/to/python ...' >&2; exit 1; }
endef

# $(call compile,NAME,LOCK): the versions in LOCK are kept where they still fit.
compile = $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url $(1).in --output-file $(2)

define in_step
cp $(1).txt .venv/$(1).renewed && $(call compile,$(1),.venv/$(1).renewed) && cmp -s $(1).txt .venv/$(1).renewed || \
	{ echo '$(1).txt does not follow from $(1).in: run make lock' >&2; exit 1; }
endef

in_production = DEBUG=off HTTPS=on ALLOWED_HOSTS=tracker.example DATABASE_URL=postgresql://check@localhost/check \
	SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(48))')
