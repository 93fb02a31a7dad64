using LuaGen.Language.Commands;

namespace LuaGen.TestSupport;

/// <summary>Generates arguments from a command's grammar, and invalid variations of them.</summary>
internal sealed class ArgumentSamples(CommandInfo command, int seed)
{
    private static readonly string[] Strange = ["zz", "1.5", "-1", "0", "", "NX", "5"];

    private readonly Random _random = new(seed);
    private readonly List<string> _tokens = [];

    /// <summary>Arguments that follow the grammar, with options in the documented order.</summary>
    public List<string> Sample()
    {
        var arguments = new List<string>();
        Append(arguments, command.Arguments!);
        return arguments;
    }

    /// <summary>A sample with one to three arguments removed, duplicated, swapped or replaced.</summary>
    public List<string> Spoiled()
    {
        var arguments = Sample();
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
        {
            Spoil(arguments);
        }

        return arguments;
    }

    /// <summary>If an option is repeated, servers use only the last one.</summary>
    public bool RepeatsAnOption(List<string> arguments) =>
        Tokens.Any(token => arguments.Count(argument => argument == token) > 1);

    private void Spoil(List<string> arguments)
    {
        var at = _random.Next(arguments.Count + 1);
        switch (_random.Next(6))
        {
            case 0 when at < arguments.Count:
                arguments.RemoveAt(at);
                break;
            case 1 when at < arguments.Count:
                arguments.Insert(at, arguments[_random.Next(arguments.Count)]);
                break;
            case 2 when at < arguments.Count:
                (arguments[at], arguments[^1]) = (arguments[^1], arguments[at]);
                break;
            case 3 when at < arguments.Count:
                arguments[at] = Strange[_random.Next(Strange.Length)];
                break;
            case 4:
                arguments.AddRange(Option());
                break;
            default:
                arguments.InsertRange(at, Option());
                break;
        }
    }

    /// <summary>An option of the command, possibly with a value.</summary>
    private IEnumerable<string> Option()
    {
        var token = Tokens.Count > 0 ? Tokens[_random.Next(Tokens.Count)] : "XX";
        return _random.Next(2) == 0 ? [token] : [token, "1"];
    }

    private List<string> Tokens
    {
        get
        {
            if (_tokens.Count == 0)
            {
                Collect(command.Arguments!);
            }

            return _tokens;
        }
    }

    private void Append(List<string> arguments, ArgumentNode node)
    {
        switch (node)
        {
            case TokenNode token:
                arguments.Add(token.Text);
                break;
            case ValueNode value:
                arguments.Add(Value(value));
                break;
            case SequenceNode sequence:
                AppendAll(arguments, sequence.Items);
                break;
            case OptionsNode options:
                AppendAll(arguments, options.Items);
                break;
            case ChoiceNode choice:
                Append(arguments, choice.Alternatives[_random.Next(choice.Alternatives.Length)]);
                break;
            case OptionalNode optional when _random.Next(2) == 0:
                Append(arguments, optional.Item);
                break;
            case RepeatedNode repeated:
                AppendAll(arguments, [.. Enumerable.Repeat(repeated.Item, _random.Next(1, 4))]);
                break;
            case CountedNode counted:
                var count = _random.Next(1, 4);
                arguments.Add($"{count}");
                AppendAll(arguments, [.. Enumerable.Repeat(counted.Items.Item, count)]);
                break;
        }
    }

    private void AppendAll(List<string> arguments, ArgumentNode[] nodes)
    {
        foreach (var node in nodes)
        {
            Append(arguments, node);
        }
    }

    private static string Value(ValueNode value) => value.Kind == ValueKind.Text ? TextOf(value.Name) : "1";

    private static string TextOf(string name) => name switch
    {
        "encoding" => "u8",
        "group" => "g",
        "pattern" or "by-pattern" => "*",
        _ when name.Contains("key", StringComparison.Ordinal) || name is "source" or "src" => "k",
        _ when name.StartsWith("dest", StringComparison.Ordinal) || name is "dst" => "d",
        "min" or "max" or "start" or "end" or "stop" or "start-end" => "1",
        _ => "1",
    };

    private void Collect(ArgumentNode node)
    {
        switch (node)
        {
            case TokenNode token:
                _tokens.Add(token.Text);
                break;
            case SequenceNode sequence:
                sequence.Items.ToList().ForEach(Collect);
                break;
            case OptionsNode options:
                options.Items.ToList().ForEach(Collect);
                break;
            case ChoiceNode choice:
                choice.Alternatives.ToList().ForEach(Collect);
                break;
            case OptionalNode optional:
                Collect(optional.Item);
                break;
            case RepeatedNode repeated:
                Collect(repeated.Item);
                break;
            case CountedNode counted:
                Collect(counted.Items);
                break;
        }
    }
}
