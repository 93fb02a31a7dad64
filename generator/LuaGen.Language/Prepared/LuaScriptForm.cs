namespace LuaGen.Language.Prepared;

/// <summary>
/// A script in the form of StackExchange.Redis's <c>LuaScript</c>, whose code names its parameters: <c>redis.call('GET', @key)</c>.
/// The form is no Lua; what is compiled and sent is a <see cref="PreparedScript"/>.
/// </summary>
internal sealed class LuaScriptForm
{
    private readonly string _text;
    private readonly IReadOnlyList<NameUse> _uses;

    private LuaScriptForm(string text, IReadOnlyList<NameUse> uses)
    {
        (_text, _uses) = (text, uses);
        Names = [.. uses.Where(use => IsDeclaring(text, use)).Select(use => use.Name!).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The names of the parameters, by order of appearance.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The form of a text; <see langword="null"/> if no name is in its code.</summary>
    public static LuaScriptForm? Read(string text)
    {
        var last = text.LastIndexOf('@');
        if (last < 0)
        {
            return null;
        }

        var uses = new List<NameUse>();
        foreach (var (region, start, end) in LuaRegions.Of(text, last))
        {
            if (region != LuaRegion.Comment)
            {
                AddUses(text, start, end, region == LuaRegion.String, uses);
            }
        }

        return uses.Any(use => !use.IsInString && use.Name is not null) ? new LuaScriptForm(text, uses) : null;
    }

    /// <summary>The script with elements of <c>KEYS</c> and <c>ARGV</c> in the places of the names.</summary>
    /// <param name="keys">The names that are keys.</param>
    public PreparedScript Prepare(ICollection<string> keys)
    {
        var elements = new Dictionary<string, string>(StringComparer.Ordinal);
        var keyNames = Names.Where(keys.Contains).ToList();
        var argumentNames = Names.Where(name => !keys.Contains(name)).ToList();
        for (var i = 0; i < keyNames.Count; i++)
        {
            elements.Add(keyNames[i], $"KEYS[{i + 1}]");
        }

        for (var i = 0; i < argumentNames.Count; i++)
        {
            elements.Add(argumentNames[i], $"ARGV[{i + 1}]");
        }

        return PreparedScript.Of(_text, _uses, elements, keyNames, argumentNames);
    }

    /// <summary>
    /// The client's rule: <c>@</c> and a name, where an <c>@</c> after a letter, a digit or another <c>@</c> declares nothing.
    /// In strings it still replaces a name that is declared elsewhere.
    /// </summary>
    private static void AddUses(string text, int start, int end, bool isInString, List<NameUse> uses)
    {
        for (var i = text.IndexOf('@', start, end - start); i >= 0; i = i + 1 < end ? text.IndexOf('@', i + 1, end - i - 1) : -1)
        {
            if (i + 1 < end && text[i + 1] == '@' && i + 2 < end && IsNameStart(text[i + 2]))
            {
                uses.Add(new NameUse(i, Name: null, isInString));
                i++;
                continue;
            }

            var nameEnd = i + 1;
            while (nameEnd < end && (IsNameStart(text[nameEnd]) || (nameEnd > i + 1 && text[nameEnd] is >= '0' and <= '9')))
            {
                nameEnd++;
            }

            if (nameEnd > i + 1)
            {
                uses.Add(new NameUse(i, text.Substring(i + 1, nameEnd - i - 1), isInString));
            }
        }
    }

    private static bool IsDeclaring(string text, NameUse use) =>
        use.Name is not null && (use.Start == 0 || !(char.IsLetterOrDigit(text[use.Start - 1]) || text[use.Start - 1] is '_' or '@'));

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}
