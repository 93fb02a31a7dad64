using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace LuaGen.Language.Tests.Syntax.Differential;

/// <summary>Gets a server's verdict on many scripts with pipelined SCRIPT LOAD commands.</summary>
internal sealed partial class ScriptLoader : IDisposable
{
    private const int BatchSize = 200;

    private readonly TcpClient _client;
    private readonly BufferedStream _stream;

    public ScriptLoader(string connectionString)
    {
        var endPoint = connectionString.Split(',')[0].Split(':');
        _client = new TcpClient(endPoint[0], int.Parse(endPoint[1], CultureInfo.InvariantCulture)) { NoDelay = true };
        _stream = new BufferedStream(_client.GetStream(), 1 << 16);
    }

    /// <summary>The server's verdict on each script, which is sent as LuaGen sends it.</summary>
    public List<Verdict> Load(IEnumerable<string> scripts)
    {
        var verdicts = new List<Verdict>();
        foreach (var batch in scripts.Chunk(BatchSize))
        {
            foreach (var script in batch)
            {
                Send("SCRIPT"u8, "LOAD"u8, Encoding.UTF8.GetBytes(LuaGen.Language.Text.ScriptText.Normalize(script)));
            }

            Send("SCRIPT"u8, "FLUSH"u8);
            _stream.Flush();
            verdicts.AddRange(batch.Select(_ => ReadVerdict()));
            Assert.Equal("+OK", ReadLine());
        }

        return verdicts;
    }

    /// <summary>The server's name and version, for a report.</summary>
    public string Describe()
    {
        Send("INFO"u8, "server"u8);
        _stream.Flush();
        var header = ReadLine();
        var info = new byte[int.Parse(header[1..], CultureInfo.InvariantCulture) + 2];
        _stream.ReadExactly(info);
        return string.Join(' ', Encoding.UTF8.GetString(info).Split("\r\n").Where(line => line.Contains("_version:", StringComparison.Ordinal) && !line.StartsWith("gcc", StringComparison.Ordinal)));
    }

    public void Dispose() => _client.Dispose();

    private Verdict ReadVerdict()
    {
        var line = ReadLine();
        if (line[0] == '$')
        {
            _ = ReadLine();
            return new Verdict(true, null, "");
        }

        var match = LineOfError().Match(line);
        return new Verdict(false, match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null, line);
    }

    [GeneratedRegex(@"user_script:(\d+): ")]
    private static partial Regex LineOfError();

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (int c; (c = _stream.ReadByte()) != '\n';)
        {
            Assert.True(c >= 0, "the server closed the connection");
            line.Append((char)c);
        }

        return line.ToString().TrimEnd('\r');
    }

    private void Send(params ReadOnlySpan<byte[]> words)
    {
        _stream.Write(Encoding.ASCII.GetBytes($"*{words.Length}\r\n"));
        foreach (var word in words)
        {
            _stream.Write(Encoding.ASCII.GetBytes($"${word.Length}\r\n"));
            _stream.Write(word);
            _stream.Write("\r\n"u8);
        }
    }

    private void Send(ReadOnlySpan<byte> command, ReadOnlySpan<byte> subcommand, byte[]? argument = null)
    {
        if (argument is null)
        {
            Send([command.ToArray(), subcommand.ToArray()]);
        }
        else
        {
            Send([command.ToArray(), subcommand.ToArray(), argument]);
        }
    }
}
