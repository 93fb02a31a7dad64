using LuaGen.Language.Rules;

namespace LuaGen.Language.Syntax;

/// <summary>The front end: from the text of a script to its tree, with everything that Redis's compiler would refuse.</summary>
internal static class LuaParser
{
    /// <summary>
    /// Reads a script. The first error that is reported is the one that <c>SCRIPT LOAD</c> reports, and it begins on the
    /// line that Redis names; without an error, Redis accepts the script.
    /// </summary>
    /// <param name="text">The text as decoded, with its own line ends and without a byte order mark.</param>
    /// <param name="findings">Takes what is found.</param>
    /// <param name="cancellationToken">Looked at while reading.</param>
    public static SyntaxTree Parse(string text, FindingBag findings, CancellationToken cancellationToken)
    {
        var shebang = ShebangParser.Parse(text, findings);
        var start = shebang?.Span.End ?? 0;
        var workspace = ParserWorkspace.Rent();
        var lexer = new Lexer(text, start, workspace.Symbols, findings);
        Block chunk;
        try
        {
            chunk = new Parser(text, lexer, workspace, findings, cancellationToken).ParseScript();
            workspace.Return(text);
        }
        catch (InsufficientExecutionStackException)
        {
            // Lua's own limit of 200 levels fits in any usual stack; the caller has left us less than that.
            findings.NoStackLeft(new SourceSpan(start, 0));
            chunk = new Block(new SourceSpan(start, 0), []);
        }

        TextChecks.Check(text, findings);
        return new SyntaxTree(text, shebang, chunk, lexer.Comments);
    }
}
