namespace LuaGen.Language.Commands;

/// <summary>The servers that scripts must run on: one or more, of each family the oldest.</summary>
/// <param name="Servers">The servers, in the order in which findings name them.</param>
/// <param name="IsStated">Whether the project names them; else they are the default, which a script may replace.</param>
internal sealed record ServerList(EquatableArray<Server> Servers, bool IsStated)
{
    /// <summary>The servers and versions that a list may name, as message text.</summary>
    public static string Known =>
        $"redis {Oldest(ServerFamily.Redis)} to {CommandTable.NewestRedis}, valkey {Oldest(ServerFamily.Valkey)} to {CommandTable.NewestValkey}, garnet, dragonfly";

    public static ServerList Default { get; } = ForRedis(ServerVersion.Minimum);

    /// <summary>A hypothetical server with every command and option.</summary>
    public static ServerList Any { get; } = Only(Server.Any);

    private static ServerVersion Garnet { get; } = new(2, 2);

    /// <summary>Whether the facts cover all servers.</summary>
    public bool IsKnown => Servers.All(server => server.IsKnown);

    /// <summary>Whether scripts run as Lua 5.4 on some server.</summary>
    public bool RunsLua54 => Servers.Any(server => server.RunsLua54);

    /// <summary>Whether a family is among them.</summary>
    public bool Has(ServerFamily family) => Servers.Any(server => server.Family == family);

    /// <summary>The list of a project that only names a version of Redis.</summary>
    public static ServerList ForRedis(ServerVersion oldest) => new([new Server(ServerFamily.Redis, oldest)], IsStated: false);

    public static ServerList Only(Server server) => new([server], IsStated: true);

    /// <summary>Reads <c>redis 7.2; valkey 8.0; garnet</c>, also with <c>|</c> or commas between.</summary>
    /// <param name="text">The list; if it names no known server, the result is the default.</param>
    /// <param name="redis">The version of a Redis without one.</param>
    /// <param name="unknown">Receives each entry whose server or version is not known.</param>
    public static ServerList Read(string text, ServerVersion redis, ICollection<string> unknown)
    {
        var servers = new List<Server>();
        foreach (var entry in text.Split(';', '|', ',').Select(entry => entry.Trim()).Where(entry => entry.Length > 0))
        {
            var (server, isKnown) = ReadEntry(entry, redis);
            if (!isKnown)
            {
                unknown.Add(entry);
            }

            if (server is { } named)
            {
                Add(servers, named);
            }
        }

        return servers.Count == 0 ? ForRedis(redis) : new ServerList([.. servers.OrderBy(server => server.Family)], IsStated: true);
    }

    /// <summary>Whether a script can declare a server: <c>7.4</c>, <c>valkey 8.1</c>, <c>garnet</c>, or a newer one than the known ones.</summary>
    public static bool CanDeclare(string value) =>
        ServerVersion.TryParse(value) is not null || ReadEntry(value, ServerVersion.Minimum) is (_, true) or ({ IsKnown: false }, _);

    /// <summary>Whether all servers have something.</summary>
    public bool AllHave(Availability servers) => FirstWithout(servers) is null;

    /// <summary>The first server that lacks something; one that was asked comes before one whose source was read.</summary>
    public Server? FirstWithout(Availability servers)
    {
        foreach (var server in Servers)
        {
            if (!servers.Includes(server))
            {
                return server;
            }
        }

        return null;
    }

    /// <summary>
    /// The servers of a script that declares versions: each replaces the version of its family. Where the project names
    /// no servers, the script runs on those that it declares.
    /// </summary>
    /// <param name="declared">The values of <c>@since</c>: <c>7.4</c>, <c>valkey 8.1</c>.</param>
    public ServerList With(IEnumerable<string?> declared)
    {
        var servers = declared.Select(Declared).OfType<Server>().ToArray();
        if (servers.Length == 0)
        {
            return this;
        }

        var named = IsStated
            ? Servers.Select(server => servers.Where(other => other.Family == server.Family).DefaultIfEmpty(server).First())
            : servers.GroupBy(server => server.Family).Select(family => family.First()).OrderBy(server => server.Family);
        return this with { Servers = [.. named] };
    }

    public bool Equals(ServerList? other) => other is not null && IsStated == other.IsStated && Servers.Equals(other.Servers);

    public override int GetHashCode() => Servers.GetHashCode();

    public override string ToString() => string.Join(", ", Servers);

    /// <summary>A version alone is Redis's, or Valkey's where no Redis is named.</summary>
    private Server? Declared(string? value)
    {
        if (ServerVersion.TryParse(value) is { } version)
        {
            var isValkey = Has(ServerFamily.Valkey) && !Has(ServerFamily.Redis);
            return new Server(isValkey ? ServerFamily.Valkey : ServerFamily.Redis, version);
        }

        return value is null ? null : ReadEntry(value.Trim(), ServerVersion.Minimum).Server;
    }

    private static (Server? Server, bool IsKnown) ReadEntry(string entry, ServerVersion redis)
    {
        var words = entry.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 2 || FamilyOf(words[0]) is not { } family)
        {
            return (null, false);
        }

        var usual = family switch { ServerFamily.Redis => redis, ServerFamily.Garnet => Garnet, _ => Oldest(family) };
        if (words.Length == 1)
        {
            return (new Server(family, usual), true);
        }

        if (ServerVersion.TryParse(words[1]) is not { } version)
        {
            return (new Server(family, usual), false);
        }

        return family switch
        {
            ServerFamily.Garnet or ServerFamily.Dragonfly => (new Server(family, usual), family == ServerFamily.Garnet && (version.Major, version.Minor) == (Garnet.Major, Garnet.Minor)),
            _ when version < Oldest(family) => (new Server(family, Oldest(family)), false),
            _ => (new Server(family, version), new Server(family, version).IsKnown),
        };
    }

    private static ServerFamily? FamilyOf(string word) => word.ToUpperInvariant() switch
    {
        "REDIS" => ServerFamily.Redis,
        "VALKEY" => ServerFamily.Valkey,
        "GARNET" => ServerFamily.Garnet,
        "DRAGONFLY" => ServerFamily.Dragonfly,
        _ => null,
    };

    /// <summary>The first version with scripts, or of all.</summary>
    private static ServerVersion Oldest(ServerFamily family) => family switch
    {
        ServerFamily.Redis => new ServerVersion(2, 6),
        ServerFamily.Valkey => new ServerVersion(7, 2),
        _ => default,
    };

    private static void Add(List<Server> servers, Server server)
    {
        var index = servers.FindIndex(other => other.Family == server.Family);
        if (index < 0)
        {
            servers.Add(server);
        }
        else if (server.Version < servers[index].Version)
        {
            servers[index] = server;
        }
    }
}
