#!/usr/bin/env bash
# Packs the tool into a folder: a native package for this machine's platform, a portable one for all others, and the
# package that dotnet tool install asks for, which names both. Needs clang and zlib; dotnet pack alone makes the
# portable tool without them.
#
#   tool/pack.sh artifacts [options of dotnet pack]
#
# A release names the platforms of all its machines and packs the native package of each on that machine:
#
#   LUAGEN_RUNTIMES="linux-x64 osx-arm64" tool/pack.sh artifacts
set -euo pipefail

folder="$(mkdir -p "$1" && cd "$1" && pwd)"
shift
project="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/LuaGen.Tool"
here="$(dotnet --info | sed -n 's/^ *RID: *//p')"

export LUAGEN_RUNTIMES="${LUAGEN_RUNTIMES:-$here}"
for runtime in "$here" any; do
  dotnet pack "$project" -c Release -o "$folder" -r "$runtime" "$@"
done

# The package that names the others.
dotnet pack "$project" -c Release -o "$folder" "$@"
