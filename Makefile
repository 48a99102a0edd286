# LandLedger's house commands. `make` alone lists them.
PORT ?= 8080

help:
	@echo "make run      set up, build, make the demonstration county, serve it on http://127.0.0.1:$(PORT) (PORT=9000 make run)"
	@echo "make test     set up, build, run every test; ends with the counts"
	@echo "make check    what a change must pass: format, warnings as errors, every test, clean tree"
	@echo "make bless    write the golden files anew from what the program says today; look at the difference before committing"
	@echo "make bench    benchmarks against GeoPandas, PostGIS and others: prints figures, asserts none (SCALES='S M')"
	@echo "make demo     make the demonstration county anew"
	@echo "make format   format the Swift sources in place"
	@echo "make clean    remove everything built or made here (var/ too)"

run:
	@PORT=$(PORT) tools/run.sh

test:
	@tools/test.sh

check:
	@tools/check.sh

bless:
	@tools/setup/setup.sh test
	BLESS=1 swift test --quiet
	@git status --short

bench:
	@tools/bench.sh

demo:
	@rm -rf var/demo
	@SERVE=no tools/run.sh

format:
	swift format -i -r Package.swift Sources Tests

clean:
	rm -rf .build .venv vendor var

.PHONY: help run test check bless bench demo format clean
