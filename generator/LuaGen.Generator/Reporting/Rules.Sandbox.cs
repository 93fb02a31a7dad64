using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private const string SandboxCategory = "LuaGen.Sandbox";

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Sandbox =>
    [
        Rule(RuleId.GlobalAssigned, SandboxCategory, "Global assigned", "\"{0}\" is read-only to scripts, as all globals are: {1}"),
        Rule(RuleId.UnknownName, SandboxCategory, "Name that Redis does not have", "Scripts have no {0}: {1}"),
        Rule(RuleId.ReservedCode, SandboxCategory, "Error code of the server", "\"{0}\" is an error of the server itself, after which clients send the script again: begin with a code of your own"),
        Rule(RuleId.CrashingError, SandboxCategory, "Error that crashes servers", "error with a table that has no \"err\" crashes Redis 7.0, 7.4 and Valkey 8: write {0} or error('text')"),
        Rule(RuleId.LossyNumber, SandboxCategory, "Number that loses digits", "{0} {1}: {2}"),
        Rule(RuleId.FailingCall, SandboxCategory, "Call that always fails", "{0}, so the call always fails: {1}"),
        Rule(RuleId.UnboundedUnpack, SandboxCategory, "List of any length unpacked whole", "unpack fails when {0} has 8,000 values or more: call with slices, {1}"),
        Rule(RuleId.CodeFromOutside, SandboxCategory, "Code from outside of the script", "{0} compiles what comes from outside of the script, so whoever sets that runs code: choose among functions of the script instead"),
        Rule(RuleId.ValkeyName, SandboxCategory, "Name of Valkey alone", "Only Valkey has \"server\": write redis, which Valkey has too"),
    ];
}
