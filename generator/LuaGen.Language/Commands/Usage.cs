using System.Text;

namespace LuaGen.Language.Commands;

/// <summary>Formats the syntax of a command as the Redis documentation does: <c>SPOP key [count]</c>.</summary>
internal static class Usage
{
    public static string Of(CommandInfo command)
    {
        var text = new StringBuilder(command.Name);
        if (command.Arguments is { } arguments && !(arguments is SequenceNode { Items: [] }))
        {
            text.Append(' ');
            Append(text, arguments);
        }

        return text.ToString();
    }

    /// <summary>A single token or value.</summary>
    public static string Of(ArgumentNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ArgumentNode node)
    {
        switch (node)
        {
            case TokenNode token:
                text.Append(token.Text.Length == 0 ? "\"\"" : token.Text);
                break;
            case ValueNode value:
                text.Append(value.Name);
                break;
            case SequenceNode sequence:
                AppendAll(text, sequence.Items, " ");
                break;
            case OptionsNode options:
                AppendAll(text, options.Items, " ");
                break;
            case ChoiceNode choice:
                AppendAll(text, choice.Alternatives, " | ");
                break;
            case CountedNode counted:
                AppendAll(text, [counted.Count, counted.Items], " ");
                break;
            case OptionalNode optional:
                text.Append('[');
                Append(text, optional.Item);
                text.Append(']');
                break;
            case RepeatedNode repeated:
                Append(text, repeated.Item);
                text.Append(" [");
                Append(text, repeated.Item);
                text.Append(" …]");
                break;
        }
    }

    private static void AppendAll(StringBuilder text, ArgumentNode[] nodes, string separator)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            text.Append(i == 0 ? "" : separator);

            // A choice inside a sequence needs brackets of its own; an optional node already has them.
            var brackets = separator == " " && nodes[i] is ChoiceNode;
            text.Append(brackets ? "(" : "");
            Append(text, nodes[i]);
            text.Append(brackets ? ")" : "");
        }
    }
}
