using System.Text;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Prepared;

/// <summary>The Lua text of a script in the form of <c>LuaScript</c>, and where each part of it comes from.</summary>
internal sealed class PreparedScript
{
    private readonly List<(int Start, int Length, int OriginalStart, int OriginalLength)> _replaced = [];
    private readonly List<(SourceSpan Span, string Name, string Element)> _inStrings = [];

    private PreparedScript(IReadOnlyList<string> keys, IReadOnlyList<string> arguments) => (Keys, Arguments) = (keys, arguments);

    /// <summary>The text with elements of <c>KEYS</c> and <c>ARGV</c> in the places of the names.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The names of the keys, in the order of <c>KEYS</c>.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The names of the arguments, in the order of <c>ARGV</c>.</summary>
    public IReadOnlyList<string> Arguments { get; }

    public static PreparedScript Of(
        string original, IReadOnlyList<NameUse> uses, Dictionary<string, string> elements, IReadOnlyList<string> keys, IReadOnlyList<string> arguments)
    {
        var prepared = new PreparedScript(keys, arguments);
        var text = new StringBuilder(original.Length + (uses.Count * 4));
        var position = 0;
        foreach (var use in uses)
        {
            // The escape "@@" loses its first character. A name that is declared nowhere stays.
            var element = use.Name is null ? "" : elements.TryGetValue(use.Name, out var found) ? found : null;
            if (element is null)
            {
                continue;
            }

            text.Append(original, position, use.Start - position);
            prepared._replaced.Add((text.Length, element.Length, use.Start, use.Length));
            if (use.IsInString && use.Name is { } name)
            {
                prepared._inStrings.Add((new SourceSpan(text.Length, element.Length), name, element));
            }

            text.Append(element);
            position = use.Start + use.Length;
        }

        prepared.Text = text.Append(original, position, original.Length - position).ToString();
        return prepared;
    }

    /// <summary>Reports the form itself, names in strings, and names that differ in case alone; all at places of <see cref="Text"/>.</summary>
    public void Report(FindingBag findings)
    {
        var first = _replaced.First(replaced => replaced.Length > 0);
        findings.Add(Rule.LuaScriptForm, new SourceSpan(first.Start, first.Length), Mapping());
        foreach (var (span, name, element) in _inStrings)
        {
            findings.Add(Rule.ReplacedInString, span, name, element);
        }

        var names = Keys.Concat(Arguments).ToList();
        foreach (var group in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var (one, other) = (group.First(), group.Last());
            findings.Add(Rule.NameCollision, PlaceOf(other), $"'@{one}' and '@{other}' differ only in case: spell them alike, or rename one of them");
        }
    }

    /// <summary>The header with the names as declarations, as far as no line declares their elements.</summary>
    public ScriptHeader AddTo(ScriptHeader header)
    {
        var keys = Keys.Select((name, i) => Declaration(name, i + 1, isKey: true)).Where(each => header.Keys.All(key => key.Index != each.Index && !key.IsRest));
        var arguments = Arguments.Select((name, i) => Declaration(name, i + 1, isKey: false))
            .Where(each => header.Arguments.All(argument => argument.Index != each.Index && !argument.IsRest));
        var names = keys.Concat(arguments).ToList();
        return header with { Loose = [.. names, .. header.Loose.Where(loose => !names.Any(name => name.IsKey == loose.IsKey && name.Index == loose.Index))] };
    }

    private static LooseDeclaration Declaration(string name, int index, bool isKey) =>
        new(new HeaderLine("", 0, 0), isKey, index, IsRest: false, name, Type: null, Default: null, "") { IsExact = true };

    /// <summary>The text with the complete header below the comment that it begins with: what replaces the file.</summary>
    public string Rewrite(ScriptHeader completed)
    {
        if (completed.DeclaresAnything)
        {
            return Text;
        }

        var lines = completed.Lines;
        var last = 0;
        while (last + 1 < lines.Count && lines[last + 1].Run == lines[0].Run && !lines[0].IsInBlock)
        {
            last++;
        }

        var isBelowProse = lines.Count > 0 && !lines[0].IsInBlock;
        var start = isBelowProse ? lines[last].Span.End : Text.StartsWith("#!", StringComparison.Ordinal) ? 0 : -1;
        var lineEnd = start < 0 ? -1 : Text.IndexOf('\n', start);
        var place = start < 0 ? 0 : lineEnd < 0 ? Text.Length : lineEnd + 1;
        return Text.Substring(0, place) + (isBelowProse ? "--\n" : "") + HeaderText.Of(completed) + Text.Substring(place);
    }

    /// <summary>The place in the original text.</summary>
    public SourceSpan ToOriginal(SourceSpan span)
    {
        var start = ToOriginal(span.Start, isEnd: false);
        return SourceSpan.FromBounds(start, Math.Max(start, ToOriginal(span.End, isEnd: true)));
    }

    /// <summary><c>KEYS[1] (@key), ARGV[1] (@value)</c></summary>
    private string Mapping()
    {
        var parts = Keys.Select((name, i) => $"`KEYS[{i + 1}]` for '@{name}'").Concat(Arguments.Select((name, i) => $"`ARGV[{i + 1}]` for '@{name}'"));
        return string.Join(", ", parts);
    }

    private SourceSpan PlaceOf(string name)
    {
        var index = Keys.ToList().IndexOf(name);
        var element = index >= 0 ? $"KEYS[{index + 1}]" : $"ARGV[{Arguments.ToList().IndexOf(name) + 1}]";
        var place = _replaced.First(replaced => string.CompareOrdinal(Text, replaced.Start, element, 0, element.Length) == 0 && replaced.Length == element.Length);
        return new SourceSpan(place.Start, place.Length);
    }

    private int ToOriginal(int position, bool isEnd)
    {
        var (low, high) = (0, _replaced.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _replaced[middle].Start < position || (_replaced[middle].Start == position && !isEnd) ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return position;
        }

        var (start, length, originalStart, originalLength) = _replaced[low - 1];
        var offset = position - start;
        return offset >= length && (offset > length || length > 0 || isEnd) ? originalStart + originalLength + offset - length
            : offset == 0 ? originalStart
            : isEnd ? originalStart + originalLength
            : originalStart;
    }
}
