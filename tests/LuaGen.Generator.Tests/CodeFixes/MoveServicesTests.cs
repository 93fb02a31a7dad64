using LuaGen.CodeFixes;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.TestServers;
using Microsoft.CodeAnalysis;
using StackExchange.Redis;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>A file with locks, limiters, queues and caches in the forms that public projects have: all scripts move, and it runs as before.</summary>
public sealed class MoveServicesTests
{
    private static string Path => Repository.PathOf("tests", "LuaGen.Generator.Tests", "CodeFixes", "Services.cs.txt");

    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    public async Task All_scripts_move_without_a_new_warning(NullableContextOptions nullable)
    {
        var before = FixHost.Project([await File.ReadAllTextAsync(Path)], [], nullable: nullable);
        var after = await FixHost.FixAllAsync(before, new MoveScriptFix(), "LUA7009");

        Assert.Empty((await FixHost.DiagnosticsAsync(after, "LUA7009")).Select(GeneratorHost.Print));
        var output = await FixHost.GenerateAsync(after);
        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.CompilerDiagnostics.Where(diagnostic => diagnostic.Id != "CS8632").Select(GeneratorHost.Print));
    }

    [ServerFact]
    public async Task Replies_the_same_as_before()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var before = FixHost.Project([await File.ReadAllTextAsync(Path)], []);
        var after = await FixHost.FixAllAsync(before, new MoveScriptFix(), "LUA7009");

        var expected = await ProjectRun.RunAsync(before, "Shop.Program", connection.GetDatabase());

        Assert.StartsWith("True, False, True, True, False, 1, 2, True, 1, -1, ", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await ProjectRun.RunAsync(after, "Shop.Program", connection.GetDatabase()));
    }
}
