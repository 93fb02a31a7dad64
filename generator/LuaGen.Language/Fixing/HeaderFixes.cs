using LuaGen.Language.Header;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Fixing;

/// <summary>Lines that a header lacks.</summary>
internal static class HeaderFixes
{
    private const string Title = "Insert the inferred header";

    /// <summary>Writes the header that was inferred from the code; there is none for a script without generated code.</summary>
    public static ScriptFix? Insert(ScriptAnalysis analysis) =>
        analysis.Model is { InferredHeader: { Length: > 0 } header } ? new ScriptFix(Title, [InsertionOf(analysis.Tree.Text, header)]) : null;

    /// <summary>Writes the header of a function of a library above the function.</summary>
    public static ScriptFix? InsertAbove(ScriptAnalysis analysis, Finding finding)
    {
        var function = analysis.Functions.FirstOrDefault(each => each.Model?.Function?.Span == finding.Span);
        if (function?.Model is not { InferredHeader: { Length: > 0 } header })
        {
            return null;
        }

        var text = analysis.Tree.Text;
        var below = function.Regions[1].Start;
        var start = LineEnds.StartOfLine(text, below);
        var indent = text.Substring(start, below - start);
        var lines = header.TrimEnd('\n').Split('\n');
        return indent.All(char.IsWhiteSpace)
            ? new ScriptFix(Title, [TextEdit.Insert(start, string.Concat(lines.Select(line => indent + line + LineEnds.Of(text))))])
            : null;
    }

    /// <summary>Declares an error after the last declaration, in the form of that line.</summary>
    public static ScriptFix? DeclareError(ScriptAnalysis analysis, Finding finding)
    {
        var (text, header) = (analysis.Tree.Text, analysis.Header);
        var declared = DeclarationsOf(header);
        if (declared.Length == 0)
        {
            return null;
        }

        var last = declared.Max(span => span.Start);
        var lines = HeaderComment.Lines(analysis.Tree);
        var index = lines.FindIndex(line => line.Start == last);
        var start = LineEnds.StartOfLine(text, last);
        if (index < 0 || !HeaderPlace.IsLineComment(text, start))
        {
            return null;
        }

        var prefix = text.Substring(start, last - start);
        for (var declaration = lines[index]; index + 1 < lines.Count && lines[index + 1].Continues(declaration);)
        {
            index++;
        }

        var code = finding.Arguments[0];
        var end = LineEnds.EndOfLine(text, lines[index].Start);
        return new ScriptFix($"Declare `RAISES {code}`", [TextEdit.Insert(end, $"{LineEnds.Of(text)}{prefix}RAISES {code}")]);
    }

    /// <summary>Writes further declarations above the first one of a header, so that the text above it stays the summary.</summary>
    public static TextEdit AdditionOf(string script, ScriptHeader header, string lines)
    {
        var start = DeclarationsOf(header) is { Length: > 0 } declared ? LineEnds.StartOfLine(script, declared.Min(span => span.Start)) : 0;
        return start > 0 && HeaderPlace.IsLineComment(script, start) ? TextEdit.Insert(start, lines.Replace("\n", LineEnds.Of(script))) : InsertionOf(script, lines);
    }

    /// <summary>Writes a header below the comment that a script begins with.</summary>
    public static TextEdit InsertionOf(string script, string header)
    {
        var start = HeaderPlace.AfterShebang(script);
        var place = HeaderPlace.AfterProse(script, start);
        header = (place > start ? "--\n" : "") + header + (string.CompareOrdinal(script, place, "--", 0, 2) == 0 ? "\n" : "");
        return TextEdit.Insert(place, header.Replace("\n", LineEnds.Of(script)));
    }

    private static SourceSpan[] DeclarationsOf(ScriptHeader header) =>
    [
        .. header.Keys.Select(key => key.Span), .. header.Arguments.Select(argument => argument.Span), .. header.Replies.Select(reply => reply.Span),
        .. header.Raises.Select(raises => raises.Span), .. header.Options.Select(option => option.Span),
    ];
}
