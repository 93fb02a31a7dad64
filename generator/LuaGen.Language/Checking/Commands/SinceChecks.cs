using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Header.Loose;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Checks the servers that a script declares. A server that is newer than the known ones is accepted.</summary>
internal static class SinceChecks
{
    public static void Run(CheckedScript script)
    {
        foreach (var option in script.Header.Options)
        {
            if (option.Name == "since" && option.Value is { } value && !ServerList.CanDeclare(value))
            {
                script.Findings.BadOptionValue(option, value.IndexOf(' ') < 0 ? "@since 7.2" : "@since valkey 8.1");
            }
        }
    }
}
