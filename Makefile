# make run     sets up, builds, runs the demo newsroom, serves it on http://127.0.0.1:8080/   (SERVE=0: stop after the table)
# make test    sets up what tests need, builds, runs every test
# make eval    extraction and attribution scores against their floors; make bench, make fuzz, make asan, make tsan, make format
# make weights fits what extraction has learnt anew (src/extract/*_weights.inc; two minutes): the files stay as they are unless
#              features, phrases, rules or pages changed
SHELL := /bin/bash
BUILD := build/release
JOBS ?= $(shell nproc)
DEMO ?= build/demo
SERVE ?= 1
FUZZ_SECONDS ?= 60
# The one that the package python3-numpy is for.
PYTHON ?= /usr/bin/python3

.PHONY: all run test eval weights bench fuzz asan tsan format install clean
all: $(BUILD)/kaynak

.PHONY: setup-run setup-test setup-dev
setup-run: ; ./setup
setup-test: ; ./setup --test
setup-dev: ; ./setup --dev

.PHONY: $(BUILD)/kaynak
$(BUILD)/kaynak: setup-run
	@cmake --preset release -DKAYNAK_TESTS=$(if $(wildcard $(BUILD)/CTestTestfile.cmake),ON,OFF) > $(or $(TMPDIR),/tmp)/kaynak-configure.log || { cat $(or $(TMPDIR),/tmp)/kaynak-configure.log; exit 1; }
	cmake --build --preset release -j $(JOBS) --target kaynak

run: $(BUILD)/kaynak
	$(BUILD)/kaynak demo $(DEMO) $(if $(filter 0,$(SERVE)),--no-serve)

test: setup-test
	cmake --preset release -DKAYNAK_TESTS=ON
	cmake --build --preset release -j $(JOBS)
	ctest --preset release -j $(JOBS) $(CTEST_ARGS)

eval: $(BUILD)/kaynak
	eval/run
	eval/attribution
	eval/quotes
	eval/statements
	eval/dates

EVAL_TOOL := $(BUILD)/src/extract/extract_eval
weights: setup-dev
	cmake --preset release
	cmake --build --preset release -j $(JOBS) --target extract_eval
	$(PYTHON) eval/train_blocks --tool $(EVAL_TOOL) --write
	cmake --build --preset release -j $(JOBS) --target extract_eval
	$(PYTHON) eval/train_pages --tool $(EVAL_TOOL) --write
	git diff --stat -- src/extract

bench: setup-dev
	cmake --preset release -DKAYNAK_BENCH=ON
	cmake --build --preset release -j $(JOBS) --target kaynak kaynak_bench kaynak_stages
	$(BUILD)/bench/kaynak_bench
	bench/table

fuzz: setup-dev
	cmake --preset fuzz
	cmake --build --preset fuzz -j $(JOBS)
	fuzz/run build/fuzz $(FUZZ_SECONDS)

asan tsan: setup-test
	cmake --preset $@
	cmake --build --preset $@ -j $(JOBS)
	ctest --preset $@ -j $(JOBS) -L 'unit|fuzz' $(CTEST_ARGS)

format:
	git ls-files 'src/*.cc' 'src/*.h' 'fuzz/*.cc' 'bench/*.cc' | xargs clang-format-14 -i

install: $(BUILD)/kaynak
	cmake --install $(BUILD)

clean:
	rm -rf build
