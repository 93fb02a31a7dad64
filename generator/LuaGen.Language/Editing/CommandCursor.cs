using LuaGen.Language.Binding;
using LuaGen.Language.Commands;

namespace LuaGen.Language.Editing;

/// <summary>A position in a call of <c>redis.call</c>: which argument of which command it is, and what the grammar expects there.</summary>
internal sealed class CommandCursor
{
    private readonly ServerList _servers;

    private CommandCursor(CallFrame frame, string?[] arguments, ServerList servers)
    {
        Frame = frame;
        _servers = servers;
        Arguments = arguments;
        Command = arguments is [{ } name, ..] ? CommandTable.Find(name) : null;
        if (Command is { Subcommands.Count: > 0 } && arguments is [_, { } word, ..] && Command.Subcommands.TryGetValue(word, out var subcommand))
        {
            Command = subcommand;
        }
    }

    public CallFrame Frame { get; }

    /// <summary>The command's name and the arguments before the position; <see langword="null"/> for those that are not constant.</summary>
    public IReadOnlyList<string?> Arguments { get; }

    /// <summary>The command or, if its subcommand is before the position, the subcommand.</summary>
    public CommandInfo? Command { get; }

    /// <summary>Whether the command's name is at the position.</summary>
    public bool IsAtName => Arguments.Count == 0;

    /// <summary>Whether a subcommand is expected at the position.</summary>
    public bool IsAtSubcommand => Arguments.Count == 1 && Command is { Subcommands.Count: > 0 };

    /// <summary>The tokens and values that the grammar allows at the position.</summary>
    public IReadOnlyList<ArgumentNode> Expected => Command is { Subcommands.Count: 0 } command && Arguments.Count >= command.Words
        ? ArgumentRoles.ExpectedAfter(command, [.. Arguments.Skip(command.Words)], _servers)
        : [];

    /// <summary><see langword="null"/> if the innermost call at the position does not run a command.</summary>
    public static CommandCursor? At(ScriptAnalysis analysis, CursorContext context, ServerList servers)
    {
        if (context.Call is not { } frame || Skipped(analysis, frame) is not { } skipped || frame.Active < skipped)
        {
            return null;
        }

        var arguments = frame.Arguments.Skip(skipped).Take(frame.Active - skipped).Select(argument => ConstantOf(analysis, frame, argument)).ToArray();
        return new CommandCursor(frame, arguments, servers);
    }

    /// <summary>The function of the library that a frame calls.</summary>
    public static (string Library, string Name)? FunctionOf(ScriptAnalysis analysis, CallFrame frame)
    {
        switch (frame.Callee)
        {
            case [var name]:
                var symbol = LocalAt(analysis, frame, name);
                return symbol is null ? ("", name) : symbol.OnlyValue is { } value ? analysis.Script.GlobalNamed(value) : null;
            case [var library, var name]:
                var table = LocalAt(analysis, frame, library);
                return table is null ? (library, name)
                    : table.OnlyValue is { } global && analysis.Script.GlobalNamed(global) is ("", var named) ? (named, name)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>How many arguments precede the command's name; <see langword="null"/> if the call runs no command.</summary>
    private static int? Skipped(ScriptAnalysis analysis, CallFrame frame) => FunctionOf(analysis, frame) switch
    {
        ("redis" or "server", "call" or "pcall") => 0,
        ("", "pcall") when frame.Active > 0 && IsCommandFunction(analysis, frame.Arguments[0]) => 1,
        null when analysis.Script.Calls.All.Any(call => call.Span.Start == frame.Start && PassesItsFirst(call)) => 0,
        _ => null,
    };

    private static bool IsCommandFunction(ScriptAnalysis analysis, FrameArgument argument)
    {
        var text = argument.Start < 0 ? "" : analysis.Tree.Text.Substring(argument.Start, argument.End - argument.Start);
        return text is "redis.call" or "redis.pcall" or "server.call" or "server.pcall";
    }

    /// <summary>Whether a call of a wrapper passes on its arguments as they are.</summary>
    private static bool PassesItsFirst(RedisCall call) =>
        call.Arguments.Count > 0 && call.Expression.Arguments.Count > 0 && call.Arguments[0].Expression == call.Expression.Arguments[0];

    private static string? ConstantOf(ScriptAnalysis analysis, CallFrame frame, FrameArgument argument) =>
        argument.Literal ?? (argument.Name is { } name && LocalAt(analysis, frame, name)?.OnlyValue is { } value ? Constants.TextOf(analysis.Script.Resolve(value)) : null);

    private static LocalSymbol? LocalAt(ScriptAnalysis analysis, CallFrame frame, string name) =>
        VisibleLocals.At(analysis.Script, frame.Start).FirstOrDefault(symbol => symbol.Name == name);
}
