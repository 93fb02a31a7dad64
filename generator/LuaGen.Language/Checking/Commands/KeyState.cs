using LuaGen.Language.Binding;

namespace LuaGen.Language.Checking.Commands;

/// <summary>What is known of a key.</summary>
internal sealed record KeyState
{
    /// <summary>The type, if the script made the key.</summary>
    public string? Type { get; init; }

    /// <summary>The call that made it.</summary>
    public RedisCall? MadeBy { get; init; }

    public bool IsMissing { get; init; }

    /// <summary>Whether the script has used the key before, so that it may rely on its existence.</summary>
    public bool IsKnown { get; init; }

    /// <summary>The call that set its time to live.</summary>
    public RedisCall? ExpirySet { get; init; }
}
