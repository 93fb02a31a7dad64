using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private const string CommandCategory = "LuaGen.Commands";

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Commands =>
    [
        Rule(RuleId.UnknownCommand, CommandCategory, "Unknown command", "\"{0}\" is no command of Redis: {1}"),
        Rule(RuleId.WrongArity, CommandCategory, "Wrong number of arguments", "{0}; write {1}"),
        Rule(RuleId.UnknownSubcommand, CommandCategory, "Unknown subcommand", "{0} has no subcommand \"{1}\": write {2}"),
        Rule(RuleId.UnfitArgument, CommandCategory, "Argument that the command does not take", "{0}; the form is {1}"),
        Rule(RuleId.NotForScripts, CommandCategory, "Command that scripts may not call", "Scripts may not call {0}: {1}"),
        Rule(RuleId.WriteInReadOnly, CommandCategory, "Write in a read-only script", "{0} {1}, and the script declares that it only reads: {2}"),
        Rule(RuleId.NewerCommand, CommandCategory, "Newer than the oldest server", "{0} needs Redis {1}, and the script is to run on {2}: declare \"-- @since {1}\", or do without it"),
        Rule(RuleId.DeprecatedCommand, CommandCategory, "Deprecated command", "{0} is deprecated since Redis {1}: write {2}"),
        Rule(RuleId.UncheckedCommand, CommandCategory, "Command not known before the script runs", "The command is not known before the script runs, so this call is not checked; where there are few to choose from, write a call for each"),
        Rule(RuleId.CouldBeReadOnly, CommandCategory, "Script that could be read-only", "The script only reads: declare \"-- @readonly\" in its header, and replicas may run it"),
        Rule(RuleId.UnsendableArgument, CommandCategory, "Argument that cannot be sent", "{0} takes strings and numbers, not {1}: {2}"),
        Rule(RuleId.NewerScriptForm, CommandCategory, "Kind of script newer than the oldest server", "{0} needs Redis 7.0, and the script is to run on {1}: {2}"),
    ];
}
