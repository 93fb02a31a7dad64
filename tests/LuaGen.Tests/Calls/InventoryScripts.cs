using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Calls;

/// <summary>A hand-written class of scripts, in the form of the generated ones.</summary>
public sealed class InventoryScripts
{
    private readonly ScriptTarget _target;

    public InventoryScripts(IDatabaseAsync database) => _target = new ScriptTarget(database);

    private InventoryScripts(ScriptTarget target) => _target = target;

    public InventoryScripts On(IBatch batch) => new(_target.On(batch));

    public readonly record struct ReserveStockReply(long Left, long? OrderId);

    public ValueTask<ReserveStockReply> ReserveStockAsync(
        RedisKey stock,
        RedisKey pending,
        int quantity,
        TimeSpan? hold = null,
        string owner = "",
        CommandFlags flags = CommandFlags.None,
        CancellationToken cancellationToken = default) =>
        PrepareReserveStock(stock, pending, quantity, hold, owner).SendAsync(_target, ReadReserveStock, flags, cancellationToken);

    public ReserveStockReply ReserveStock(
        RedisKey stock,
        RedisKey pending,
        int quantity,
        TimeSpan? hold = null,
        string owner = "",
        CommandFlags flags = CommandFlags.None) =>
        PrepareReserveStock(stock, pending, quantity, hold, owner).Send(_target, ReadReserveStock, flags);

    public ValueTask<long> CountAsync(
        RedisKey counter,
        RedisKey other,
        int by,
        string note = "",
        string owner = "",
        CommandFlags flags = CommandFlags.None,
        CancellationToken cancellationToken = default) =>
        PrepareCount(counter, other, by, note, owner)
            .SendAsync(_target, static (ref ScriptReply reply) => reply.ReadInt64(), flags, cancellationToken);

    public long Count(
        RedisKey counter,
        RedisKey other,
        int by,
        string note = "",
        string owner = "",
        CommandFlags flags = CommandFlags.None) =>
        PrepareCount(counter, other, by, note, owner).Send(_target, static (ref ScriptReply reply) => reply.ReadInt64(), flags);

    public ValueTask ResetAsync(
        RedisKey stock,
        long amount,
        CommandFlags flags = CommandFlags.None,
        CancellationToken cancellationToken = default) =>
        PrepareReset(stock, amount).SendAsync(_target, static (ref ScriptReply reply) => reply.ReadOk(), flags, cancellationToken);

    public void Reset(RedisKey stock, long amount, CommandFlags flags = CommandFlags.None) =>
        PrepareReset(stock, amount).Send(_target, static (ref ScriptReply reply) => reply.ReadOk(), flags);

    private static ScriptCall PrepareReserveStock(RedisKey stock, RedisKey pending, int quantity, TimeSpan? hold, string owner)
    {
        var call = new ScriptCall(Definitions.ReserveStock, keyCount: 2, argumentCount: 3);
        call.AddKey(stock, nameof(stock));
        call.AddKey(pending, nameof(pending));
        call.AddArgument(quantity, nameof(quantity));
        call.AddSeconds(hold ?? TimeSpan.FromSeconds(900), nameof(hold));
        call.AddArgument(owner, nameof(owner));
        return call;
    }

    private static ReserveStockReply ReadReserveStock(ref ScriptReply reply)
    {
        var count = reply.ReadRecord(fields: 2, required: 1);
        return new ReserveStockReply(reply.ReadInt64(), count > 1 ? reply.ReadNullableInt64() : null);
    }

    private static ScriptCall PrepareCount(RedisKey counter, RedisKey other, int by, string note, string owner)
    {
        var call = new ScriptCall(Definitions.Count, keyCount: 2, argumentCount: 3);
        call.AddKey(counter, nameof(counter));
        call.AddKey(other, nameof(other));
        call.AddArgument(by, nameof(by));
        call.AddArgument(note, nameof(note));
        call.AddArgument(owner, nameof(owner));
        return call;
    }

    private static ScriptCall PrepareReset(RedisKey stock, long amount)
    {
        var call = new ScriptCall(Definitions.Reset, keyCount: 1, argumentCount: 1);
        call.AddKey(stock, nameof(stock));
        call.AddArgument(amount, nameof(amount));
        return call;
    }

    public static class Definitions
    {
        public static ScriptDefinition ReserveStock { get; } = Define(
            "ReserveStock",
            keyCount: 2,
            "(left: long, orderId: long?)",
            static () => """
                local left = tonumber(redis.call('GET', KEYS[1]) or '0')
                local quantity = tonumber(ARGV[1])
                if left < quantity then
                  return {left, false}
                end
                redis.call('EXPIRE', KEYS[2], ARGV[2])
                return {redis.call('DECRBY', KEYS[1], quantity), redis.call('INCR', KEYS[2])}

                """u8);

        public static ScriptDefinition Count { get; } = Define(
            "Count", keyCount: 2, "long", static () => "return redis.call('INCRBY', KEYS[1], ARGV[1])\n"u8);

        public static ScriptDefinition Reset { get; } = Define(
            "Reset", keyCount: 1, "ok", static () => "return redis.call('SET', KEYS[1], ARGV[1])\n"u8);

        private static ScriptDefinition Define(string name, int keyCount, string returns, ScriptText text) =>
            new(name, $"Scripts/Inventory/{name}.lua", Scripts.Sha1(text()), keyCount, returns, text);
    }
}
