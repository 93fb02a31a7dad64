#!/usr/bin/env bash
# Builds luagen-<platform>.vsix: the extension with the native program for this platform, or for the one that $1 names (a .NET
# RID). Needs the .NET SDK, a C compiler with zlib, and Node 20; the network is needed for the packages of both, once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

rid="${1:-$(dotnet --info | sed -n 's/^ *RID: *//p')}"
case "$rid" in
  linux-x64 | linux-arm64) target="$rid" ;;
  osx-x64 | osx-arm64) target="darwin-${rid#osx-}" ;;
  win-x64 | win-arm64) target="win32-${rid#win-}" ;;
  *) echo "There is no platform of VS Code for the RID '$rid'."; exit 1 ;;
esac

dotnet publish ../LuaGen.Tool -c Release -r "$rid" -o bin -v quiet -nologo -p:DebugType=none ${LUAGEN_PUBLISH_OPTIONS:-}
find bin -type f ! -name luagen ! -name luagen.exe -delete
cp ../../LICENSE LICENSE
cp ../../docs/luagen.schema.json luagen.schema.json
npm ci --ignore-scripts
node node_modules/esbuild/install.js
npm run check
npm run build
npx vsce package --target "$target" --no-dependencies --out "luagen-$target.vsix"
