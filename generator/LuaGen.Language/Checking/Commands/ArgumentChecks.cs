using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Checks the number of a command's arguments and then, as far as constants allow, their values.</summary>
internal static class ArgumentChecks
{
    public static void Run(RedisCall call, CommandInfo command, ServerList servers, FindingBag findings)
    {
        var count = call.Arguments.Count - command.Words;
        if (count > command.MaxArguments || (count < command.MinArguments && !call.IsOpen))
        {
            findings.WrongArity(call.NameSpan, command, count, servers);
        }
        else if (command.Arguments is { } grammar)
        {
            var constants = call.ConstantsFrom(command.Words);
            var hasValues = ArgumentValues.Concerns(command) && Array.Exists(constants, static constant => constant is not null);
            var values = hasValues ? ArgumentMatcher.ValuesOf(grammar, constants, isNumber: null, call.IsOpen, servers) : null;
            if (hasValues ? values is null : !ArgumentMatcher.Fits(grammar, constants, call.IsOpen, servers))
            {
                ReportUnfit(call, command, constants, servers, findings);
            }
            else if (values is not null)
            {
                CheckValues(call, command, constants, values, servers, findings);
            }
        }
    }

    /// <summary>The first constant that the command refuses by its value, or beside the others.</summary>
    private static void CheckValues(RedisCall call, CommandInfo command, string?[] constants, ValueNode?[] values, ServerList servers, FindingBag findings)
    {
        for (var i = 0; i < constants.Length; i++)
        {
            if (constants[i] is { } constant && values[i] is { } value && ArgumentValues.WantedInsteadOf(constant, command, value) is { } wanted)
            {
                findings.UnfitArgument(call.Arguments[command.Words + i].Span, command, $"takes {wanted} for '{value.Name}', not '{SyntaxFindings.Shorten(constant)}'", servers);
                return;
            }
        }

        if (ArgumentCombinations.FaultOf(command, constants, values, call.IsOpen) is var (position, problem))
        {
            findings.UnfitArgument(call.Arguments[Math.Min(command.Words + position, call.Arguments.Count - 1)].Span, command, problem, servers);
        }
    }

    /// <summary>Distinguishes arguments that no server accepts from those that only other servers accept.</summary>
    private static void ReportUnfit(RedisCall call, CommandInfo command, string?[] constants, ServerList servers, FindingBag findings)
    {
        if (!ArgumentMatcher.Fits(command.Arguments!, constants, call.IsOpen, ServerList.Any))
        {
            var fault = ArgumentMatcher.FaultOf(command.Arguments!, constants, call.IsOpen, ServerList.Any);
            findings.UnfitArgument(SpanOf(call, command, fault), command, FaultText.Of(fault, constants), servers);
        }
        else if (ArgumentMatcher.FaultOf(command.Arguments!, constants, call.IsOpen, servers) is { Newer: { Servers: { } having } newer } fault && servers.FirstWithout(having) is { } lacking)
        {
            findings.LacksCommand(SpanOf(call, command, fault), $"{command.Name} … {Usage.Of(newer)}", having, lacking);
        }
    }

    /// <summary>The span of the argument that does not match; the last argument if something is missing.</summary>
    private static SourceSpan SpanOf(RedisCall call, CommandInfo command, ArgumentFault fault) =>
        call.Arguments[Math.Min(command.Words + Math.Max(0, fault.Position), call.Arguments.Count - 1)].Span;
}
