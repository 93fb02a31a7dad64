namespace LuaGen.Language.Header;

/// <summary>The options of a header: <c>@readonly</c>, <c>@name Reserve</c>.</summary>
internal static class HeaderOptions
{
    /// <summary>The option of a file that is only pasted into others.</summary>
    public const string Fragment = "fragment";

    /// <summary>The directive that pastes another file. It may be anywhere between statements, and is not an option.</summary>
    public const string Include = "include";

    public static IReadOnlyList<string> Names { get; } = ["readonly", "name", "class", "since", Fragment];

    /// <summary>The words after <c>@</c> that are not prose.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Names, Include];
}
