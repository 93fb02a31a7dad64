extern alias leasing;

using System.Buffers;
using System.Runtime.CompilerServices;
using StackExchange.Redis;
using Client = leasing::StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Sends with <c>ExecuteResp</c>: the client serializes the arguments before it returns, and leases the bytes of the reply.
/// This class is compiled against a newer client than the rest. Types of that client are named only in method bodies, so that
/// reflection over this assembly also works if the loaded client does not have them. At run time both references resolve to
/// the loaded client, so a value of one can be reinterpreted as the same type of the other.
/// </summary>
internal sealed class LeasedTransport : ScriptTransport
{
    public override Task SendTextAsync(IDatabaseAsync database, in ScriptCall call, CommandFlags flags) =>
        SendAsync(database, call.Definition.TextCommand, call.ByText(), flags);

    public override Task SendSha1Async(IDatabaseAsync database, in ScriptCall call, CommandFlags flags) =>
        SendAsync(database, call.Script.Sha1Command, call.BySha1(), flags);

    public override ScriptResult SendText(IDatabase database, in ScriptCall call, CommandFlags flags) =>
        LateSignal.MayArrive ? base.SendText(database, call, flags) : Send(database, call.Definition.TextCommand, call.ByText(), flags);

    public override ScriptResult SendSha1(IDatabase database, in ScriptCall call, CommandFlags flags) =>
        LateSignal.MayArrive ? base.SendSha1(database, call, flags) : Send(database, call.Script.Sha1Command, call.BySha1(), flags);

    // The type of the last database of the client; a cache, because to ask for the assembly of a type takes longer.
    private static Type? s_clientType;

#pragma warning disable CA1859 // A signature must not name the type of the reply, which an older client does not have.
    private static Task SendAsync(IDatabaseAsync database, string command, ReadOnlySpan<RespArgument> words, CommandFlags flags)
    {
        if (database.GetType() != s_clientType && !IsOfClient(database.GetType()))
        {
            var own = new Client::RedisKeyOrValue[words.Length];
            Render(words, own);
            return Unsafe.As<Client::IDatabaseAsync>(database).ExecuteRespAsync(command, own, (Client::CommandFlags)flags);
        }

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
#pragma warning restore CA1859

    // The client's databases have read the arguments when they return. Others, such as one that repeats a call after an error, may
    // read them until their task completes; in a rented array they would then find the arguments of another call.
    private static bool IsOfClient(Type database)
    {
        if (database.Assembly != typeof(IDatabaseAsync).Assembly)
        {
            return false;
        }

        s_clientType = database;
        return true;
    }

    private ScriptResult Send(IDatabase database, string command, ReadOnlySpan<RespArgument> words, CommandFlags flags)
    {
        var rendered = Render(words);
        try
        {
            return new(this, Unsafe.As<Client::IDatabase>(database).ExecuteResp(command, rendered.AsMemory(0, words.Length), (Client::CommandFlags)flags));
        }
        catch
        {
            LateSignal.Expect();
            throw;
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

        // For a reply in several segments; client 3.4 leases one buffer.
        var copy = new byte[leased.ProtocolBytesRemaining];
        return new RespReader(prefix, leased.IsNull, count, copy.AsSpan(0, leased.CopyRawTo(copy)));
    }

    public override void Release(ScriptResult result) => ((IDisposable?)result.Reply)?.Dispose();

    private static Client::RedisKeyOrValue[] Render(ReadOnlySpan<RespArgument> words)
    {
        var rendered = ArrayPool<Client::RedisKeyOrValue>.Shared.Rent(words.Length);
        Render(words, rendered);
        return rendered;
    }

    private static void Render(ReadOnlySpan<RespArgument> words, Client::RedisKeyOrValue[] rendered)
    {
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
    }

    // Cleared, so that the pool does not keep keys and arguments alive.
    private static void Return(Client::RedisKeyOrValue[] rendered) => ArrayPool<Client::RedisKeyOrValue>.Shared.Return(rendered, clearArray: true);
}
