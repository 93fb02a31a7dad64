using System.Text;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Syntax;

/// <summary>Parses the first line of a script, <c>#!lua flags=…</c>, by the rules of Redis's <c>evalExtractShebangFlags</c>, and of a library, <c>#!lua name=…</c>.</summary>
internal static class ShebangParser
{
    private const string Engine = "#!lua";
    private const string FlagsOption = "flags=";
    private const string NameOption = "name=";

    private static readonly string[] KnownFlags = ["no-writes", "allow-oom", "allow-stale", "no-cluster", "allow-cross-slot-keys"];

    /// <summary>The shebang of a script, or null if there is none; reports what Redis refuses.</summary>
    public static Shebang? Parse(string text, FindingBag findings)
    {
        if (!text.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.IndexOfAny(['\r', '\n']);
        var span = new SourceSpan(0, end < 0 ? text.Length : end);
        var line = text.Substring(0, span.Length);
        var flags = new List<string>();
        string? library = null;
        if (end < 0 || line.Contains('\0'))
        {
            findings.BadShebang(span, "Invalid script shebang", "end the line after `#!lua`, and start the script on the next line");
        }
        else if (SplitArguments(line) is not { Count: > 0 } words)
        {
            findings.BadShebang(span, "Invalid engine in script shebang", "close each quote on this line, and put a space after it");
        }
        else if (words.Skip(1).FirstOrDefault(IsName) is { } name)
        {
            library = name.Substring(NameOption.Length);
            CheckLibrary(words, span, findings);
        }
        else if (words[0] != Engine)
        {
            findings.BadShebang(span, $"Unexpected engine in script shebang: {words[0]}", "write `#!lua`");
        }
        else
        {
            ReadOptions(words, span, flags, findings);
        }

        return new Shebang(span, flags.ToEquatableArray(), library);
    }

    private static bool IsName(string option) => option.StartsWith(NameOption, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the line of a function library by the rules of Redis's <c>functionExtractLibMetaData</c>: the engine in any case, and one name.</summary>
    private static void CheckLibrary(List<string> words, SourceSpan span, FindingBag findings)
    {
        var options = words.Skip(1).ToList();
        if (options.Find(option => !IsName(option)) is { } other)
        {
            findings.BadLibraryLine(span, $"Invalid metadata value given: {SyntaxFindings.Shorten(other)}", "`name=` is the only option; flags belong to the registrations of the functions");
        }
        else if (options.Count > 1)
        {
            findings.BadLibraryLine(span, "Invalid metadata value, name argument was given multiple times", "give one name");
        }
        else if (!words[0].Equals(Engine, StringComparison.OrdinalIgnoreCase))
        {
            findings.BadLibraryLine(span, $"Engine '{SyntaxFindings.Shorten(words[0].Substring(2))}' not found", "write `#!lua`");
        }
    }

    /// <summary>Reads options up to the first error, as Redis does.</summary>
    private static void ReadOptions(List<string> words, SourceSpan span, List<string> flags, FindingBag findings)
    {
        foreach (var option in words.Skip(1))
        {
            if (!option.StartsWith(FlagsOption, StringComparison.Ordinal))
            {
                findings.BadShebang(span, $"Unknown lua shebang option: {SyntaxFindings.Shorten(option)}", "write `flags=` followed by flags separated by `,`; it is the only option");
                return;
            }

            if (option.Length > FlagsOption.Length && !TryReadFlags(option.Substring(FlagsOption.Length), span, flags, findings))
            {
                return;
            }
        }
    }

    private static bool TryReadFlags(string list, SourceSpan span, List<string> flags, FindingBag findings)
    {
        foreach (var flag in list.Split(','))
        {
            if (!KnownFlags.Contains(flag))
            {
                findings.BadShebang(span, $"Unexpected flag in script shebang: {SyntaxFindings.Shorten(flag)}", $"write one of `{string.Join("`, `", KnownFlags)}`");
                return false;
            }

            flags.Add(flag);
        }

        return true;
    }

    /// <summary>Splits a line into arguments, which may be quoted in part, as Redis's <c>sdssplitargs</c> does; null if quotes are unbalanced.</summary>
    private static List<string>? SplitArguments(string line)
    {
        var words = new List<string>();
        var i = 0;
        while (true)
        {
            while (i < line.Length && Characters.IsSpace(line[i]))
            {
                i++;
            }

            if (i == line.Length)
            {
                return words;
            }

            if (ReadWord(line, ref i) is not { } word)
            {
                return null;
            }

            words.Add(word);
        }
    }

    private static string? ReadWord(string line, ref int i)
    {
        var word = new StringBuilder();
        while (i < line.Length)
        {
            var c = line[i++];
            if (c is '"' or '\'')
            {
                // A closing quote ends the argument; only a space may follow it.
                return TryReadQuoted(line, c, word, ref i) && (i == line.Length || Characters.IsSpace(line[i])) ? word.ToString() : null;
            }

            if (c is ' ' or '\t')
            {
                break;
            }

            word.Append(c);
        }

        return word.ToString();
    }

    private static bool TryReadQuoted(string line, char quote, StringBuilder word, ref int i)
    {
        while (i < line.Length)
        {
            var c = line[i++];
            if (c == quote)
            {
                return true;
            }

            if (c == '\\' && i < line.Length && (quote == '"' || line[i] == '\''))
            {
                word.Append(quote == '"' ? ReadEscape(line, ref i) : line[i++]);
            }
            else
            {
                word.Append(c);
            }
        }

        return false;
    }

    private static char ReadEscape(string line, ref int i)
    {
        var c = line[i++];
        if (c == 'x' && i + 1 < line.Length && Characters.IsHexDigit(line[i]) && Characters.IsHexDigit(line[i + 1]))
        {
            i += 2;
            return ByteStrings.FromByte(Convert.ToByte(line.Substring(i - 2, 2), 16));
        }

        return c switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'a' => '\a',
            _ => c,
        };
    }
}
