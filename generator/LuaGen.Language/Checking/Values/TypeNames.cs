using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Values;

/// <summary>The names that <c>type</c> returns.</summary>
internal static class TypeNames
{
    private static readonly string[] All = ["nil", "number", "string", "boolean", "table", "function", "thread", "userdata"];

    /// <summary>The names of other languages, and the name that Lua has for them.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.OrdinalIgnoreCase)
    {
        ["null"] = "nil", ["none"] = "nil", ["undefined"] = "nil",
        ["int"] = "number", ["integer"] = "number", ["long"] = "number", ["float"] = "number", ["double"] = "number",
        ["str"] = "string", ["text"] = "string",
        ["bool"] = "boolean", ["true"] = "boolean", ["false"] = "boolean",
        ["array"] = "table", ["list"] = "table", ["object"] = "table", ["map"] = "table", ["hash"] = "table", ["dict"] = "table",
        ["func"] = "function",
    };

    /// <summary>What to write instead of a value that <c>type</c> never returns; <see langword="null"/> for one that it returns.</summary>
    public static string? Instead(Expression name) => name switch
    {
        NilLiteral => "`'nil'`",
        StringLiteral { Value: var text } when Array.IndexOf(All, text) >= 0 => null,
        StringLiteral { Value: var text } when Array.IndexOf(All, text.ToLowerInvariant()) >= 0 => $"`'{text.ToLowerInvariant()}'`",
        StringLiteral { Value: var text } => Foreign.TryGetValue(text, out var known) ? $"`'{known}'`" : "a name that `type` returns, such as `'string'`",
        _ => null,
    };
}
