using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing.Completions;

/// <summary>Completes a script at a position: commands, tokens, keys, arguments, locals, the library, the header.</summary>
internal static class ScriptCompletion
{
    /// <summary>The completion of a script that includes files, whose names can be written after their directives.</summary>
    /// <param name="own">The script's own text.</param>
    /// <param name="whole">The script with the files.</param>
    /// <param name="offset">The position in the own text.</param>
    /// <param name="options">The servers that the script runs on.</param>
    public static CompletionList At(ScriptAnalysis own, ScriptAnalysis whole, int offset, ScriptOptions options)
    {
        if (whole.Composed is not { } composed || CursorContext.At(own.Tree, offset).Comment is not null)
        {
            return At(own, offset, options);
        }

        var list = At(whole, composed.ToText(offset), options);
        var span = composed.ToOwnFile(list.Span);

        // In the space above the first statement, that statement is not what is completed.
        return list with { Span = span.Start <= offset && offset <= span.End ? span : new SourceSpan(offset, 0) };
    }

    public static CompletionList At(ScriptAnalysis analysis, int offset, ScriptOptions options)
    {
        var context = CursorContext.At(analysis.Tree, offset);
        var function = analysis.At(offset);
        var servers = ScriptTraits.Of(function.Tree, function.Header, options).Servers;
        if (context.Comment is { } comment)
        {
            return CommentCompletion.At(analysis, comment, offset);
        }

        if (RegistrationCompletion.Candidates(analysis, context) is { } words)
        {
            return CompletionList.Of(analysis.Tree.Text, context.String ?? context.Word, offset, words);
        }

        var cursor = CommandCursor.At(analysis, context, servers);
        if (context.String is { } content)
        {
            return CompletionList.Of(analysis.Tree.Text, content, offset, StringCompletion.Candidates(analysis, context, cursor, servers));
        }

        if (context.Indexed is { } indexed && (indexed == function.Tables.Keys || indexed == function.Tables.Arguments))
        {
            return CompletionList.Of(analysis.Tree.Text, context.Word, offset, NameCompletion.Indexes(analysis, function, context));
        }

        if (context.Path.Count > 0)
        {
            return CompletionList.Of(analysis.Tree.Text, context.Word, offset, MemberCompletion.Candidates(analysis, context, servers));
        }

        var isNumber = context.Word.Length > 0 && Characters.IsDigit(analysis.Tree.Text[context.Word.Start]);
        return isNumber || NamesSomethingNew(context.Previous)
            ? CompletionList.None
            : CompletionList.Of(analysis.Tree.Text, context.Word, offset, NameCompletion.Candidates(analysis, context, cursor, servers));
    }

    private static bool NamesSomethingNew(TokenKind previous) => previous is TokenKind.Local or TokenKind.Function or TokenKind.For;
}
