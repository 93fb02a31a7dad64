#!/usr/bin/env bash
# Builds the solution and runs all tests. The last line is "N passed, N failed, N skipped"; a failed build, or a test
# project that ends without results, counts as one failure. The exit code is 0 if nothing failed.
#
# The time limit of each test project, without its build. This script reads the table and reports projects that exceed it.
#
#   LuaGen.Language.Tests    2 min
#   LuaGen.Generator.Tests   2 min
#   LuaGen.Tests             6 min
#   LuaGen.Tool.Tests        4 min
#   LuaGen.Package.Tests     6 min
#   LuaGen.Roslyn48.Tests    1 min
#   Shop.Tests               1 min
#   LuaGen.Tests/matrix      5 min
#   everything              30 min
#
# All of LuaGen.Tests runs with the newest client. Its faults, replies and calls also run with the entries of LUAGEN_MATRIX
# (empty for none). An entry is a client, an asset of the runtime (with the newest client), or both:
#
#   LUAGEN_MATRIX="2.7.27+netstandard2.0 2.13.17"                           the default
#   LUAGEN_MATRIX="2.7.27 2.8.16 2.13.17 3.1.31 3.2.0 netstandard2.0"       more
#
# Open-ended tests stop after this many seconds; set a variable to run them longer:
#
#   LUAGEN_FUZZ_SECONDS     10   random scripts against the compiler
#   LUAGEN_STRESS_SECONDS   10   faults injected under load
set -euo pipefail

script="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/$(basename "${BASH_SOURCE[0]}")"
cd "$(dirname "$script")/.."

export LUAGEN_FUZZ_SECONDS="${LUAGEN_FUZZ_SECONDS:-10}"
export LUAGEN_STRESS_SECONDS="${LUAGEN_STRESS_SECONDS:-10}"
matrix="${LUAGEN_MATRIX-2.7.27+netstandard2.0 2.13.17}"
export DOTNET_NOLOGO=1

results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT
mkdir "$results/tmp"

has() { command -v "$1" > /dev/null 2>&1; }

has_server() { [ -n "${REDIS_CONNECTION:-}" ] || has redis-server || has valkey-server; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; elif has sudo; then sudo "$@"; else return 1; fi
}

# Without a server, the tests that need one use Docker or are skipped with a reason, so this never ends the run.
put_server_in_place() {
  if has_server; then return; fi
  echo "No redis-server on the PATH; installing one."
  if has apt-get; then
    as_root apt-get update -qq || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends redis-server || true
  elif has brew; then
    brew install --quiet redis || true
  fi
  hash -r
  if ! has_server; then
    echo "It could not be installed. For the tests that need a server, install redis-server 7.0 or valkey-server and put it"
    echo "on the PATH, set REDIS_CONNECTION=<host>:<port>, or start Docker."
  fi
}

# A headless Neovim tests the language server. Where there is none, those tests do not exist.
put_editor_in_place() {
  if has nvim; then return; fi
  if has apt-get; then
    echo "No nvim on the PATH; installing one."
    as_root apt-get update -qq || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends neovim || true
    hash -r
  fi
  has nvim || echo "No nvim on the PATH, and it cannot be installed here: the language server is not tested with Neovim."
}

# The minutes in the table at the top for $1, or nothing.
allowance() { sed -n "s|^#   $1  *\([0-9][0-9]*\) min\$|\1|p" "$script"; }

# The value of attribute $2 of the outcome counters in the results file $1.
counter() { sed -n "s/.*<Counters.* $2=\"\([0-9][0-9]*\)\".*/\1/p" "$1"; }

# The duration in seconds of the run in the results file $1, which may span midnight.
seconds() {
  sed -n 's/.*<Times .* start="[^T]*T\([0-9:.]*\).* finish="[^T]*T\([0-9:.]*\).*/\1 \2/p' "$1" | awk '{
    split($1, start, ":"); split($2, finish, ":")
    took = (finish[1] - start[1]) * 3600 + (finish[2] - start[2]) * 60 + finish[3] - start[3]
    printf "%d", (took < 0 ? took + 86400 : took) + 0.5
  }'
}

# The reasons for skipped tests in the results file $1, with the number of tests for each.
skip_reasons() {
  sed -n '/outcome="NotExecuted"/,/<\/UnitTestResult>/s/.*<Message>\([^<]*\).*/\1/p' "$1" | sort | uniq -c \
    | sed 's/^ *\([0-9]*\) /    \1 skipped: /'
}

# What tests in the results file $1 have measured.
measurements() { sed -n 's/.*\(Measured: [^<]*\).*/    \1/p' "$1"; }

# The names of the failed tests in the results file $1, with the first line of each message.
failures() {
  awk '
    match($0, /<UnitTestResult .*testName="[^"]*"/) {
      name = substr($0, RSTART, RLENGTH); sub(/.*testName="/, "", name); sub(/"$/, "", name)
      waits = $0 ~ /outcome="Failed"/
    }
    waits && match($0, /<Message>[^<]*/) {
      print "    failed: " name ": " substr($0, RSTART + 9, RLENGTH - 9); waits = 0
    }' "$1"
}

over_allowance() {
  local name="$1" took="$2" minutes
  minutes="$(allowance "$name")"
  if [ -z "$minutes" ]; then
    echo "$name has no allowance in $(basename "$script")."
  elif [ "$took" -gt $((minutes * 60)) ]; then
    echo "$name took longer than the $minutes min that it may take."
  fi
}

# Adds up the results file $2 under the name $1; $3 names its row of the table, where that is another.
count_results() {
  local name="$1" file="$2" total ok ignored took
  total="$(counter "$file" total)"
  ok="$(counter "$file" passed)"
  ignored=$((total - $(counter "$file" executed)))
  took="$(seconds "$file")"
  printf '%-28s %4d s   %d passed, %d failed, %d skipped\n' "$name" "$took" "$ok" $((total - ok - ignored)) "$ignored"
  skip_reasons "$file"
  measurements "$file"
  failures "$file"
  over_allowance "${3:-$name}" "$took"
  passed=$((passed + ok))
  skipped=$((skipped + ignored))
  failed=$((failed + total - ok - ignored))
}

# The faults, replies and calls of LuaGen.Tests with the client and the asset of the runtime that $1 names. An entry that
# cannot be built or tested counts as a failure.
run_with() {
  local name="LuaGen.Tests/$1" part options=()
  for part in ${1//+/ }; do
    case "$part" in
      [0-9]*) options+=("-p:ClientVersion=$part") ;;
      *) options+=("-p:RuntimeFramework=$part") ;;
    esac
  done
  if dotnet build tests/LuaGen.Tests "${options[@]}" -v quiet; then
    TMPDIR="$results/tmp" dotnet test tests/LuaGen.Tests "${options[@]}" --no-build --logger trx --results-directory "$results/$1" \
      --filter "FullyQualifiedName~.Faults.|FullyQualifiedName~.Replies.|FullyQualifiedName~.Calls.|FullyQualifiedName~.Transports." \
      --blame-hang-timeout 10m --blame-hang-dump-type none || code=$?
  fi
  local file
  file="$(ls "$results/$1"/*.trx 2> /dev/null | head -n 1 || true)"
  if [ -z "$file" ]; then
    echo "    failed: $name ended without results: it was not built, ran no test, or crashed."
    failed=$((failed + 1))
  else
    count_results "$name" "$file" LuaGen.Tests/matrix
  fi
}

# Nothing needs the native tools, so the tests of native programs exist only where they are (NativeFactAttribute).
if ! echo 'int main(void) { return 0; }' | clang -x c - -o /dev/null -lz > /dev/null 2>&1; then
  echo "The native tool and the native sample are not tested: clang or zlib is missing."
fi

put_server_in_place
put_editor_in_place
has clang || has gcc || echo "Native AOT is not tested: neither clang nor gcc is on the PATH."

code=0
passed=0 failed=0 skipped=0
began=$SECONDS

if dotnet build LuaGen.sln; then
  # One project at a time (-m:1), so that each duration is the project's own. A hanging test is named and killed. The tests
  # put temporary files where this script deletes them; the compiler must not, because its server outlives this script.
  TMPDIR="$results/tmp" dotnet test LuaGen.sln --no-build -m:1 --logger trx --results-directory "$results" \
    --blame-hang-timeout 10m --blame-hang-dump-type none || code=$?

  echo
  while IFS= read -r project; do
    name="$(basename "$project" .csproj)"
    file="$(grep -l "[/\\\\]$name\.dll\"" "$results"/*.trx 2> /dev/null | head -n 1 || true)"
    if [ -z "$file" ]; then
      echo "    failed: $name ended without results: it ran no test, or crashed."
      failed=$((failed + 1))
      continue
    fi

    count_results "$name" "$file"
  done < <(grep -l '"Microsoft.NET.Test.Sdk"' tests/*/*.csproj samples/*/*.csproj)

  for entry in $matrix; do
    run_with "$entry"
  done

  over_allowance everything $((SECONDS - began))
  if [ "$failed" -eq 0 ] && [ "$code" -ne 0 ]; then
    echo "    failed: a test project ended with an error, though none of its tests failed; see above."
    failed=1
  fi
else
  echo "    failed: the build, so no test was run."
  failed=1
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
