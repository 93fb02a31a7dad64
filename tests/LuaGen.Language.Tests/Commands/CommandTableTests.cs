using System.Text.Json;
using LuaGen.Language.Commands;

namespace LuaGen.Language.Tests.Commands;

/// <summary>The table matches the facts: a change of the facts without a regenerated table fails here.</summary>
public sealed class CommandTableTests
{
    private static readonly JsonElement Facts =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("generator", "commands", "redis-commands.json"))).RootElement.GetProperty("commands");

    private static readonly HashSet<string> Corrected =
    [
        .. File.ReadAllLines(Repository.PathOf("generator", "commands", "corrections.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')[0]),
    ];

    public static TheoryData<string> Names => [.. Facts.EnumerateObject().Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_is_as_the_facts_have_it(string name)
    {
        var fact = Facts.GetProperty(name);
        var words = name.Split(' ');
        var command = words.Length == 1 ? CommandTable.Find(name)! : CommandTable.Find(words[0])!.Subcommands[words[1]];

        Assert.Equal(name, command.Name);
        Assert.Equal(fact.GetProperty("arity").GetInt32(), command.Arity);
        Assert.Equal(Has(fact, "write"), command.Is(CommandFlags.Write));
        Assert.Equal(Has(fact, "readonly"), command.Is(CommandFlags.ReadOnly));
        Assert.Equal(Has(fact, "noscript"), command.Is(CommandFlags.NoScript));
        Assert.Equal(Has(fact, "blocking"), command.Is(CommandFlags.Blocking));
        Assert.Equal(Has(fact, "may_replicate"), command.Is(CommandFlags.MayReplicate));
        Assert.Equal(Version(fact, "deprecatedSince"), command.DeprecatedSince);
        Assert.Equal(Version(fact, "noscriptBefore"), command.NoscriptBefore);
        if (!Corrected.Contains(name))
        {
            Assert.Equal(Strings(fact, "replies"), command.Replies);
            Assert.Equal(Version(fact, "since") ?? default, command.Since);
            Assert.Equal(Tokens(fact).Order(StringComparer.Ordinal), Tokens(command.Arguments).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void There_is_no_other_command()
    {
        var names = CommandTable.Names.Select(name => CommandTable.Find(name)!).SelectMany(command => command.Subcommands.Values.Append(command)).Select(command => command.Name);

        Assert.Equal(Facts.EnumerateObject().Select(command => command.Name).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Equal(new ServerVersion(8, 0), CommandTable.Newest);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("GET")]
    [InlineData("gEt")]
    public void Case_does_not_matter(string name) => Assert.Equal("GET", CommandTable.Find(name)!.Name);

    [Theory]
    [InlineData("")]
    [InlineData("XGROUP CREATE")]
    [InlineData("JSON.GET")]
    public void What_is_no_first_word_of_a_command_is_not_found(string name) => Assert.Null(CommandTable.Find(name));

    [Fact]
    public void Keys_are_where_the_facts_have_them()
    {
        Assert.Equal(new KeySpec(IsWritten: true, 1, null, IsCounted: false, 0, 1, 0), Assert.Single(CommandTable.Find("SET")!.KeySpecs!));
        Assert.Equal(new KeySpec(IsWritten: false, 1, null, IsCounted: true, 0, 1, 1), Assert.Single(CommandTable.Find("ZUNION")!.KeySpecs!));
        Assert.Equal(new KeySpec(IsWritten: false, 1, "STREAMS", IsCounted: false, -1, 1, 2), Assert.Single(CommandTable.Find("XREAD")!.KeySpecs!));
        Assert.Equal(new KeySpec(IsWritten: true, 2, null, IsCounted: false, 0, 1, 0), Assert.Single(CommandTable.Find("XGROUP")!.Subcommands["CREATE"].KeySpecs!));
        Assert.Null(CommandTable.Find("SORT")!.KeySpecs);
        Assert.Empty(CommandTable.Find("PING")!.KeySpecs!);
    }

    private static bool Has(JsonElement fact, string flag) => Strings(fact, "flags").Contains(flag);

    private static string[] Strings(JsonElement fact, string name) =>
        fact.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static ServerVersion? Version(JsonElement fact, string name) =>
        fact.TryGetProperty(name, out var value) ? ServerVersion.TryParse(value.GetString()) : null;

    private static IEnumerable<string> Tokens(JsonElement fact)
    {
        var arguments = fact.TryGetProperty("arguments", out var value) ? value.EnumerateArray().ToArray() : [];
        return arguments.SelectMany(argument => Tokens(argument).Concat(
            argument.TryGetProperty("token", out var token) && token.GetString() is { } text ? [text == "\"\"" ? "" : text]
            : argument.GetProperty("type").GetString() == "pure-token" ? [argument.GetProperty("name").GetString()!] : []));
    }

    private static IEnumerable<string> Tokens(ArgumentNode? node) => node switch
    {
        TokenNode token => [token.Text],
        SequenceNode sequence => sequence.Items.SelectMany(Tokens),
        OptionsNode options => options.Items.SelectMany(Tokens),
        ChoiceNode choice => choice.Alternatives.SelectMany(Tokens),
        OptionalNode optional => Tokens(optional.Item),
        RepeatedNode repeated => Tokens(repeated.Item),
        CountedNode counted => Tokens(counted.Items),
        _ => [],
    };
}
