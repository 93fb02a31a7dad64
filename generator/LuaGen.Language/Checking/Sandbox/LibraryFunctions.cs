using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>The functions whose arguments are checked. A test tries them all on a live server.</summary>
internal static class LibraryFunctions
{
    private static readonly string[] Usages =
    [
        "tonumber(value[, base])", "tostring(value)", "type(value)", "pairs(t)", "ipairs(t)", "next(t)", "unpack(t[, i[, j]])", "getmetatable(value)",
        "setmetatable(t, metatable)", "rawget(t, key)", "rawset(t, key, value)", "rawequal(a, b)", "assert(value)", "select(value)", "xpcall(value, handler)",
        "loadstring(code)", "load(f)",
        "string.byte(s[, i[, j]])", "string.find(s, pattern[, n])", "string.format(format)", "string.gmatch(s, pattern)",
        "string.gsub(s, pattern, replacement[, n])", "string.len(s)", "string.lower(s)", "string.match(s, pattern[, n])", "string.rep(s, n)",
        "string.reverse(s)", "string.sub(s, i[, j])", "string.upper(s)",
        "table.concat(t[, separator[, i[, j]]])", "table.insert(t, value[, value])!", "table.remove(t[, n])", "table.sort(t[, f])", "table.getn(t)",
        "table.maxn(t)", "table.foreach(t, f)", "table.foreachi(t, f)",
        "math.abs(x)", "math.acos(x)", "math.asin(x)", "math.atan(x)", "math.ceil(x)", "math.cos(x)", "math.cosh(x)", "math.deg(x)", "math.exp(x)",
        "math.floor(x)", "math.frexp(x)", "math.log(x)", "math.log10(x)", "math.modf(x)", "math.rad(x)", "math.sin(x)", "math.sinh(x)", "math.sqrt(x)",
        "math.tan(x)", "math.tanh(x)", "math.randomseed(x)", "math.atan2(y, x)", "math.fmod(x, y)", "math.mod(x, y)", "math.pow(x, y)", "math.ldexp(x, n)",
        "math.max(x...)", "math.min(x...)",
        "cjson.encode(value)!", "cjson.decode(json)!", "cmsgpack.pack(value)", "cmsgpack.unpack(data)", "struct.pack(format)", "struct.size(format)",
        "struct.unpack(format, data)",
        "bit.tobit(x)", "bit.tohex(x)", "bit.bnot(x)", "bit.bswap(x)", "bit.band(x...)", "bit.bor(x...)", "bit.bxor(x...)",
        "bit.lshift(x, n)", "bit.rshift(x, n)", "bit.arshift(x, n)", "bit.rol(x, n)", "bit.ror(x, n)",
        "redis.sha1hex(value)!", "redis.error_reply(message)!", "redis.status_reply(message)!", "redis.setresp(version)!", "redis.set_repl(value)!",
        "redis.log(level, value)",
    ];

    private static readonly Dictionary<string, LibraryFunction> ByName =
        Usages.Select(LibraryFunction.Parse).ToDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>Names as they are asked for, so that a call costs no new string.</summary>
    private static readonly Dictionary<(string Library, string Member), string> Joined =
        ByName.Keys.Concat(["redis.call", "redis.pcall", "coroutine.wrap", "coroutine.create"])
            .Where(name => name.IndexOf('.') > 0)
            .ToDictionary(name => (name.Substring(0, name.IndexOf('.')), name.Substring(name.IndexOf('.') + 1)));

    public static IEnumerable<LibraryFunction> All => ByName.Values;

    public static LibraryFunction? Find(string name) => ByName.TryGetValue(name, out var function) ? function : null;

    /// <summary>The function of the server that is called, also through a local; those of <c>server</c> by the names of <c>redis</c>. Of others, "" says that it is one of some library.</summary>
    public static string? NameOf(BoundScript script, Expression function) => script.Resolve(function) switch
    {
        NameExpression name when script.LocalOf(name) is null => name.Name,
        MemberExpression member => NameOf(script, member.Target, member.Member.Name),
        IndexExpression index when script.Resolve(index.Index) is StringLiteral name => NameOf(script, index.Target, name.Value),
        _ => null,
    };

    private static string? NameOf(BoundScript script, Expression target, string member)
    {
        if (script.Resolve(target) is not NameExpression library || script.LocalOf(library) is not null)
        {
            return null;
        }

        var shared = library.Name == SandboxNames.ValkeyLibrary ? "redis" : library.Name;
        return Joined.TryGetValue((shared, member), out var name) ? name : "";
    }
}
