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
        Assert.EndsWith(": rename Scripts/Bank/Transfer.lua to Transfer.v1.lua, or delete it", message, StringComparison.Ordinal);
        Assert.Empty(output.CompilerDiagnostics);
    }

    [Fact]
    public void The_remedy_names_the_file_without_a_version_whichever_comes_first()
    {
        var output = GeneratorHost.Run(Version("Move.v2"), Version("Move"));

        Assert.Contains("rename Scripts/Bank/Move.lua to Move.v1.lua", GeneratorHost.Print(Assert.Single(output.Diagnostics)), StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_have_up_to_three_numbers_and_are_ordered_number_by_number()
    {
        var output = GeneratorHost.Run(Version("Transfer.v1.0.0"), Version("Transfer.v10.0"), Version("Transfer.v9.9.9"), Version("Transfer.v1.0.1"), Version("Transfer.v2"));

        Assert.Empty(output.Diagnostics);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        var source = output.Sources.Single().SourceText.ToString();
        Assert.Contains("ValueTask<long> TransferV1_0_0Async(", source, StringComparison.Ordinal);
        Assert.Contains("ValueTask<long> TransferV1_0_1Async(", source, StringComparison.Ordinal);
        Assert.Contains("ValueTask<long> TransferV9_9_9Async(", source, StringComparison.Ordinal);
        Assert.Contains("ScriptDefinition Transfer => TransferV10_0;", source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plain_name_has_types_of_its_own_name()
    {
        var output = GeneratorHost.Run(
            Version("Pay.v1", "Paid = 1 | Refused = 0"),
            Version("Pay.v2", "Paid = 1 | Refused = 0 | Late = 2"),
            new TestScript("Consumer.lua", "-- RETURNS long\nreturn 1\n"));

        Assert.Empty(output.Diagnostics);
        Assert.Empty(output.CompilerDiagnostics.Select(GeneratorHost.Print));
        var source = output.Sources.Single(each => each.HintName.Contains("Bank", StringComparison.Ordinal)).SourceText.ToString();
        Assert.Contains("ValueTask<BankScripts.PayReply> PayAsync(", source, StringComparison.Ordinal);
        Assert.Contains("ValueTask<BankScripts.PayV2Reply> PayV2Async(", source, StringComparison.Ordinal);
        Assert.Contains("enum PayReply", source, StringComparison.Ordinal);
        Assert.Contains("ScriptDefinition Pay => PayV2;", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_only_looks_like_a_version_is_none()
    {
        var output = GeneratorHost.Run(Version("Transfer.v"), Version("Transfer.version2"), Version("v1"));

        Assert.Empty(output.Diagnostics);
        Assert.Contains("TransferVersion2Async(", output.Sources.Single().SourceText.ToString(), StringComparison.Ordinal);
    }
}
