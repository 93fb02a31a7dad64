using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Includes;

/// <summary>A file that is a script or a part of scripts, parsed by itself. Hosts keep it as long as its text.</summary>
internal sealed class SourceFile
{
    private LineMap? _lines;

    private SourceFile(string path, SyntaxTree tree, EquatableArray<Finding> faults, bool isUtf8)
    {
        Path = path;
        Tree = tree;
        Faults = faults;
        IsUtf8 = isUtf8;
        Directives = IncludeDirectives.In(tree);
        var statements = tree.Chunk.Statements;

        // The first statement of a text that does not parse may be missing in the tree.
        BodyStart = !Parses ? TokenScan.StartOfFirst(tree.Text, tree.Shebang?.Span.End ?? 0) : statements.Count > 0 ? statements[0].Span.Start : tree.Text.Length;
        PasteStart = tree.Shebang is { LibraryName: not null } shebang ? Math.Min(shebang.Span.End + 1, tree.Text.Length) : BodyStart;
        Return = statements.OfType<ReturnStatement>().FirstOrDefault()?.Span;
        var header = HeaderParser.Parse(tree, new FindingBag());
        IsFragment = header.Options.Any(option => option.Name == HeaderOptions.Fragment);
        DeclaresScript = header.Keys.Count + header.Arguments.Count + header.Replies.Count > 0;
    }

    /// <summary>The path in the project, with <c>/</c>.</summary>
    public string Path { get; }

    public string Text => Tree.Text;

    public SyntaxTree Tree { get; }

    public LineMap Lines => _lines ??= new LineMap(Text);

    public bool IsUtf8 { get; }

    /// <summary>What is wrong with the syntax of the file by itself.</summary>
    public EquatableArray<Finding> Faults { get; }

    public bool Parses => !Faults.Any(fault => fault.IsError);

    public IReadOnlyList<IncludeDirective> Directives { get; }

    /// <summary>Where the first statement begins; the end of the text if there is none.</summary>
    public int BodyStart { get; }

    /// <summary>The first place where other files can be pasted.</summary>
    public int PasteStart { get; }

    /// <summary>The <c>return</c> of the chunk.</summary>
    public SourceSpan? Return { get; }

    /// <summary>Whether the header says <c>@fragment</c>.</summary>
    public bool IsFragment { get; }

    /// <summary>Whether a canonical line of the header declares a key, an argument or the reply; such a file is a script, also when others include it.</summary>
    public bool DeclaresScript { get; }

    public static SourceFile Of(string path, string text, bool isUtf8, CancellationToken cancellationToken)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(text, findings, cancellationToken);
        return new SourceFile(path, tree, findings.ToEquatableArray(), isUtf8);
    }

    /// <summary>Whether the text can say <c>@fragment</c>; almost none does, and is not parsed a second time.</summary>
    public static bool MayBeFragment(string text) => text.IndexOf("@" + HeaderOptions.Fragment, StringComparison.Ordinal) >= 0;

    /// <summary>Why a directive cannot be followed where it is; <see langword="null"/> if it can.</summary>
    public string? RefusalOf(IncludeDirective directive) =>
        Return is { } end && directive.Span.Start >= end.End ? "it is after the script's `return`"
        : Tree.Chunk.Statements.Any(statement => statement.Span.Contains(directive.Span)) ? "it is inside a function or another statement"
        : null;
}
