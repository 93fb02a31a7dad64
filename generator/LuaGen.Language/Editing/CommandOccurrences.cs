using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>Collects the commands, subcommands, tokens and literal values of a script's calls.</summary>
internal static class CommandOccurrences
{
    public static void Collect(ScriptAnalysis analysis, List<Occurrence> found)
    {
        // Two calls can share an expression: a wrapper that is called twice, or a constant in a local.
        var seen = new HashSet<int>();
        foreach (var call in analysis.Types?.Calls ?? analysis.Script.Calls.All)
        {
            if (call.Arguments is [{ Constant: { } name }, ..] && CommandTable.Find(name) is { } command)
            {
                Collect(analysis, call, command, seen, found);
            }
        }
    }

    private static void Collect(ScriptAnalysis analysis, RedisCall call, CommandInfo command, HashSet<int> seen, List<Occurrence> found)
    {
        void Add(CallArgument argument, ScriptEntity entity)
        {
            if (argument.Expression is StringLiteral literal && LiteralText.InnerSpan(analysis.Tree.Text, literal) is { } span && seen.Add(span.Start))
            {
                found.Add(new Occurrence(span, entity, OccurrenceRole.Read));
            }
            else if (argument.Expression is NumberLiteral number && seen.Add(number.Span.Start))
            {
                found.Add(new Occurrence(number.Span, entity, OccurrenceRole.Read));
            }
        }

        Add(call.Arguments[0], new CommandEntity(command));
        if (command.Subcommands.Count > 0 && call.Arguments.Count > 1)
        {
            if (call.Arguments[1].Constant is not { } word || !command.Subcommands.TryGetValue(word, out var subcommand))
            {
                return;
            }

            command = subcommand;
            Add(call.Arguments[1], new CommandEntity(command));
        }

        var arguments = call.ConstantsFrom(command.Words);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (call.Arguments[command.Words + i].Expression is StringLiteral or NumberLiteral)
            {
                switch (ArgumentRoles.Of(command, arguments, i, ServerList.Any))
                {
                    case TokenNode token:
                        Add(call.Arguments[command.Words + i], new TokenEntity(command, token));
                        break;
                    case ValueNode value:
                        Add(call.Arguments[command.Words + i], new ValueEntity(command, value));
                        break;
                }
            }
        }
    }
}
