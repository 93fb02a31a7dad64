using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.Emit;

/// <summary>With <c>ImplicitUsings</c>, generated types and the runtime need no <c>using</c>, and no name of the project changes its meaning.</summary>
public sealed class ImplicitUsingsTests
{
    private const string Script = """
        -- RETURNS long
        return 1

        """;

    private const string Use = """
        class Use
        {
            static long Run(StackExchange.Redis.IDatabase database)
            {
                IBankScripts scripts = new BankScripts(database);
                try { return scripts.Close(); } catch (ScriptException) { return ConsumerLuaGenScripts.All.Count; }
            }
        }
        """;

    [Theory]
    [InlineData("enable")]
    [InlineData("true")]
    public void Types_are_found_by_their_names(string value) =>
        Assert.Empty(Run(Use, value).CompilerDiagnostics.Select(GeneratorHost.Print));

    [Fact]
    public void Without_them_the_namespace_is_needed()
    {
        Assert.Contains(Run(Use, "disable").CompilerDiagnostics, diagnostic => diagnostic.Id == "CS0246");
        Assert.Empty(Run("using Consumer; using LuaGen;\n" + Use, "disable").CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    /// <summary>A project that references LuaGen only through another one has no scripts and did not ask for usings.</summary>
    [Fact]
    public void Only_a_project_that_references_the_package_gets_them() =>
        Assert.Contains(Run(Use, "enable", ("LuaGenDirectReference", "")).CompilerDiagnostics, diagnostic => diagnostic.Id == "CS0246");

    /// <summary>Each of these compiles without LuaGen, and must compile with it and mean the same.</summary>
    [Theory]
    [InlineData("namespace Consumer { class Task; } namespace Other { class Use { System.Threading.Tasks.Task M() => Task.CompletedTask; } }", "using System.Threading.Tasks;")]
    [InlineData("namespace Consumer.Redis { class BankScripts { public int Own => 1; } } class Use { int M() => new BankScripts().Own; }", "using Consumer.Redis;")]
    [InlineData("namespace Other { class ScriptException { public int Own => 1; } } class Use { int M() => new ScriptException().Own; }", "using Other;")]
    [InlineData("class BankScripts { public int Own => 1; } class Use { int M() => new BankScripts().Own; }", "")]
    [InlineData("namespace BankScripts { class Other { public int Own => 1; } } class Use { int M() => new BankScripts.Other().Own; }", "")]
    public void Names_of_the_project_keep_their_meaning(string csharp, string usings) =>
        Assert.Empty(Run(usings + "\n" + csharp, "enable").CompilerDiagnostics.Select(GeneratorHost.Print));

    [Fact]
    public void Registrations_are_found()
    {
        var compilation = GeneratorHost.WithServices(GeneratorHost.Compilation("""
            class Startup
            {
                static void Configure(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                    services.AddBankScripts().AddConsumerLuaGenScripts(provider => null!, serviceKey: "eu");
            }
            """));

        Assert.Empty(Run(compilation, "enable").CompilerDiagnostics.Select(GeneratorHost.Print));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Acme.Lua")]
    [InlineData("Acme.Scripts")]
    [InlineData("BankScripts")]
    [InlineData("LuaGen")]
    [InlineData("my-app.class")]
    public void Every_root_namespace_compiles(string rootNamespace) =>
        Assert.Empty(Run("class Use;", "enable", ("RootNamespace", rootNamespace)).CompilerDiagnostics.Select(GeneratorHost.Print));

    private static GeneratorOutput Run(string csharp, string value, params (string Name, string Value)[] options) => Run(GeneratorHost.Compilation(csharp), value, options);

    private static GeneratorOutput Run(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation, string value, params (string Name, string Value)[] options)
    {
        var project = new TestOptions { Properties = { ["ImplicitUsings"] = value } };
        foreach (var (name, text) in options)
        {
            project.Properties[name] = text;
        }

        TestScript[] scripts = [new("Scripts/Bank/Close.lua", Script), new("Open.lua", Script)];
        return GeneratorHost.Run(GeneratorHost.Driver(compilation, scripts, project), compilation);
    }
}
