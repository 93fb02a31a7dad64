using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;

namespace LuaGen.Language.Checking.Commands;

/// <summary>
/// Finds writes after a command with a random result. Servers before 5.0 replicate the script itself and refuse such a write, unless
/// the script calls <c>redis.replicate_commands()</c> first, which they have from 3.2 on.
/// </summary>
internal static class RandomWriteChecks
{
    private static readonly Availability ReplicatesEffects = Availability.Parse("5.0");
    private static readonly ServerVersion HasReplicateCommands = new(3, 2);

    public static void Run(CheckedScript script)
    {
        if (script.Traits.Servers.FirstWithout(ReplicatesEffects) is not { Version: var oldest } || script.Bound.Calls.ReplicatesEffects || script.Bound.Calls.AsksVersion)
        {
            return;
        }

        RedisCall? random = null;
        foreach (var call in script.Types.ReachedCalls)
        {
            if (call.Arguments is not [{ Constant: { } name }, ..] || CommandTable.Find(name) is not { } command)
            {
                continue;
            }

            if (random is not null && command.Is(CommandTraits.Write) && script.Places.IsAlwaysBefore(random.Expression, call.Expression))
            {
                script.Findings.WriteAfterRandom(call.NameSpan, command, random.CommandName!, oldest,
                    oldest >= HasReplicateCommands ? "call `redis.replicate_commands()` first" : "pass the value as an argument");
                return;
            }

            random ??= IsRandom(command.Name) ? call : null;
        }
    }

    private static bool IsRandom(string command) => command is "TIME" or "RANDOMKEY" or "SRANDMEMBER" or "SPOP" or "SCAN" or "SSCAN" or "HSCAN" or "ZSCAN" or "LASTSAVE";
}
