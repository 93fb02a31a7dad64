using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing.Completions;

/// <summary>Completes a script at a position: commands, tokens, keys, arguments, locals, the library, the header.</summary>
internal static class ScriptCompletion
{
    public static CompletionList At(ScriptAnalysis analysis, int offset, ScriptOptions options)
    {
        var context = CursorContext.At(analysis.Tree, offset);
        var function = analysis.At(offset);
        var servers = ScriptTraits.Of(function.Tree, function.Header, options).Servers;
        if (context.Comment is { } comment)
        {
            return CommentCompletion.At(analysis, comment, offset);
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
