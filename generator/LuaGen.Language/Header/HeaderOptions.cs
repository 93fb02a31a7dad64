namespace LuaGen.Language.Header;

/// <summary>The options of a header: <c>@readonly</c>, <c>@name Reserve</c>.</summary>
internal static class HeaderOptions
{
    public static IReadOnlyList<string> Names { get; } = ["readonly", "name", "class", "since", "include"];
}
