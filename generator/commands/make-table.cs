// Generates the command table that is compiled into the generator, from facts about Redis's commands.
//
//     dotnet run generator/commands/make-table.cs
//
// To update the facts, replace redis-commands.json (its "about" entry names the source), run this script, and review the
// diff of the table. The tests then compare the table with the facts and check its grammar against a live server.
// corrections.txt overrides facts that are wrong; each of its lines gives the reason.
//
// The first line is the newest server version that the table covers completely. After it, each line is one command, with
// tab-separated columns:
//
//     name  arity  since  flags  keys  deprecated  noscript before  replies  arguments
//
// keys        rw1:0,1,0   access, begin (an index or KEYWORD@from), then last, step, limit of a range
//             ro1#0,1,1   the same, then the position of the key count, the first key and the step; "?" if unknown
// deprecated  6.2 and the replacement
// arguments   TOKEN  name:type  (a b)  (A|B)  [optional]  many+  since@6.2  A^B (mutually exclusive)
//             types: k key, s text, i integer, d number, u time, p pattern, n the count of the items that follow
using System.Text;
using System.Text.Json;

string[] keptFlags = ["write", "readonly", "noscript", "blocking", "may_replicate"];

var here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
using var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(here, "redis-commands.json")));
var corrections = File.ReadAllLines(Path.Combine(here, "corrections.txt"))
    .Where(line => line.Length > 0 && line[0] != '#')
    .Select(line => line.Split('\t', 3))
    .ToDictionary(parts => (Command: parts[0], Column: parts[1]), parts => parts[2]);

var commands = facts.RootElement.GetProperty("commands").EnumerateObject().OrderBy(command => command.Name, StringComparer.Ordinal).ToArray();
// Only facts from Redis's own server count; from 7.2 on, Valkey numbers its versions independently.
var newest = commands.Where(command => Text(command.Value, "source") == "redis").Max(command => new Version(Text(command.Value, "since") ?? "0.0"))!;
var table = new StringBuilder().Append(newest.ToString(2)).Append('\n');
foreach (var command in commands)
{
    var (name, value) = (command.Name, command.Value);
    string[] columns =
    [
        name,
        value.GetProperty("arity").GetRawText(),
        Corrected(name, "since", () => Version(value, "since")),
        string.Join(',', Strings(value, "flags").Where(keptFlags.Contains)),
        string.Join(' ', Items(value, "keys").Select(Keys)),
        value.TryGetProperty("deprecatedSince", out _) ? $"{Version(value, "deprecatedSince")} {Text(value, "replacedBy")!.Replace("!", "", StringComparison.Ordinal)}" : "",
        Version(value, "noscriptBefore"),
        Corrected(name, "replies", () => string.Join(',', Strings(value, "replies"))),
        Corrected(name, "arguments", () => Sequence([.. Items(value, "arguments")])),
    ];
    table.Append(string.Join('\t', columns).TrimEnd('\t')).Append('\n');
}

if (corrections.Count > 0)
{
    throw new InvalidOperationException($"Corrections of commands that there are not: {string.Join(", ", corrections.Keys)}");
}

File.WriteAllText(Path.Combine(here, "..", "LuaGen.Language", "Commands", "commands.txt"), table.ToString());

string Corrected(string command, string column, Func<string> fact) =>
    corrections.Remove((command, column), out var correction) ? correction : fact();

static string Keys(JsonElement key)
{
    var access = Strings(key, "flags").FirstOrDefault(flag => flag is "rw" or "ro" or "ow" or "rm") ?? "rw";
    var begin = key.GetProperty("begin");
    var find = key.GetProperty("find");
    if (begin.ValueKind == JsonValueKind.String || find.ValueKind == JsonValueKind.String)
    {
        return "?";
    }

    var start = begin.TryGetProperty("index", out var index) ? index.GetRawText() : $"{Text(begin, "keyword")}@{begin.GetProperty("from").GetRawText()}";
    var how = find.EnumerateObject().Single();
    return $"{access}{start}{(how.Name == "range" ? ':' : '#')}{string.Join(',', how.Value.EnumerateArray().Select(number => number.GetRawText()))}";
}

static string Sequence(JsonElement[] arguments) =>
    string.Join(' ', arguments.Select((argument, i) => Argument(argument, i + 1 < arguments.Length ? arguments[i + 1] : default)));

static string Argument(JsonElement argument, JsonElement next)
{
    var token = Text(argument, "token");
    var isGroup = false;
    string core;
    switch (Text(argument, "type"))
    {
        case "pure-token":
            core = token is "" ? "\"\"" : token ?? Text(argument, "name")!;
            token = null;
            break;
        case "oneof":
            core = string.Join('|', Items(argument, "arguments").Select(alternative => Argument(alternative, default)));
            isGroup = true;
            break;
        case "block":
            core = Sequence([.. Items(argument, "arguments")]);
            isGroup = true;
            break;
        case var type:
            core = $"{Text(argument, "name")}:{TypeLetter(argument, type!, next)}";
            break;
    }

    var isMultiple = Is(argument, "multiple");
    var repeatsToken = Is(argument, "multiple_token");
    if (isMultiple && !repeatsToken)
    {
        core = (isGroup ? $"({core})" : core) + "+";
        isGroup = false;
    }

    if (token is not null)
    {
        core = $"{token} {(isGroup && core.Contains('|', StringComparison.Ordinal) ? $"({core})" : core)}";
        isGroup = true;
    }

    if (isMultiple && repeatsToken)
    {
        core = $"({core})+";
        isGroup = false;
    }

    if (Is(argument, "optional"))
    {
        core = $"[{core}]";
    }
    else if (isGroup)
    {
        core = $"({core})";
    }

    var since = Version(argument, "since");
    return since.Length == 0 ? core : $"{core}@{since}";
}

static char TypeLetter(JsonElement argument, string type, JsonElement next)
{
    var counts = Text(argument, "name") is "numkeys" or "numfields" && next.ValueKind == JsonValueKind.Object && Is(next, "multiple") && !Is(next, "optional");
    return counts ? 'n' : type switch { "unix-time" => 'u', _ => type[0] };
}

static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

static bool Is(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();

static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.EnumerateArray() : [];

static IEnumerable<string> Strings(JsonElement element, string name) => Items(element, name).Select(item => item.GetString()!);

// 6.2.0 is written as 6.2.
static string Version(JsonElement element, string name)
{
    var version = Text(element, name) ?? "";
    return version.EndsWith(".0", StringComparison.Ordinal) && version.Count(c => c == '.') == 2 ? version[..^2] : version;
}
