using StackExchange.Redis;

namespace LuaGen;

/// <content>Single values that may be nil. Each reads null for it, and anything else as its namesake does.</content>
public ref partial struct ScriptReply
{
    /// <summary>Reads null for a nil, anything else as <see cref="ReadInt32"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadInt32" path="/exception"/>
    public int? ReadNullableInt32() => TryReadNull() ? null : ReadInt32();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadInt64"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadInt64" path="/exception"/>
    public long? ReadNullableInt64() => TryReadNull() ? null : ReadInt64();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadUInt32"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadUInt32" path="/exception"/>
    public uint? ReadNullableUInt32() => TryReadNull() ? null : ReadUInt32();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadUInt64"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadUInt64" path="/exception"/>
    public ulong? ReadNullableUInt64() => TryReadNull() ? null : ReadUInt64();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadDouble"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadDouble" path="/exception"/>
    public double? ReadNullableDouble() => TryReadNull() ? null : ReadDouble();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadDecimal"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadDecimal" path="/exception"/>
    public decimal? ReadNullableDecimal() => TryReadNull() ? null : ReadDecimal();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadBoolean"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadBoolean" path="/exception"/>
    public bool? ReadNullableBoolean() => TryReadNull() ? null : ReadBoolean();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadString"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadString" path="/exception"/>
    public string? ReadNullableString() => TryReadNull() ? null : ReadString();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadBytes"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadBytes" path="/exception"/>
    public byte[]? ReadNullableBytes() => TryReadNull() ? null : ReadBytes();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadRedisValue"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadRedisValue" path="/exception"/>
    public RedisValue? ReadNullableRedisValue() => TryReadNull() ? default(RedisValue?) : ReadRedisValue();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadGuid"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadGuid" path="/exception"/>
    public Guid? ReadNullableGuid() => TryReadNull() ? null : ReadGuid();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadSeconds"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadSeconds" path="/exception"/>
    public TimeSpan? ReadNullableSeconds() => TryReadNull() ? null : ReadSeconds();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadMilliseconds"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadMilliseconds" path="/exception"/>
    public TimeSpan? ReadNullableMilliseconds() => TryReadNull() ? null : ReadMilliseconds();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadUnixSeconds"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadUnixSeconds" path="/exception"/>
    public DateTimeOffset? ReadNullableUnixSeconds() => TryReadNull() ? null : ReadUnixSeconds();

    /// <summary>Reads null for a nil, anything else as <see cref="ReadUnixMilliseconds"/> does.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadUnixMilliseconds" path="/exception"/>
    public DateTimeOffset? ReadNullableUnixMilliseconds() => TryReadNull() ? null : ReadUnixMilliseconds();
}
