using LuaGen.Language.Commands;

namespace LuaGen.Language.Model;

/// <summary>One script file as the host hands it over: its text, and what the project says of it.</summary>
/// <param name="FilePath">Its path in the project, with <c>/</c>.</param>
/// <param name="Text">Its text as decoded, without a byte order mark.</param>
/// <param name="IsUtf8">Whether its bytes are UTF-8; the text alone cannot tell, since decoding replaces what is not.</param>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="ClassName">The class that the project's item names, if it does.</param>
internal sealed record ScriptSource(string FilePath, string Text, bool IsUtf8, string RootNamespace, string? ClassName)
{
    /// <summary>The oldest server that the project's scripts must run on; a script may say another.</summary>
    public ServerVersion MinServer { get; init; } = ServerVersion.Minimum;

    /// <summary>Whether the project's scripts may run in a cluster.</summary>
    public bool InCluster { get; init; } = true;
}
