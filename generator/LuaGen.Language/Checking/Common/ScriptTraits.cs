using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>Where a script runs, and whether it is read-only, as the script and its project declare.</summary>
/// <param name="Servers">The servers that it must run on.</param>
/// <param name="InCluster">Whether it may run in a cluster.</param>
/// <param name="Shebang">The <c>#!lua</c> line.</param>
/// <param name="ReadOnlyOption">The <c>@readonly</c> option of the header.</param>
/// <param name="ReadOnlyBy">The text that declares the script read-only, or <see langword="null"/>.</param>
internal sealed record ScriptTraits(ServerList Servers, bool InCluster, Shebang? Shebang, OptionDeclaration? ReadOnlyOption, string? ReadOnlyBy)
{
    private const string NoWrites = "no-writes";

    /// <summary>The servers with shebangs.</summary>
    public static Availability Shebangs { get; } = Availability.Parse("7.0!gd");

    /// <summary>The servers with read-only scripts.</summary>
    public static Availability ReadOnlyScripts { get; } = Availability.Parse("7.0!g");

    public bool IsReadOnly => ReadOnlyBy is not null;

    /// <summary>Whether the C# call that sends it refuses writes, and not the script itself.</summary>
    public bool IsReadOnlyByCall => IsCall(ReadOnlyOption);

    /// <summary>Whether the command table covers its servers; a newer server may have commands and options that the table lacks.</summary>
    public bool IsKnown => Servers.IsKnown;

    public static ScriptTraits Of(SyntaxTree tree, ScriptHeader header, ScriptOptions options)
    {
        var servers = options.Servers.With(header.Options.Where(option => option.Name == "since").Select(option => option.Value));
        var option = header.Options.FirstOrDefault(option => option.Name == "readonly");
        var readOnlyBy = option is not null ? TextOf(option) : tree.Shebang?.Flags.Contains(NoWrites) == true ? $"'{NoWrites}' from {(tree.Shebang.LibraryName is null ? "the first line" : "its registration")}" : null;
        return new ScriptTraits(servers, options.InCluster && !RefusesCluster(tree.Shebang), tree.Shebang, option, readOnlyBy);
    }

    /// <summary>
    /// The same traits after a check of the server's version has succeeded: the branch may run on any server, also of
    /// a family that the project does not name. A Valkey answers 7.2.4 to <c>REDIS_VERSION</c>, so a branch for 8.4 is Redis's alone.
    /// </summary>
    public ScriptTraits OnAnyServer() => IsKnown ? this with { Servers = ServerList.Any } : this;

    /// <summary><c>no-cluster</c>: the script never runs in a cluster. <c>allow-cross-slot-keys</c>: the author accepts undeclared keys.</summary>
    private static bool RefusesCluster(Shebang? shebang) =>
        shebang is not null && (shebang.Flags.Contains("no-cluster") || shebang.Flags.Contains("allow-cross-slot-keys"));

    /// <summary>For a script in a string, the call declares it read-only; then the option has no span in the script.</summary>
    private static string TextOf(OptionDeclaration option) => IsCall(option) ? $"'{option.Value}'" : "'@readonly'";

    private static bool IsCall(OptionDeclaration? option) => option is { Span.IsEmpty: true, Value: not null };
}
