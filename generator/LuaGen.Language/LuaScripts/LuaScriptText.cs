using System.Text;
using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.LuaScripts;

/// <summary>
/// A script in the form of <c>LuaScript.Prepare</c>: names with <c>@</c> in place of <c>KEYS[n]</c> and <c>ARGV[n]</c>. The
/// client replaces the names in the whole text, comments and strings included.
/// </summary>
internal sealed class LuaScriptText
{
    private LuaScriptText(string text, IReadOnlyList<LuaScriptName> names) => (Text, Names) = (text, names);

    public string Text { get; }

    /// <summary>Every name with <c>@</c>, in source order.</summary>
    public IReadOnlyList<LuaScriptName> Names { get; }

    /// <summary>Whether a name is in the code, so that the text is no Lua before the names are replaced.</summary>
    public bool IsLuaScript => Names.Any(name => name is { Declares: true, Place: LuaScriptPlace.Code });

    public static LuaScriptText Read(string text)
    {
        var spans = Matches(text);
        if (spans.Count == 0)
        {
            return new LuaScriptText(text, []);
        }

        var places = PlacesOf(text, spans);
        return new LuaScriptText(text, [.. spans.Select((span, i) => NameAt(text, span, places[i]))]);
    }

    /// <summary>The text that the client sends: every parameter is an element of <c>ARGV</c>, also in comments and strings.</summary>
    public TranslatedScript AsSent() => Translate(isKey: null, withComments: true);

    /// <summary>The script with keys in <c>KEYS</c> and the other parameters in <c>ARGV</c>; comments keep their names.</summary>
    /// <param name="isKey">Whether the parameter of a name is a key.</param>
    public TranslatedScript WithKeys(Func<string, bool> isKey) => Translate(isKey, withComments: false);

    private TranslatedScript Translate(Func<string, bool>? isKey, bool withComments)
    {
        var parameters = new Dictionary<string, LuaScriptParameter>(StringComparer.Ordinal);
        var counts = new int[2];
        foreach (var name in Names.Where(name => name.Declares && (withComments || name.Place != LuaScriptPlace.Comment)))
        {
            if (!parameters.ContainsKey(name.Name))
            {
                var table = isKey?.Invoke(name.Name) == true ? ParameterTable.Keys : ParameterTable.Argv;
                parameters.Add(name.Name, new LuaScriptParameter(name.Name, table, ++counts[(int)table]));
            }
        }

        var text = new StringBuilder(Text.Length);
        var parts = new List<TranslatedScript.Part>();
        var position = 0;
        foreach (var name in Names.Where(name => withComments || name.Place != LuaScriptPlace.Comment))
        {
            if (parameters.TryGetValue(name.Name, out var parameter))
            {
                Replace(name, name.Span, parameter.Element);
            }
            else if (name.IsEscaped)
            {
                Replace(name, new SourceSpan(name.Span.Start, 1), "");
            }
        }

        text.Append(Text, position, Text.Length - position);
        return new TranslatedScript(text.ToString(), [.. parameters.Values], parts);

        void Replace(LuaScriptName name, SourceSpan span, string by)
        {
            text.Append(Text, position, span.Start - position);
            parts.Add(new TranslatedScript.Part(span, new SourceSpan(text.Length, by.Length), name));
            text.Append(by);
            position = span.End;
        }
    }

    private static LuaScriptName NameAt(string text, SourceSpan span, LuaScriptPlace place)
    {
        var before = span.Start > 0 ? text[span.Start - 1] : ' ';
        return new LuaScriptName(text.Substring(span.Start + 1, span.Length - 1), span, place, !(char.IsLetterOrDigit(before) || before is '_' or '@'), before == '@');
    }

    /// <summary>Every <c>@</c> that is followed by a name.</summary>
    private static List<SourceSpan> Matches(string text)
    {
        var matches = new List<SourceSpan>();
        for (var i = text.IndexOf('@'); i >= 0; i = i + 1 < text.Length ? text.IndexOf('@', i + 1) : -1)
        {
            var end = i + 1;
            while (end < text.Length && (IsLetter(text[end]) || (end > i + 1 && char.IsDigit(text[end]))))
            {
                end++;
            }

            if (end > i + 1)
            {
                matches.Add(SourceSpan.FromBounds(i, end));
            }
        }

        return matches;
    }

    /// <summary>Reads the tokens of the text with <c>_</c> for each <c>@</c>, which makes the names Lua's own and keeps every place.</summary>
    private static LuaScriptPlace[] PlacesOf(string text, List<SourceSpan> names)
    {
        var masked = new StringBuilder(text);
        foreach (var name in names)
        {
            masked[name.Start] = '_';
        }

        var places = new LuaScriptPlace[names.Count];
        var start = text.StartsWith("#!", StringComparison.Ordinal) ? Math.Max(text.IndexOf('\n'), 0) : 0;
        var lexer = new Lexer(masked.ToString(), start, new StringTable(), new FindingBag());
        var token = default(Token);
        var next = 0;
        do
        {
            lexer.Scan(ref token);
            for (; next < names.Count && (names[next].Start < token.End || token.Kind == TokenKind.EndOfFile); next++)
            {
                places[next] = names[next].Start < token.Start || token.Kind == TokenKind.EndOfFile ? LuaScriptPlace.Comment
                    : token.Kind == TokenKind.String ? LuaScriptPlace.String
                    : LuaScriptPlace.Code;
            }
        }
        while (token.Kind != TokenKind.EndOfFile && next < names.Count);

        return places;
    }

    /// <summary>A letter of the client's regular expression, for which case does not count and the Kelvin sign is therefore a K.</summary>
    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '\u212A';
}
