using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Emit;

public sealed class VersionTests
{
    private static TestScript Version(string file, string reply = "long", string body = "return 1") =>
        new($"Scripts/Bank/{file}.lua", $"-- KEYS[1] _account\n-- RETURNS {reply}\n{body}\n");

    [Fact]
    public void Versions_stand_side_by_side_and_the_highest_number_has_the_plain_name()
    {
        var output = GeneratorHost.Run(Version("Transfer.v2"), Version("Transfer.v10", "string", "return 'ten'"), Version("Transfer.v1"), Version("Close"));

        Assert.Empty(output.Diagnostics);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        var source = output.Sources.Single().SourceText.ToString();
        Assert.Contains("ValueTask<long> TransferV2Async(", source, StringComparison.Ordinal);
        Assert.Contains("ValueTask<string> TransferV10Async(", source, StringComparison.Ordinal);
        Assert.Contains("ValueTask<string> TransferAsync(", source, StringComparison.Ordinal);
        Assert.Contains("ScriptDefinition Transfer => TransferV10;", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_of_the_plain_name_beside_versions_is_an_error_that_names_both()
    {
        var output = GeneratorHost.Run(Version("Transfer"), Version("Transfer.v1"));

        var message = GeneratorHost.Print(Assert.Single(output.Diagnostics));
        Assert.Contains("LUA2009", message, StringComparison.Ordinal);
        Assert.Contains("Transfer.lua", message, StringComparison.Ordinal);
        Assert.Contains("Transfer.v1.lua", message, StringComparison.Ordinal);
        Assert.EndsWith(": rename a file, or add `-- @name Other` to its header", message, StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics);
    }

    [Fact]
    public void A_script_beside_its_second_version_is_told_to_be_the_first() =>
        Assert.EndsWith(
            ": rename Scripts/Bank/Transfer.lua to `Transfer.v1.lua`",
            GeneratorHost.Print(Assert.Single(GeneratorHost.Run(Version("Transfer"), Version("Transfer.v2")).Diagnostics)),
            StringComparison.Ordinal);

    [Fact]
    public void Parts_of_a_number_are_compared_one_by_one()
    {
        var output = GeneratorHost.Run(Version("Transfer.v1.0.0"), Version("Transfer.v1.0.1"), Version("Transfer.v1.10"), Version("Transfer.v1.2", "string", "return 'two'"));

        Assert.Empty(output.Diagnostics);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        var source = output.Sources.Single().SourceText.ToString();
        Assert.Contains("TransferV1_0_1Async(", source, StringComparison.Ordinal);
        Assert.Contains("ValueTask<string> TransferV1_2Async(", source, StringComparison.Ordinal);
        Assert.Contains("ScriptDefinition Transfer => TransferV1_10;", source, StringComparison.Ordinal);
    }

    /// <summary>A caller of the shared name compiles before and after a new version, with the same types.</summary>
    [Fact]
    public void A_new_version_breaks_no_caller_of_the_shared_name()
    {
        const string Caller = """
            class Caller
            {
                static async System.Threading.Tasks.Task<bool> Run(Consumer.BankScripts bank) =>
                    await bank.PayAsync("a", Consumer.BankScripts.PayMode.Fast) switch
                    {
                        Consumer.BankScripts.PayReply.Paid => true,
                        _ => false,
                    };
            }
            """;
        TestScript Pay(string file, string more = "") => new(
            $"Scripts/Bank/{file}.lua",
            $"-- KEYS[1] account\n-- ARGV[1] mode: 'fast' | 'slow'\n-- RETURNS 'PAID' | 'REFUSED'{more}\nreturn redis.call('GET', KEYS[1] .. ARGV[1]) and 'PAID' or 'REFUSED'\n");

        foreach (var scripts in new TestScript[][] { [Pay("Pay.v1")], [Pay("Pay.v1"), Pay("Pay.v2", " | 'LATER'")], [Pay("Pay")] })
        {
            var compilation = GeneratorHost.Compilation(Caller);

            var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, scripts), compilation);

            Assert.Empty(output.Diagnostics);
            Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        }
    }

    [Fact]
    public void A_name_that_only_looks_like_a_version_is_none()
    {
        var output = GeneratorHost.Run(Version("Transfer.v"), Version("Transfer.version2"), Version("v1"));

        Assert.Empty(output.Diagnostics);
        Assert.Contains("TransferVersion2Async(", output.Sources.Single().SourceText.ToString(), StringComparison.Ordinal);
    }
}
