namespace LuaGen.Language.Header;

/// <summary>The options of a header: <c>@readonly</c>, <c>@name Reserve</c>.</summary>
internal static class HeaderOptions
{
    /// <summary>The option of a file that is only pasted into others.</summary>
    public const string Fragment = "fragment";

    public static IReadOnlyList<string> Names { get; } = ["readonly", "name", "class", "since", "include", Fragment];
}
