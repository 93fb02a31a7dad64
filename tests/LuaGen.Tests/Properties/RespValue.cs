using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LuaGen.Tests.Properties;

/// <summary>A raw RESP reply, which the oracle parses without the client.</summary>
/// <param name="Kind">The RESP type byte.</param>
/// <param name="Text">The text of a scalar, one Latin-1 character per byte.</param>
/// <param name="Items">The elements of an aggregate; for a map, alternating keys and values.</param>
internal sealed record RespValue(char Kind, string? Text, RespValue[]? Items)
{
    public bool IsNil => Kind == '_' || (Text is null && Items is null);

    public bool IsError => Kind is '-' or '!';

    /// <summary>Whether the reply is a number or a text, from which the design reads strings and numbers.</summary>
    public bool IsScalar => Kind is ':' or '$' or '+' or ',' or '(' && !IsNil;

    /// <summary>Whether the reply is an array, the only aggregate that is ordered and does not consist of pairs.</summary>
    public bool IsArray => Kind == '*' && !IsNil;

    public bool HasError => IsError || (Items?.Any(item => item.HasError) ?? false);

    public override string ToString() => Items is null ? $"{Kind}{Text}" : $"{Kind}[{string.Join(' ', Items.Select(item => item.ToString()))}]";
}

/// <summary>Speaks RESP over its own socket, so that replies are the server's, without any interpretation by a client.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpClient _client;
    private readonly BufferedStream _stream;

    public RawServer(string address, int protocol)
    {
        var colon = address.LastIndexOf(':');
        _client = new TcpClient(address[..colon], int.Parse(address[(colon + 1)..].Split(',')[0], CultureInfo.InvariantCulture));
        _stream = new BufferedStream(_client.GetStream());
        Send("HELLO", protocol.ToString(CultureInfo.InvariantCulture));
    }

    public RespValue Send(params string[] words)
    {
        var command = new StringBuilder($"*{words.Length}\r\n");
        foreach (var word in words)
        {
            command.Append(CultureInfo.InvariantCulture, $"${word.Length}\r\n{word}\r\n");
        }

        _stream.Write(Encoding.Latin1.GetBytes(command.ToString()));
        _stream.Flush();
        return Read();
    }

    public void Dispose() => _client.Dispose();

    private RespValue Read()
    {
        var line = ReadLine();
        var rest = line[1..];
        switch (line[0])
        {
            case '$' or '!' or '=':
                var length = int.Parse(rest, CultureInfo.InvariantCulture);
                var text = length < 0 ? null : ReadText(length);
                // The "txt:" prefix is the format of a verbatim string and not part of its text.
                return new RespValue(line[0], line[0] == '=' ? text![4..] : text, null);
            case '*' or '~' or '%':
                var count = int.Parse(rest, CultureInfo.InvariantCulture) * (line[0] == '%' ? 2 : 1);
                return new RespValue(line[0], null, count < 0 ? null : [.. Enumerable.Range(0, count).Select(_ => Read())]);
            case '_':
                return new RespValue('_', null, null);
            default:
                return new RespValue(line[0], rest, null);
        }
    }

    private string ReadText(int length)
    {
        var bytes = new byte[length + 2];
        _stream.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes, 0, length);
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (var octet = _stream.ReadByte(); octet != '\r'; octet = _stream.ReadByte())
        {
            line.Append(octet < 0 ? throw new EndOfStreamException() : (char)octet);
        }

        _stream.ReadByte();
        return line.ToString();
    }
}
