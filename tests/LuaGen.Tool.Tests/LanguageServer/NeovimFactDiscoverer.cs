using Xunit.Abstractions;
using Xunit.Sdk;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>Finds such tests where there is a Neovim.</summary>
public sealed class NeovimFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        IsInstalled ? base.Discover(discoveryOptions, testMethod, factAttribute) : [];

    private static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "nvim")));
}
