using System.Globalization;
using System.Text.RegularExpressions;

namespace LuaGen.Language.Header.Loose;

/// <summary>Reads names of keys and arguments in lines that only the code can confirm.</summary>
internal static class LooseListing
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>A longer line is prose.</summary>
    private const int MaxLength = 200;
    private const string Names = "(?<table>KEYS?|ARGV|ARGS?|ARGUMENTS?|[Kk]eys?|[Aa]rgv|[Aa]rgs?|[Aa]rguments?)";

    private const string Name = @"\w+( \(\w+\))?";

    private static readonly Regex Inline = new(
        $@"^{Names} ?(:|(?<equals>=)) ?((?<names>{Name}( ?, ?{Name})*)|\{{ ?(?<names>{Name}( ?, ?{Name})*) ?\}}|\[ ?(?<names>{Name}( ?, ?{Name})*) ?\]|\( ?(?<names>{Name}( ?, ?{Name})*) ?\))\.?$",
        Options);
    private static readonly Regex HeadingLine = new($@"^({Names} ?:|(?<table>KEYS|ARGV))$", Options);

    /// <summary>A heading only where a first numbered line follows.</summary>
    private static readonly Regex BareHeadingLine = new("^(?<table>Keys|Args|Arguments)$", Options);
    private static readonly Regex Numbered = new($@"^{Names} ?#?(?<index>[1-9]\d?) ?(-+>|=>|→|[:=–—-]) ?(?<text>\S.*)$", Options);
    private static readonly Regex Item = new(@"^[\[(]?(?<index>[1-9]\d?)( ?(-+>|=>|→|[\].):=–—-]+) ?| )(?<text>\S.*)$", Options);
    private static readonly Regex NamedItem = new(@"^(?<text>[A-Za-z_]\w*( ?\(\w+\))?( ?(:|=|–|—|-) .*)?)$", Options);
    private static readonly Regex Reversed = new(@"^(?<name>[A-Za-z_]\w*) ?(\(|[:=]|-+>|=>|→|-) ?(?<element>(KEYS|ARGV)\[[1-9]\d?\])\)?(?<text>( - |  |\t| \().*)?$", Options);

    /// <summary>The names of a line and, below a heading, of the lines after it.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="index">The first line.</param>
    public static IReadOnlyList<ListedName> Read(HeaderLines lines, int index)
    {
        var line = LooseText.WithPlainSeparators(lines[index]);
        if (line.Text.Length > MaxLength)
        {
            return [];
        }

        if (line.Text.IndexOf('[') > 0)
        {
            return ReadReversed(line);
        }

        if (line.Text[0] is not ('K' or 'k' or 'A' or 'a'))
        {
            return [];
        }

        if (Inline.Match(line.Text) is { Success: true } inline && !inline.Groups["names"].Value.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            var isKey = IsKey(inline);
            var names = inline.Groups["names"];
            if (inline.Groups["equals"].Success && line.Text[names.Index - 1] is ' ' or '=' && inline.Groups["table"].Value[inline.Groups["table"].Length - 1] is not ('s' or 'S' or 'v' or 'V'))
            {
                // "key = value"
                return [];
            }

            var list = LooseList.Of(line.Part(0, names.Index + names.Length), names.Index, isKey, first: 1).Declarations;
            return [.. list.Select(each => new ListedName(each.Line, isKey, each.Index, each.Name, each.Type, each.Text) { IsNamedByText = each.IsNamedByText, IsInList = list.Count > 1 })];
        }

        return Numbered.Match(line.Text) is { Success: true } numbered ? [Described(line, IsKey(numbered), Number(numbered), numbered.Groups["text"].Index)]
            : HeadingLine.Match(line.Text) is { Success: true } heading ? ReadItems(lines, index, IsKey(heading))
            : BareHeadingLine.Match(line.Text) is { Success: true } bare && IsFirstItem(lines, index + 1) ? ReadItems(lines, index, IsKey(bare))
            : [];
    }

    /// <summary><c>lock: KEYS[1]</c>, <c>lock (KEYS[1]), owner (ARGV[1])</c></summary>
    private static List<ListedName> ReadReversed(HeaderLine line)
    {
        var names = new List<ListedName>();
        for (var start = 0; start < line.Text.Length;)
        {
            var comma = line.Text.IndexOf(',', start);
            var end = comma < 0 ? line.Text.Length : comma;
            var written = line.Text.Substring(start, end - start);
            var (partStart, partEnd) = (start + written.Length - written.TrimStart().Length, start + written.TrimEnd(' ', '.').Length);
            if (partStart >= partEnd)
            {
                return [];
            }

            var part = line.Part(partStart, partEnd);
            if (Reversed.Match(part.Text) is not { Success: true } match || LooseIndex.At(part.Text, match.Groups["element"].Index) is not { Index: { } index } element)
            {
                return [];
            }

            names.Add(new ListedName(part, element.IsKey, index, match.Groups["name"].Value, Type: null, match.Groups["text"].Value.Trim(' ', '\t', '-')));
            start = end + 1;
        }

        return names;
    }

    /// <summary>The lines below a heading, numbered or named.</summary>
    private static List<ListedName> ReadItems(HeaderLines lines, int heading, bool isKey)
    {
        var names = new List<ListedName>();
        var isComplete = true;
        for (var i = heading + 1; i < lines.Count && lines[i].Run == lines[heading].Run && !lines.IsTaken(i) && lines[i].Text.Length is > 0 and < MaxLength; i++)
        {
            var line = LooseText.WithPlainSeparators(lines[i]);
            if (Item.Match(line.Text) is { Success: true } item && Number(item) == names.Count + 1)
            {
                names.Add(Described(line, isKey, names.Count + 1, item.Groups["text"].Index) with { Heading = lines[heading].Start });
            }
            else if ((lines[i].HasBullet || lines[i].Indent > lines[heading].Indent) && !HeadingLine.IsMatch(line.Text) && NamedItem.IsMatch(line.Text))
            {
                names.Add(Described(line, isKey, names.Count + 1, 0) with { Heading = lines[heading].Start });
            }
            else
            {
                isComplete = HeadingLine.IsMatch(line.Text) || BareHeadingLine.IsMatch(line.Text);
                break;
            }
        }

        return isComplete ? names.ConvertAll(name => name with { IsInList = true }) : names;
    }

    private static ListedName Described(HeaderLine line, bool isKey, int index, int start)
    {
        var description = LooseDescription.Read(line, start, isKey);
        return new ListedName(line, isKey, index, description.Name, description.Type, description.Text) { IsNamedByText = description.IsNamedByText };
    }

    private static bool IsFirstItem(HeaderLines lines, int index) =>
        index < lines.Count && lines[index].Run == lines[index - 1].Run && lines[index].Text.Length is > 0 and < MaxLength
        && Item.Match(LooseText.WithPlainSeparators(lines[index]).Text) is { Success: true } item && Number(item) == 1;

    private static bool IsKey(Match match) => match.Groups["table"].Value[0] is 'K' or 'k';

    private static int Number(Match match) => int.Parse(match.Groups["index"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
}
