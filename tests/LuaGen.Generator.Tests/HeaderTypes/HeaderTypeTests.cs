using System.Text.RegularExpressions;
using LuaGen.Language.HeaderTypes;

namespace LuaGen.Generator.Tests.HeaderTypes;

/// <summary>Checks each row of the type table against the public API of the runtime and the property tests.</summary>
public sealed partial class HeaderTypeTests
{
    private static readonly string[] PublicApi =
    [
        .. File.ReadAllLines(Repository.PathOf("runtime", "LuaGen", "PublicAPI.Shipped.txt")),
        .. File.ReadAllLines(Repository.PathOf("runtime", "LuaGen", "PublicAPI.Unshipped.txt")),
    ];

    public static TheoryData<string> Names => [.. HeaderType.All.Select(type => type.Name)];

    public static TheoryData<string> Arguments => [.. HeaderType.ArgumentNames];

    public static TheoryData<string> Replies => [.. HeaderType.ReplyNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_type_is_found_by_its_name_and_can_be_used(string name)
    {
        var type = HeaderType.Find(name)!;

        Assert.True(type.Argument is not null || type.Reply is not null);
        _ = type.IsNumber;
    }

    [Fact]
    public void A_name_is_spelled_in_lower_case() => Assert.Null(HeaderType.Find("Long"));

    [Theory]
    [MemberData(nameof(Arguments))]
    public void The_runtime_writes_an_argument(string name)
    {
        var argument = HeaderType.Find(name)!.Argument!;

        Assert.Contains($"LuaGen.ScriptCall.{argument.Writer}({Plain(argument.CSharp)} value, string parameter) -> void", PublicApi.Select(Plain));
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public void The_runtime_reads_a_reply(string name)
    {
        var reply = HeaderType.Find(name)!.Reply!;

        Assert.Contains($"LuaGen.ScriptReply.{reply.Reader}() -> {Plain(reply.CSharp ?? "void")}", PublicApi.Select(Plain));
        if (reply.NullableReader is { } nullable)
        {
            Assert.Contains($"LuaGen.ScriptReply.{nullable}() -> {Plain(reply.CSharp!)}?", PublicApi.Select(Plain));
        }
    }

    /// <summary>The property tests take the reply type from each script in this folder, and test it with every kind of reply.</summary>
    [Theory]
    [MemberData(nameof(Replies))]
    public void A_reply_has_a_property_test(string name)
    {
        var declared = Headers("Replies");

        Assert.Contains($"RETURNS {name}", declared);
        if (HeaderType.Find(name)!.Reply!.NullableReader is not null)
        {
            Assert.Contains($"RETURNS {name}?", declared);
        }
    }

    /// <summary>The property tests send values of all types as single arguments, in a list and in a group.</summary>
    [Theory]
    [MemberData(nameof(Arguments))]
    public void An_argument_has_a_property_test(string name)
    {
        var declared = Headers("Echo").ToList();

        Assert.Contains(declared, line => Regex.IsMatch(line, $@"^ARGV\[\d+\] \w+: {name}$"));
        Assert.Contains(declared, line => Regex.IsMatch(line, $@"^ARGV\[1\.\.\.\] \w+: {name}$"));
        Assert.Contains(declared, line => Regex.IsMatch(line, $@"^ARGV\[\d+\.\.\.\] \w+\.\w+: {name}$"));
    }

    /// <summary>Returns the declarations in the script headers of a property test folder, without descriptions.</summary>
    private static IEnumerable<string> Headers(string folder) =>
        Directory.GetFiles(Repository.PathOf("tests", "LuaGen.Tests", "Properties", "Scripts", folder), "*.lua")
            .SelectMany(File.ReadAllLines)
            .Where(line => line.StartsWith("-- ", StringComparison.Ordinal))
            .Select(line => line[3..].Split("  ")[0]);

    /// <summary>Removes the decorations of type names in the public API files and in emitted code.</summary>
    private static string Plain(string api) => Decoration().Replace(api, "");

    [GeneratedRegex("global::|!")]
    private static partial Regex Decoration();
}
