using LuaGen.Language.Commands;

namespace LuaGen.Language.Library;

/// <summary>
/// The globals of a script and what the libraries among them hold. Binding, type inference and checks all ask here, and
/// none of them keeps a list of its own.
/// </summary>
internal static class LuaLibrary
{
    /// <summary>The library of the server's own functions.</summary>
    public const string Server = "redis";

    /// <summary>Valkey's own name of that library.</summary>
    public const string ValkeyServer = "server";

    /// <summary>Where globals are found: they are members of no library.</summary>
    public const string Globals = "";

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

    /// <summary>The libraries by the names that Redis has for them.</summary>
    public static IEnumerable<string> Libraries => ByLibrary.Keys.Where(library => library != Globals);

    /// <summary>The globals by which a script is told from some other program's Lua.</summary>
    public static string[] RedisGlobals { get; } = ["KEYS", "ARGV", Server, ValkeyServer];

    /// <summary>The row of a member; <see langword="null"/> where no server has it.</summary>
    /// <param name="library">The library, or <see cref="Globals"/>.</param>
    /// <param name="name">The name without the library.</param>
    public static LibraryMember? Find(string library, string name) =>
        ByLibrary.TryGetValue(Shared(library), out var members) && members.TryGetValue(name, out var member) ? member : null;

    public static bool IsLibrary(string name) => name != Globals && ByLibrary.ContainsKey(Shared(name));

    /// <summary>Whether every server from this version on has the member.</summary>
    public static bool Has(string library, string name, ServerVersion oldest) => Find(library, name) is { } member && member.Servers.Includes(oldest);

    /// <summary>Whether every server from this version on has the global, be it a library or not.</summary>
    public static bool HasGlobal(string name, ServerVersion oldest) => IsLibrary(name) ? MembersOf(name, oldest).Any() : Has(Globals, name, oldest);

    /// <summary>What every server from this version on has in a library.</summary>
    public static IEnumerable<LibraryMember> MembersOf(string library, ServerVersion oldest) =>
        ByLibrary.TryGetValue(Shared(library), out var members) ? members.Values.Where(member => member.Servers.Includes(oldest)) : [];

    /// <summary>The first version of Redis that has any member of a library.</summary>
    public static ServerVersion SinceOf(string library) => ByLibrary[library].Values.Select(member => member.Servers.Since).Min() ?? default;

    private static string Shared(string library) => library == ValkeyServer ? Server : library;
}
