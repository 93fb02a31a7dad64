using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Other versions of the client than the one that the tests reference, to compile against and to run.</summary>
internal static class ClientAssemblies
{
    /// <summary>The version that the tests reference.</summary>
    public const string Newest = "3.4.35";

    /// <summary>The oldest supported version, a late 2.x, and a 3.x without leased replies.</summary>
    public static IReadOnlyList<string> Older { get; } = ["2.7.27", "2.13.17", "3.1.31"];

    /// <summary>The assembly names of the client and its own dependencies, in any version.</summary>
    private static readonly string[] Names = ["StackExchange.Redis", "Pipelines.Sockets.Unofficial", "RESPite"];

    private const string Runtime = "LuaGen";

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Clients");

    /// <summary>Replaces the client in a project's references with another version.</summary>
    public static ImmutableArray<MetadataReference> Replace(IEnumerable<MetadataReference> references, string version) =>
        version == Newest
            ? [.. references]
            : [
                .. references.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) is var name && name != Runtime && !Names.Contains(name)),
                .. Directory.GetFiles(FolderOf(version), "*.dll").Append(Path.Combine(Folder, Runtime + ".dll")).Select(path => MetadataReference.CreateFromFile(path)),
            ];

    /// <summary>Creates a load context with another version of the client; all other assemblies are shared with the tests.</summary>
    public static AssemblyLoadContext NewContext(string version) => new ClientContext(FolderOf(version));

    private static string FolderOf(string version) => Path.Combine(Folder, version);

    /// <summary>Not collectible: it would be unloaded while its assemblies are in use, because nothing refers to the context itself.</summary>
    private sealed class ClientContext(string folder) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Names.Contains(assemblyName.Name) ? LoadFromAssemblyPath(Path.Combine(folder, assemblyName.Name + ".dll")) : null;
    }
}
