#!/usr/bin/env bash
# Measures what LuaGen adds to a build: a project of 400 C# files and 200 scripts is built in turn with it, and with neither
# it nor the code that it generates, and the medians are compared. So compiling the generated code counts too.
#
#   tests/measure-build.sh [rounds] [C# files] [scripts]     11 400 200 if left out
#
# Columns: median seconds of wall clock and of CPU (all processes of the build, and the compiler server),
# and the median of the ratios of each round. Rows and targets:
#
#   clean, no server      a full compilation in a new process          at most 1.10
#   one C# file touched   the compiler server has built both 6 times   at most 1.05
#   one script touched    beside one C# file touched without LuaGen    at most 1.10
set -euo pipefail

rounds="${1:-11}" files="${2:-400}" scripts="${3:-200}"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 SharedCompilationId="luagen-measure-$$"
compiler="$(ls -d "$(dirname "$(readlink -f "$(command -v dotnet)")")"/sdk/*/Roslyn/bincore/VBCSCompiler.dll | sort -V | tail -n 1)"

stop_server() { dotnet "$compiler" -shutdown "-pipename:$SharedCompilationId" > /dev/null 2>&1 || true; }
trap 'stop_server; rm -rf "$work"' EXIT

write_project() {
  local folder="$1" analyzers="$2" i
  mkdir -p "$folder"
  for i in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' > "$folder/$i"; done
  cat > "$folder/Measured.csproj" << EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <RootNamespace>Measured</RootNamespace>
    <ProduceReferenceAssembly>true</ProduceReferenceAssembly>
    <NoWarn>\$(NoWarn);NU1603;CS1591</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="StackExchange.Redis" Version="3.4.35" />
    <Reference Include="$root/runtime/LuaGen/bin/Release/net8.0/LuaGen.dll" />
$analyzers
  </ItemGroup>
EOF
  if [ -n "$analyzers" ]; then
    echo "  <Import Project=\"$root/runtime/LuaGen/buildTransitive/LuaGen.props\" /><Import Project=\"$root/runtime/LuaGen/build/LuaGen.targets\" />" >> "$folder/Measured.csproj"
  fi
  echo '</Project>' >> "$folder/Measured.csproj"
  for i in $(seq "$files"); do write_class "$folder/Code/Area$((i % 20))/Class$i.cs" "$i" 0; done
}

# A class of some 60 lines that computes, queries and formats.
write_class() {
  mkdir -p "$(dirname "$1")"
  {
    echo "namespace Measured.Code; // $3"
    echo "public sealed record Item$2(string Name, long Count, double Price);"
    echo "public sealed class Class$2(IReadOnlyList<Item$2> items) {"
    for m in $(seq 8); do
      echo "  public async Task<string> Method$m(string prefix, int limit, CancellationToken stop = default) {"
      echo "    await Task.Delay(limit % 2, stop);"
      echo "    var chosen = items.Where(item => item.Count > limit && item.Name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(item => item.Price).Take($m).ToList();"
      echo "    var total = chosen.Sum(item => item.Count * item.Price);"
      echo "    return chosen switch { [] => \"none\", [var one] => \$\"{one.Name}: {one.Price:0.00}\", _ => \$\"{chosen.Count} of {total:0.00}\" };"
      echo "  }"
    done
    echo "}"
  } > "$1"
}

# A script of some 30 lines, ten in a folder.
write_script() {
  mkdir -p "$(dirname "$1")"
  {
    printf -- '-- Moves units from one place to another.\n-- KEYS[1] source   Where they come from.\n-- KEYS[2] target   Where they go.\n-- ARGV[1] quantity: int\n'
    printf -- '-- ARGV[2] hold: seconds = 900\n-- RETURNS moved: long\n-- RETURNS left: long?\nlocal source, target = KEYS[1], KEYS[2]\nlocal quantity = tonumber(ARGV[1])\n'
    for i in 1 2 3 4 5; do
      printf "local have%d = tonumber(redis.call('HGET', source, 'f%d') or '0')\nif have%d < quantity then\n  return { 0, have%d }\nend\n" "$i" "$i" "$i" "$i"
    done
    printf "redis.call('EXPIRE', target, ARGV[2])\nreturn { quantity, redis.call('HINCRBY', target, 'n', quantity) } -- %s\n" "$2"
  } > "$1"
}

server_process() { pgrep -f "VBCSCompiler.*$SharedCompilationId" | head -n 1; }

# The CPU seconds that the compiler server has used.
server_seconds() {
  local id
  id="$(server_process)"
  if [ -n "$id" ]; then awk -v hertz="$(getconf CLK_TCK)" '{ print ($14 + $15) / hertz }' "/proc/$id/stat"; else echo 0; fi
}

# Builds $1 with the options that follow; prints the seconds of wall clock and of CPU.
build() {
  local folder="$1"
  shift
  local TIMEFORMAT='%R %U %S'
  local before
  before="$(server_seconds)"
  { time dotnet build "$folder" --no-restore -v:quiet -tl:off "$@" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }; } 2> "$work/time" || { cat "$work/log" "$work/time" >&2; exit 1; }
  echo "$(tail -n 1 "$work/time") $before $(server_seconds)" | awk '{ print $1, $2 + $3 + $5 - $4 }'
}

median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# $1 names the row, $2 is its target; the results file has four columns: with and without, wall and CPU.
print_row() {
  local file="$work/$1"
  printf '%-24s' "$1"
  for c in 1 3 2 4; do printf '%9.2f' "$(cut -d' ' -f$c "$file" | median)"; done
  printf '%10.2f' "$(awk '{ print $1 / $3 }' "$file" | median)"
  printf '%10.2f   at most %s\n' "$(awk '{ print $2 / $4 }' "$file" | median)" "$2"
}

dotnet build "$root/runtime/LuaGen" -c Release -v:quiet -tl:off > /dev/null
dotnet build "$root/generator/LuaGen.Generator" -c Release -v:quiet -tl:off > /dev/null
generator="$root/generator/LuaGen.Generator/bin/Release/netstandard2.0"
write_project "$work/with" "    <Analyzer Include=\"$generator/LuaGen.Generator.dll\" /><Analyzer Include=\"$generator/LuaGen.Language.dll\" />"
for i in $(seq "$scripts"); do write_script "$work/with/Scripts/Area$((i / 10))/Move$i.lua" 0; done
dotnet restore "$work/with" -v:quiet > /dev/null
build "$work/with" -t:Rebuild > /dev/null
write_project "$work/without" ""
dotnet restore "$work/without" -v:quiet > /dev/null
build "$work/without" -t:Rebuild > /dev/null

in_turn() {
  local name="$1" touch_it="$2" round one other
  shift 2
  for round in $(seq "$rounds"); do
    "$touch_it" "$round"
    # The order changes, so that neither always comes first.
    if [ $((round % 2)) -eq 0 ]; then one="$(build "$work/with" "$@")" other="$(build "$work/without" "$@")"
    else other="$(build "$work/without" "$@")" one="$(build "$work/with" "$@")"; fi
    echo "$one $other" >> "$work/$name"
  done
}

touch_nothing() { :; }
touch_class() { write_class "$work/with/Code/Area7/Class7.cs" 7 "$1"; write_class "$work/without/Code/Area7/Class7.cs" 7 "$1"; }
touch_script() { write_script "$work/with/Scripts/Area0/Move7.lua" "$1"; write_class "$work/without/Code/Area7/Class7.cs" 7 "$1"; }

echo "$files C# files, $scripts scripts; medians of $rounds rounds in turn, seconds; $(nproc) processors"
printf '%-24s%9s%9s%9s%9s%10s%10s\n' "" "wall" "without" "CPU" "without" "wall" "CPU"
in_turn "clean, no server" touch_nothing -t:Rebuild -p:UseSharedCompilation=false
print_row "clean, no server" 1.10
# Without node reuse, MSBuild does not use the compiler server by itself.
server=-p:UseSharedCompilation=true
for i in $(seq 6); do touch_class "warm $i"; build "$work/with" "$server" > /dev/null; build "$work/without" "$server" > /dev/null; done
[ -n "$(server_process)" ] || { echo "The compiler server was not used." >&2; exit 1; }
in_turn "one C# file touched" touch_class "$server"
print_row "one C# file touched" 1.05
in_turn "one script touched" touch_script "$server"
print_row "one script touched" 1.10
