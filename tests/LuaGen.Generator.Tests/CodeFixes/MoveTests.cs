using LuaGen.CodeFixes;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.TestServers;
using Microsoft.CodeAnalysis;
using StackExchange.Redis;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>Calls of many forms, each in a folder: <c>before.cs</c>, the scripts that the project already has in <c>before</c>, and the result of the fix.</summary>
public sealed class MoveTests
{
    public static TheoryData<string> Shapes => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("tests", "LuaGen.Generator.Tests", "CodeFixes", "Moves");

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Becomes_what_the_folder_shows(string shape)
    {
        var after = await MoveAsync(Read(shape));

        Expected.Matches(Path.Combine(Folder, shape, "after.cs"), Assert.Single(await FixHost.SourcesAsync(after)));
        foreach (var (path, text) in await FixHost.ScriptsAsync(after))
        {
            Expected.Matches(Path.Combine(Folder, shape, path), text);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Compiles_without_a_warning_and_leaves_nothing_to_say_of_the_script(string shape)
    {
        var after = await MoveAsync(Read(shape));
        var output = await FixHost.GenerateAsync(after);

        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        Assert.Empty(await FixHost.DiagnosticsAsync(after, "LUA3001"));
        Assert.Empty(await FixHost.DiagnosticsAsync(after, "LUA3002"));
        Assert.Empty(await FixHost.DiagnosticsAsync(after, "LUA5031"));
    }

    /// <summary>Without nullable types the compiler knows less, and most public projects do not use them.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Compiles_with_nullable_types_off(string shape)
    {
        var after = await MoveAsync(Read(shape, NullableContextOptions.Disable));

        var output = await FixHost.GenerateAsync(after);
        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        // The shapes themselves contain annotations such as `string?`.
        Assert.Empty(output.CompilerDiagnostics.Where(diagnostic => diagnostic.Id != "CS8632").Select(GeneratorHost.Print));
    }

    [ServerTheory]
    [MemberData(nameof(Shapes))]
    public async Task Replies_the_same_as_before(string shape)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var before = Read(shape);
        var after = await MoveAsync(before);

        var expected = await ProjectRun.RunAsync(before, "Shop.Program", connection.GetDatabase());

        Assert.NotEqual("", expected);
        Assert.Equal(expected, await ProjectRun.RunAsync(after, "Shop.Program", connection.GetDatabase()));
    }

    private static Project Read(string shape, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        var before = Path.Combine(Folder, shape, "before");
        var scripts = !Directory.Exists(before) ? [] : Directory.GetFiles(before, "*.lua", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(before, file).Replace('\\', '/'), File.ReadAllText(file)));
        return FixHost.Project([File.ReadAllText(Path.Combine(Folder, shape, "before.cs"))], scripts, nullable: nullable);
    }

    private static async Task<Project> MoveAsync(Project project)
    {
        var after = await FixHost.DiagnosticsAsync(project, "LUA7009") is [var inString, ..] ? await FixHost.FixAsync(project, new MoveScriptFix(), inString)
            : await FixHost.FixAsync(project, new CallTypedMethodFix(), (await FixHost.DiagnosticsAsync(project, "LUA7013"))[0]);
        Assert.NotNull(after);
        return after;
    }
}
