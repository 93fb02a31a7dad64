using LuaGen.Language.Header;

namespace LuaGen.Language.Fixing;

/// <summary>Fixes of scripts in the form of StackExchange.Redis's <c>LuaScript</c>.</summary>
internal static class LuaScriptFixes
{
    private const string Title = "Write `KEYS[n]` and `ARGV[n]`, and a header with the names";

    /// <summary>
    /// Writes the script that is sent, and its complete header. It is not offered where a name in a string is replaced:
    /// the remedy of that finding decides what the string becomes.
    /// </summary>
    public static ScriptFix? Rewrite(ScriptAnalysis analysis)
    {
        if (analysis is not { LuaScript: { ReplacesInStrings: false } form, Model: not null })
        {
            return null;
        }

        var completed = analysis.CompletedHeader;
        var header = completed.DeclaresAnything
            ? HeaderFixes.AdditionOf(form.Source, analysis.Header, MissingLines(completed))
            : HeaderFixes.InsertionOf(form.Source, HeaderText.Of(completed));
        var edits = new List<TextEdit> { header };
        edits.AddRange(form.Replaced.Select(part => new TextEdit(part.Source, form.Text.Substring(part.Target.Start, part.Target.Length))));
        return new ScriptFix(Title, edits.OrderBy(edit => edit.Span.Start).ToEquatableArray());
    }

    /// <summary>A fix of the tree as a fix of the file, which spells elements of <c>KEYS</c> and <c>ARGV</c> as names.</summary>
    public static ScriptFix InFile(ScriptAnalysis analysis, ScriptFix fix) => analysis.LuaScript is not { } form
        ? fix
        : new ScriptFix(form.Named(fix.Title), fix.Edits.Select(edit => new TextEdit(form.ToSource(edit.Span), form.Named(edit.NewText))).ToEquatableArray());

    /// <summary>The declarations that no line of the file has.</summary>
    private static string MissingLines(ScriptHeader header)
    {
        var keys = header.Keys.Where(key => key.Span.IsEmpty).OrderBy(key => key.Index).Select(HeaderText.Of);
        var arguments = header.Arguments.Where(argument => argument.Span.IsEmpty).OrderBy(argument => argument.Index).Select(HeaderText.Of);
        return string.Concat(keys.Concat(arguments).Select(line => $"-- {line}\n"));
    }
}
