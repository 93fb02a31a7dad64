namespace LuaGen.Language.Rules;

/// <content>Calls of Redis commands.</content>
internal sealed partial class Rule
{
    public static Rule UnknownCommand { get; } = new(4001, RuleCategory.Commands, Severity.Warning, "Unknown command", "'{0}' is not a Redis command: {1}");
    public static Rule WrongArity { get; } = new(4002, RuleCategory.Commands, Severity.Warning, "Wrong number of arguments", "{0}: write `{1}`");
    public static Rule UnknownSubcommand { get; } = new(4003, RuleCategory.Commands, Severity.Warning, "Unknown subcommand", "'{1}' is not a subcommand of {0}: write {2}");

    /// <summary>An option or a value that the command does not take at this position.</summary>
    public static Rule UnfitArgument { get; } = new(4004, RuleCategory.Commands, Severity.Warning, "Invalid command argument", "{0}: write `{1}`");
    public static Rule NotForScripts { get; } = new(4005, RuleCategory.Commands, Severity.Warning, "Command not allowed in scripts", "Scripts cannot call {0}: {1}");
    public static Rule WriteInReadOnly { get; } = new(4006, RuleCategory.Commands, Severity.Error, "Write in a read-only script", "{0} {1}, but the script is declared read-only: {2}");

    /// <summary>A command or an option that a named server is too old for.</summary>
    public static Rule NewerCommand { get; } = new(4007, RuleCategory.Commands, Severity.Warning, "Command or option newer than the oldest server", "{0} needs {1}, but the script must run on {2}: declare `-- @since {3}`, or avoid it");
    public static Rule DeprecatedCommand { get; } = new(4008, RuleCategory.Commands, Severity.Info, "Deprecated command", "{0} is deprecated since Redis {1}: use {2}");
    public static Rule UncheckedCommand { get; } = new(4009, RuleCategory.Commands, Severity.Info, "Command name not constant", "The command name is not a constant, so this call is not checked: if there are only a few commands, write one call for each");
    public static Rule CouldBeReadOnly { get; } = new(4010, RuleCategory.Commands, Severity.Info, "Script that could be read-only", "{0} only reads: {1} to let it run on replicas");

    /// <summary>An argument that is neither a string nor a number.</summary>
    public static Rule UnsendableArgument { get; } = new(4011, RuleCategory.Commands, Severity.Warning, "Argument that cannot be sent", "`{0}` takes strings and numbers, not {1}: {2}");

    /// <summary>Read-only scripts and shebangs need Redis 7.0.</summary>
    public static Rule NewerScriptForm { get; } = new(4012, RuleCategory.Commands, Severity.Warning, "Script form newer than the oldest server", "{0} needs Redis 7.0, but the script must run on Redis {1}: {2}");

    /// <summary>An entry of the project's list of servers that names none.</summary>
    public static Rule UnknownServer { get; } = new(4013, RuleCategory.Commands, Severity.Warning, "Unknown server", "'{0}' in `LuaGenServers` is not a known server: write {1}") { IsFoundByHost = true };

    /// <summary>A module's command, on a server that has it only with the module.</summary>
    public static Rule ModuleCommand { get; } = new(4014, RuleCategory.Commands, Severity.Info, "Command of a module", "{0} needs {1}, and the script must run on {2}: make sure that your servers have it");

    /// <summary>A name that may be newer than the facts.</summary>
    public static Rule UnheardCommand { get; } = new(4015, RuleCategory.Commands, Severity.Info, "Command not known", "'{0}' is not in Redis up to {1} or Valkey up to {2}, so the call is not checked: check the name");

    /// <summary>A command or an option that no version of a named server has.</summary>
    public static Rule MissingOnServer { get; } = new(4016, RuleCategory.Commands, Severity.Warning, "Missing on a server", "{0} does not have {1}: {2}");

    /// <summary>A difference of Dragonfly, whose source was read.</summary>
    public static Rule DragonflyDiffers { get; } = new(4017, RuleCategory.Commands, Severity.Info, "Different on Dragonfly", "Dragonfly {0}: {1}");

    /// <summary>A script that one command of all named servers replaces.</summary>
    public static Rule OneCommand { get; } = new(4018, RuleCategory.Commands, Severity.Info, "One command does this", "One command does what this script does: send `{0}`, in C# `{1}`");
    /// <summary>An argument whose type or calculation does not fit the place that it is passed to.</summary>
    public static Rule UnfitValue { get; } = new(4025, RuleCategory.Commands, Severity.Warning, "Argument that the command may refuse", "{0} takes {1} for '{2}', but `{3}` {4}: write {5}");

    /// <summary><c>unpack</c> of a declared list is the only argument of a kind that the command requires.</summary>
    public static Rule EmptyUnpack { get; } = new(4026, RuleCategory.Commands, Severity.Info, "List that may be empty", "{0} needs {1}, and callers may pass no {2}: return early when `{3}`");

    /// <summary>A time in another unit than the command takes.</summary>
    public static Rule WrongUnit { get; } = new(4027, RuleCategory.Commands, Severity.Warning, "Time in the wrong unit", "{0} takes {1} here, but `{2}` is {3}: write {4}");

    /// <summary>Two arguments in each other's place.</summary>
    public static Rule SwappedArguments { get; } = new(4028, RuleCategory.Commands, Severity.Warning, "Swapped arguments", "{0} takes the {1} before the {2}, but {3}: write {4}");

    /// <summary>A write after a command with a random result, which servers before 5.0 refuse.</summary>
    public static Rule WriteAfterRandom { get; } = new(4029, RuleCategory.Commands, Severity.Warning, "Write after a nondeterministic command", "Redis before 5.0 refuses {0} after {1}, and the script must run on Redis {2}: {3}");

    /// <summary>A time to live that is set before the key exists, or removed by a later write.</summary>
    public static Rule LostExpiry { get; } = new(4030, RuleCategory.Commands, Severity.Info, "Time to live without effect", "{0}: write {1}");

    /// <summary>A command of another type than the one that the script has just stored under the key.</summary>
    public static Rule KeyOfTwoTypes { get; } = new(4031, RuleCategory.Commands, Severity.Warning, "Key used as two types", "{0} fails with WRONGTYPE, because {1} (line {2}) made `{3}` a {4}: use another key, or call DEL first");
}
