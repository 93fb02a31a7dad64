#!/usr/bin/env bash
# Asks other servers for their verdicts too: runs the differential tests of the front end against each server that a
# command starts. The command gets --port and the usual options appended and must become the server (exec), since it is
# ended by its process id.
#
#   tests/newer-servers-differential.sh 'path/to/valkey-server' 'path/to/other/redis-server'
#   PORT=36500 LUAGEN_MUTANTS=20000 LUAGEN_SEED=7 tests/newer-servers-differential.sh '…'
set -euo pipefail

[ $# -gt 0 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")/.."
port=${PORT:-36420}
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true' EXIT
dotnet build tests/LuaGen.Language.Tests -v quiet -nologo

failed=0
for command in "$@"; do
  # The word splitting is wanted: a command may have arguments of its own.
  # shellcheck disable=SC2086
  $command --port "$port" --bind 127.0.0.1 --save '' --appendonly no > /dev/null &
  server=$!
  for _ in $(seq 100); do
    if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then break; fi
    kill -0 "$server" 2> /dev/null || { echo "did not start: $command" >&2; exit 1; }
    sleep 0.1
  done

  echo "== $command"
  # With pipefail, a test that fails fails the pipe; so does a run that prints nothing.
  if ! REDIS_CONNECTION="127.0.0.1:$port" dotnet test tests/LuaGen.Language.Tests --no-build -nologo \
    --filter FullyQualifiedName~DifferentialTests --logger 'console;verbosity=detailed' |
    grep -E '^ *(redis_version:|Passed|Failed|Skipped|--- |LuaGen:|server:)'; then
    failed=1
  fi
  kill "$server"
  wait "$server" 2> /dev/null || true
  server=
  port=$((port + 1))
done
exit "$failed"
