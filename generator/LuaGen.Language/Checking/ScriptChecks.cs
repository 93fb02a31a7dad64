using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Cluster;
using LuaGen.Language.Checking.Commands;
using LuaGen.Language.Checking.Parameters;
using LuaGen.Language.Checking.Sandbox;
using LuaGen.Language.Checking.Values;
using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking;

/// <summary>All checks of one script.</summary>
internal static class ScriptChecks
{
    /// <param name="script">The script, its names resolved.</param>
    /// <param name="header">Its header as written.</param>
    /// <param name="isCanonical">Whether the whole header could be read; a guessed one is not held against the body that it was guessed from.</param>
    /// <param name="isWhole">Whether the script parses; of one that does not, the tree tells too little.</param>
    /// <param name="minServer">The oldest server of the project.</param>
    /// <param name="inCluster">Whether the project's scripts may run in a cluster.</param>
    /// <param name="findings">Takes what is found.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static void Run(BoundScript script, ScriptHeader header, bool isCanonical, bool isWhole, ServerVersion minServer, bool inCluster, FindingBag findings, CancellationToken cancellationToken)
    {
        ParameterChecks.Run(script, isCanonical ? header : null, findings);
        if (isWhole)
        {
            var typed = TypeInference.Run(script, DeclaredParameters.Of(header, isCanonical), cancellationToken);
            CommandChecks.Run(typed, header, minServer, findings);
            SandboxChecks.Run(typed, header, isCanonical, minServer, findings);
            TypeChecks.Run(typed, header, isCanonical, findings);
            ClusterChecks.Run(typed, header, inCluster, findings);
        }
    }
}
