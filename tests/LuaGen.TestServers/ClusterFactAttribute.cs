using Xunit;

namespace LuaGen.TestServers;

/// <summary>A test that needs a cluster: skipped, with the reason, if the programs for one are not on the PATH.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClusterFactAttribute : FactAttribute
{
    /// <summary>Marks the test; starts nothing.</summary>
    public ClusterFactAttribute() => Skip = RedisClusterProcess.UnavailableReason;
}
