#if NET
using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(LuaGen.HotReload))]
#endif

namespace LuaGen;

/// <summary>Counts hot reloads, so that a definition that was created before one is created again with the new text.</summary>
internal static class HotReload
{
#if NET
    private static int _generation;

    /// <summary>The number of hot reloads of this process; constant where the runtime does not support them.</summary>
    public static int Generation => MetadataUpdater.IsSupported ? Volatile.Read(ref _generation) : 0;

    /// <summary>Called by the runtime after a hot reload.</summary>
    /// <param name="updatedTypes">The types that were changed.</param>
    public static void ClearCache(Type[]? updatedTypes) => Interlocked.Increment(ref _generation);
#else
    /// <summary>The runtimes of this asset do not support hot reloads.</summary>
    public static int Generation => 0;
#endif
}
