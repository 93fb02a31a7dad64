using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Cluster;
using LuaGen.Language.Checking.Commands;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Checking.Parameters;
using LuaGen.Language.Checking.Sandbox;
using LuaGen.Language.Checking.Values;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking;

/// <summary>Runs all checks of a script; each series of rules has its own folder.</summary>
internal static class ScriptChecks
{
    /// <summary>Runs the checks that need only names, and so work for a script that does not parse.</summary>
    public static void RunUntyped(BoundScript script, ScriptHeader header, FindingBag findings) => IndexChecks.Run(script, header, findings);

    public static void Run(CheckedScript script)
    {
        ParameterChecks.Run(script);
        CommandChecks.Run(script);
        SandboxChecks.Run(script);
        ValueChecks.Run(script);
        ClusterChecks.Run(script);
    }
}
