using Xunit;

namespace LuaGen.TestServers;

/// <summary>A theory that needs a Redis server: skipped, with the reason, if none is available.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks the theory; starts no server.</summary>
    public ServerTheoryAttribute() => Skip = TestServer.Instance.UnavailableReason;
}
