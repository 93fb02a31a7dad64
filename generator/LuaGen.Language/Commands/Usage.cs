using System.Text;

namespace LuaGen.Language.Commands;

/// <summary>Formats the syntax of a command as the Redis documentation does: <c>SPOP key [count]</c>.</summary>
internal sealed class Usage
{
    private readonly StringBuilder _text;
    private readonly Dictionary<ArgumentNode, SourceSpan>? _places;

    /// <summary>What some of these servers lack is left out.</summary>
    private readonly ServerList _servers;

    private Usage(StringBuilder text, ServerList servers, Dictionary<ArgumentNode, SourceSpan>? places) => (_text, _servers, _places) = (text, servers, places);

    public static string Of(CommandInfo command) => Of(command, ServerList.Any, places: null);

    /// <summary>The same, without what some of the servers lack.</summary>
    public static string Of(CommandInfo command, ServerList servers) => Of(command, servers, places: null);

    /// <summary>The syntax, with the place of each node of the grammar in the text.</summary>
    public static string Of(CommandInfo command, Dictionary<ArgumentNode, SourceSpan>? places) => Of(command, ServerList.Any, places);

    private static string Of(CommandInfo command, ServerList servers, Dictionary<ArgumentNode, SourceSpan>? places)
    {
        var text = new StringBuilder(command.Name);
        if (command.Arguments is { } arguments && !(arguments is SequenceNode { Items: [] }))
        {
            text.Append(' ');
            new Usage(text, servers, places).Append(arguments);
        }

        return text.ToString();
    }

    /// <summary>A single token or value.</summary>
    public static string Of(ArgumentNode node)
    {
        var text = new StringBuilder();
        new Usage(text, ServerList.Any, places: null).Append(node);
        return text.ToString();
    }

    private void Append(ArgumentNode node)
    {
        var start = _text.Length;
        switch (node)
        {
            case TokenNode token:
                _text.Append(token.Text.Length == 0 ? "\"\"" : token.Text);
                break;
            case ValueNode value:
                _text.Append(value.Name);
                break;
            case SequenceNode sequence:
                AppendAll(sequence.Items, " ");
                break;
            case OptionsNode options:
                AppendAll(options.Items, " ");
                break;
            case ChoiceNode choice:
                AppendAll(choice.Alternatives, " | ");
                break;
            case CountedNode counted:
                AppendAll([counted.Count, counted.Items], " ");
                break;
            case OptionalNode optional:
                _text.Append('[');
                Append(optional.Item);
                _text.Append(']');
                break;
            case RepeatedNode repeated:
                Append(repeated.Item);
                _text.Append(" [");
                Append(repeated.Item);
                _text.Append(" …]");
                break;
        }

        // A repeated item is written twice; its first place counts.
        if (_places is { } places && !places.ContainsKey(node))
        {
            places.Add(node, SourceSpan.FromBounds(start, _text.Length));
        }
    }

    private void AppendAll(ArgumentNode[] nodes, string separator)
    {
        var before = "";
        foreach (var node in nodes.Where(IsThere))
        {
            _text.Append(before);
            before = separator;

            // A choice inside a sequence needs brackets of its own; an optional node already has them.
            var brackets = separator == " " && node is ChoiceNode;
            _text.Append(brackets ? "(" : "");
            Append(node);
            _text.Append(brackets ? ")" : "");
        }
    }

    private bool IsThere(ArgumentNode node) => node.IsOn(_servers) && node switch
    {
        OptionalNode optional => IsThere(optional.Item),
        ChoiceNode choice => choice.Alternatives.Any(IsThere),
        _ => true,
    };
}
