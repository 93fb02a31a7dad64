using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>What a script and its project say of where it runs and of whether it only reads.</summary>
/// <param name="MinServer">The oldest server that it must run on.</param>
/// <param name="InCluster">Whether it may run in a cluster.</param>
/// <param name="Shebang">Its <c>#!lua</c> line.</param>
/// <param name="ReadOnlyOption">The header's <c>@readonly</c>.</param>
/// <param name="ReadOnlyBy">The text by which it declares that it only reads; <see langword="null"/> when it does not.</param>
internal sealed record ScriptTraits(ServerVersion MinServer, bool InCluster, Shebang? Shebang, OptionDeclaration? ReadOnlyOption, string? ReadOnlyBy)
{
    private const string NoWrites = "no-writes";

    /// <summary>The first server that knows shebangs and read-only scripts.</summary>
    private static readonly ServerVersion NewForms = new(7, 0);

    public bool IsReadOnly => ReadOnlyBy is not null;

    /// <summary>Whether its servers know shebangs and read-only scripts.</summary>
    public bool HasNewForms => MinServer >= NewForms;

    /// <summary>Whether the table has everything that its servers have; a newer one may have commands and options that the table lacks.</summary>
    public bool IsKnown => MinServer <= CommandTable.Newest;

    public static ScriptTraits Of(SyntaxTree tree, ScriptHeader header, ScriptOptions options)
    {
        var since = header.Options.Where(option => option.Name == "since").Select(option => ServerVersion.TryParse(option.Value)).FirstOrDefault(version => version is not null);
        var option = header.Options.FirstOrDefault(option => option.Name == "readonly");
        var readOnlyBy = option is not null ? TextOf(option) : tree.Shebang?.Flags.Contains(NoWrites) == true ? $"\"{NoWrites}\" from the first line" : null;
        return new ScriptTraits(since ?? options.MinServer, options.InCluster && !RefusesCluster(tree.Shebang), tree.Shebang, option, readOnlyBy);
    }

    /// <summary>The same script where it has found the newest server in the table.</summary>
    public ScriptTraits OnNewest() => MinServer < CommandTable.Newest ? this with { MinServer = CommandTable.Newest } : this;

    /// <summary><c>no-cluster</c>: it never runs there. <c>allow-cross-slot-keys</c>: its author knows which other keys it uses.</summary>
    private static bool RefusesCluster(Shebang? shebang) =>
        shebang is not null && (shebang.Flags.Contains("no-cluster") || shebang.Flags.Contains("allow-cross-slot-keys"));

    /// <summary>The call of a script in a string declares it too, and is not a place in the script.</summary>
    private static string TextOf(OptionDeclaration option) => option.Span.IsEmpty && option.Value is { } call ? call : "\"@readonly\"";
}
