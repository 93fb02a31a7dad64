namespace LuaGen.Language.Checking.Sandbox;

/// <summary>What to write instead of names of Lua 5.1 that Lua 5.4 does not have, and that all servers understand.</summary>
internal static class SandboxReplacements
{
    private static readonly Dictionary<string, string> Portable = new(StringComparer.Ordinal)
    {
        ["load"] = "write the function itself",
        ["loadstring"] = "write the function itself",
        ["gcinfo"] = "write `collectgarbage('count')`",
        ["string.gfind"] = "write `string.gmatch`",
        ["table.foreach"] = "loop over `pairs(t)`",
        ["table.foreachi"] = "loop over `ipairs(t)`",
        ["table.getn"] = "write `#t`",
        ["table.setn"] = "remove it",
        ["math.mod"] = "write `math.fmod`",
        ["math.pow"] = "write `x ^ y`",
        ["cmsgpack.unpack_one"] = "write `cmsgpack.unpack`",
        ["cmsgpack.unpack_limit"] = "write `cmsgpack.unpack`",
    };

    /// <summary>The replacement of a global or of a member with its library, or <see langword="null"/>.</summary>
    public static string? Of(string name) => Portable.TryGetValue(name, out var replacement) ? replacement : null;
}
