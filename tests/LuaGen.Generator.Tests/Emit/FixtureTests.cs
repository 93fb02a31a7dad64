using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Text;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.Emit;

/// <summary>
/// The gallery: each folder of <c>Fixtures/</c> holds a script, the class that is emitted for it (<c>expected.g.cs</c>)
/// and the diagnostics of the build (<c>expected.txt</c>); a missing file means that nothing is expected.
/// </summary>
public sealed class FixtureTests
{
    private static readonly string Folder = Repository.PathOf("tests", "LuaGen.Generator.Tests", "Fixtures");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Emits_and_reports_what_is_expected(string name)
    {
        var lua = await File.ReadAllTextAsync(Path.Combine(Folder, name, "script.lua"));
        var path = $"Scripts/Gallery/{Identifiers.Pascal(name)}.lua";

        var output = GeneratorHost.Run(new TestScript(path, lua));
        var source = output.Sources.IsEmpty ? "" : output.Sources.Single().SourceText.ToString();
        var findings = await GeneratorHost.FindingsAsync(lua, path);

        Expected.Matches(Path.Combine(Folder, name, "expected.g.cs"), source);
        Expected.Matches(Path.Combine(Folder, name, "expected.txt"), string.Concat(findings.Select(finding => finding + "\n")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_emitted_code_compiles_without_a_warning(string name)
    {
        var lua = await File.ReadAllTextAsync(Path.Combine(Folder, name, "script.lua"));
        var script = new TestScript($"Scripts/Gallery/{Identifiers.Pascal(name)}.lua", lua);
        foreach (var nullable in new[] { NullableContextOptions.Enable, NullableContextOptions.Disable })
        {
            var compilation = GeneratorHost.Compilation(HostileConsumer, nullable: nullable);

            var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, [script]), compilation);

            Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        }
    }

    [Fact]
    public void A_fixture_that_does_not_compile_would_be_noticed()
    {
        var compilation = GeneratorHost.Compilation("namespace Consumer; internal sealed class Broken { private int _unused; }");

        Assert.NotEmpty(compilation.GetDiagnostics());
    }

    /// <summary>A consumer whose own types have names that could conflict with the emitted code.</summary>
    private const string HostileConsumer = """
        namespace Consumer
        {
            /// <summary>What JSON scripts exchange.</summary>
            /// <param name="Id">A number.</param>
            public sealed record Order(int Id);
            /// <summary>What JSON scripts exchange.</summary>
            /// <param name="Text">Words.</param>
            public readonly record struct Note(string Text);
            internal static class Task;
            internal static class System;
            internal static class RedisKey;
            internal static class StackExchange;
            internal static class LuaGen;
            internal static class ValueTask;
            internal static class TimeSpan;
        }
        """;
}
