using System.Buffers;
using System.Globalization;
using System.Text;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Writes a tree of the client as RESP3, so that it can be read like any other reply. Only calls that met an <c>ASK</c>
/// come here.
/// </summary>
internal static class RespText
{
    public static byte[] Of(RedisResult result)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(bytes, result);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> bytes, RedisResult result)
    {
        if (result.IsNull)
        {
            bytes.Write("_\r\n"u8);
            return;
        }

        switch (result.Resp3Type)
        {
            case ResultType.Array or ResultType.Set or ResultType.Push:
                WriteAll(bytes, result.Resp3Type == ResultType.Set ? '~' : '*', result.Length, result);
                break;
            case ResultType.Map:
                WriteAll(bytes, '%', result.Length / 2, result);
                break;
            case ResultType.Boolean:
                bytes.Write((bool)result ? "#t\r\n"u8 : "#f\r\n"u8);
                break;
            case ResultType.Integer:
                WriteLine(bytes, ':', (string)result!);
                break;
            case ResultType.Double:
                WriteLine(bytes, ',', (string)result!);
                break;
            case ResultType.BigInteger:
                WriteLine(bytes, '(', (string)result!);
                break;
            case ResultType.SimpleString:
                WriteLine(bytes, '+', (string)result!);
                break;
            case ResultType.Error or ResultType.BlobError:
                WriteLine(bytes, '-', result.ToString());
                break;
            default:
                var value = (byte[])result!;
                WriteLine(bytes, '$', Count(value.Length));
                bytes.Write(value);
                bytes.Write("\r\n"u8);
                break;
        }
    }

    private static void WriteAll(ArrayBufferWriter<byte> bytes, char prefix, int count, RedisResult items)
    {
        WriteLine(bytes, prefix, Count(count));
        for (var i = 0; i < items.Length; i++)
        {
            Write(bytes, items[i]);
        }
    }

    private static void WriteLine(ArrayBufferWriter<byte> bytes, char prefix, string text)
    {
        bytes.Write([(byte)prefix]);
        Encoding.UTF8.GetBytes(text, bytes);
        bytes.Write("\r\n"u8);
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
