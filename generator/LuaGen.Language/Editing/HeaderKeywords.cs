namespace LuaGen.Language.Editing;

/// <summary>The keywords of the header, with their forms.</summary>
internal static class HeaderKeywords
{
    public static IReadOnlyList<HeaderKeyword> All { get; } =
    [
        new("KEYS", "KEYS[1] name   text", "Declares a key. `KEYS[n...]` at the end is a list of keys."),
        new("ARGV", "ARGV[1] name: type = default   text", "Declares an argument with its type. `ARGV[n...]` at the end is a list."),
        new("RETURNS", "RETURNS name: type   text", "Declares the reply, or one element of the array that the script returns."),
        new("RETURNS?", "RETURNS? name: type   text", "Declares the reply; the whole reply may be nil."),
        new("RAISES", "RAISES CODE   text", "Documents an error that the script raises."),
        new("@readonly", "@readonly", "The script writes nothing and may run on a replica."),
        new("@name", "@name Name", "The name of the generated method."),
        new("@class", "@class My.Scripts", "The class of the generated method."),
        new("@since", "@since 7.4", "The oldest server that this script must run on."),
        new("@include", "@include \"shared/lock\"", "Pastes another file."),
        new("@fragment", "@fragment", "The file is only pasted into others and gives no call."),
    ];

    /// <summary>Whether the comment at the top of a library, or the header of one of its functions, can have a keyword.</summary>
    public static bool IsInLibrary(HeaderKeyword keyword, bool isTop) =>
        isTop ? keyword.Name is "@class" or "@since" or "@include" : keyword.Name is "@name" or "@since" || keyword.Name[0] != '@';

    public static HeaderKeyword? Find(string name) => All.FirstOrDefault(keyword => keyword.Name == name);
}
