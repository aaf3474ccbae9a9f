# The bulletin's commands; `make help` lists them in Vietnamese.
# The targets and variables of pelican-quickstart keep their meaning, except that `serve`
# builds first, so that a fresh clone has something to show.
# Written for GNU make 3.81 (macOS) and a POSIX shell.

# The system's own Python first: its packages (venv, for one) are there the most likely.
SUITABLE = import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PY ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c '$(SUITABLE)' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
VENV ?= .venv
PELICAN ?= $(VENV)/bin/pelican
PELICANOPTS ?=

BASEDIR = $(CURDIR)
INPUTDIR = $(BASEDIR)/content
OUTPUTDIR = $(BASEDIR)/output
CONFFILE = $(BASEDIR)/pelicanconf.py
PUBLISHCONF = $(BASEDIR)/publishconf.py
NGINXCONF = $(BASEDIR)/deploy/nginx-headers.conf

SSH_HOST ?= localhost
SSH_PORT ?= 22
SSH_USER ?= root
SSH_TARGET_DIR ?= /var/www
PYTESTOPTS ?=
IMPORTOPTS ?=
DESKOPTS ?=
CHECKOPTS ?=
# Four processes, on two cores, too: tests in browsers and of services wait more than they work.
# A file's tests stay in one process, in their order, and the files are begun in theirs, because
# browser tests have to come last (tests/conftest.py). More processes would wait for the longest
# files. `PYTESTOPTS=-n0` runs everything in one.
WORKERS = -n 4 --dist loadfile --no-loadscope-reorder

# `override`, because options given on the command line could not be added to otherwise.
DEBUG ?= 0
ifeq ($(DEBUG), 1)
override PELICANOPTS += -D
endif

RELATIVE ?= 0
ifeq ($(RELATIVE), 1)
override PELICANOPTS += --relative-urls
endif

# Where the -global commands listen; the others are reached from this machine only.
SERVER ?= 0.0.0.0
LISTEN = 127.0.0.1
PORT ?= 8000

# A build that drops an article must not end with status 0. The watching commands go on
# after an error, because the editor is about to mend it.
# A thin way in front of the same command: one edited article takes less than its start.
ifeq ($(PELICAN), $(VENV)/bin/pelican)
BUILDER = "$(VENV)/bin/python" -m plugins.engine
else
BUILDER = "$(PELICAN)"
endif
BUILD = $(BUILDER) "$(INPUTDIR)" -o "$(OUTPUTDIR)" --fatal=errors $(PELICANOPTS)
WATCH = "$(PELICAN)" -r "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(CONFFILE)" $(PELICANOPTS)
LISTENING = -b "$(LISTEN)" -p "$(PORT)"
PREVIEW = "$(VENV)/bin/python" -m plugins.preview
FREE_PORT = "$(VENV)/bin/python" -m plugins.preview.http.free_port "$(LISTEN)" "$(PORT)"
# With a visitor counter beside it, so that pages show its numbers.
COUNTED = "$(VENV)/bin/python" -m plugins.preview.with_counter "$(LISTEN)" "$(PORT)"
PIP = "$(VENV)/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes
LOCKOPTS ?=
COMPILE = "$(VENV)/bin/uv" --no-config pip compile pyproject.toml --quiet --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" $(LOCKOPTS)
# A failed build has said what there is to say, but make would say "*** [html] Error 1" behind it.
# It says nothing of a recursive command ("+") that ends with status 1 while it is only asked
# whether there is anything to do (-q), so that is what it is asked where a build is all that is
# wanted. The status is 1 all the same. GNU make 3.81 cannot be kept from it, and -n is as ever.
SETUP_FIRST = setup
ifeq ($(filter-out html publish,$(or $(MAKECMDGOALS),help))$(findstring n,$(firstword -$(MAKEFLAGS))),)
MAKEFLAGS += -q
SETUP_FIRST =
SETUP = +@MAKEFLAGS= $(MAKE) -s --no-print-directory setup VENV="$(VENV)" PY="$(PY)" || exit 1
PLUS = +
endif
READY = $(VENV)/.ready-build
READY_DEV = $(VENV)/.ready-dev
READY_DESK = $(VENV)/.ready-desk
NPM = "$(abspath $(VENV))/bin/npm"
CHECKER = tests/html/node_modules/vnu-jar/build/dist/vnu.jar
AUDITORS = benchmarks/quality/node_modules/.package-lock.json

help:
	@cat tools/make/help.txt

setup: $(READY)

setup-dev: $(READY_DEV) $(CHECKER)

# The stamps are written last: a set-up that was broken off is done again.
$(READY): requirements/build.lock
	@"$(PY)" -c '$(SUITABLE)' >/dev/null 2>&1 || { cat tools/make/no-python.txt >&2; exit 1; }
	@echo "Đang cài đặt vào $(VENV), lần đầu mất chừng một phút…"
	@test -x "$(VENV)/bin/python" || "$(PY)" -m venv "$(VENV)"
	@$(PIP) -r requirements/build.lock
	@touch "$@"

$(READY_DESK): requirements/desk.lock $(READY)
	@echo "Đang cài đặt tòa soạn vào $(VENV)…"
	@$(PIP) -r requirements/desk.lock
	@touch "$@"

$(READY_DEV): requirements/dev.lock $(READY)
	@echo "Đang cài đặt công cụ kiểm thử vào $(VENV)…"
	@$(PIP) -r requirements/dev.lock
	@touch "$@"

$(CHECKER): tests/html/package-lock.json $(READY_DEV)
	@echo "Đang tải bộ kiểm tra HTML…"
	@cd tests/html && $(NPM) ci --loglevel=error
	@touch "$@"

$(AUDITORS): benchmarks/quality/package-lock.json $(READY_DEV)
	@echo "Đang tải công cụ đo chất lượng trang…"
	@cd benchmarks/quality && $(NPM) ci --loglevel=error
	@touch "$@"

html: $(SETUP_FIRST)
	$(SETUP)
	$(PLUS)$(BUILD) -s "$(CONFFILE)"

publish: $(SETUP_FIRST)
	$(SETUP)
	$(PLUS)$(BUILD) -s "$(PUBLISHCONF)"

# What the service has counted, for the next build to show where pages cannot ask.
numbers: setup
	@"$(VENV)/bin/python" -m plugins.counter.widget.refresh "$(PUBLISHCONF)"

# Tells search engines what is new: once the site is online, if SITE has an "indexnow_key".
indexnow: setup
	@"$(VENV)/bin/python" -m plugins.engine.publish.indexnow "$(PUBLISHCONF)"

# What nginx is to say of the site (docs/deploy.md); it follows from the settings alone.
nginx: setup
	@"$(VENV)/bin/python" -m plugins.engine.publish.nginx "$(PUBLISHCONF)" "$(NGINXCONF)"

clean:
	[ ! -d "$(OUTPUTDIR)" ] || rm -rf "$(OUTPUTDIR)"

regenerate: setup
	$(WATCH)

serve: setup
	@$(FREE_PORT)
	@$(COUNTED) $(BUILD) -s "$(CONFFILE)" --then $(PREVIEW).serve "$(OUTPUTDIR)" $(LISTENING)

devserver: setup
	@$(FREE_PORT)
	@$(COUNTED) $(PREVIEW) "$(INPUTDIR)" -s "$(CONFFILE)" $(PELICANOPTS) $(LISTENING)

# All that is wrong with the articles, without building; with --fix it mends what is beyond doubt.
check: setup
	@"$(VENV)/bin/python" -m plugins.desk -s "$(CONFFILE)" check $(CHECKOPTS)

# What comes from Word, as a draft (docs/huong-dan-bien-tap.md).
import: setup
	@"$(VENV)/bin/python" -m plugins.desk -s "$(CONFFILE)" import "$$FILE" $(IMPORTOPTS)

new: setup
	@"$(VENV)/bin/python" -m plugins.desk -s "$(CONFFILE)" new "$$TITLE"

# The newsroom's desk in the browser, on this machine alone (docs/toa-soan.md).
desk: $(READY_DESK)
	@"$(VENV)/bin/python" -m plugins.desk -s "$(CONFFILE)" serve $(DESKOPTS)

serve-global devserver-global: LISTEN = $(SERVER)
serve-global: serve
devserver-global: devserver

# A build's own notes in the output are hidden (H), not excluded: what went up before, --delete
# takes away.
rsync_upload: publish
	rsync -e "ssh -p $(SSH_PORT)" -P -rvzc --include tags --cvs-exclude --delete \
		--filter "H /.published" --filter "H /.build*" \
		"$(OUTPUTDIR)"/ "$(SSH_USER)@$(SSH_HOST):$(SSH_TARGET_DIR)"

lint: setup-dev
	"$(VENV)/bin/ruff" check .
	"$(VENV)/bin/ruff" format --check .
	"$(VENV)/bin/mypy"
	"$(VENV)/bin/lint-imports" --no-logo --no-cache
	"$(VENV)/bin/shellcheck" .ci/run

# Without the last three, the tests that need them are passed over (but Firefox's not by CI).
# RUNLEVEL keeps the servers from being started as those of the machine.
browser: setup-dev
	@{ "$(VENV)/bin/python" -m tests.browser.find && "$(VENV)/bin/python" -m \
		tests.counter.redis_servers && command -v exiftool && command -v rsync && \
		command -v nginx && { command -v firefox-esr || command -v firefox; }; } >/dev/null 2>&1 || { \
		command -v apt-get >/dev/null || exit 0; root=; \
		test "$$(id -u)" = 0 || { test -n "$$CI" && sudo -n true 2>/dev/null && root="sudo -n"; } \
		|| exit 0; \
		echo "Chưa đủ công cụ kiểm thử: cài chromium, firefox, exiftool, redis-server, nginx, rsync…"; \
		$$root apt-get update -qq && chromium=$$(apt-cache show chromium-headless-shell >/dev/null 2>&1 && \
		echo chromium-headless-shell || echo chromium) && \
		install="$$root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends" && \
		$$install $$chromium fonts-liberation libimage-exiftool-perl redis-server >/dev/null && \
		for each in nginx-light rsync firefox-esr; do $$install $$each >/dev/null || true; done; }

test: lint browser
	"$(VENV)/bin/python" -m pytest $(WORKERS) $(PYTESTOPTS)

lock: setup-dev
	$(COMPILE) -o requirements/build.lock
	$(COMPILE) --extra desk -c requirements/build.lock -o requirements/desk.lock
	$(COMPILE) --extra desk --group test --group lint --group fonts --group lock \
		-c requirements/desk.lock -o requirements/dev.lock
	$(COMPILE) --group bench -c requirements/dev.lock -o requirements/bench.lock
	$(COMPILE) --group audit -c requirements/dev.lock -o requirements/audit.lock
	cd tests/html && $(NPM) install --package-lock-only
	cd benchmarks/quality && $(NPM) install --package-lock-only

golden: setup-dev
	"$(VENV)/bin/python" -m tests.golden.test_golden

audit: browser $(CHECKER) $(AUDITORS)
	"$(VENV)/bin/python" -m benchmarks.quality $(AUDITOPTS)

audit-dependencies: setup-dev
	@$(PIP) -r requirements/audit.lock
	@"$(VENV)/bin/python" -m tools.audit

bench: setup-dev
	@$(PIP) -r requirements/bench.lock
	"$(VENV)/bin/python" -m benchmarks.site $(BENCHOPTS)

bench-desk: setup-dev
	"$(VENV)/bin/python" -m benchmarks.newsroom $(BENCHOPTS)

bench-counter: setup-dev
	"$(VENV)/bin/python" -m benchmarks.counter $(BENCHOPTS)

bench-check: setup-dev
	"$(VENV)/bin/python" -m benchmarks.check $(BENCHOPTS)

bench-commits: setup-dev
	"$(VENV)/bin/python" -m benchmarks.commits $(BENCHOPTS)

fuzz-build: setup-dev
	"$(VENV)/bin/python" -m tests.fuzz.site $(FUZZOPTS)

fuzz-counter: setup-dev
	"$(VENV)/bin/python" -m tests.fuzz.counter $(FUZZOPTS)

fuzz-desk: setup-dev
	"$(VENV)/bin/python" -m tests.fuzz.desk $(FUZZOPTS)

fuzz-desk-browser: browser
	"$(VENV)/bin/python" -m tests.fuzz.desk.in_browser $(FUZZOPTS)

fuzz-hostile: browser
	"$(VENV)/bin/python" -m tests.fuzz.hostile $(FUZZOPTS)

fuzz-kills: setup-dev
	"$(VENV)/bin/python" -m tests.fuzz.kills $(FUZZOPTS)

fuzz-text: setup-dev
	"$(VENV)/bin/python" -m tests.fuzz.text $(FUZZOPTS)

bench-search: browser
	@$(PIP) -r requirements/bench.lock
	"$(VENV)/bin/python" -m benchmarks.search $(BENCHOPTS)

bench-photos: setup-dev
	@$(PIP) -r requirements/bench.lock
	"$(VENV)/bin/python" -m benchmarks.photos $(BENCHOPTS)

bench-import: setup-dev
	@$(PIP) -r requirements/bench.lock
	"$(VENV)/bin/python" -m benchmarks.desk $(BENCHOPTS)

fonts: setup-dev
	"$(VENV)/bin/python" -m tools.fonts

distclean: clean
	rm -rf "$(VENV)" tests/html/node_modules benchmarks/quality/node_modules .cache

.PHONY: help setup setup-dev html publish numbers indexnow nginx clean regenerate check import new desk serve devserver serve-global \
	devserver-global rsync_upload lint browser test golden audit audit-dependencies bench bench-check bench-commits \
	bench-photos bench-search bench-counter bench-desk bench-import fuzz-build fuzz-counter fuzz-desk fuzz-desk-browser fuzz-hostile fuzz-kills fuzz-text lock fonts distclean
