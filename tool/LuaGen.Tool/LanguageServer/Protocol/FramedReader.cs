using System.Globalization;
using System.Text;

namespace LuaGen.Tool.LanguageServer.Protocol;

/// <summary>Reads messages from a stream: header lines, an empty line, and as many bytes as <c>Content-Length</c> says.</summary>
internal sealed class FramedReader(Stream stream)
{
    /// <summary>A longer message is not sent by any editor; its length is more likely wrong.</summary>
    private const int MaxLength = 256 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>The bytes of the next message; <see langword="null"/> at the end of the stream.</summary>
    /// <exception cref="MalformedMessageException">The header gives no length; the stream is after it.</exception>
    public byte[]? Read()
    {
        int? length = null;
        var hasHeader = false;
        while (ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                hasHeader = true;
                length = LengthOf(line) ?? length;
            }
            else if (length is { } known)
            {
                return ReadBody(known);
            }
            else if (hasHeader)
            {
                throw new MalformedMessageException("the header has no valid Content-Length");
            }
        }

        return null;
    }

    private static int? LengthOf(string line)
    {
        const string Name = "Content-Length:";
        return line.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(line.AsSpan(Name.Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var length)
            && length <= MaxLength
                ? length
                : null;
    }

    private byte[]? ReadBody(int length)
    {
        var body = new byte[length];
        var filled = Math.Min(length, _end - _start);
        _buffer.AsSpan(_start, filled).CopyTo(body);
        _start += filled;
        while (filled < length)
        {
            var read = stream.Read(body, filled, length - filled);
            if (read == 0)
            {
                return null;
            }

            filled += read;
        }

        return body;
    }

    /// <summary>A line without its end; <see langword="null"/> at the end of the stream.</summary>
    private string? ReadLine()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, stream.Read(_buffer, 0, _buffer.Length));
                if (_end == 0)
                {
                    return null;
                }
            }

            var c = (char)_buffer[_start++];
            if (c == '\n')
            {
                return line.ToString();
            }

            if (c != '\r' && line.Length < 1024)
            {
                line.Append(c);
            }
        }
    }
}
