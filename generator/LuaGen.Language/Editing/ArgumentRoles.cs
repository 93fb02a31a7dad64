using LuaGen.Language.Commands;

namespace LuaGen.Language.Editing;

/// <summary>What the grammar of a command expects at a position of its arguments.</summary>
internal static class ArgumentRoles
{
    /// <summary>The tokens and values that may follow the given arguments, in the order of the grammar; empty if nothing may, or if the grammar is unknown.</summary>
    /// <param name="command">The command or subcommand.</param>
    /// <param name="before">The arguments before the position, without the command's name; <see langword="null"/> for those that are not constant.</param>
    /// <param name="servers">The servers that accept it.</param>
    public static IReadOnlyList<ArgumentNode> ExpectedAfter(CommandInfo command, string?[] before, ServerList servers)
    {
        if (command.Arguments is not { } grammar)
        {
            return [];
        }

        // What does not fit because something is missing at its end says what may be there.
        var fault = ArgumentMatcher.FaultOf(grammar, before, isOpen: false, servers);
        return fault.Position == before.Length ? fault.Expected : [];
    }

    /// <summary>The token or value of the grammar that an argument is.</summary>
    public static ArgumentNode? Of(CommandInfo command, string?[] arguments, int index, ServerList servers)
    {
        var expected = ExpectedAfter(command, [.. arguments.Take(index)], servers);
        return arguments[index] is not { } text
            ? expected.OfType<ValueNode>().FirstOrDefault()
            : (ArgumentNode?)expected.OfType<TokenNode>().FirstOrDefault(token => token.Text.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? expected.OfType<ValueNode>().FirstOrDefault(value => ConstantValues.CanBe(text, value.Kind));
    }
}
