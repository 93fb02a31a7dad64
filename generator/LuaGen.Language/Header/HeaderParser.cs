using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Header;

/// <summary>Parses a script's header by the grammar in <c>generator/README.md</c>.</summary>
internal sealed class HeaderParser
{
    private static readonly string[] OptionNames = ["readonly", "name", "class", "since", "include"];

    private readonly List<HeaderLine> _lines;
    private readonly FindingBag _findings;
    private readonly List<KeyDeclaration> _keys = [];
    private readonly List<ArgumentDeclaration> _arguments = [];
    private readonly List<ReplyDeclaration> _replies = [];
    private readonly List<RaisesDeclaration> _raises = [];
    private readonly List<OptionDeclaration> _options = [];
    private readonly List<LooseDeclaration> _loose = [];
    private readonly List<IReadOnlyList<string>> _prose = [];
    private List<string>? _paragraph;
    private string _replyProse = "";
    private LooseReply? _looseReply;
    private bool _declaresAnything;
    private bool _hasAllArguments = true;
    private int _next;

    private HeaderParser(SyntaxTree tree, FindingBag findings)
    {
        _lines = HeaderComment.Lines(tree);
        _findings = findings;
    }

    public static ScriptHeader Parse(SyntaxTree tree, FindingBag findings) => new HeaderParser(tree, findings).ParseHeader();

    private ScriptHeader ParseHeader()
    {
        var isProse = true;
        while (_next < _lines.Count)
        {
            var line = _lines[_next++];
            if (TryParseDeclaration(line))
            {
                isProse = false;
            }
            else if (isProse)
            {
                AddProse(line.Text);
            }
        }

        return new ScriptHeader(_prose, _keys, _arguments, _replies, _replyProse, _looseReply, _raises, _options, _loose, _declaresAnything, _hasAllArguments);
    }

    private void AddProse(string text)
    {
        if (text.Length == 0)
        {
            _paragraph = null;
            return;
        }

        if (_paragraph is null)
        {
            _paragraph = [];
            _prose.Add(_paragraph);
        }

        _paragraph.Add(text);
    }

    private bool TryParseDeclaration(HeaderLine line)
    {
        var isDeclaration = TryParse(line);
        _declaresAnything |= isDeclaration;
        if (isDeclaration)
        {
            return true;
        }

        _looseReply ??= new DeclarationParser(line, new FindingBag()).ParseLooseReply();
        return TakeReplyProse(line);
    }

    private bool TryParse(HeaderLine line)
    {
        var parser = new DeclarationParser(line, _findings);
        if (line.Text.StartsWith("KEYS[", StringComparison.Ordinal))
        {
            return ParseKey(line, parser);
        }

        if (line.Text.StartsWith("ARGV[", StringComparison.Ordinal))
        {
            return ParseArgument(line, parser);
        }

        return StartsWithWord(line, "RETURNS") ? ParseReply(line, parser)
            : StartsWithWord(line, "RAISES") ? ParseRaises(line, parser)
            : line.Text.StartsWith("@", StringComparison.Ordinal) && ParseOption(line, parser);
    }

    private bool ParseKey(HeaderLine line, DeclarationParser parser)
    {
        if (parser.ParseKey(out var key) == DeclarationParser.Reading.Loose)
        {
            return ParseLoose(line, parser, isKey: true);
        }

        _keys.Add(key! with { Text = WithContinuation(line, key.Text) });
        return true;
    }

    private bool ParseArgument(HeaderLine line, DeclarationParser parser)
    {
        switch (parser.ParseArgument(out var argument))
        {
            case DeclarationParser.Reading.Loose:
                return ParseLoose(line, parser, isKey: false);
            case DeclarationParser.Reading.Declared:
                _arguments.Add(argument! with { Text = WithContinuation(line, argument.Text) });
                return true;
            default:
                _hasAllArguments = false;
                SkipContinuation(line);
                return true;
        }
    }

    private bool ParseLoose(HeaderLine line, DeclarationParser parser, bool isKey)
    {
        if (parser.ParseLoose(isKey) is not { } loose)
        {
            return false;
        }

        _loose.Add(loose with { Text = WithContinuation(line, loose.Text) });
        return true;
    }

    private bool ParseReply(HeaderLine line, DeclarationParser parser)
    {
        switch (parser.ParseReply(out var reply))
        {
            case DeclarationParser.Reading.Declared:
                _replies.Add(reply! with { Text = WithContinuation(line, reply.Text) });
                break;
            case DeclarationParser.Reading.Loose:
                return false;
            default:
                SkipContinuation(line);
                break;
        }

        return true;
    }

    /// <summary><c>RETURNS the number of members</c> documents a reply but does not declare one.</summary>
    private bool TakeReplyProse(HeaderLine line)
    {
        if (!StartsWithWord(line, "RETURNS"))
        {
            return false;
        }

        _replyProse = WithContinuation(line, line.Text.Substring("RETURNS".Length).TrimStart('?').Trim());
        return true;
    }

    private bool ParseRaises(HeaderLine line, DeclarationParser parser)
    {
        if (parser.ParseRaises(out var raises) != DeclarationParser.Reading.Declared)
        {
            return false;
        }

        _raises.Add(raises! with { Text = WithContinuation(line, raises.Text) });
        return true;
    }

    private bool ParseOption(HeaderLine line, DeclarationParser parser)
    {
        // Other @words ("@param", "@author") are prose.
        var name = OptionNames.FirstOrDefault(option => StartsWithWord(line, "@" + option));
        if (name is null)
        {
            return false;
        }

        _options.Add(parser.ParseOption(name));
        return true;
    }

    private string WithContinuation(HeaderLine declaration, string text)
    {
        while (_next < _lines.Count && _lines[_next].Continues(declaration))
        {
            text = text.Length == 0 ? _lines[_next].Text : text + " " + _lines[_next].Text;
            _next++;
        }

        return text;
    }

    private void SkipContinuation(HeaderLine declaration) => WithContinuation(declaration, "");

    private static bool StartsWithWord(HeaderLine line, string word) =>
        line.Text.StartsWith(word, StringComparison.Ordinal)
        && (line.Text.Length == word.Length || line.Text[word.Length] is ' ' or '\t' or '?');
}
