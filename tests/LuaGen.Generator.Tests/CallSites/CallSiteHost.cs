using System.Collections.Immutable;
using LuaGen.Generator.CallSites;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Runs the call-site analyzer on C# in memory.</summary>
internal static class CallSiteHost
{
    public static CSharpParseOptions Parse { get; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp13);

    public static CSharpCompilation Compilation(params string[] sources) =>
        GeneratorHost.Compilation(version: LanguageVersion.CSharp13)
            .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(sources.Select((source, index) => CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), Parse, $"File{index}.cs")));

    /// <summary>Wraps members in a class that also has a database <c>db</c>, a server, a batch and a transaction.</summary>
    public static string Class(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using StackExchange.Redis;

        #pragma warning disable CS0169, CS0414, CS0649, CS1998
        partial class Calls
        {
            readonly IDatabase db = null!;
            readonly IServer server = null!;
            readonly IBatch batch = null!;
            readonly ITransaction transaction = null!;
            readonly byte[] hash = null!;
            readonly RedisKey key = "k";
            readonly RedisValue value = "v";

        {{members}}
        }
        """;

    /// <summary>Wraps statements in a method.</summary>
    public static string Method(string statements) => Class($$"""
            async Task Run(string text, RedisKey[] keys, RedisValue[] values)
            {
        {{statements}}
            }
        """);

    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(params string[] sources) => AnalyzeAsync(Compilation(sources));

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, TestOptions? options = null, params AdditionalText[] files)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(GeneratorHost.Print));
        var diagnostics = await compilation
            .WithAnalyzers([new CallSiteAnalyzer()], new AnalyzerOptions([.. files], options ?? new TestOptions()))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return diagnostics;
    }
}
