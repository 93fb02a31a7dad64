using System.Text.Json;
using LuaGen.Language.Commands;

namespace LuaGen.Language.Tests.Commands;

/// <summary>The table matches the facts: a change of the facts without a regenerated table fails here.</summary>
public sealed class CommandTableTests
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("generator", "commands", "redis-commands.json"))).RootElement;
    private static readonly JsonElement Facts = Root.GetProperty("commands");

    /// <summary>Commands that only Garnet or only Dragonfly has, and that scripts may call.</summary>
    private static readonly HashSet<string> OfOthers =
    [
        .. new[] { "garnet", "dragonfly" }.SelectMany(family => Root.GetProperty("others").GetProperty(family).EnumerateObject())
            .Where(command => !command.Name.Contains(' ', StringComparison.Ordinal) && !(command.Value.TryGetProperty("scripts", out var scripts) && scripts.ValueKind == JsonValueKind.False))
            .Select(command => command.Name),
    ];

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
        Assert.Equal(Has(fact, "write"), command.Is(CommandTraits.Write));
        Assert.Equal(Has(fact, "readonly"), command.Is(CommandTraits.ReadOnly));
        Assert.Equal(Has(fact, "noscript"), command.Is(CommandTraits.NoScript));
        Assert.Equal(Has(fact, "blocking"), command.Is(CommandTraits.Blocking));
        Assert.Equal(Has(fact, "may_replicate"), command.Is(CommandTraits.MayReplicate));
        Assert.Equal(Version(fact, "deprecatedSince"), command.Deprecation?.Since);
        Assert.Equal(fact.TryGetProperty("redis", out _) ? null : Version(fact, "since"), command.Servers.Redis);
        Assert.Equal(Version(fact, "valkey"), command.Servers.Valkey is { } valkey && valkey < new ServerVersion(7, 2) ? new ServerVersion(7, 2) : command.Servers.Valkey);
        Assert.Equal(fact.GetProperty("garnet").GetBoolean(), command.Servers.Garnet == Support.Full);
        Assert.Equal(fact.GetProperty("dragonfly").ValueKind == JsonValueKind.True, command.Servers.Dragonfly == Support.Full);
        Assert.Equal(Version(fact, "noscriptBefore"), command.Scripts.Redis == default(ServerVersion) ? null : command.Scripts.Redis);
        if (!Corrected.Contains(name))
        {
            Assert.Equal(fact.GetProperty("arity").GetInt32(), command.Arity);
            Assert.Equal(Strings(fact, "replies"), command.Replies);
            Assert.Equal(Tokens(fact).Order(StringComparer.Ordinal), Tokens(command.Arguments).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void There_is_no_other_command()
    {
        var names = CommandTable.Names.Select(name => CommandTable.Find(name)!).SelectMany(command => command.Subcommands.Values.Append(command)).Select(command => command.Name);

        Assert.Equal(Facts.EnumerateObject().Select(command => command.Name).Order(StringComparer.Ordinal), names.Where(name => !OfOthers.Contains(name)).Order(StringComparer.Ordinal));
        Assert.All(OfOthers, name => Assert.Null(CommandTable.Find(name)!.Servers.Redis));
        Assert.Equal((new ServerVersion(8, 10), new ServerVersion(9, 1)), (CommandTable.NewestRedis, CommandTable.NewestValkey));
    }

    [Theory]
    [InlineData("get")]
    [InlineData("GET")]
    [InlineData("gEt")]
    public void Case_does_not_matter(string name) => Assert.Equal("GET", CommandTable.Find(name)!.Name);

    [Theory]
    [InlineData("")]
    [InlineData("XGROUP CREATE")]
    [InlineData("MY.GET")]
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
        fact.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? ServerVersion.TryParse(value.GetString()) : null;

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

    [Theory]
    [InlineData("HEXPIRE", "Redis 7.2", false)]
    [InlineData("HEXPIRE", "Redis 7.4", true)]
    [InlineData("HEXPIRE", "Valkey 8.1", false)]
    [InlineData("HEXPIRE", "Valkey 9.0", true)]
    [InlineData("DELIFEQ", "Redis 8.10", false)]
    [InlineData("DELIFEQ", "Valkey 9.0", true)]
    [InlineData("JSON.GET", "Redis 7.4", false)]
    [InlineData("JSON.GET", "Redis 8.0", true)]
    [InlineData("JSON.GET", "Valkey 9.1", false)]
    [InlineData("XADD", "Garnet", false)]
    [InlineData("XADD", "Dragonfly", true)]
    [InlineData("VADD", "Garnet", false)]
    [InlineData("SETIFMATCH", "Garnet", true)]
    [InlineData("SETIFMATCH", "Redis 8.10", false)]
    public void A_server_has_it_or_not(string command, string server, bool has) =>
        Assert.Equal(has, CommandTable.Find(command)!.Servers.Includes(Assert.Single(ServerList.Read(server, ServerVersion.Minimum, []).Servers)));

    [Fact]
    public void Nothing_is_refused_by_a_grammar_that_no_server_confirms()
    {
        var unconfirmed = Facts.EnumerateObject().Where(command => command.Value.TryGetProperty("argumentsUnverified", out _)).ToArray();

        Assert.NotEmpty(unconfirmed);
        Assert.All(unconfirmed, command => Assert.Null(InfoOf(command.Name).Arguments));
    }

    [Fact]
    public void A_count_is_what_the_facts_call_one() => Assert.All(
        Facts.EnumerateObject().Where(command => !Corrected.Contains(command.Name) && !command.Value.TryGetProperty("argumentsUnverified", out _)),
        command => Assert.Equal(Items(command.Value).Sum(Counts), CountsOf(InfoOf(command.Name).Arguments)));

    private static CommandInfo InfoOf(string name) => name.Split(' ') is [var first, var second] ? CommandTable.Find(first)!.Subcommands[second] : CommandTable.Find(name)!;

    private static JsonElement[] Items(JsonElement fact) => fact.TryGetProperty("arguments", out var value) ? [.. value.EnumerateArray()] : [];

    private static int Counts(JsonElement argument) => (argument.TryGetProperty("counts", out _) ? 1 : 0) + Items(argument).Sum(Counts);

    private static int CountsOf(ArgumentNode? node) => node switch
    {
        ValueNode { CountsNext: true } => 1,
        SequenceNode sequence => sequence.Items.Sum(CountsOf),
        OptionsNode options => options.Items.Sum(CountsOf),
        ChoiceNode choice => choice.Alternatives.Sum(CountsOf),
        OptionalNode optional => CountsOf(optional.Item),
        RepeatedNode repeated => CountsOf(repeated.Item),
        CountedNode counted => 1 + CountsOf(counted.Items),
        _ => 0,
    };
}
