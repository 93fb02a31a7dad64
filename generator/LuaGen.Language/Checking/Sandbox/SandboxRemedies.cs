using LuaGen.Language.Commands;
using LuaGen.Language.Library;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>What to write instead of a name that Redis's Lua does not provide.</summary>
internal static class SandboxRemedies
{
    private const string TheTime = "take the time from `redis.call('TIME')`";
    private const string OneFile = "copy the module's code into this script";
    private const string NoFiles = "pass the data in `ARGV`";

    /// <summary>Globals of other Lua environments that Redis has by another name.</summary>
    private static readonly Dictionary<string, string> OtherGlobals = new(StringComparer.Ordinal)
    {
        ["json"] = "cjson",
        ["JSON"] = "cjson",
        ["True"] = "true",
        ["TRUE"] = "true",
        ["False"] = "false",
        ["FALSE"] = "false",
        ["keys"] = "KEYS",
        ["Keys"] = "KEYS",
        ["argv"] = "ARGV",
        ["Argv"] = "ARGV",
        ["ARGS"] = "ARGV",
        ["arg"] = "ARGV",
    };

    /// <summary>Functions and constants of other Lua environments that Redis has, with the same arguments, by another name.</summary>
    private static readonly Dictionary<string, string> OtherMembers = new(StringComparer.Ordinal)
    {
        ["table.unpack"] = "unpack",
        ["cjson.parse"] = "cjson.decode",
        ["cjson.stringify"] = "cjson.encode",
        ["cmsgpack.encode"] = "cmsgpack.pack",
        ["cmsgpack.decode"] = "cmsgpack.unpack",
        ["redis.error"] = "redis.error_reply",
        ["redis.status"] = "redis.status_reply",
        ["redis.sha1"] = "redis.sha1hex",
        ["redis.LOG_WARN"] = "redis.LOG_WARNING",
    };

    private static readonly Dictionary<string, string> Globals = new(StringComparer.Ordinal)
    {
        ["print"] = "write `redis.log(redis.LOG_NOTICE, …)`, or return the text",
        ["require"] = OneFile,
        ["dofile"] = OneFile,
        ["loadfile"] = OneFile,
        ["module"] = OneFile,
        ["package"] = OneFile,
        ["io"] = NoFiles,
        ["debug"] = "remove it",
        ["utf8"] = "count bytes, or do the work in the caller",
        ["bit32"] = "write `bit`",
        ["undefined"] = Nothing,
        ["null"] = Nothing,
        ["Null"] = Nothing,
        ["NULL"] = Nothing,
        ["None"] = Nothing,
        ["none"] = Nothing,
        ["Nil"] = Nothing,
        ["NIL"] = Nothing,
        ["getfenv"] = Withdrawn,
        ["setfenv"] = Withdrawn,
        ["newproxy"] = Withdrawn,
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["table.pack"] = "write `{ … }`",
        ["table.move"] = "copy in a loop",
        ["table.clear"] = "use a new table",
        ["table.join"] = "write `table.concat`",
        ["string.join"] = "write `table.concat`",
        ["string.split"] = "loop over `string.gmatch(s, '[^,]+')`",
        ["string.trim"] = "write `s:match('^%s*(.-)%s*$')`",
        ["string.startswith"] = "write `s:sub(1, #prefix) == prefix`",
        ["string.endswith"] = "write `s:sub(-#suffix) == suffix`",
        ["string.contains"] = "write `s:find(part, 1, true)`",
        ["string.replace"] = "write `string.gsub`",
        ["string.pack"] = "write `struct.pack`",
        ["string.unpack"] = "write `struct.unpack`",
        ["math.round"] = "write `math.floor(x + 0.5)`",
        ["math.pow10"] = "write `10 ^ x`",
        ["math.tointeger"] = "write `math.floor`",
        ["math.type"] = "write `type`",
        ["redis.print"] = "write `redis.log`",
        ["redis.time"] = "write `redis.call('TIME')`",
        ["redis.register_function"] = "make the file a function library with `#!lua name=…` as its first line",
        ["os.time"] = TheTime,
        ["os.date"] = TheTime,
        ["os.getenv"] = "pass the value in `ARGV`",
    };

    private const string Nothing = "write `nil` (for a missing key, Redis gives `false`)";
    private const string Withdrawn = "avoid it, because servers with security fixes of 2022 and later do not have it";

    /// <summary>Longer names are not compared: they are not typing errors, and the comparison takes quadratic time.</summary>
    private const int MaxWord = 64;

    /// <param name="name">The global.</param>
    /// <param name="servers">The servers that the script must run on.</param>
    /// <param name="locals">The names of the script's locals.</param>
    /// <param name="isCompared">Whether to suggest a similar name.</param>
    public static NameRemedy OfGlobal(string name, ServerList servers, IReadOnlyCollection<string> locals, bool isCompared) =>
        name == "os" && LuaLibrary.FirstWithoutGlobal(name, servers) is { } lacking ? NameRemedy.Advise(OfOs(lacking))
        : locals.Contains(name) ? NameRemedy.Advise($"declare `local {name}` before this line, in a block that encloses both uses")
        : OtherGlobals.TryGetValue(name, out var other) ? NameRemedy.Write(other)
        : (Globals.TryGetValue(name, out var remedy) ? remedy : SandboxReplacements.Of(name)) is { } advice ? NameRemedy.Advise(advice)
        : isCompared && Nearest(name, locals.Concat(GlobalsOf(servers)), prefix: "") is { } nearest ? nearest
        : NameRemedy.Advise($"declare `local {name}` before this line");

    /// <param name="library">The library, by either of its names.</param>
    /// <param name="name">The member.</param>
    /// <param name="servers">The servers that the script must run on.</param>
    public static NameRemedy OfMember(string library, string name, ServerList servers)
    {
        var shared = library == LuaLibrary.ValkeyServer ? LuaLibrary.Server : library;
        return SandboxReplacements.Of($"{shared}.{name}") is { } portable ? NameRemedy.Advise(portable)
            : SinceOf(library, name, servers) is { } since ? NameRemedy.Advise($"declare `-- @since {since.Declared}`, because only {since.Server} and later have it, or avoid it")
            : LuaLibrary.Find(library, name) is not null ? NameRemedy.Advise("avoid it")
            : OtherMembers.TryGetValue($"{shared}.{name}", out var other) ? NameRemedy.Write(other)
            : Members.TryGetValue($"{shared}.{name}", out var remedy) ? NameRemedy.Advise(remedy)
            : Nearest(name, LuaLibrary.MembersOf(library, servers).Select(member => member.Name), library + ".") is { } nearest ? nearest
            : NameRemedy.Advise(shared == LuaLibrary.Server ? $"write `{library}.call('{name.ToUpperInvariant()}', …)` for a command" : "write a local function");
    }

    private static NameRemedy? Nearest(string name, IEnumerable<string> candidates, string prefix)
    {
        IReadOnlyCollection<string> known = name.Length <= MaxWord ? [.. candidates] : [];
        return NearestName.Of(name, known) is { } nearest ? NameRemedy.Write(prefix + nearest, isCertain: NearestName.Only(name, known) is not null) : null;
    }

    private static string OfOs(Server lacking) => lacking.Family == ServerFamily.Redis
        ? $"{TheTime} ({lacking} has no `os`, Redis {LuaLibrary.SinceOf("os")} only `os.clock`)"
        : $"{TheTime} ({lacking} has no `os`)";

    /// <summary>The first version that has a member, of the family of the server that lacks it.</summary>
    private static (string Declared, Server Server)? SinceOf(string library, string name, ServerList servers)
    {
        if (LuaLibrary.FirstWithout(library, name, servers) is not { } lacking || LuaLibrary.ServersWith(library, name) is not { Until: null, IsWithdrawn: false } having)
        {
            return null;
        }

        return lacking.Family == ServerFamily.Redis && having.Redis is { } redis ? ($"{redis}", lacking with { Version = redis })
            : lacking.Family == ServerFamily.Valkey && having.Valkey is { } valkey ? ($"valkey {valkey}", lacking with { Version = valkey })
            : null;
    }

    /// <summary>All names that a script can use.</summary>
    private static IEnumerable<string> GlobalsOf(ServerList servers) =>
        LuaLibrary.MembersOf(LuaLibrary.Globals, servers).Select(member => member.Name)
            .Concat(LuaLibrary.Libraries.Where(library => LuaLibrary.FirstWithoutGlobal(library, servers) is null));
}
