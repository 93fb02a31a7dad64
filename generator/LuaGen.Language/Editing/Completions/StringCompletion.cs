using LuaGen.Language.Commands;
using LuaGen.Language.Header;

namespace LuaGen.Language.Editing.Completions;

/// <summary>Completes the content of a string.</summary>
internal static class StringCompletion
{
    public static IEnumerable<Candidate> Candidates(ScriptAnalysis analysis, CursorContext context, CommandCursor? cursor, ServerList servers)
    {
        if (cursor is not null)
        {
            return InCall(analysis, context, cursor, servers);
        }

        if (context.Call is { } frame && frame.Active == 0 && CommandCursor.FunctionOf(analysis, frame) is ("redis" or "server", "error_reply") or ("", "error"))
        {
            return analysis.Header.Raises.Select(raises => new Candidate(raises.Code + " ", CandidateKind.Code, 0, raises.Text, new CodeEntity(raises.Code)));
        }

        // A quoted value of the header, where something is compared.
        return context.Previous is Syntax.TokenKind.EqualEqual or Syntax.TokenKind.TildeEqual
            ? analysis.Header.Arguments.SelectMany(argument => LiteralsOf(argument.Type).Select(literal => new Candidate(literal, CandidateKind.Value, 0, argument.Path.Name))).ToList()
            : [];
    }

    private static IEnumerable<Candidate> InCall(ScriptAnalysis analysis, CursorContext context, CommandCursor cursor, ServerList servers)
    {
        var candidates = cursor.IsAtName ? CommandCandidates.Commands(analysis, cursor, servers)
            : cursor.IsAtSubcommand ? CommandCandidates.Subcommands(cursor.Command!, servers)
            : CommandCandidates.Tokens(analysis, cursor, servers, quote: "", rank: 0);

        // Redis ignores the case of commands and tokens: what the user writes stays in one case.
        var content = context.String is { } span ? analysis.Tree.Text.Substring(span.Start, span.Length) : "";
        return content.Any(char.IsLower) && !content.Any(char.IsUpper)
            ? candidates.Select(candidate => candidate with { Text = candidate.Text.ToLowerInvariant() })
            : candidates;
    }

    private static IEnumerable<string> LiteralsOf(TypeSyntax type) => type switch
    {
        EnumType @enum => @enum.Literals,
        NullableType nullable => LiteralsOf(nullable.Inner),
        _ => [],
    };
}
