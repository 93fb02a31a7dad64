using Xunit;

namespace LuaGen.TestServers;

/// <summary>A test that needs a Redis server: skipped, with the reason, if none is available.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute
{
    /// <summary>Marks the test; starts no server.</summary>
    public ServerFactAttribute() => Skip = TestServer.Instance.UnavailableReason;
}
