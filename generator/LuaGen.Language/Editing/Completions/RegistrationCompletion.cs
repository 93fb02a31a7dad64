using LuaGen.Language.Libraries;
using LuaGen.Language.Library;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing.Completions;

/// <summary>Completes <c>redis.register_function{ function_name = …, flags = { … } }</c> in a library.</summary>
internal static class RegistrationCompletion
{
    /// <summary>The candidates; <see langword="null"/> where neither a field nor a flag is written.</summary>
    public static IEnumerable<Candidate>? Candidates(ScriptAnalysis analysis, CursorContext context)
    {
        if (analysis.Tree.Shebang?.LibraryName is null || context.Path.Count > 0 || context.TableCall is not { } call
            || CommandCursor.FunctionOf(analysis, call) is not (LuaLibrary.Server or LuaLibrary.ValkeyServer, "register_function"))
        {
            return null;
        }

        return context.Tables switch
        {
            [{ Field: null } registration] when context.String is null && IsAtElement(context) => Words(RegistrationWords.Arguments, registration.Fields, CandidateKind.Constant, quote: ""),
            [{ Field: null } list, { Field: "flags" }] when context.String is not null || IsAtElement(context) => Words(RegistrationWords.Flags, list.Strings, CandidateKind.Value, context.String is null ? "'" : ""),
            _ => null,
        };
    }

    /// <summary>Whether a field or an element of the list begins at the position.</summary>
    private static bool IsAtElement(CursorContext context) => context.Previous is TokenKind.OpenBrace or TokenKind.Comma or TokenKind.Semicolon;

    private static IEnumerable<Candidate> Words(IEnumerable<(string Name, string Summary)> words, List<string> written, CandidateKind kind, string quote) =>
        words.Where(word => !written.Contains(word.Name)).Select((word, i) => new Candidate(quote + word.Name + quote, kind, i, word.Summary));
}
