using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Checks the number of a command's arguments and then, as far as constants allow, their values.</summary>
internal static class ArgumentChecks
{
    public static void Run(RedisCall call, CommandInfo command, ServerList servers, FindingBag findings)
    {
        var count = call.Arguments.Count - command.Words;
        if (count > command.MaxArguments || (count < command.MinArguments && !call.IsOpen))
        {
            findings.WrongArity(call.NameSpan, command, count);
        }
        else if (command.Arguments is { } grammar)
        {
            var constants = call.Arguments.Skip(command.Words).Select(argument => argument.Constant).ToArray();
            foreach (var server in servers.Servers)
            {
                if (!ArgumentMatcher.Fits(grammar, constants, call.IsOpen, server))
                {
                    ReportUnfit(call, command, constants, server, findings);
                    break;
                }
            }
        }
    }

    /// <summary>Distinguishes arguments that no server accepts from those that only other servers accept.</summary>
    private static void ReportUnfit(RedisCall call, CommandInfo command, string?[] constants, Server server, FindingBag findings)
    {
        if (!ArgumentMatcher.Fits(command.Arguments!, constants, call.IsOpen, Server.Any))
        {
            var fault = ArgumentMatcher.FaultOf(command.Arguments!, constants, call.IsOpen, Server.Any);
            findings.UnfitArgument(SpanOf(call, command, fault), command, FaultText.Of(fault, constants));
        }
        else if (ArgumentMatcher.FaultOf(command.Arguments!, constants, call.IsOpen, server) is { Newer: { Servers: { } having } newer } fault)
        {
            findings.LacksCommand(SpanOf(call, command, fault), $"{command.Name} … {Usage.Of(newer)}", having, server);
        }
    }

    /// <summary>The span of the argument that does not match; the last argument if something is missing.</summary>
    private static SourceSpan SpanOf(RedisCall call, CommandInfo command, ArgumentFault fault) =>
        call.Arguments[Math.Min(command.Words + Math.Max(0, fault.Position), call.Arguments.Count - 1)].Span;
}
