using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>All findings about the calls of commands.</summary>
internal static class CommandFindings
{
    /// <summary>
    /// A name that the table does not have: close to a known one, it is a typing error; otherwise it may be newer than the
    /// table. Names of module commands have a dot; one of a module that is not known is not checked.
    /// </summary>
    public static void UnknownCommand(this FindingBag findings, SyntaxTree tree, CallArgument argument, string name, ServerList servers)
    {
        if (name.IndexOf('.') >= 0 && CommandModules.OfPrefix(name) is null)
        {
            return;
        }

        if (name.Trim() is { Length: > 0 } trimmed && trimmed.IndexOf(' ') >= 0)
        {
            findings.Add(Rule.UnknownCommand, argument.Span, Shorten(name), $"pass each part as a separate argument, starting with '{trimmed.Split(' ')[0]}'");
        }
        else if (Similar(name, servers) is var similar && NearestName.Of(name, similar) is { } nearest)
        {
            findings.Add(Rule.UnknownCommand, argument.Span, Renamed(tree, argument, NearestName.Only(name, similar)), Shorten(name), $"write '{nearest}'");
        }
        else if (name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-'))
        {
            findings.Add(Rule.UnheardCommand, argument.Span, Shorten(name), $"{CommandTable.NewestRedis}", $"{CommandTable.NewestValkey}");
        }
        else
        {
            findings.Add(Rule.UnknownCommand, argument.Span, Shorten(name), "the names of commands have letters, digits, '.', '_' and '-'");
        }
    }

    /// <summary>The names that a mistyped one may mean: those that all servers have, or else those of Redis and Valkey.</summary>
    private static string[] Similar(string name, ServerList servers)
    {
        var isModule = name.IndexOf('.') >= 0;
        string[] names = [.. CommandTable.Names.Where(other => other.IndexOf('.') >= 0 == isModule)];
        string[] everywhere = [.. names.Where(other => servers.AllHave(CommandTable.Find(other)!.Servers))];
        return NearestName.Of(name, everywhere) is not null ? everywhere
            : [.. names.Where(other => CommandTable.Find(other)!.Servers is { Redis: not null } or { Valkey: not null })];
    }

    public static void NoCommand(this FindingBag findings, RedisCall call) =>
        findings.Add(Rule.WrongArity, call.Span, $"`{call.Function}` is called without a command", $"{call.Function}('GET', KEYS[1])");

    public static void NothingHandedOn(this FindingBag findings, RedisCall call) =>
        findings.Add(Rule.WrongArity, call.Span, $"`{call.Guard}` passes no arguments to `{call.Function}`", $"{call.Guard}(function() return {call.Function}(…) end, …)");

    public static void WrongArity(this FindingBag findings, SourceSpan span, CommandInfo command, int count, ServerList servers)
    {
        var wanted = command.MaxArguments == command.MinArguments ? Arguments(command.MinArguments)
            : count < command.MinArguments ? "at least " + Arguments(command.MinArguments)
            : "at most " + Arguments(command.MaxArguments);
        findings.Add(Rule.WrongArity, span, $"{command.Name} takes {wanted}, not {count}", Usage.Of(command, servers));
    }

    public static void UnknownSubcommand(this FindingBag findings, SyntaxTree tree, CallArgument argument, CommandInfo command, string name) =>
        findings.Add(Rule.UnknownSubcommand, argument.Span, Renamed(tree, argument, NearestName.Only(name, command.Subcommands.Keys)), command.Name, Shorten(name), NearestName.Of(name, command.Subcommands.Keys) is { } nearest
            ? $"'{nearest}'"
            : $"one of {string.Join(", ", command.Subcommands.Keys)}");

    public static void UnfitArgument(this FindingBag findings, SourceSpan span, CommandInfo command, string problem, ServerList servers) =>
        findings.Add(Rule.UnfitArgument, span, $"{command.Name} {problem}", Usage.Of(command, servers));

    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The command's name.</param>
    /// <param name="command">The command.</param>
    /// <param name="refusing">The first server whose scripts may not call it.</param>
    public static void NotForScripts(this FindingBag findings, SourceSpan span, CommandInfo command, Server refusing)
    {
        var remedy = PlainOf(command, refusing) is { } plain ? $"write '{plain}'" : "call it from the client";
        if (refusing.Family == ServerFamily.Dragonfly)
        {
            var isAllowed = command.Scripts.Dragonfly == Support.Conditional;
            findings.Add(Rule.DragonflyDiffers, span, isAllowed ? $"lets scripts call {command.Name} only with undeclared keys allowed" : $"does not let scripts call {command.Name}",
                isAllowed ? "write `--!df flags=allow-undeclared-keys` as the first line, or call it from the client" : remedy);
        }
        else
        {
            var since = refusing.Family switch { ServerFamily.Redis => command.Scripts.Redis, ServerFamily.Valkey => command.Scripts.Valkey, _ => null };
            var where = since is { } version ? $" before {refusing.Family} {version}" : command.Is(CommandTraits.NoScript) ? "" : $" on {refusing.Family}";
            findings.Add(Rule.NotForScripts, span, command.Name + where, remedy);
        }
    }

    public static void WaitsInScript(this FindingBag findings, SourceSpan span, CommandInfo command, Server failing) =>
        findings.Add(Rule.NotForScripts, span, $"{command.Name} with BLOCK before {failing.Family} 7.2", "remove 'BLOCK', because scripts never wait");

    public static void WriteInReadOnly(this FindingBag findings, SyntaxTree tree, RedisCall call, CommandInfo command, string declaration, bool isDeclaredByCall)
    {
        var what = command.Is(CommandTraits.Write) ? "writes" : "counts as a write";
        var reading = CommandTable.Find(command.Name + "_RO")?.Name;
        var remedy = reading is not null ? $"write '{reading}'"
            : isDeclaredByCall ? $"call a method that may write instead of {declaration}, or remove the call"
            : $"remove {declaration}, or remove the call";
        findings.Add(Rule.WriteInReadOnly, call.NameSpan, call.Arguments.Count > 0 ? Renamed(tree, call.Arguments[0], reading) : null, command.Name, what, remedy);
    }

    /// <summary>A server does not have a command, perhaps because it needs a module for it.</summary>
    public static void LacksCommand(this FindingBag findings, SourceSpan span, CommandInfo command, Server lacking)
    {
        var module = command.Module;
        if (module is not null && lacking.Family == ServerFamily.Redis)
        {
            findings.Add(Rule.ModuleCommand, span, command.Name, $"Redis {command.Servers.Redis} or the module {module}", $"{lacking}");
        }
        else if (module is not null && lacking.Family == ServerFamily.Valkey && command.ValkeyHasModule)
        {
            findings.Add(Rule.ModuleCommand, span, command.Name, $"the module {CommandModules.ValkeyModule(module)}", $"{lacking}");
        }
        else if (lacking.Family == ServerFamily.Garnet && command.Servers.Garnet == Support.Conditional)
        {
            findings.Add(Rule.ModuleCommand, span, command.Name, "a preview of Garnet that is switched on", $"{lacking}");
        }
        else
        {
            findings.LacksCommand(span, command.Name, command.Servers, lacking);
        }
    }

    /// <summary>A server does not have a command or an option.</summary>
    public static void LacksCommand(this FindingBag findings, SourceSpan span, string what, Availability having, Server lacking)
    {
        if (lacking.Family == ServerFamily.Dragonfly)
        {
            findings.Add(Rule.DragonflyDiffers, span, $"does not have {what}", "avoid it, or leave `dragonfly` out of the servers");
        }
        else if ((lacking.Family == ServerFamily.Redis ? having.Redis : lacking.Family == ServerFamily.Valkey ? having.Valkey : null) is { } since)
        {
            findings.Add(Rule.NewerCommand, span, what, $"{lacking.Family} {since}", $"{lacking}", lacking.Family == ServerFamily.Redis ? $"{since}" : $"valkey {since}");
        }
        else
        {
            findings.Add(Rule.MissingOnServer, span, $"{lacking.Family}", what, (lacking.Family, having.Valkey) is (ServerFamily.Redis, { } valkey)
                ? $"avoid it, or declare `-- @since valkey {(valkey > default(ServerVersion) ? valkey : new ServerVersion(7, 2))}` if the script runs on Valkey alone"
                : $"avoid it, or leave `{lacking.Family.ToString().ToLowerInvariant()}` out of the servers");
        }
    }

    public static void LacksForm(this FindingBag findings, SourceSpan span, string form, Server lacking, string remedy)
    {
        if (lacking.Family == ServerFamily.Dragonfly)
        {
            findings.Add(Rule.DragonflyDiffers, span, $"does not compile {form}", remedy);
        }
        else if (lacking.Family == ServerFamily.Garnet)
        {
            findings.Add(Rule.MissingOnServer, span, "Garnet", $"what {form} needs", remedy);
        }
        else
        {
            findings.Add(Rule.NewerScriptForm, span, form, lacking.Version.ToString(), $"{remedy}, or declare `-- @since 7.0`");
        }
    }

    public static void DeprecatedCommand(this FindingBag findings, SourceSpan span, CommandInfo command, Deprecation deprecation) =>
        findings.Add(Rule.DeprecatedCommand, span, command.Name, $"{deprecation.Since}", command.Is(CommandTraits.Blocking) && PlainOf(command, null) is { } plain ? $"'{plain}'" : deprecation.ReplacedBy);

    public static void UncheckedCommand(this FindingBag findings, SourceSpan span) => findings.Add(Rule.UncheckedCommand, span);

    public static void CouldBeReadOnly(this FindingBag findings, SourceSpan span) => findings.Add(Rule.CouldBeReadOnly, span, "The script", "declare `-- @readonly` in the header");

    public static void UnsendableArgument(this FindingBag findings, SourceSpan span, string function, string what, string remedy) =>
        findings.Add(Rule.UnsendableArgument, span, function, what, remedy);

    /// <summary>In a script, BLPOP does what LPOP does. A deprecated command gives way to its replacement.</summary>
    private static string? PlainOf(CommandInfo command, Server? server)
    {
        if (!command.Is(CommandTraits.Blocking) || CommandTable.Find(command.Name.Substring(1)) is not { } plain || !plain.Servers.Includes(server ?? Server.Any))
        {
            return null;
        }

        return plain.Deprecation is { } deprecation && CommandTable.Find(deprecation.ReplacedBy.Split(' ')[0]) is { } newer && newer.Servers.Includes(server ?? Server.Any)
            ? newer.Name
            : plain.Name;
    }

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

    public static void KeyOfTwoTypes(this FindingBag findings, SourceSpan span, string command, string earlier, string line, string key, string type) =>
        findings.Add(Rule.KeyOfTwoTypes, span, command, earlier, line, key, type);

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
