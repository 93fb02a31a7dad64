using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Checks every call of a command against the command table.</summary>
internal sealed class CommandChecks
{
    /// <summary>The servers where a wait in a script returns at once instead of failing. Garnet and Dragonfly were not asked.</summary>
    private static readonly Availability WaitsIgnored = Availability.Parse("7.2");

    private readonly CheckedScript _script;
    private readonly SyntaxTree _tree;
    private readonly ScriptTraits _traits;
    private readonly FindingBag _findings;
    private readonly ArgumentKindChecks _kinds;

    /// <summary>Whether all calls are known to be reads.</summary>
    private bool _onlyReads = true;
    private bool _reads;

    private CommandChecks(CheckedScript script, ScriptTraits traits) =>
        (_script, _tree, _traits, _findings, _kinds) = (script, script.Bound.Tree, traits, script.Findings, new ArgumentKindChecks(script));

    public static void Run(CheckedScript script)
    {
        var (traits, findings, calls) = (script.Traits, script.Findings, script.Bound.Calls);
        SinceChecks.Run(script);
        CheckForms(traits, findings);
        var checks = new CommandChecks(script, calls.AsksVersion ? traits.OnAnyServer() : traits);
        var refused = new HashSet<CallExpression>();
        foreach (var call in script.Types.Calls)
        {
            var before = findings.CountAboveInfo;
            SendableChecks.Run(script.Types, call, findings);
            checks.Check(call);
            if (findings.CountAboveInfo > before)
            {
                refused.Add(call.Expression);
            }
        }

        OneCommandChecks.Run(script, findings);
        KeyStateChecks.Run(script, refused);
        RandomWriteChecks.Run(script);

        if (calls.IsComplete && checks._onlyReads && checks._reads && !traits.IsReadOnly && traits.Servers.AllHave(ScriptTraits.ReadOnlyScripts))
        {
            findings.CouldBeReadOnly(calls.All[0].NameSpan);
        }
    }

    /// <summary>Checks shebangs and read-only scripts, which a server may not support.</summary>
    private static void CheckForms(ScriptTraits traits, FindingBag findings)
    {
        if (traits.Shebang is { } shebang && traits.Servers.FirstWithout(ScriptTraits.Shebangs) is { } plain)
        {
            findings.LacksForm(shebang.Span, "'#!lua'", plain, "remove the line");
        }

        if (traits.ReadOnlyOption is { } option && traits.Servers.FirstWithout(ScriptTraits.ReadOnlyScripts) is { } writing)
        {
            findings.LacksForm(option.Span, traits.ReadOnlyBy!, writing, traits.IsReadOnlyByCall ? "call a method that may write" : "remove it");
        }
    }

    private void Check(RedisCall call)
    {
        if (call.Guard is not null)
        {
            _findings.NothingHandedOn(call);
        }
        else if (call.Arguments.Count == 0 && !call.IsOpen)
        {
            _findings.NoCommand(call);
        }
        else if (call.Arguments is [{ Constant: { } name }, ..])
        {
            CheckNamed(call, name);
        }
        else
        {
            _onlyReads = false;
            _findings.UncheckedCommand(call.NameSpan);
        }
    }

    private void CheckNamed(RedisCall call, string name)
    {
        if (CommandTable.Find(name) is not { } command)
        {
            _onlyReads = false;
            if (_traits.IsKnown)
            {
                _findings.UnknownCommand(_tree, call.Arguments[0], name, _traits.Servers);
            }
        }
        else if (command.Subcommands.Count == 0 || call.Arguments.Count == 1)
        {
            CheckKnown(call, command);
        }
        else if (call.Arguments[1].Constant is not { } word)
        {
            _onlyReads = false;
        }
        else if (command.Subcommands.TryGetValue(word, out var subcommand))
        {
            CheckKnown(call, subcommand);
        }
        else
        {
            _onlyReads = false;
            if (_traits.IsKnown)
            {
                _findings.UnknownSubcommand(_tree, call.Arguments[1], command, word);
            }
        }
    }

    private void CheckKnown(RedisCall call, CommandInfo command)
    {
        NoteAccess(call, command);
        if (_traits.Servers.FirstWithout(command.Servers) is { } lacking)
        {
            _findings.LacksCommand(call.NameSpan, command, lacking);
        }
        else if (_traits.Servers.FirstWithout(command.Scripts) is { } refusing)
        {
            _findings.NotForScripts(call.NameSpan, command, refusing);
        }
        else if (WaitOf(call, command) is { } wait && _traits.Servers.FirstWithout(WaitsIgnored) is { } failing)
        {
            _findings.WaitsInScript(wait.Span, command, failing);
        }
        else
        {
            if (_traits.IsKnown)
            {
                ArgumentChecks.Run(call, command, _traits.Servers, _findings);
                _kinds.Run(call, command);
                FoundKeysChecks.Run(_script, call, command);
            }

            CheckDeprecation(call, command);
        }
    }

    /// <summary>A deprecated command is worth a word only where scripts of all servers may call its replacement.</summary>
    private void CheckDeprecation(RedisCall call, CommandInfo command)
    {
        if (command.Deprecation is { } deprecation && _traits.Servers.Servers.Any(deprecation.Applies)
            && (CommandTable.Find(deprecation.ReplacedBy.Split(' ')[0]) is not { } replacement
                || (_traits.Servers.AllHave(replacement.Servers) && (_traits.Servers.AllHave(replacement.Scripts) || command.Is(CommandTraits.Blocking)))))
        {
            _findings.DeprecatedCommand(call.NameSpan, command, deprecation);
        }
    }

    /// <summary>The BLOCK option of <c>XREAD</c> and <c>XREADGROUP</c>, which precedes the keys.</summary>
    private static CallArgument? WaitOf(RedisCall call, CommandInfo command) =>
        command.Name is "XREAD" or "XREADGROUP"
            ? call.Arguments.Skip(1).TakeWhile(argument => !Is(argument, "STREAMS")).FirstOrDefault(argument => Is(argument, "BLOCK"))
            : null;

    private static bool Is(CallArgument argument, string token) => token.Equals(argument.Constant, StringComparison.OrdinalIgnoreCase);

    private void NoteAccess(RedisCall call, CommandInfo command)
    {
        var writes = command.Is(CommandTraits.Write | CommandTraits.MayReplicate)
            || (command.Is(CommandTraits.ValkeyMayReplicate) && _traits.Servers.Has(ServerFamily.Valkey));
        _onlyReads &= !writes;
        _reads |= command.Is(CommandTraits.ReadOnly);
        if (writes && _traits.ReadOnlyBy is { } declaration)
        {
            _findings.WriteInReadOnly(_tree, call, command, declaration, _traits.IsReadOnlyByCall);
        }
    }
}
