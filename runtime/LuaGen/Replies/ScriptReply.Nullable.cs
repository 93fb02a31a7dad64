using StackExchange.Redis;

namespace LuaGen;

/// <content>Reads scalars that may be nil.</content>
public ref partial struct ScriptReply
{
    /// <summary>Returns null for nil; reads any other element like <see cref="ReadInt32"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadInt32" path="/exception"/>
    public int? ReadNullableInt32() => TryReadNull() ? null : ReadInt32();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadInt64"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadInt64" path="/exception"/>
    public long? ReadNullableInt64() => TryReadNull() ? null : ReadInt64();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadUInt32"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadUInt32" path="/exception"/>
    public uint? ReadNullableUInt32() => TryReadNull() ? null : ReadUInt32();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadUInt64"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadUInt64" path="/exception"/>
    public ulong? ReadNullableUInt64() => TryReadNull() ? null : ReadUInt64();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadDouble"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadDouble" path="/exception"/>
    public double? ReadNullableDouble() => TryReadNull() ? null : ReadDouble();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadDecimal"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadDecimal" path="/exception"/>
    public decimal? ReadNullableDecimal() => TryReadNull() ? null : ReadDecimal();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadBoolean"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadBoolean" path="/exception"/>
    public bool? ReadNullableBoolean() => TryReadNull() ? null : ReadBoolean();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadString"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadString" path="/exception"/>
    public string? ReadNullableString() => TryReadNull() ? null : ReadString();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadBytes"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadBytes" path="/exception"/>
    public byte[]? ReadNullableBytes() => TryReadNull() ? null : ReadBytes();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadRedisValue"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadRedisValue" path="/exception"/>
    public RedisValue? ReadNullableRedisValue() => TryReadNull() ? default(RedisValue?) : ReadRedisValue();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadGuid"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadGuid" path="/exception"/>
    public Guid? ReadNullableGuid() => TryReadNull() ? null : ReadGuid();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadSeconds"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadSeconds" path="/exception"/>
    public TimeSpan? ReadNullableSeconds() => TryReadNull() ? null : ReadSeconds();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadMilliseconds"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadMilliseconds" path="/exception"/>
    public TimeSpan? ReadNullableMilliseconds() => TryReadNull() ? null : ReadMilliseconds();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadUnixSeconds"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadUnixSeconds" path="/exception"/>
    public DateTimeOffset? ReadNullableUnixSeconds() => TryReadNull() ? null : ReadUnixSeconds();

    /// <summary>Returns null for nil; reads any other element like <see cref="ReadUnixMilliseconds"/>.</summary>
    /// <returns>The value, or null.</returns>
    /// <inheritdoc cref="ReadUnixMilliseconds" path="/exception"/>
    public DateTimeOffset? ReadNullableUnixMilliseconds() => TryReadNull() ? null : ReadUnixMilliseconds();
}
