using LuaGen.Language.Commands;

namespace LuaGen.Language.Library;

/// <summary>
/// The globals of a script and the members of its libraries. Binding, type inference and checks all use this table; none of
/// them has a list of its own.
/// </summary>
internal static class LuaLibrary
{
    /// <summary>The library of the server's own functions.</summary>
    public const string Server = "redis";

    /// <summary>Valkey's additional name for that library.</summary>
    public const string ValkeyServer = "server";

    /// <summary>The library name under which globals are found.</summary>
    public const string Globals = "";

    private static readonly Availability OnlyValkey = Availability.Nowhere with { Valkey = default(ServerVersion) };

    private static readonly Dictionary<string, Dictionary<string, LibraryMember>> ByLibrary = new(StringComparer.Ordinal);

    static LuaLibrary()
    {
        All = LibraryRowReader.ReadAll(LibraryRows.Text);
        foreach (var member in All)
        {
            if (!ByLibrary.TryGetValue(member.Library, out var members))
            {
                ByLibrary.Add(member.Library, members = new Dictionary<string, LibraryMember>(StringComparer.Ordinal));
            }

            members.Add(member.Name, member);
        }
    }

    public static IReadOnlyList<LibraryMember> All { get; }

    /// <summary>The names of the libraries in Redis.</summary>
    public static IEnumerable<string> Libraries => ByLibrary.Keys.Where(library => library != Globals);

    /// <summary>The globals of Redis scripts.</summary>
    public static string[] RedisGlobals { get; } = ["KEYS", "ARGV", Server, ValkeyServer];

    /// <summary>The globals that distinguish a Redis script from Lua for other programs, many of which have a <c>server</c>.</summary>
    public static string[] RedisOnlyGlobals { get; } = ["KEYS", "ARGV", Server];

    /// <summary>The members of <c>server</c> that only a Valkey script calls.</summary>
    public static string[] ValkeyCalls { get; } = ["call", "pcall"];

    /// <summary>The row of a member; <see langword="null"/> if no server has it.</summary>
    /// <param name="library">The library, or <see cref="Globals"/>.</param>
    /// <param name="name">The name without the library.</param>
    public static LibraryMember? Find(string library, string name) =>
        ByLibrary.TryGetValue(Shared(library), out var members) && members.TryGetValue(name, out var member) ? member : null;

    public static bool IsLibrary(string name) => name != Globals && ByLibrary.ContainsKey(Shared(name));

    /// <summary>The servers that have a member; <see langword="null"/> if none has it. Only Valkey has <c>server</c>.</summary>
    public static Availability? ServersWith(string library, string name) => Find(library, name)?.Servers is { } servers
        ? library == ValkeyServer ? servers.And(OnlyValkey) : servers
        : null;

    /// <summary>The first of the servers that lacks a member, or <see langword="null"/>.</summary>
    public static Server? FirstWithout(string library, string name, ServerList servers) =>
        ServersWith(library, name) is { } having ? servers.FirstWithout(having) : servers.Servers[0];

    /// <summary>The first of the servers that lacks a global, library or not, or <see langword="null"/>.</summary>
    public static Server? FirstWithoutGlobal(string name, ServerList servers)
    {
        if (!IsLibrary(name))
        {
            return FirstWithout(Globals, name, servers);
        }

        foreach (var server in servers.Servers)
        {
            if (!Provides(server, name))
            {
                return server;
            }
        }

        return null;
    }

    /// <summary>Whether a server has any member of a library.</summary>
    public static bool Provides(Server server, string library) =>
        (library != ValkeyServer || server.Family is ServerFamily.Valkey or ServerFamily.Any)
        && ByLibrary.TryGetValue(Shared(library), out var members) && members.Values.Any(member => member.Servers.Includes(server));

    /// <summary>The members of a library that all of the servers have.</summary>
    public static IEnumerable<LibraryMember> MembersOf(string library, ServerList servers) =>
        ByLibrary.TryGetValue(Shared(library), out var members) ? members.Values.Where(member => FirstWithout(library, member.Name, servers) is null) : [];

    /// <summary>The first version of Redis that has any member of a library.</summary>
    public static ServerVersion SinceOf(string library) => ByLibrary[library].Values.Select(member => member.Servers.Redis).Min() ?? default;

    private static string Shared(string library) => library == ValkeyServer ? Server : library;
}
