namespace LuaGen.Language.HeaderTypes;

/// <summary>The types that emitted code names, spelled so that nothing in a consumer's project can hide them.</summary>
internal static class CSharpTypes
{
    public const string RedisKey = "global::StackExchange.Redis.RedisKey";
    public const string RedisValue = "global::StackExchange.Redis.RedisValue";
    public const string RedisResult = "global::StackExchange.Redis.RedisResult";
    public const string TimeSpan = "global::System.TimeSpan";
    public const string DateTimeOffset = "global::System.DateTimeOffset";
    public const string Guid = "global::System.Guid";
    public const string Bytes = "global::System.ReadOnlyMemory<byte>";
}
