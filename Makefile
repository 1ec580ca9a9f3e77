# One command per chore; CI calls only these.
SWIFT ?= swift
BUILD ?= .build
DRAGOMAN = $(BUILD)/debug/dragoman

.PHONY: run build test unit interop browser picture bench engines fuzz docs format lint evaluate clean help

help:  ## What there is to make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: build  ## Build, and print the brief of the Istanbul case
	@$(DRAGOMAN) check Examples/istanbul
	@$(DRAGOMAN) brief Examples/istanbul

build:
	$(SWIFT) build --product dragoman

test: lint unit interop browser  ## Everything: formatting, unit and end-to-end tests, other programs' readers, a browser

unit:
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

interop: build  ## The files as independent programs read them (JSON Schema, PyYAML)
	scripts/interop $(DRAGOMAN)

browser: build  ## The brief in a headless Chromium: four A4 pages, light, dark, narrow
	BUILD=$(BUILD) scripts/browser-setup
	for case in istanbul sarn; do \
	  $(BUILD)/browser-venv/bin/python scripts/print_brief.py $(DRAGOMAN) Examples/$$case $(BUILD)/screens/$$case \
	    || exit 1; done

picture: browser  ## The README's picture, from the brief as it is printed
	mkdir -p docs/pictures
	pdftoppm -r 76 -f 1 -l 1 -png -singlefile $(BUILD)/screens/istanbul/brief.pdf docs/pictures/brief

lint:  ## Formatting and style, strictly
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks

format:  ## Put formatting right
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

docs:  ## Make the generated pages and goldens anew
	$(SWIFT) build --build-tests
	RECORD=1 $(SWIFT) test --skip-build --filter 'Golden|Generated|Transcript|Page' || true
	$(SWIFT) test --skip-build --filter 'Golden|Generated|Transcript|Page'

bench:  ## Measure speed and memory (release build; minutes)
	$(SWIFT) run -c release dragoman-bench

engines:  ## Measure the two engines
	$(SWIFT) run -c release bargain-bench
	$(SWIFT) run -c release graph-bench

fuzz:  ## Throw 200,000 mutated files at the readers
	FUZZ_COUNT=200000 $(SWIFT) test --filter Fuzz

evaluate:  ## The long tests: full sizes and counts
	EVALUATE=1 $(SWIFT) test

clean:
	$(SWIFT) package clean
