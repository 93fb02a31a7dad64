namespace Shop.Servers;

/// <summary>Which server the sample runs against.</summary>
internal enum ServerKind
{
    /// <summary>The first of those below that there is, from <see cref="Local"/> on.</summary>
    Any,

    /// <summary>The one that a connection string names.</summary>
    Named,

    /// <summary>One that answers on localhost:6379.</summary>
    Local,

    /// <summary>A <c>redis-server</c> or <c>valkey-server</c> on the PATH, started for this run.</summary>
    Process,

    /// <summary>Garnet, inside this process.</summary>
    Embedded,
}
