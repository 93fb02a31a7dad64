extern alias leasing;

using System.Buffers;
using System.Runtime.CompilerServices;
using StackExchange.Redis;
using Client = leasing::StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// <c>ExecuteResp</c>: the client renders the words before it returns, and leases the bytes of the reply. It is compiled
/// against a newer client than the rest, so nothing outside its method bodies names a type of that client: where the
/// loaded one lacks them, reflection over this assembly still works. At run time both clients are the one that is loaded,
/// which is why their types may be taken for each other.
/// </summary>
internal sealed class LeasedTransport : ScriptTransport
{
    public override Task SendAsync(IDatabaseAsync database, string command, ReadOnlySpan<RespArgument> words, CommandFlags flags)
    {
        var rendered = Render(words);
        try
        {
            return Unsafe.As<Client::IDatabaseAsync>(database).ExecuteRespAsync(command, rendered.AsMemory(0, words.Length), (Client::CommandFlags)flags);
        }
        finally
        {
            Return(rendered);
        }
    }

    public override ScriptResult Send(IDatabase database, string command, ReadOnlySpan<RespArgument> words, CommandFlags flags)
    {
        var rendered = Render(words);
        try
        {
            return new(this, Unsafe.As<Client::IDatabase>(database).ExecuteResp(command, rendered.AsMemory(0, words.Length), (Client::CommandFlags)flags));
        }
        finally
        {
            Return(rendered);
        }
    }

    public override ScriptResult ResultOf(Task sent) => new(this, ((Task<Client::RespResult>)sent).GetAwaiter().GetResult());

    public override RespReader Read(ScriptResult result)
    {
        var leased = ((Client::RespResult)result.Reply!).Read();
        var prefix = (RespKind)leased.Prefix;
        var count = leased.IsAggregate && !leased.IsNull ? leased.AggregateLength() : 0;
        if (leased.TryGetRawSpan(out var rest))
        {
            return new RespReader(prefix, leased.IsNull, count, rest);
        }

        // A reply in several pieces; the client leases one buffer today.
        var copy = new byte[leased.ProtocolBytesRemaining];
        return new RespReader(prefix, leased.IsNull, count, copy.AsSpan(0, leased.CopyRawTo(copy)));
    }

    public override void Release(ScriptResult result) => ((IDisposable?)result.Reply)?.Dispose();

    private static Client::RedisKeyOrValue[] Render(ReadOnlySpan<RespArgument> words)
    {
        var rendered = ArrayPool<Client::RedisKeyOrValue>.Shared.Rent(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].IsKey)
            {
                var key = words[i].Key;
                rendered[i] = Unsafe.As<RedisKey, Client::RedisKey>(ref key);
            }
            else
            {
                var value = words[i].Value;
                rendered[i] = Unsafe.As<RedisValue, Client::RedisValue>(ref value);
            }
        }

        return rendered;
    }

    // Cleared: the pool must not keep keys and arguments alive.
    private static void Return(Client::RedisKeyOrValue[] rendered) => ArrayPool<Client::RedisKeyOrValue>.Shared.Return(rendered, clearArray: true);
}
