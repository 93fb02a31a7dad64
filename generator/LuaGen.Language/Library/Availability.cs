using LuaGen.Language.Commands;

namespace LuaGen.Language.Library;

/// <summary>The servers that have a member of the library.</summary>
/// <param name="Since">The first version of Redis; <see langword="null"/> if only Valkey has it.</param>
/// <param name="Until">The first version of Redis that no longer has it.</param>
/// <param name="Valkey">The first version of Valkey, if <paramref name="Since"/> does not imply it: Valkey 7.2 is Redis 7.2.</param>
/// <param name="IsWithdrawn">Whether security fixes removed it, so that servers of the same version differ.</param>
internal readonly record struct Availability(ServerVersion? Since, ServerVersion? Until, ServerVersion? Valkey, bool IsWithdrawn)
{
    /// <summary>Whether every Redis from this version on has it.</summary>
    public bool Includes(ServerVersion oldest) => Since is { } since && oldest >= since && Until is null && !IsWithdrawn;
}
