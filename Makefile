# The program and its tests need only python3, git and make: the first run installs the rest.
.PHONY: run test bench endurance interop sample package setup clean

MAKEFLAGS += --no-print-directory
BIN := .venv/bin
PYTEST_ARGS ?=

run: ## open the sample; without a display, compose it and say where the Word file is
	@packaging/setup.sh
	@$(BIN)/rolling-text run-sample

setup: ## the environment of a developer
	@packaging/setup.sh test

test: setup ## style, types, imports, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -n 2 $(PYTEST_ARGS)

bench: setup ## medians and p95 of the table in CONTRIBUTING.md
	$(BIN)/python -m tests.performance

endurance: setup ## the laws with 2,000 examples, kills, planted faults
	HYPOTHESIS_PROFILE=endurance $(BIN)/pytest -n 2 -m "endurance or laws" $(PYTEST_ARGS)

interop: setup ## our Word files in LibreOffice
	@packaging/install-system-packages.sh packaging/interop-packages.txt
	$(BIN)/pytest -m interop $(PYTEST_ARGS)

sample: setup ## rebuild the sample session and its documents
	$(BIN)/python -m sample_sessions.make_sample

package: ## a wheel and a folder that runs without Python, both in dist/
	@packaging/setup.sh package
	$(BIN)/python -m build --no-isolation --wheel --outdir dist
	$(BIN)/pyinstaller --noconfirm --distpath dist --workpath build/pyinstaller packaging/rolling-text.spec

clean: ## what can be made again
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
