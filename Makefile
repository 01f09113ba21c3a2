# The commands of this checkout; `make help` lists them. Everything is installed into .venv, from locked and hashed files,
# which name every package: nothing is left for pip to resolve (--no-deps), and a newer release changes nothing.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?=
FAULT ?=
TIMES ?= 20
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 $(BIN)/python -m pip
export PYTHONDONTWRITEBYTECODE :=
LOCK := --quiet --strip-extras --allow-unsafe --generate-hashes --build-deps-for=editable --pip-args=--isolated \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

.PHONY: help demo test faults differential bench gold newsroom slips docs lock clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

demo: $(VENV)/demo.stamp ## check the articles that ship with factcheck
	@$(BIN)/factcheck verify claims/ --output-format table
	@echo
	@$(BIN)/factcheck scan claims/nspcc-grooming/article.md --output-format table

test: $(VENV)/test.stamp ## run every check: style, types, laws, documentation
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -p no:benchmark -n 2 --dist worksteal --cov --cov-report= --floors

faults: $(VENV)/test.stamp ## break a copy on purpose, fault by fault, and require that the tests notice
	@$(BIN)/python -m tests.faults $(FAULT)

differential: $(VENV)/test.stamp ## compare the solver with brute force and z3 on 20 times as many systems as the tests do, or on TIMES=40
	@TIMES=$(TIMES) $(BIN)/python -m pytest -p no:benchmark -q -n 2 tests/test_solve_answers.py tests/test_solve_layers.py \
		tests/test_solve_oracle.py tests/test_solve_proof.py tests/test_solve_z3.py

bench: $(VENV)/test.stamp ## measure the engine
	@$(BIN)/python -m pytest benchmarks --benchmark-only

gold: $(VENV)/test.stamp ## score the reader of printed numbers on sentences marked by hand
	@$(BIN)/python -m tests.gold

newsroom: $(VENV)/test.stamp ## measure what a scan finds in prose that it has not seen
	@$(BIN)/python -m tests.newsroom

slips: $(VENV)/test.stamp ## measure how often the slip that was made is named, and the question to data that was meant
	@$(BIN)/python -m benchmarks.slips
	@echo
	@$(BIN)/python -m benchmarks.candidates

docs: $(VENV)/test.stamp ## write the generated reference pages and the screens shown in the documentation
	@$(BIN)/python -m tests.docs

lock: ## choose versions afresh and write both lock files; needs the package index
	@python=`PYTHON="$(PYTHON)" tools/find-python` && where=`mktemp -d` && trap 'rm -rf "$$where"' EXIT && \
	"$$python" -m venv "$$where" && "$$where/bin/pip" --isolated install --quiet pip-tools && \
	"$$where/bin/pip-compile" $(LOCK) --extra data -o "$$where/lock" pyproject.toml && \
	sed '/^#/d;/^$$/d' "$$where/lock" > requirements.lock && rm "$$where/lock" && \
	"$$where/bin/pip-compile" $(LOCK) --extra test -c requirements.lock -o "$$where/lock" pyproject.toml && \
	sed '/^#/d;/^$$/d' "$$where/lock" > requirements-test.lock

clean: ## remove everything that these commands made
	rm -rf $(VENV) tests/node/node_modules build dist *.egg-info .benchmarks .coverage .coverage.* .factcheck_cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@python=`PYTHON="$(PYTHON)" tools/find-python` && "$$python" -m venv $(VENV)

$(VENV)/demo.stamp: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo "Installing factcheck into $(VENV) ..."
	@$(PIP) install --quiet --no-deps --require-hashes -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/demo.stamp requirements-test.lock tests/node/package-lock.json
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install --quiet --no-deps --require-hashes -r requirements-test.lock
	@$(PIP) check --quiet
	@tools/install-for-tests
	@touch $@
