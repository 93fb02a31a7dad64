using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Header;

/// <summary>Parses the canonical lines of a script's header by the grammar in <c>docs/header.md</c>.</summary>
internal sealed class HeaderParser
{
    private readonly HeaderLines _lines;
    private readonly FindingBag _findings;
    private readonly HashSet<(bool IsKey, int Index)> _declared = [];
    private readonly List<KeyDeclaration> _keys = [];
    private readonly List<ArgumentDeclaration> _arguments = [];
    private readonly List<ReplyDeclaration> _replies = [];
    private readonly List<RaisesDeclaration> _raises = [];
    private readonly List<OptionDeclaration> _options = [];
    private bool _declaresAnything;
    private bool _hasAllArguments = true;
    private bool _hasFaultyReply;

    private HeaderParser(SyntaxTree tree, FindingBag findings)
    {
        _lines = new HeaderLines(HeaderComment.Lines(tree));
        _findings = findings;
    }

    public static ScriptHeader Parse(SyntaxTree tree, FindingBag findings) => new HeaderParser(tree, findings).ParseHeader();

    private ScriptHeader ParseHeader()
    {
        FindDeclared();
        for (var i = 0; i < _lines.Count; i++)
        {
            _declaresAnything |= !_lines.IsTaken(i) && TryParse(i);
        }

        return new ScriptHeader(_lines, _lines.Prose(), _keys, _arguments, _replies, "", _raises, _options, _declaresAnything, _hasAllArguments)
        {
            HasFaultyReply = _hasFaultyReply,
        };
    }

    /// <summary>Finds the indexes that lines of their own declare: an indented line for one of them is text.</summary>
    private void FindDeclared()
    {
        var anchor = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (i > 0 && _lines[i].Continues(_lines[anchor]))
            {
                continue;
            }

            anchor = i;
            if (IndexOf(_lines[i]) is { } index)
            {
                _declared.Add(index);
            }
        }
    }

    /// <summary>The element that a canonical line declares.</summary>
    private static (bool IsKey, int Index)? IndexOf(HeaderLine line)
    {
        var parser = new DeclarationParser(line, new FindingBag());
        if (line.Text.StartsWith("KEYS[", StringComparison.Ordinal))
        {
            return parser.ParseKey(out var key) == DeclarationParser.Reading.Declared ? (true, key!.Index) : null;
        }

        return line.Text.StartsWith("ARGV[", StringComparison.Ordinal) && parser.ParseArgument(out var argument) == DeclarationParser.Reading.Declared
            ? (false, argument!.Index)
            : null;
    }

    /// <summary>Whether an indented line is a declaration instead of text.</summary>
    private bool IsCanonical(int index)
    {
        var line = _lines[index];
        if (IndexOf(line) is { } element)
        {
            return !_declared.Contains(element);
        }

        var parser = new DeclarationParser(line, new FindingBag());
        return StartsWithWord(line, "RETURNS") ? parser.ParseReply(out _) == DeclarationParser.Reading.Declared
            : StartsWithWord(line, "RAISES") && parser.ParseRaises(out _) == DeclarationParser.Reading.Declared;
    }

    private bool TryParse(int index)
    {
        var line = _lines[index];
        var parser = new DeclarationParser(line, _findings);
        if (line.Text.StartsWith("KEYS[", StringComparison.Ordinal))
        {
            return ParseKey(index, parser);
        }

        if (line.Text.StartsWith("ARGV[", StringComparison.Ordinal))
        {
            return ParseArgument(index, parser);
        }

        return StartsWithWord(line, "RETURNS") ? ParseReply(index, parser)
            : StartsWithWord(line, "RAISES") ? ParseRaises(index, parser)
            : line.Text.StartsWith("@", StringComparison.Ordinal) && ParseOption(index, parser);
    }

    private bool ParseKey(int index, DeclarationParser parser)
    {
        if (parser.ParseKey(out var key) != DeclarationParser.Reading.Declared)
        {
            return false;
        }

        _declared.Add((true, key!.Index));
        _keys.Add(key with { Text = Take(index, key.Text) });
        return true;
    }

    private bool ParseArgument(int index, DeclarationParser parser)
    {
        switch (parser.ParseArgument(out var argument))
        {
            case DeclarationParser.Reading.Loose:
                return false;
            case DeclarationParser.Reading.Declared:
                _declared.Add((false, argument!.Index));
                _arguments.Add(argument with { Text = Take(index, argument.Text) });
                return true;
            default:
                _hasAllArguments = false;
                Take(index, "");
                return true;
        }
    }

    private bool ParseReply(int index, DeclarationParser parser)
    {
        switch (parser.ParseReply(out var reply))
        {
            case DeclarationParser.Reading.Loose:
                return false;
            case DeclarationParser.Reading.Declared:
                _replies.Add(reply! with { Text = Take(index, reply.Text) });
                return true;
            default:
                _hasFaultyReply = true;
                Take(index, "");
                return true;
        }
    }

    private bool ParseRaises(int index, DeclarationParser parser)
    {
        if (parser.ParseRaises(out var raises) != DeclarationParser.Reading.Declared)
        {
            return false;
        }

        _raises.Add(raises! with { Text = Take(index, raises.Text) });
        return true;
    }

    private bool ParseOption(int index, DeclarationParser parser)
    {
        if (StartsWithWord(_lines[index], "@" + HeaderOptions.Include))
        {
            // It is not prose, and declares nothing.
            _lines.Drop(index);
            return false;
        }

        // Other @words ("@param", "@author") are prose.
        var name = HeaderOptions.Names.FirstOrDefault(option => StartsWithWord(_lines[index], "@" + option));
        if (name is null)
        {
            return false;
        }

        _options.Add(parser.ParseOption(name));
        _lines.Take(index);
        return true;
    }

    private string Take(int index, string text)
    {
        _lines.Take(index);
        return _lines.TakeContinuation(index, text, IsCanonical);
    }

    private static bool StartsWithWord(HeaderLine line, string word) =>
        line.Text.StartsWith(word, StringComparison.Ordinal)
        && (line.Text.Length == word.Length || line.Text[word.Length] is ' ' or '\t' or '?');
}
