using LuaGen.Language.Rules;

namespace LuaGen.Language.Header.Loose;

/// <summary>Reports words that are almost options, and options without a usable value.</summary>
internal static class OptionChecks
{
    private const int MaxEdits = 2;

    /// <summary>Tags of documentation tools, which are no misspelled options.</summary>
    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "param", "tparam", "return", "returns", "treturn", "see", "note", "todo", "type", "field", "usage", "author", "release", "copyright", "license", "version",
        "file", "module", "local", "table", "alias", "enum", "example", "deprecated", "async", "raise", "raises", "throws", "date", "brief", "node", "none", "base",
        "case", "page", "code", "link", "script", "fragment", "section", "static", "side", "sense", "slice", "readme", "nargs", "names", "namespace",
    };

    /// <summary>Whether the line begins with a word that is almost an option.</summary>
    public static bool Report(HeaderLine line, FindingBag findings)
    {
        var length = 1;
        while (length < line.Text.Length && (char.IsLetterOrDigit(line.Text[length]) || line.Text[length] is '-' or '_'))
        {
            length++;
        }

        var word = line.Text.Substring(1, length - 1);
        if (Nearest(word) is not { } option)
        {
            return false;
        }

        findings.MisspelledOption(new SourceSpan(line.Start, length), word, option);
        return true;
    }

    /// <summary>Checks the values of the options. The servers that <c>@since</c> names are checked with the commands.</summary>
    public static void Run(ScriptHeader header, FindingBag findings)
    {
        foreach (var option in header.Options)
        {
            var example = option.Name switch
            {
                "name" when option.Value is null || !IsIdentifier(option.Value) => "@name ReserveStock",
                "class" when option.Value is null || !option.Value.Split('.').All(IsIdentifier) => "@class Shop.StockScripts",
                "since" when option.Value is null => "@since 7.2",
                _ => null,
            };
            if (example is not null)
            {
                findings.BadOptionValue(option, example);
            }
        }
    }

    private static string? Nearest(string word)
    {
        if (Tags.Contains(word) && !word.Equals("names", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return HeaderOptions.Words
            .Where(option => Math.Abs(option.Length - word.Length) <= MaxEdits)
            .Select(option => (Option: option, Edits: NearestName.Edits(word, option)))
            .Where(each => each.Edits < MaxEdits || (each.Edits == MaxEdits && word.Length > 2 && char.ToLowerInvariant(word[0]) == each.Option[0]))
            .OrderBy(each => each.Edits)
            .Select(each => each.Option)
            .FirstOrDefault();
    }

    private static bool IsIdentifier(string value) => value.Length > 0 && value.All(c => c == '_' || c == '-' || char.IsLetterOrDigit(c));
}
