using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Checks every call of a command against the command table.</summary>
internal sealed class CommandChecks
{
    /// <summary>From this version on, a blocking command in a script returns at once instead of failing.</summary>
    private static readonly ServerVersion WaitsIgnored = new(7, 2);

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
        CheckForms(traits, findings);
        var checks = new CommandChecks(script, calls.AsksVersion ? traits.OnNewest() : traits);
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

        KeyStateChecks.Run(script, refused);
        RandomWriteChecks.Run(script);

        if (calls.IsComplete && checks._onlyReads && checks._reads && !traits.IsReadOnly && traits.HasNewForms)
        {
            findings.CouldBeReadOnly(calls.All[0].NameSpan);
        }
    }

    /// <summary>Checks shebangs and read-only scripts, which the oldest server may not support.</summary>
    private static void CheckForms(ScriptTraits traits, FindingBag findings)
    {
        if (traits.HasNewForms)
        {
            return;
        }

        if (traits.Shebang is { } shebang)
        {
            findings.NewerScriptForm(shebang.Span, "'#!lua'", traits.MinServer, "remove the line, or declare `-- @since 7.0`");
        }

        if (traits.ReadOnlyOption is { } option)
        {
            findings.NewerScriptForm(option.Span, traits.ReadOnlyBy!, traits.MinServer, traits.IsReadOnlyByCall
                ? "call a method that may write, or declare `-- @since 7.0`"
                : "remove it, or declare `-- @since 7.0`");
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
            if (name.IndexOf('.') < 0 && _traits.IsKnown)
            {
                _findings.UnknownCommand(_tree, call.Arguments[0], name);
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
        if (command.Since > _traits.MinServer)
        {
            _findings.NewerCommand(call.NameSpan, command.Name, command.Since, _traits.MinServer);
        }
        else if (command.Is(CommandTraits.NoScript))
        {
            _findings.NotForScripts(call.NameSpan, command);
        }
        else if (command.NoscriptBefore is { } allowed && allowed > _traits.MinServer)
        {
            _findings.NotForScriptsYet(call.NameSpan, command, allowed);
        }
        else if (_traits.MinServer < WaitsIgnored && WaitOf(call, command) is { } wait)
        {
            _findings.WaitsInScript(wait.Span, command, WaitsIgnored);
        }
        else if (_traits.IsKnown)
        {
            ArgumentChecks.Run(call, command, _traits.MinServer, _findings);
            _kinds.Run(call, command);
            FoundKeysChecks.Run(_script, call, command);
        }

        if (command.DeprecatedSince is { } deprecated && deprecated <= _traits.MinServer)
        {
            _findings.DeprecatedCommand(call.NameSpan, command);
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
        var writes = command.Is(CommandTraits.Write | CommandTraits.MayReplicate);
        _onlyReads &= !writes;
        _reads |= command.Is(CommandTraits.ReadOnly);
        if (writes && _traits.ReadOnlyBy is { } declaration)
        {
            _findings.WriteInReadOnly(_tree, call, command, declaration, _traits.IsReadOnlyByCall);
        }
    }
}
