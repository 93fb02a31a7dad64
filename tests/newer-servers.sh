#!/usr/bin/env bash
# Unpacks newer Redis and Valkey servers of Debian into a folder, each with its own libraries, and installs nothing. apt-get
# works on lists of its own in that folder, so that the machine's package sources stay as they are.
#
#   tests/newer-servers.sh DIR
#   LUAGEN_SERVERS="$(cat DIR/servers)" dotnet test tests/LuaGen.Language.Tests --filter FullyQualifiedName~Commands
#
# With LUAGEN_SERVERS, the tests of commands, replies and access ask each of the servers too.
set -euo pipefail

dir="${1:?usage: newer-servers.sh DIR}"
suites="trixie sid"
packages="redis-server redis-tools valkey-server valkey-tools
  libatomic1 libc6 libjemalloc2 liblzf1 libssl3t64 libstdc++6 libgcc-s1 libsystemd0 libcap2 zlib1g libzstd1"

mkdir -p "$dir"
cd "$dir"
root="$PWD"
mirror="$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2> /dev/null \
  | grep -v '^#' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true)"
[ -n "$mirror" ] || { echo "This machine has no Debian package source." >&2; exit 1; }

for suite in $suites; do
  mkdir -p "$suite/apt/lists/partial" "$suite/apt/cache/archives/partial" "$suite/debs"
  : > "$suite/apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" > "$suite/apt/sources.list"
  apt=(apt-get -qq -o "Dir::Etc::SourceList=$root/$suite/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State=$root/$suite/apt" -o "Dir::State::status=$root/$suite/apt/status" -o "Dir::State::Lists=$root/$suite/apt/lists"
    -o "Dir::Cache=$root/$suite/apt/cache" -o APT::Sandbox::User="$(id -un)")
  [ -s "$suite/apt/cache/pkgcache.bin" ] || "${apt[@]}" update
  for package in $packages; do
    compgen -G "$suite/debs/${package}_*.deb" > /dev/null || (cd "$suite/debs" && "${apt[@]}" download "$package") || echo "$suite has no $package" >&2
  done

  for deb in "$suite"/debs/*.deb; do
    dpkg-deb -x "$deb" "$suite"
  done
done

# Starts a server by its suite's own loader, and replaces itself by it: the process id is the server's.
cat > run << 'RUN'
#!/usr/bin/env bash
suite="$(cd "$(dirname "$0")/$1" && pwd)" program="$2"
shift 2
libraries="$suite/usr/lib/x86_64-linux-gnu"
exec -a "$program" "$libraries/ld-linux-x86-64.so.2" --library-path "$libraries" --argv0 "$program" "$suite/usr/bin/$program" "$@"
RUN
chmod +x run

list=""
for suite in $suites; do
  for program in redis-server valkey-server; do list="$list;$root/run $suite $program"; done
done
echo "${list#;}" > servers
echo "ready: LUAGEN_SERVERS=\"\$(cat $root/servers)\""
