using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Finds commands that get all keys that KEYS, or a page of SCAN, found: <c>DEL</c> of <c>unpack(keys)</c>.</summary>
internal static class FoundKeysChecks
{
    public static void Run(CheckedScript script, RedisCall call, CommandInfo command)
    {
        // A command that takes one key alone does not get several.
        if (call.Rest is not CallExpression { Arguments: [var list, ..] and { Count: <= 3 } arguments } rest || script.Bound.FunctionCalled(rest) is not { FullName: "unpack" }
            || command.MaxArguments == command.MinArguments || SourceOf(script.Types, list) is not { } source || !script.KeyUses.Any(use => use.Expression == rest))
        {
            return;
        }

        // A slice has a bounded length, and a script that tests for an empty list does not pass one.
        var isSlice = arguments.Count == 3;
        var reasons = new List<string>(3);
        if (!isSlice && !script.TestedLocals.IsLengthTested(list))
        {
            reasons.Add("there are none");
        }

        if (!isSlice && source == "KEYS")
        {
            reasons.Add("there are 8,000 or more");
        }

        if (script.Traits.InCluster)
        {
            reasons.Add("they are in several slots of a cluster");
        }

        if (reasons.Count > 0)
        {
            script.Findings.FoundKeysTogether(rest.Span, command, source, $"when {string.Join(", or ", reasons)}");
        }
    }

    private static string? SourceOf(TypedScript script, Expression list) => script.TypeOf(list) switch
    {
        { Table: { IsOpen: false, Command: "KEYS" } } => "KEYS",
        { Table: { IsOpen: false, Command: "SCAN" } } => "SCAN",
        _ => null,
    };
}
