namespace LuaGen.Language.Commands;

/// <summary>The servers that have a command, an option or a member of Lua's library, or whose scripts may call a command.</summary>
internal sealed record Availability
{
    /// <summary>The newest Redis that Valkey was made from: what it has, every Valkey has.</summary>
    private static readonly ServerVersion Fork = new(7, 2);

    public static Availability Everywhere { get; } = new() { Redis = default(ServerVersion), Valkey = default(ServerVersion) };

    public static Availability Nowhere { get; } = new() { Garnet = Support.None, Dragonfly = Support.None };

    /// <summary>The first version of Redis; <see langword="null"/> if none has it.</summary>
    public ServerVersion? Redis { get; init; }

    /// <summary>The first version of Valkey; <see langword="null"/> if none has it.</summary>
    public ServerVersion? Valkey { get; init; }

    public Support Garnet { get; init; }

    public Support Dragonfly { get; init; }

    /// <summary>The first version of Redis that no longer has it.</summary>
    public ServerVersion? Until { get; init; }

    /// <summary>Whether security fixes removed it, so that servers of the same version differ.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Parses <c>7.4</c>, <c>7.4~9.0</c>, <c>~9.0</c> and the marks of a server after <c>!</c>, as <c>make-table.cs</c> documents them.</summary>
    public static Availability Parse(string text)
    {
        var mark = text.IndexOf('!');
        var marks = mark < 0 ? "" : text.Substring(mark + 1);
        var versions = (mark < 0 ? text : text.Substring(0, mark)).Split('~');
        var redis = versions[0].Length == 0 && versions.Length == 1 ? default(ServerVersion) : ServerVersion.TryParse(Named(versions[0]));
        return new Availability
        {
            Redis = redis,
            Valkey = versions.Length == 2 ? ServerVersion.TryParse(Named(versions[1])) : ValkeyOf(redis),
            Garnet = SupportOf(marks, none: 'g', conditional: 'p', unknown: '?'),
            Dragonfly = SupportOf(marks, none: 'd', conditional: 'u', unknown: 'w'),
        };
    }

    /// <summary>What Valkey has of a Redis version: all up to the fork, and nothing newer.</summary>
    public static ServerVersion? ValkeyOf(ServerVersion? redis) => redis is { } since && since <= Fork ? default(ServerVersion) : null;

    /// <summary>Whether a server has it, and every newer one of its family. In doubt the answer is yes.</summary>
    public bool Includes(Server server) => server.Family switch
    {
        ServerFamily.Redis => Redis is { } redis && server.Version >= redis && Until is null && !IsWithdrawn,
        ServerFamily.Valkey => Valkey is { } valkey && server.Version >= valkey && !IsWithdrawn,
        ServerFamily.Garnet => Garnet is Support.Full or Support.Unknown,
        ServerFamily.Dragonfly => Dragonfly is Support.Full or Support.Unknown,
        _ => true,
    };

    /// <summary>What has both.</summary>
    public Availability And(Availability other) => this with
    {
        Redis = Later(Redis, other.Redis),
        Valkey = Later(Valkey, other.Valkey),
        Garnet = Garnet == Support.Full ? other.Garnet : Garnet,
        Dragonfly = Dragonfly == Support.Full ? other.Dragonfly : Dragonfly,
    };

    /// <summary>As documents name it: <c>Redis 7.4, Valkey 9.0, not on Garnet</c>. What Valkey has since its beginning is not named.</summary>
    public override string ToString() => string.Join(", ", new[]
    {
        Redis is { } redis && redis > default(ServerVersion) ? $"Redis {redis}" : null,
        Valkey is { } valkey && valkey > default(ServerVersion) ? $"Valkey {valkey}" : Redis is null && Valkey is not null ? $"{ServerFamily.Valkey}" : null,
        Garnet == Support.None && Redis is not null ? "not on Garnet" : null,
        Dragonfly == Support.None && Redis is not null ? "not on Dragonfly" : null,
    }.Where(part => part is not null));

    private static ServerVersion? Later(ServerVersion? one, ServerVersion? other) => one is { } first && other is { } second ? (first > second ? first : second) : null;

    private static string? Named(string version) => version.Length == 0 ? null : version;

    private static Support SupportOf(string marks, char none, char conditional, char unknown) =>
        marks.IndexOf(none) >= 0 ? Support.None
        : marks.IndexOf(conditional) >= 0 ? Support.Conditional
        : marks.IndexOf(unknown) >= 0 ? Support.Unknown
        : Support.Full;
}
