using System.Globalization;
using System.Text;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;

namespace LuaGen.Language.Tests.Commands;

/// <summary>The tables of <c>docs/servers.md</c> are written from the facts that the checks use.</summary>
public sealed class ServersPageTests
{
    private const string Start = "<!-- written by ServersPageTests -->\n";

    private static readonly string Page = Repository.PathOf("docs", "servers.md");

    private static readonly CommandInfo[] Commands =
    [
        .. CommandTable.Names.Select(name => CommandTable.Find(name)!)
            .SelectMany(command => command.Subcommands.Count == 0 ? [command] : command.Subcommands.Values)
            .Where(command => command.Scripts.Redis is not null || command.Scripts.Valkey is not null)
            .OrderBy(command => command.Name, StringComparer.Ordinal),
    ];

    private static readonly Server[] Oldest = [.. ServerList.Read("redis 7.0; valkey 7.2; garnet; dragonfly", ServerVersion.Minimum, []).Servers];

    [Fact]
    public void The_tables_are_those_of_the_facts()
    {
        var written = File.ReadAllText(Page);
        var head = written[..(written.IndexOf(Start, StringComparison.Ordinal) + Start.Length)];

        Expected.Matches(Page, head + Tables());
    }

    [Fact]
    public void Every_version_that_a_list_may_name_is_on_the_page() =>
        Assert.Contains($"`{ServerList.Known}`", File.ReadAllText(Page), StringComparison.Ordinal);

    private static string Tables()
    {
        var text = new StringBuilder("\n## Commands newer than Redis 7.0 and Valkey 7.2\n\n| command | Redis | Valkey | Garnet | Dragonfly | module |\n|---|---|---|---|---|---|\n");
        foreach (var command in Commands.Where(command => !Oldest.Where(server => !server.RunsLua54).All(command.Servers.Includes)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {command.Name} | {First(command.Servers.Redis)} | {First(command.Servers.Valkey)} | {Word(command.Servers.Garnet)} | {Word(command.Servers.Dragonfly)} | {command.Module} |\n");
        }

        text.Append("\n## Options newer than their command, or not everywhere\n\n| command | option | Redis | Valkey |\n|---|---|---|---|\n");
        foreach (var command in Commands.Where(command => command.Arguments is not null))
        {
            foreach (var option in Options(command.Arguments!).Where(option => option.Servers is { } servers && !Oldest.Where(server => !server.RunsLua54 && command.Servers.Includes(server)).All(servers.Includes)))
            {
                var usage = Usage.Of(option is OptionalNode optional ? optional.Item : option).Replace("|", "\\|", StringComparison.Ordinal);
                text.Append(CultureInfo.InvariantCulture, $"| {command.Name} | {usage} | {First(option.Servers!.Redis)} | {First(option.Servers!.Valkey)} |\n");
            }
        }

        foreach (var server in Oldest.Where(server => server.RunsLua54))
        {
            var missing = Commands.Where(command => Oldest.Where(other => !other.RunsLua54).All(command.Servers.Includes) && !command.Servers.Includes(server)).Select(command => command.Name);
            text.Append(CultureInfo.InvariantCulture, $"\n## Commands of Redis 7.0 that {server} does not have\n\n{string.Join(", ", missing)}.\n");
            var refused = Commands.Where(command => command.Servers.Includes(server) && !command.Scripts.Includes(server)).Select(command => command.Name);
            text.Append(CultureInfo.InvariantCulture, $"\n## Commands that scripts of {server} cannot call, and those of Redis can\n\n{string.Join(", ", refused)}.\n");
        }

        text.Append("\n## Names of Lua that differ\n\n| name | Redis | Valkey | Garnet | Dragonfly |\n|---|---|---|---|---|\n");
        foreach (var member in LuaLibrary.All.Where(member => !Oldest.All(member.Servers.Includes) && !member.Name.StartsWith("__", StringComparison.Ordinal)).OrderBy(member => member.FullName, StringComparer.Ordinal))
        {
            var servers = member.Servers;
            var redis = servers.IsWithdrawn ? "without security fixes" : servers.Until is { } until ? $"before {until}" : First(servers.Redis);
            text.Append(CultureInfo.InvariantCulture, $"| `{member.FullName}` | {redis} | {(servers.IsWithdrawn ? "without security fixes" : First(servers.Valkey))} | {Word(servers.Garnet)} | {Word(servers.Dragonfly)} |\n");
        }

        return text.ToString();
    }

    private static string First(ServerVersion? version) => version is not { } since ? "–" : since == default ? "yes" : $"{since}";

    private static string Word(Support support) => support switch
    {
        Support.Full => "yes",
        Support.None => "–",
        Support.Unknown => "?",
        _ => "preview",
    };

    private static IEnumerable<ArgumentNode> Options(ArgumentNode node) => node.Servers is not null ? [node] : node switch
    {
        SequenceNode sequence => sequence.Items.SelectMany(Options),
        OptionsNode options => options.Items.SelectMany(Options),
        ChoiceNode choice => choice.Alternatives.SelectMany(Options),
        OptionalNode optional => Options(optional.Item),
        RepeatedNode repeated => Options(repeated.Item),
        CountedNode counted => Options(counted.Items),
        _ => [],
    };
}
