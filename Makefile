# The targets that people and .ci/run use. Go is all that has to be installed.
GO ?= go
export CGO_ENABLED = 0

.PHONY: run build test check house fuzz golden generate cross

run: ## start the wizard
	@$(GO) run ./cmd/xuke $(ARGS)

build: ## build ./xuke
	$(GO) build -trimpath -ldflags '-s -w' -o xuke ./cmd/xuke

test: ## all tests
	$(GO) test ./...

check: ## what a change has to pass besides the tests
	@test -z "$$(gofmt -l .)" || { echo "gofmt these files:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) mod tidy -diff
	$(GO) run ./cmd/xuke procedure check model/procedure/definitions/*/*.toml
	@$(GO) generate ./... && git diff --exit-code -- '*_gen.go' || { echo "generated files were out of date"; exit 1; }

house: ## the code in figures: files, lines, tests, the longest and the most complex function of each package
	@$(GO) test ./cmd/xuke -run '^TestHouse$$' -v -count=1

fuzz: ## each fuzz target for a while (TIME=10s)
	@for pkg in $$($(GO) list ./...); do \
		for f in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(or $(TIME),10s) $$pkg || exit 1; \
		done; \
	done

golden: ## rewrite the golden frames: look at the diff before you commit it
	$(GO) test ./ui ./ui/board ./ui/cover ./ui/files ./ui/track ./model/export ./model/draft -update

generate: ## text ids, search keys
	$(GO) generate ./...

cross: ## the systems it is built for
	@for t in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do \
		echo "$$t"; GOOS=$${t%/*} GOARCH=$${t#*/} $(GO) build -o /dev/null ./cmd/xuke || exit 1; \
	done
