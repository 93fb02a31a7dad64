// Generates the command table that is compiled into the generator, from facts about Redis's commands.
//
//     dotnet run generator/commands/make-table.cs
//
// To update the facts, replace redis-commands.json (its "about" entry names the source), run this script, and review the
// diff of the table. The tests then compare the table with the facts and check its grammar against a live server.
// corrections.txt overrides facts that are wrong; each of its lines gives the reason.
//
// The first line has the newest versions of Redis and Valkey that the table covers completely. After it, each line is one
// command, with tab-separated columns:
//
//     name  arity  servers  flags  keys  deprecated  scripts  replies  arguments
//
// servers     7.4~9.0!gd  from Redis 7.4 and Valkey 9.0 on, not Garnet, not Dragonfly. Without "~" Valkey has what Redis 7.2
//             has, and nothing newer; "7.4~": not Valkey; "~9.0": not Redis. g, d: not; p: a preview of Garnet;
//             w: not known of Dragonfly; m, v: a module's command, in Redis before that version and in Valkey
// keys        rw1:0,1,0   access, begin (an index or KEYWORD@from), then last, step, limit of a range
//             ro1#0,1,1   the same, then the position of the key count, the first key and the step; "?" if unknown
// deprecated  6.2 and the replacement; 6.2~9.0: in Valkey up to 9.0
// scripts     the servers whose scripts may call it, as "servers", if not all that have it; u: only with undeclared keys
// arguments   TOKEN  name:type  (a b)  (A|B)  [optional]  many+  since@6.2  A^B (mutually exclusive); @ as "servers"
//             types: k key, s text, i integer, d number, u time, p pattern, n the count of the items that follow
using System.Text;
using System.Text.Json;

string[] keptFlags = ["write", "readonly", "noscript", "blocking", "may_replicate"];
var seven = new Version(7, 2);

var here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
using var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(here, "redis-commands.json")));
var corrections = File.ReadAllLines(Path.Combine(here, "corrections.txt"))
    .Where(line => line.Length > 0 && line[0] != '#')
    .Select(line => line.Split('\t', 3))
    .ToDictionary(parts => (Command: parts[0], Column: parts[1]), parts => parts[2]);

var commands = facts.RootElement.GetProperty("commands").EnumerateObject().OrderBy(command => command.Name, StringComparer.Ordinal).ToArray();
var families = facts.RootElement.GetProperty("families");
var rows = new List<string>();
var table = new StringBuilder($"{Text(families.GetProperty("redis"), "newest")} {Text(families.GetProperty("valkey"), "newest")}\n");
foreach (var command in commands)
{
    var (name, value) = (command.Name, command.Value);
    string[] columns =
    [
        name,
        Corrected(name, "arity", () => value.GetProperty("arity").GetRawText()),
        Servers(value) + Marks(value),
        string.Join(',', Strings(value, "flags").Where(keptFlags.Contains).Concat(OnlyValkeyReplicates(value) ? ["valkey_may_replicate"] : [])),
        Is(value, "keysMissing") ? "?" : string.Join(' ', Items(value, "keys").Select(Keys)),
        Deprecated(value),
        Scripts(value),
        Corrected(name, "replies", () => string.Join(',', Strings(value, "replies"))),
        // Nothing is refused because of a grammar that no server has confirmed.
        Corrected(name, "arguments", () => Sequence([.. Items(value, "arguments")])),
    ];
    rows.Add(string.Join('\t', columns).TrimEnd('\t'));
}

foreach (var (family, marks) in new[] { ("garnet", "~!d"), ("dragonfly", "~!g") })
{
    foreach (var command in facts.RootElement.GetProperty("others").GetProperty(family).EnumerateObject().Where(IsForScripts))
    {
        string[] columns =
        [
            command.Name,
            command.Value.TryGetProperty("arity", out var arity) ? arity.GetRawText() : "-1",
            Is(command.Value, "preview") ? "~!pd" : marks,
            string.Join(',', Strings(command.Value, "flags").Where(keptFlags.Contains)),
            string.Join(' ', Items(command.Value, "keys").Select(Keys)),
        ];
        rows.Add(string.Join('\t', columns).TrimEnd('\t'));
    }
}

if (corrections.Count > 0)
{
    throw new InvalidOperationException($"Corrections of commands that there are not: {string.Join(", ", corrections.Keys)}");
}

// Sorted by name, so that a command precedes its subcommands.
foreach (var row in rows.OrderBy(row => row[..row.IndexOf('\t')], StringComparer.Ordinal))
{
    table.Append(row).Append('\n');
}

File.WriteAllText(Path.Combine(here, "..", "LuaGen.Language", "Commands", "commands.txt"), table.ToString());

string Corrected(string command, string column, Func<string> fact) =>
    corrections.Remove((command, column), out var correction) ? correction : fact();

// The first versions that have a command or an argument; empty if all have it.
string Servers(JsonElement element)
{
    var redis = IsNull(element, "redis") ? "" : Text(element, "since") is null ? "1.0" : Version(element, "since");
    var inherited = redis.Length > 0 && new Version(redis).CompareTo(seven) <= 0 ? "7.2" : "";
    var valkey = element.TryGetProperty("valkey", out _) ? Version(element, "valkey") : inherited;
    return valkey != inherited ? $"{redis}~{valkey}" : Text(element, "since") is null ? "" : redis;
}

// Commands that only one other server has: those that scripts may call. Their subcommands serve its own nodes.
static bool IsForScripts(JsonProperty command) =>
    !command.Name.Contains(' ', StringComparison.Ordinal) && !(command.Value.TryGetProperty("scripts", out var scripts) && scripts.ValueKind == JsonValueKind.False);

static string Marks(JsonElement command)
{
    var marks = (Is(command, "garnetPreview") ? "p" : Is(command, "garnet") ? "" : "g")
        + (command.GetProperty("dragonfly").ValueKind switch { JsonValueKind.True => "", JsonValueKind.False => "d", _ => "w" })
        + (Text(command, "module") is null or "vectorset" ? "" : "m") + (Text(command, "valkeyModule") is null ? "" : "v");
    return marks.Length == 0 ? "" : "!" + marks;
}

static string Deprecated(JsonElement command)
{
    if (Text(command, "deprecatedSince") is null)
    {
        return "";
    }

    var until = Items(command, "valkeyDeprecated").ToArray() is [_, { ValueKind: JsonValueKind.String } end] ? "~" + Short(end.GetString()!) : "";
    return $"{Version(command, "deprecatedSince")}{until} {Text(command, "replacedBy")!.Replace("!", "", StringComparison.Ordinal)}";
}

// Empty if the scripts of all servers that have the command may call it, or if none may.
string Scripts(JsonElement command)
{
    var isRefused = Strings(command, "flags").Contains("noscript");
    var (garnet, dragonfly) = (isRefused ? "g" : "", isRefused ? "d" : "");
    if (command.TryGetProperty("scripts", out var scripts))
    {
        garnet = scripts.TryGetProperty("garnet", out var one) ? one.GetBoolean() ? "" : "g" : garnet;
        dragonfly = !scripts.TryGetProperty("dragonfly", out var other) ? dragonfly
            : other.ValueKind switch { JsonValueKind.True => "", JsonValueKind.False => "d", _ => "u" };
    }
    else if (Text(command, "noscriptBefore") is null)
    {
        return "";
    }

    var valkey = Version(command, "valkeyNoscriptBefore");
    var from = isRefused ? "~" : Version(command, "noscriptBefore") + (valkey.Length == 0 ? "" : "~" + valkey);
    return garnet + dragonfly is { Length: > 0 } marks ? $"{from}!{marks}" : from;
}

static bool OnlyValkeyReplicates(JsonElement command) =>
    command.TryGetProperty("valkeyFlags", out var flags) && Strings(flags, "+").Contains("may_replicate");

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

string Sequence(JsonElement[] arguments) => string.Join(' ', arguments.Select(Argument));

string Argument(JsonElement argument)
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
            core = string.Join('|', Items(argument, "arguments").Select(Argument));
            isGroup = true;
            break;
        case "block":
            core = Sequence([.. Items(argument, "arguments")]);
            isGroup = true;
            break;
        case var type:
            core = $"{Text(argument, "name")}:{TypeLetter(argument, type!)}";
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

    return Servers(argument) is { Length: > 0 } servers ? $"{core}@{servers}" : core;
}

static char TypeLetter(JsonElement argument, string type) => Is(argument, "counts") ? 'n' : type switch { "unix-time" => 'u', _ => type[0] };

static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

static bool Is(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.EnumerateArray() : [];

static IEnumerable<string> Strings(JsonElement element, string name) => Items(element, name).Select(item => item.GetString()!);

static bool IsNull(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

static string Version(JsonElement element, string name) => Short(Text(element, name) ?? "");

// 6.2.0 is written as 6.2.
static string Short(string version) =>
    version.EndsWith(".0", StringComparison.Ordinal) && version.Count(c => c == '.') == 2 ? version[..^2] : version;
