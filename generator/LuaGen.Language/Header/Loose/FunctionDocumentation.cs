using LuaGen.Language.Syntax;

namespace LuaGen.Language.Header.Loose;

/// <summary>Finds the comment that documents a function instead of the script: the one directly above the first statement, if that is a function.</summary>
internal static class FunctionDocumentation
{
    /// <summary>The run of comments; <see langword="null"/> if there is none.</summary>
    public static int? RunOf(SyntaxTree tree, HeaderLines lines)
    {
        if (lines.Count == 0 || tree.HeaderStart is not null || tree.Chunk.Statements is not [var first, ..] || !IsFunction(first))
        {
            return null;
        }

        var last = lines[lines.Count - 1];
        var lineEnds = 0;
        for (var i = last.Span.End; i < first.Span.Start && lineEnds < 2; i++)
        {
            lineEnds += tree.Text[i] == '\n' ? 1 : 0;
        }

        return lineEnds < 2 ? last.Run : null;
    }

    public static bool IsFunction(Statement statement) =>
        statement is FunctionStatement or LocalFunctionStatement or LocalStatement { Values: [FunctionExpression] } or AssignmentStatement { Values: [FunctionExpression] };
}
