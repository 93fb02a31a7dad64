namespace LuaGen.Language.Commands;

/// <summary>
/// Parses the grammar of a command's arguments, in the notation of the command table:
/// <c>key:k value:s [NX|XX] [GET]@6.2 [EX seconds:i|KEEPTTL] NX^GET</c>.
/// </summary>
internal sealed class ArgumentGrammar
{
    private const string Delimiters = " ()[]|+@^";

    private readonly string _text;
    private readonly List<(string, string)> _exclusions = [];
    private int _position;

    private ArgumentGrammar(string text) => _text = text;

    public static ArgumentNode Parse(string text)
    {
        var grammar = new ArgumentGrammar(text);
        var root = grammar.ParseChoice();
        foreach (var (one, other) in grammar._exclusions)
        {
            ArgumentOptions.Exclude(root, one, other);
        }

        return root;
    }

    private ArgumentNode ParseChoice()
    {
        var alternatives = new List<ArgumentNode> { ParseSequence() };
        while (TryTake('|'))
        {
            alternatives.Add(ParseSequence());
        }

        return alternatives.Count == 1 ? alternatives[0] : new ChoiceNode([.. alternatives]);
    }

    private ArgumentNode ParseSequence()
    {
        var items = new List<ArgumentNode>();
        while (_position < _text.Length && _text[_position] is not (')' or ']' or '|'))
        {
            if (ParseItem() is { } item)
            {
                items.Add(item);
            }

            TryTake(' ');
        }

        return ArgumentOptions.Sequence(items);
    }

    private ArgumentNode? ParseItem()
    {
        ArgumentNode item;
        if (TryTake('('))
        {
            item = ParseChoice();
            TryTake(')');
        }
        else if (TryTake('['))
        {
            item = new OptionalNode(ParseChoice());
            TryTake(']');
        }
        else
        {
            var word = TakeWord();
            if (TryTake('^'))
            {
                _exclusions.Add((word, TakeWord()));
                return null;
            }

            item = Word(word);
        }

        return ParseSuffixes(item);
    }

    private ArgumentNode ParseSuffixes(ArgumentNode item)
    {
        while (true)
        {
            if (TryTake('+'))
            {
                item = new RepeatedNode(item);
            }
            else if (TryTake('@'))
            {
                item.Servers = Availability.Parse(TakeWord());
            }
            else
            {
                return item;
            }
        }
    }

    private static ArgumentNode Word(string word)
    {
        var colon = word.IndexOf(':');
        return colon < 0 ? new TokenNode(word == "\"\"" ? "" : word) : new ValueNode(word.Substring(0, colon), word[colon + 1] switch
        {
            'i' or 'u' or 'n' => ValueKind.Integer,
            'd' => ValueKind.Number,
            _ => ValueKind.Text,
        })
        { CountsNext = word[colon + 1] == 'n', IsKey = word[colon + 1] == 'k' };
    }

    private string TakeWord()
    {
        var start = _position;
        while (_position < _text.Length && Delimiters.IndexOf(_text[_position]) < 0)
        {
            _position++;
        }

        return _text.Substring(start, _position - start);
    }

    private bool TryTake(char c)
    {
        if (_position == _text.Length || _text[_position] != c)
        {
            return false;
        }

        _position++;
        return true;
    }
}
