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
        Assert.Contains("        TransferV10Async(account, flags, cancellationToken);", source, StringComparison.Ordinal);
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
        Assert.Empty(output.CompilerDiagnostics);
    }

    [Fact]
    public void A_name_that_only_looks_like_a_version_is_none()
    {
        var output = GeneratorHost.Run(Version("Transfer.v"), Version("Transfer.version2"), Version("v1"));

        Assert.Empty(output.Diagnostics);
        Assert.Contains("TransferVersion2Async(", output.Sources.Single().SourceText.ToString(), StringComparison.Ordinal);
    }
}
