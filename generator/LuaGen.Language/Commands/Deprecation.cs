namespace LuaGen.Language.Commands;

/// <summary>Where a command is deprecated.</summary>
/// <param name="Since">The first version of Redis that deprecates it.</param>
/// <param name="ValkeyUntil">The first version of Valkey that does not deprecate it; <see langword="null"/> if all do.</param>
/// <param name="ReplacedBy">The replacement, as text that begins with a command's name.</param>
internal sealed record Deprecation(ServerVersion Since, ServerVersion? ValkeyUntil, string ReplacedBy)
{
    public bool Applies(Server server) => server.Family switch
    {
        ServerFamily.Redis => server.Version >= Since,
        ServerFamily.Valkey => ValkeyUntil is not { } until || server.Version < until,
        _ => false,
    };
}
