using LuaGen.Language.Commands;

namespace LuaGen.Language.Editing;

/// <summary>The form of a command, with the part that is expected at a position.</summary>
/// <param name="Command">The command or subcommand.</param>
/// <param name="Text">The form: <c>SET key value [NX | XX]</c>.</param>
/// <param name="Parts">The places of the parts in the text, in order.</param>
/// <param name="Active">The index of the part that is expected; -1 if no further argument is.</param>
/// <param name="Expected">Everything that the grammar allows at the position.</param>
internal sealed record CommandSignature(CommandInfo Command, string Text, IReadOnlyList<SourceSpan> Parts, int Active, IReadOnlyList<ArgumentNode> Expected)
{
    /// <summary><see langword="null"/> if the command is not known, or still to be written.</summary>
    /// <param name="cursor">The position.</param>
    /// <param name="current">The argument at the position, if it is a constant.</param>
    public static CommandSignature? Of(CommandCursor cursor, string? current)
    {
        if (cursor.Command is not { } command || cursor.IsAtName)
        {
            return null;
        }

        var places = new Dictionary<ArgumentNode, SourceSpan>();
        var text = Usage.Of(command, places);
        var parts = places.Where(place => place.Key is TokenNode or ValueNode or OptionsNode or OptionalNode).Select(place => place.Value).Distinct().OrderBy(span => span.Start).ThenBy(span => span.Length).ToList();
        var expected = cursor.Expected;
        var active = ActiveNode(expected, current) is { } node && places.TryGetValue(node, out var span) ? parts.IndexOf(span) : -1;
        return new CommandSignature(command, text, parts, active, expected);
    }

    private static ArgumentNode? ActiveNode(IReadOnlyList<ArgumentNode> expected, string? current) =>
        (current is null ? null : expected.OfType<TokenNode>().FirstOrDefault(token => token.Text.Equals(current, StringComparison.OrdinalIgnoreCase)))
        ?? (ArgumentNode?)expected.OfType<ValueNode>().FirstOrDefault()
        ?? (expected.Count > 0 ? expected[0] : null);
}
