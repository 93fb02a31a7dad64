using LuaGen.Language.Commands;

namespace LuaGen.Language.Library;

/// <summary>Which servers have a member of the library.</summary>
/// <param name="Since">The first version of Redis; <see langword="null"/> for what only Valkey has.</param>
/// <param name="Until">The first version of Redis that lacks it again.</param>
/// <param name="Valkey">The first version of Valkey, where that is not implied by <paramref name="Since"/>: Valkey 7.2 is Redis 7.2.</param>
/// <param name="IsWithdrawn">Whether security fixes took it away, so that servers of one version differ.</param>
internal readonly record struct Availability(ServerVersion? Since, ServerVersion? Until, ServerVersion? Valkey, bool IsWithdrawn)
{
    /// <summary>Whether every Redis from this version on has it.</summary>
    public bool Includes(ServerVersion oldest) => Since is { } since && oldest >= since && Until is null && !IsWithdrawn;
}
