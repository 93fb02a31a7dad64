using System.Buffers;
using System.Buffers.Text;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>Serializes a result tree of the client to RESP3 in a rented buffer, which the caller returns.</summary>
internal struct RespWriter()
{
    private const int LongestHeader = 24;

    public byte[] Buffer { get; private set; } = ArrayPool<byte>.Shared.Rent(256);

    public int Length { get; private set; }

    public void Write(RedisResult result)
    {
        if (result.IsNull)
        {
            WriteLine('_', default);
            return;
        }

        switch (result.Resp3Type)
        {
            case ResultType.Array or ResultType.Set or ResultType.Push:
                WriteAll(result.Resp3Type == ResultType.Set ? '~' : '*', result.Length, result);
                break;
            case ResultType.Map:
                WriteAll('%', result.Length / 2, result);
                break;
            case ResultType.Boolean:
                WriteLine('#', (RedisValue)((bool)result ? "t" : "f"));
                break;
            case ResultType.Integer:
                WriteHeader(':', (long)result);
                break;
            case ResultType.Double:
                WriteLine(',', (RedisValue)result);
                break;
            case ResultType.BigInteger:
                WriteLine('(', (RedisValue)result);
                break;
            case ResultType.SimpleString:
                WriteLine('+', (RedisValue)result);
                break;
            case ResultType.Error or ResultType.BlobError:
                WriteLine('-', (RedisValue)result.ToString());
                break;
            default:
                // The client keeps the "txt:" prefix of a verbatim string.
                WriteBulk(result.Resp3Type == ResultType.VerbatimString ? '=' : '$', (RedisValue)result);
                break;
        }
    }

    private void WriteAll(char prefix, int count, RedisResult items)
    {
        WriteHeader(prefix, count);
        for (var i = 0; i < items.Length; i++)
        {
            Write(items[i]);
        }
    }

    private void WriteBulk(char prefix, ReadOnlyMemory<byte> bytes)
    {
        WriteHeader(prefix, bytes.Length);
        bytes.Span.CopyTo(Reserve(bytes.Length + 2));
        Length += bytes.Length;
        EndLine();
    }

    private void WriteHeader(char prefix, long number)
    {
        var line = Reserve(LongestHeader);
        line[0] = (byte)prefix;
        Utf8Formatter.TryFormat(number, line[1..], out var written);
        Length += 1 + written;
        EndLine();
    }

    private void WriteLine(char prefix, ReadOnlyMemory<byte> text)
    {
        var line = Reserve(1 + text.Length + 2);
        line[0] = (byte)prefix;
        text.Span.CopyTo(line[1..]);
        Length += 1 + text.Length;
        EndLine();
    }

    // The callers of Reserve include these two bytes.
    private void EndLine()
    {
        Buffer[Length] = (byte)'\r';
        Buffer[Length + 1] = (byte)'\n';
        Length += 2;
    }

    private Span<byte> Reserve(int count)
    {
        if (Buffer.Length - Length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + count, 2 * Buffer.Length));
            Buffer.AsSpan(0, Length).CopyTo(larger);
            Buffer.AsSpan(0, Length).Clear();
            ArrayPool<byte>.Shared.Return(Buffer);
            Buffer = larger;
        }

        return Buffer.AsSpan(Length);
    }
}
