using StackExchange.Redis;

namespace LuaGen;

/// <summary>One RESP argument of a call after the command's name: a key, which is prefixed and determines the slot, or a value.</summary>
internal readonly struct RespArgument
{
    private readonly RedisKey _key;
    private readonly RedisValue _value;

    public RespArgument(RedisKey key, string parameter)
    {
        _key = key;
        KeyParameter = parameter;
    }

    public RespArgument(RedisValue value) => _value = value;

    public bool IsKey => KeyParameter is not null;

    public RedisKey Key => _key;

    public RedisValue Value => _value;

    /// <summary>The name of the C# parameter that provided the key, for messages; null for a value.</summary>
    public string? KeyParameter { get; }
}
