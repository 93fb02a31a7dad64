using LuaGen.Language.Commands;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>The globals of a script, and what its libraries hold. A test asks a live server for the same list.</summary>
internal static class SandboxNames
{
    /// <summary>The first server with <c>os</c>, which holds <c>clock</c> alone.</summary>
    public static readonly ServerVersion OsSince = new(7, 4);

    /// <summary>Valkey's own name of the library that it shares with Redis.</summary>
    public const string ValkeyLibrary = "server";

    private static readonly HashSet<string> Globals = Words(
        "KEYS ARGV _G _VERSION assert collectgarbage error gcinfo getmetatable ipairs load loadstring next pairs pcall rawequal "
        + "rawget rawset select setmetatable tonumber tostring type unpack xpcall __redis__err__handler");

    /// <summary>What security fixes have taken away: servers of one version differ.</summary>
    private static readonly HashSet<string> Withdrawn = Words("getfenv setfenv newproxy");

    private static readonly Dictionary<string, HashSet<string>> Libraries = new(StringComparer.Ordinal)
    {
        ["bit"] = Words("arshift band bnot bor bswap bxor lshift rol ror rshift tobit tohex"),
        ["cjson"] = Words(
            "_NAME _VERSION decode decode_invalid_numbers decode_max_depth encode encode_invalid_numbers encode_keep_buffer "
            + "encode_max_depth encode_number_precision encode_sparse_array new null"),
        ["cmsgpack"] = Words("_COPYRIGHT _DESCRIPTION _NAME _VERSION pack unpack unpack_limit unpack_one"),
        ["coroutine"] = Words("create resume running status wrap yield"),
        ["math"] = Words(
            "abs acos asin atan atan2 ceil cos cosh deg exp floor fmod frexp huge ldexp log log10 max min mod modf pi pow rad "
            + "random randomseed sin sinh sqrt tan tanh"),
        ["os"] = Words("clock"),
        ["redis"] = Words(
            "LOG_DEBUG LOG_NOTICE LOG_VERBOSE LOG_WARNING REDIS_VERSION REDIS_VERSION_NUM REPL_ALL REPL_AOF REPL_NONE REPL_REPLICA "
            + "REPL_SLAVE acl_check_cmd breakpoint call debug error_reply log pcall replicate_commands set_repl setresp sha1hex status_reply"),
        ["string"] = Words("byte char dump find format gfind gmatch gsub len lower match rep reverse sub upper"),
        ["struct"] = Words("pack size unpack"),
        ["table"] = Words("concat foreach foreachi getn insert maxn remove setn sort"),
    };

    /// <summary>Everything that a script can name, for suggestions.</summary>
    public static IEnumerable<string> All => Globals.Concat(Libraries.Keys);

    public static bool IsGlobal(string name) => Globals.Contains(name) || Libraries.ContainsKey(name) || name == ValkeyLibrary;

    public static bool IsWithdrawn(string name) => Withdrawn.Contains(name);

    public static bool IsLibrary(string name) => Libraries.ContainsKey(name) || name == ValkeyLibrary;

    /// <summary>What a library holds; <see langword="null"/> for what is none.</summary>
    public static IReadOnlyCollection<string>? MembersOf(string library) =>
        Libraries.TryGetValue(library == ValkeyLibrary ? "redis" : library, out var members) ? members : null;

    public static bool HasMember(string library, string name) =>
        Libraries.TryGetValue(library == ValkeyLibrary ? "redis" : library, out var members) && members.Contains(name);

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
