using System.Buffers;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// <c>Execute</c>, which every client has. The client keeps the words to write them when it likes, and gives the reply as
/// a tree, which is written out as RESP so that it is read like any other reply.
/// </summary>
internal sealed class GeneralTransport : ScriptTransport
{
    public static readonly GeneralTransport Instance = new();

    private GeneralTransport()
    {
    }

    public override Task SendAsync(IDatabaseAsync database, string command, ReadOnlySpan<RespArgument> words, CommandFlags flags) =>
        database.ExecuteAsync(command, Objects(words), flags);

    public override ScriptResult Send(IDatabase database, string command, ReadOnlySpan<RespArgument> words, CommandFlags flags) =>
        Written(database.Execute(command, Objects(words), flags));

    public override ScriptResult ResultOf(Task sent) => Written(((Task<RedisResult>)sent).GetAwaiter().GetResult());

    public override RespReader Read(ScriptResult result)
    {
        var reader = new RespReader(((byte[])result.Reply!).AsSpan(0, result.Length));
        reader.TryMoveNext();
        return reader;
    }

    public override void Release(ScriptResult result)
    {
        if (result.Reply is byte[] written)
        {
            // Cleared, as far as it was used: the pool must not keep what a script replied.
            written.AsSpan(0, result.Length).Clear();
            ArrayPool<byte>.Shared.Return(written);
        }
    }

    // To fire-and-forget the client gives no reply at all.
    private ScriptResult Written(RedisResult? reply)
    {
        if (reply is null)
        {
            return default;
        }

        var writer = new RespWriter();
        writer.Write(reply);
        return new ScriptResult(this, writer.Buffer, writer.Length);
    }

    private static object[] Objects(ReadOnlySpan<RespArgument> words)
    {
        var objects = new object[words.Length];
        for (var i = 0; i < objects.Length; i++)
        {
            // A value's own box is a string, an array or a shared number wherever it can be.
            objects[i] = words[i].IsKey ? words[i].Key : words[i].Value.Box()!;
        }

        return objects;
    }
}
