namespace Shop.Servers;

/// <summary>The server that the sample runs against.</summary>
internal enum ServerKind
{
    /// <summary>The first available of <see cref="Local"/> and those after it.</summary>
    Any,

    /// <summary>The server that a connection string names.</summary>
    Named,

    /// <summary>A server on localhost:6379.</summary>
    Local,

    /// <summary>A <c>redis-server</c> or <c>valkey-server</c> on the PATH, started for this run.</summary>
    Process,

    /// <summary>Garnet, inside this process.</summary>
    Embedded,
}
