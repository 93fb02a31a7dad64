using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Holds every call of a command against what is known of the command.</summary>
internal sealed class CommandChecks
{
    /// <summary>From here on commands that would wait in a script do not, and are no error.</summary>
    private static readonly ServerVersion WaitsIgnored = new(7, 2);

    private readonly ScriptNature _nature;
    private readonly FindingBag _findings;

    /// <summary>Whether every call is known to read, and one of them a key.</summary>
    private bool _onlyReads = true;
    private bool _reads;

    private CommandChecks(ScriptNature nature, FindingBag findings) => (_nature, _findings) = (nature, findings);

    public static void Run(TypedScript script, ScriptHeader header, ServerVersion minServer, FindingBag findings)
    {
        var nature = ScriptNature.Of(script.Script.Tree, header, minServer);
        nature.Check(findings);
        var calls = RedisCalls.Of(script.Script);
        var checks = new CommandChecks(calls.AsksVersion ? nature.OnNewest() : nature, findings);
        foreach (var call in calls.All)
        {
            SendableChecks.Run(script, call, findings);
            checks.Check(WithConstants(script, call));
        }

        if (calls.IsComplete && checks._onlyReads && checks._reads && !nature.IsReadOnly && nature.MayBeReadOnly)
        {
            findings.CouldBeReadOnly(calls.All[0].NameSpan);
        }
    }

    /// <summary>What the types tell beyond the syntax: <c>local name = 'GET'; if … then name = 'GET' end</c>.</summary>
    private static RedisCall WithConstants(TypedScript script, RedisCall call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Constant is null && script.TypeOf(argument.Expression).Text is not null)
            {
                return call with { Arguments = [.. call.Arguments.Select(each => each with { Constant = each.Constant ?? script.TypeOf(each.Expression).Text })] };
            }
        }

        return call;
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
            if (name.IndexOf('.') < 0 && _nature.IsKnown)
            {
                _findings.UnknownCommand(call.NameSpan, name);
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
            if (_nature.IsKnown)
            {
                _findings.UnknownSubcommand(call.Arguments[1].Span, command, word);
            }
        }
    }

    private void CheckKnown(RedisCall call, CommandInfo command)
    {
        NoteAccess(call, command);
        if (command.Since > _nature.MinServer)
        {
            _findings.NewerCommand(call.NameSpan, command.Name, command.Since, _nature.MinServer);
        }
        else if (command.Is(CommandFlags.NoScript))
        {
            _findings.NotForScripts(call.NameSpan, command);
        }
        else if (command.NoscriptBefore is { } allowed && allowed > _nature.MinServer)
        {
            _findings.NotForScriptsYet(call.NameSpan, command, allowed);
        }
        else if (_nature.MinServer < WaitsIgnored && WaitOf(call, command) is { } wait)
        {
            _findings.WaitsInScript(wait.Span, command, WaitsIgnored);
        }
        else if (_nature.IsKnown)
        {
            ArgumentChecks.Run(call, command, _nature.MinServer, _findings);
        }

        if (command.DeprecatedSince is { } deprecated && deprecated <= _nature.MinServer)
        {
            _findings.DeprecatedCommand(call.NameSpan, command);
        }
    }

    /// <summary>The BLOCK of <c>XREAD</c> and <c>XREADGROUP</c>, which stands before the keys.</summary>
    private static CallArgument? WaitOf(RedisCall call, CommandInfo command) =>
        command.Name is "XREAD" or "XREADGROUP"
            ? call.Arguments.Skip(1).TakeWhile(argument => !Is(argument, "STREAMS")).FirstOrDefault(argument => Is(argument, "BLOCK"))
            : null;

    private static bool Is(CallArgument argument, string token) => token.Equals(argument.Constant, StringComparison.OrdinalIgnoreCase);

    private void NoteAccess(RedisCall call, CommandInfo command)
    {
        var writes = command.Is(CommandFlags.Write | CommandFlags.MayReplicate);
        _onlyReads &= !writes;
        _reads |= command.Is(CommandFlags.ReadOnly);
        if (writes && _nature.ReadOnlyBy is { } declaration)
        {
            _findings.WriteInReadOnly(call.NameSpan, command, declaration);
        }
    }
}
