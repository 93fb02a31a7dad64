using LuaGen.TestServers;

namespace LuaGen.Generator.Tests.Syntax.Differential;

/// <summary>A test against a server that takes minutes: skipped, with the reason, unless <c>LUAGEN_SLOW=1</c> asks for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowServerFactAttribute : FactAttribute
{
    public SlowServerFactAttribute() => Skip = Environment.GetEnvironmentVariable("LUAGEN_SLOW") == "1"
        ? TestServer.Instance.UnavailableReason
        : "Takes the server minutes; set LUAGEN_SLOW=1 to run it.";
}
