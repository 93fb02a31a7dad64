using LuaGen.Language.Checking.Commands;
using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>What a script says of itself that decides which commands it may call.</summary>
/// <param name="MinServer">The oldest server that it must run on.</param>
/// <param name="ReadOnlyBy">The words by which it declares that it only reads; <see langword="null"/> when it does not.</param>
internal sealed record ScriptNature(ServerVersion MinServer, Shebang? Shebang, OptionDeclaration? ReadOnlyOption, string? ReadOnlyBy)
{
    private const string NoWrites = "no-writes";

    /// <summary>The first server that knows shebangs and read-only scripts.</summary>
    private static readonly ServerVersion NewForms = new(7, 0);

    public bool IsReadOnly => ReadOnlyBy is not null;

    public bool MayBeReadOnly => MinServer >= NewForms;

    /// <summary>Whether all is known that its servers have. Those of a newer one may have commands and options that nobody here has heard of.</summary>
    public bool IsKnown => MinServer <= CommandTable.Newest;

    public static ScriptNature Of(SyntaxTree tree, ScriptHeader header, ServerVersion minServer)
    {
        var since = header.Options.Where(option => option.Name == "since").Select(option => ServerVersion.TryParse(option.Value)).FirstOrDefault(version => version is not null);
        var option = header.Options.FirstOrDefault(option => option.Name == "readonly");
        var readOnlyBy = option is not null ? WordsOf(option) : tree.Shebang?.Flags.Contains(NoWrites) == true ? $"\"{NoWrites}\" from the first line" : null;
        return new ScriptNature(since ?? minServer, tree.Shebang, option, readOnlyBy);
    }

    /// <summary>The same script where it has found the newest server that is known here.</summary>
    public ScriptNature OnNewest() => MinServer < CommandTable.Newest ? this with { MinServer = CommandTable.Newest } : this;

    /// <summary>The call of a script in a string declares it too, and stands nowhere in the script.</summary>
    private static string WordsOf(OptionDeclaration option) => option.Span.IsEmpty && option.Value is { } call ? call : "\"@readonly\"";

    public void Check(FindingBag findings)
    {
        if (MinServer >= NewForms)
        {
            return;
        }

        if (Shebang is not null)
        {
            findings.NewerScriptForm(Shebang.Span, "\"#!lua\"", MinServer, "remove the line, or declare \"-- @since 7.0\"");
        }

        if (ReadOnlyOption is not null)
        {
            findings.NewerScriptForm(ReadOnlyOption.Span, ReadOnlyBy!, MinServer, "remove it, or declare \"-- @since 7.0\"");
        }
    }
}
