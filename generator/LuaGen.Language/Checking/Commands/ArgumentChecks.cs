using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Checks the number of a command's arguments and then, as far as constants allow, their values.</summary>
internal static class ArgumentChecks
{
    /// <summary>A hypothetical server that has every command and option.</summary>
    private static readonly ServerVersion AnyServer = new(int.MaxValue, 0);

    public static void Run(RedisCall call, CommandInfo command, ServerVersion minServer, FindingBag findings)
    {
        var count = call.Arguments.Count - command.Words;
        if (count > command.MaxArguments || (count < command.MinArguments && !call.IsOpen))
        {
            findings.WrongArity(call.NameSpan, command, count);
        }
        else if (command.Arguments is { } grammar)
        {
            var constants = call.Arguments.Skip(command.Words).Select(argument => argument.Constant).ToArray();
            if (!ArgumentMatcher.Fits(grammar, constants, call.IsOpen, minServer))
            {
                ReportUnfit(call, command, constants, minServer, findings);
            }
        }
    }

    /// <summary>Distinguishes arguments that no server accepts from those that only newer servers accept.</summary>
    private static void ReportUnfit(RedisCall call, CommandInfo command, string?[] constants, ServerVersion minServer, FindingBag findings)
    {
        if (!ArgumentMatcher.Fits(command.Arguments!, constants, call.IsOpen, AnyServer))
        {
            var fault = ArgumentMatcher.FaultOf(command.Arguments!, constants, call.IsOpen, AnyServer);
            findings.UnfitArgument(SpanOf(call, command, fault), command, FaultText.Of(fault, constants));
        }
        else if (ArgumentMatcher.FaultOf(command.Arguments!, constants, call.IsOpen, minServer) is { Newer: { } newer } fault)
        {
            findings.NewerCommand(SpanOf(call, command, fault), $"{command.Name} … {Usage.Of(newer)}", newer.Since, minServer);
        }
    }

    /// <summary>The span of the argument that does not match; the last argument if something is missing.</summary>
    private static SourceSpan SpanOf(RedisCall call, CommandInfo command, ArgumentFault fault) =>
        call.Arguments[Math.Min(command.Words + Math.Max(0, fault.Position), call.Arguments.Count - 1)].Span;
}
