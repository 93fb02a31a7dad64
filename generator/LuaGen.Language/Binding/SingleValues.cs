using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>Which expressions at the end of a list give one value, and which any number of them.</summary>
internal static class SingleValues
{
    /// <summary>Functions of Redis's Lua that return exactly one value (or raise an error).</summary>
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "tonumber", "tostring", "type",
        "redis.call", "redis.pcall", "redis.sha1hex", "server.call", "server.pcall", "server.sha1hex",
        "string.char", "string.format", "string.len", "string.lower", "string.rep", "string.reverse", "string.sub", "string.upper",
        "math.abs", "math.ceil", "math.floor", "math.fmod", "math.max", "math.min", "math.pow", "math.random", "math.sqrt",
        "table.concat", "cjson.encode", "cmsgpack.pack", "struct.pack",
    };

    public static bool MayBeSeveral(BoundScript script, Expression expression) => expression switch
    {
        CallExpression call => NameOf(script, call.Function) is not { } name || !Functions.Contains(name),
        MethodCallExpression or VarargExpression => true,
        _ => false,
    };

    /// <summary><c>tostring</c>, <c>string.format</c>, also through a local.</summary>
    private static string? NameOf(BoundScript script, Expression function) => script.Resolve(function) switch
    {
        NameExpression name when script.LocalOf(name) is null => name.Name,
        MemberExpression member when script.Resolve(member.Target) is NameExpression library && script.LocalOf(library) is null =>
            $"{library.Name}.{member.Member.Name}",
        _ => null,
    };
}
