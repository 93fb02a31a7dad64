using LuaGen.Language.Commands;
using LuaGen.Language.Library;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>What to write instead of a name that Redis's Lua does not provide.</summary>
internal static class SandboxRemedies
{
    private const string TheTime = "take the time from `redis.call('TIME')`";
    private const string OneFile = "copy the module's code into this script";
    private const string NoFiles = "pass the data in `ARGV`";

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
        ["json"] = "write `cjson`",
        ["JSON"] = "write `cjson`",
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
        ["True"] = "write `true`",
        ["TRUE"] = "write `true`",
        ["False"] = "write `false`",
        ["FALSE"] = "write `false`",
        ["keys"] = "write `KEYS`",
        ["Keys"] = "write `KEYS`",
        ["argv"] = "write `ARGV`",
        ["Argv"] = "write `ARGV`",
        ["ARGS"] = "write `ARGV`",
        ["arg"] = "write `ARGV`",
        ["getfenv"] = Withdrawn,
        ["setfenv"] = Withdrawn,
        ["newproxy"] = Withdrawn,
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["table.unpack"] = "write `unpack`",
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
        ["cjson.parse"] = "write `cjson.decode`",
        ["cjson.stringify"] = "write `cjson.encode`",
        ["cmsgpack.encode"] = "write `cmsgpack.pack`",
        ["cmsgpack.decode"] = "write `cmsgpack.unpack`",
        ["redis.error"] = "write `redis.error_reply`",
        ["redis.status"] = "write `redis.status_reply`",
        ["redis.sha1"] = "write `redis.sha1hex`",
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
    public static string OfGlobal(string name, ServerList servers, IReadOnlyCollection<string> locals, bool isCompared) =>
        name == "os" && LuaLibrary.FirstWithoutGlobal(name, servers) is { } lacking ? OfOs(lacking)
        : locals.Contains(name) ? $"declare `local {name}` before this line, in a block that encloses both uses"
        : Globals.TryGetValue(name, out var remedy) ? remedy
        : SandboxReplacements.Of(name) is { } portable ? portable
        : isCompared && name.Length <= MaxWord && NearestName.Of(name, locals.Concat(GlobalsOf(servers))) is { } nearest ? $"write `{nearest}`"
        : $"declare `local {name}` before this line";

    /// <param name="library">The library, by either of its names.</param>
    /// <param name="name">The member.</param>
    /// <param name="servers">The servers that the script must run on.</param>
    public static string OfMember(string library, string name, ServerList servers)
    {
        var shared = library == LuaLibrary.ValkeyServer ? LuaLibrary.Server : library;
        return SandboxReplacements.Of($"{shared}.{name}") is { } portable ? portable
            : SinceOf(library, name, servers) is { } since ? $"declare `-- @since {since.Declared}`, because only {since.Server} and later have it, or avoid it"
            : LuaLibrary.Find(library, name) is not null ? "avoid it"
            : Members.TryGetValue($"{shared}.{name}", out var remedy) ? remedy
            : name.Length <= MaxWord && NearestName.Of(name, LuaLibrary.MembersOf(library, servers).Select(member => member.Name)) is { } nearest ? $"write `{library}.{nearest}`"
            : shared == LuaLibrary.Server ? $"write `{library}.call('{name.ToUpperInvariant()}', …)` for a command"
            : "write a local function";
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
