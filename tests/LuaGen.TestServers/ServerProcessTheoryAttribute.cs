using Xunit;

namespace LuaGen.TestServers;

/// <summary>A theory that starts its own servers: skipped, with the reason, if no server program is on the PATH.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerProcessTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks the theory; starts no server.</summary>
    public ServerProcessTheoryAttribute() =>
        Skip = RedisServerProcess.Program is null ? "Neither redis-server nor valkey-server is on the PATH." : null;
}
