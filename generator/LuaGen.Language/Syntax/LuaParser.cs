using LuaGen.Language.Rules;

namespace LuaGen.Language.Syntax;

/// <summary>The front end: parses a script into a tree and reports everything that Redis's compiler would refuse.</summary>
internal static class LuaParser
{
    /// <summary>
    /// Parses a script. The first error reported is the one that <c>SCRIPT LOAD</c> reports, and it begins on the line that
    /// Redis names. If there is no error, Redis accepts the script.
    /// </summary>
    /// <param name="text">The decoded text, with its original line ends and without a byte order mark.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="cancellationToken">Checked while parsing.</param>
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
            // Lua's limit of 200 levels fits in any usual stack; this caller left less than that.
            findings.NoStackLeft(new SourceSpan(start, 0));
            chunk = new Block(new SourceSpan(start, 0), []);
        }

        TextChecks.Check(text, findings);
        return new SyntaxTree(text, shebang, chunk, lexer.Comments);
    }
}
