using Xunit;

namespace LuaGen.TestServers;

/// <summary>A test that starts its own servers: skipped, with the reason, if no server program is on the PATH.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerProcessFactAttribute : FactAttribute
{
    /// <summary>Marks the test; starts no server.</summary>
    public ServerProcessFactAttribute() =>
        Skip = RedisServerProcess.Program is null ? "Neither redis-server nor valkey-server is on the PATH." : null;
}
