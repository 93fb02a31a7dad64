using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>All findings about the calls of commands.</summary>
internal static class CommandFindings
{
    public static void UnknownCommand(this FindingBag findings, SyntaxTree tree, CallArgument argument, string name) =>
        findings.Add(Rule.UnknownCommand, argument.Span, Renamed(tree, argument, NearestName.Only(name, CommandTable.Names)), Shorten(name), name.Trim().IndexOf(' ') >= 0
            ? $"pass each part as a separate argument, starting with '{name.Trim().Split(' ')[0]}'"
            : NearestName.Of(name, CommandTable.Names) is { } nearest ? $"write '{nearest}'"
            : $"write a command of Redis up to {CommandTable.Newest}, or a module command, which contains a dot");

    public static void NoCommand(this FindingBag findings, RedisCall call) =>
        findings.Add(Rule.WrongArity, call.Span, $"`{call.Function}` is called without a command", $"{call.Function}('GET', KEYS[1])");

    public static void NothingHandedOn(this FindingBag findings, RedisCall call) =>
        findings.Add(Rule.WrongArity, call.Span, $"`{call.Guard}` passes no arguments to `{call.Function}`", $"{call.Guard}(function() return {call.Function}(…) end, …)");

    public static void WrongArity(this FindingBag findings, SourceSpan span, CommandInfo command, int count)
    {
        var wanted = command.MaxArguments == command.MinArguments ? Arguments(command.MinArguments)
            : count < command.MinArguments ? "at least " + Arguments(command.MinArguments)
            : "at most " + Arguments(command.MaxArguments);
        findings.Add(Rule.WrongArity, span, $"{command.Name} takes {wanted}, not {count}", Usage.Of(command));
    }

    public static void UnknownSubcommand(this FindingBag findings, SyntaxTree tree, CallArgument argument, CommandInfo command, string name) =>
        findings.Add(Rule.UnknownSubcommand, argument.Span, Renamed(tree, argument, NearestName.Only(name, command.Subcommands.Keys)), command.Name, Shorten(name), NearestName.Of(name, command.Subcommands.Keys) is { } nearest
            ? $"'{nearest}'"
            : $"one of {string.Join(", ", command.Subcommands.Keys)}");

    public static void UnfitArgument(this FindingBag findings, SourceSpan span, CommandInfo command, string problem) =>
        findings.Add(Rule.UnfitArgument, span, $"{command.Name} {problem}", Usage.Of(command));

    public static void NotForScripts(this FindingBag findings, SourceSpan span, CommandInfo command) =>
        findings.Add(Rule.NotForScripts, span, command.Name, "call it from the client");

    public static void NotForScriptsYet(this FindingBag findings, SourceSpan span, CommandInfo command, ServerVersion since)
    {
        // In a script, BLPOP does what LPOP does.
        var plain = command.Name.Substring(1);
        var remedy = command.Is(CommandTraits.Blocking) && CommandTable.Find(plain) is not null ? $"write '{plain}'" : "call it from the client";
        findings.Add(Rule.NotForScripts, span, $"{command.Name} before Redis {since}", remedy);
    }

    public static void WaitsInScript(this FindingBag findings, SourceSpan span, CommandInfo command, ServerVersion since) =>
        findings.Add(Rule.NotForScripts, span, $"{command.Name} with BLOCK before Redis {since}", "remove 'BLOCK', because scripts never wait");

    public static void WriteInReadOnly(this FindingBag findings, SyntaxTree tree, RedisCall call, CommandInfo command, string declaration, bool isDeclaredByCall)
    {
        var what = command.Is(CommandTraits.Write) ? "writes" : "counts as a write";
        var reading = CommandTable.Find(command.Name + "_RO")?.Name;
        var remedy = reading is not null ? $"write '{reading}'"
            : isDeclaredByCall ? $"call a method that may write instead of {declaration}, or remove the call"
            : $"remove {declaration}, or remove the call";
        findings.Add(Rule.WriteInReadOnly, call.NameSpan, call.Arguments.Count > 0 ? Renamed(tree, call.Arguments[0], reading) : null, command.Name, what, remedy);
    }

    public static void NewerCommand(this FindingBag findings, SourceSpan span, string what, ServerVersion since, ServerVersion oldest) =>
        findings.Add(Rule.NewerCommand, span, what, since.ToString(), oldest.ToString());

    public static void DeprecatedCommand(this FindingBag findings, SourceSpan span, CommandInfo command) =>
        findings.Add(Rule.DeprecatedCommand, span, command.Name, $"{command.DeprecatedSince}", command.ReplacedBy ?? "another command");

    public static void UncheckedCommand(this FindingBag findings, SourceSpan span) => findings.Add(Rule.UncheckedCommand, span);

    public static void CouldBeReadOnly(this FindingBag findings, SourceSpan span) => findings.Add(Rule.CouldBeReadOnly, span);

    public static void UnsendableArgument(this FindingBag findings, SourceSpan span, string function, string what, string remedy) =>
        findings.Add(Rule.UnsendableArgument, span, function, what, remedy);

    public static void NewerScriptForm(this FindingBag findings, SourceSpan span, string what, ServerVersion oldest, string remedy) =>
        findings.Add(Rule.NewerScriptForm, span, what, oldest.ToString(), remedy);

    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The argument.</param>
    /// <param name="command">The command.</param>
    /// <param name="value">The value that the command takes there.</param>
    /// <param name="argument">The argument as written.</param>
    /// <param name="problem">What it is instead.</param>
    /// <param name="remedy">What to write instead.</param>
    public static void UnfitValue(this FindingBag findings, SourceSpan span, CommandInfo command, ValueNode value, string argument, string problem, string remedy) =>
        findings.Add(Rule.UnfitValue, span, command.Name, value.Kind == ValueKind.Integer ? "an integer" : "a number", value.Name, argument, problem, remedy);

    public static void EmptyUnpack(this FindingBag findings, SourceSpan span, CommandInfo command, string list, string test) =>
        findings.Add(Rule.EmptyUnpack, span, command.Name, "at least " + Arguments(command.MinArguments), list, test);

    public static void WrongUnit(this FindingBag findings, SourceSpan span, CommandInfo command, string unit, string argument, string what, string remedy) =>
        findings.Add(Rule.WrongUnit, span, command.Name, unit, argument, what, remedy);

    public static void SwappedArguments(this FindingBag findings, SourceSpan span, CommandInfo command, string first, string second, string problem, string remedy) =>
        findings.Add(Rule.SwappedArguments, span, command.Name, first, second, problem, remedy);

    public static void WriteAfterRandom(this FindingBag findings, SourceSpan span, CommandInfo command, string random, ServerVersion oldest, string remedy) =>
        findings.Add(Rule.WriteAfterRandom, span, command.Name, random, oldest.ToString(), remedy);

    public static void LostExpiry(this FindingBag findings, SourceSpan span, string problem, string remedy) => findings.Add(Rule.LostExpiry, span, problem, remedy);

    public static void KeyOfTwoTypes(this FindingBag findings, SourceSpan span, string command, string earlier, int line, string key, string type) =>
        findings.Add(Rule.KeyOfTwoTypes, span, command, earlier, $"{line}", key, type);

    public static void FoundKeysTogether(this FindingBag findings, SourceSpan span, CommandInfo command, string source, string when) =>
        findings.Add(Rule.FoundKeysTogether, span, command.Name, source, when);

    private static string Arguments(int count) => count switch
    {
        0 => "no arguments",
        1 => "1 argument",
        _ => $"{count} arguments",
    };

    /// <summary>Another name in the quotes and the case of a literal; <see langword="null"/> if the argument is not written there, or no name is sure.</summary>
    private static Replacement? Renamed(SyntaxTree tree, CallArgument argument, string? name)
    {
        if (name is null || argument.Expression is not StringLiteral literal || tree.Text[literal.Span.Start] == '[')
        {
            return null;
        }

        var quote = tree.Text[literal.Span.Start];
        return new Replacement(literal.Span, quote + (literal.Value.Any(char.IsUpper) ? name : name.ToLowerInvariant()) + quote);
    }

    private static string Shorten(string text) => SyntaxFindings.Shorten(text);
}
