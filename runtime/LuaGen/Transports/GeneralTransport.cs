using System.Buffers;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Sends with methods that every version of the client has: the text with <c>Execute</c>, the SHA-1 with <c>ScriptEvaluate</c>,
/// which costs the client less. The client keeps the arguments until it writes them, and returns the reply as a tree, which is
/// serialized to RESP so that one reader reads the replies of both transports.
/// </summary>
internal sealed class GeneralTransport : ScriptTransport
{
    public static readonly GeneralTransport Instance = new();

    private GeneralTransport()
    {
    }

    public override Task SendTextAsync(IDatabaseAsync database, in ScriptCall call, CommandFlags flags) =>
        database.ExecuteAsync(call.Definition.TextCommand, Objects(call.ByText()), flags);

    // The client's read-only methods send EVALSHA before 3.2, so EVALSHA_RO is sent with Execute.
    public override Task SendSha1Async(IDatabaseAsync database, in ScriptCall call, CommandFlags flags) => call.Script.IsReadOnly
        ? database.ExecuteAsync(call.Script.Sha1Command, Objects(call.BySha1()), flags)
        : database.ScriptEvaluateAsync(call.Script.Sha1Bytes, call.Keys(), call.Arguments(), flags);

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
            // The used part is cleared, so that the pool does not keep data of a reply.
            written.AsSpan(0, result.Length).Clear();
            ArrayPool<byte>.Shared.Return(written);
        }
    }

    // The client returns null for a fire-and-forget call.
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
            // Box returns the string or array of a value, or a shared box of a small number, where possible.
            objects[i] = words[i].IsKey ? words[i].Key : words[i].Value.Box()!;
        }

        return objects;
    }
}
