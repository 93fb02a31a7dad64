namespace LuaGen.Language.Commands;

/// <summary>What servers read at one place of a call.</summary>
/// <param name="Kind">The kind of value; <see cref="ValueKind.Text"/> if any bytes are accepted.</param>
/// <param name="Name">The name of the value in the command's documentation; <see langword="null"/> if there are several.</param>
internal readonly record struct ArgumentPlace(ValueKind Kind, string? Name)
{
    /// <summary>A text that no command reads as a number or a token.</summary>
    private const string SomeText = "\u0001";

    /// <summary>The place of one argument that is not constant; <see langword="null"/> if it is not known, or if only a token fits there.</summary>
    /// <param name="arguments">The arguments; <see langword="null"/> for those that are not constant.</param>
    /// <param name="position">The argument in question.</param>
    public static ArgumentPlace? Of(ArgumentNode grammar, string?[] arguments, bool isOpen, ServerList servers, int position)
    {
        var acceptsText = Fits(SomeText, out var texts);
        var acceptsFraction = Fits("1.5", out var numbers);
        var acceptsWhole = Fits("1", out var integers);
        return acceptsText ? new ArgumentPlace(ValueKind.Text, Only(texts))
            : acceptsFraction ? new ArgumentPlace(ValueKind.Number, Only(numbers))
            : acceptsWhole ? new ArgumentPlace(ValueKind.Integer, Only(integers))
            : null;

        bool Fits(string value, out List<ValueNode> nodes)
        {
            var supposed = (string?[])arguments.Clone();
            supposed[position] = value;
            nodes = [];
            return ArgumentMatcher.Fits(grammar, supposed, isOpen, servers, position, nodes);
        }
    }

    private static string? Only(List<ValueNode> nodes) => nodes.Select(node => node.Name).Distinct().Take(2).ToArray() is [var name] ? name : null;
}
