using System.Buffers;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Sends with <c>Execute</c>, which every version of the client has. The client keeps the arguments until it writes them, and
/// returns the reply as a tree, which is serialized to RESP so that one reader reads the replies of both transports.
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
