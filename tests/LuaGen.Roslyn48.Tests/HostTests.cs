using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests;

/// <summary>Verifies the version of the hosting compiler, on which the other tests of this project depend.</summary>
public sealed class HostTests
{
    [Fact]
    public void The_compiler_is_the_oldest_that_may_load_the_generator() =>
        Assert.Equal(new Version(4, 8), Normalize(typeof(Compilation).Assembly.GetName().Version!));

    [Fact]
    public void The_generator_asks_for_no_newer_one() =>
        Assert.All(
            typeof(ScriptGenerator).Assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            name => Assert.Equal(new Version(4, 8), Normalize(name.Version!)));

    private static Version Normalize(Version version) => new(version.Major, version.Minor);
}
