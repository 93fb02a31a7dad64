using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace LuaGen.Benchmarks;

/// <summary>
/// Measures <c>luagen lsp</c> as an editor sees it, over its standard input and output: start to first diagnostics, edit to
/// diagnostics, completion, hover, memory. How busy the machine is shows the time beside it that <c>luac -p</c> takes for the same text.
/// </summary>
internal static class EditorBenchmark
{
    private const int Starts = 7;
    private const int Edits = 60;

    private const string Piece = """
        local value{0} = redis.call('GET', KEYS[1])
        if value{0} and tonumber(value{0}) > tonumber(ARGV[1]) then
          redis.call('SET', KEYS[1], ARGV[1], 'EX', 10)
        end
        """;

    /// <param name="program">The native program, or <c>luagen.dll</c>.</param>
    public static void Run(string program)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"{Path.GetFileName(program)}; {Starts} starts, {Edits} edits, each with its answers; milliseconds");
        Console.WriteLine($"{"",-30}{"60 lines: p50",14}{"p95",8}{"best",8}{"2,000: p50",14}{"p95",8}{"best",8}   targets");
        var (small, large) = (Measure(program, 60), Measure(program, 2000));
        Row(Compiler() is null ? "(luac is not on the PATH)" : "luac -p, for comparison", small.Luac, large.Luac, "");
        Row("start to first diagnostics", small.Start, large.Start, "250 at 60 lines");
        Row("edit to diagnostics", small.Edit, large.Edit, "p95 10 and 50");
        Row("completion", small.Completion, large.Completion, "p95 20");
        Row("hover", small.Hover, large.Hover, "");
        Console.WriteLine($"{"memory, MB",-30}{small.Memory,14:0}{"",16}{large.Memory,14:0}{"",16}   60");
    }

    private static void Row(string what, List<double> small, List<double> large, string target) => Console.WriteLine($"{what,-30}{Percentiles(small)}{Percentiles(large)}   {target}");

    private static string Percentiles(List<double> times)
    {
        times.Sort();
        return $"{times[times.Count / 2],14:0.00}{times[Math.Min(times.Count - 1, times.Count * 95 / 100)],8:0.00}{times[0],8:0.00}";
    }

    private static Figures Measure(string program, int lines)
    {
        var text = TextOf(lines);
        var figures = new Figures([], [], [], [], [.. Enumerable.Range(0, Starts).Select(_ => TimeOfLuac(text))]);
        for (var start = 0; start < Starts; start++)
        {
            var clock = Stopwatch.StartNew();
            using var client = new Client(program);
            client.Request("initialize", new JsonObject { ["capabilities"] = new JsonObject() });
            client.Notify("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Client.Uri, ["languageId"] = "lua", ["version"] = 1, ["text"] = text } });
            client.Diagnostics(1);
            figures.Start.Add(clock.Elapsed.TotalMilliseconds);
            if (start == Starts - 1)
            {
                MeasureEdits(client, text.Split('\n').Length - 1, figures);
            }
        }

        return figures;
    }

    private static void MeasureEdits(Client client, int lastLine, Figures figures)
    {
        // The first edits of a process that compiles as it runs are not those of a session.
        for (var edit = -10; edit < Edits; edit++)
        {
            var version = edit + 12;
            var clock = Stopwatch.StartNew();
            client.Edit(version, lastLine, edit == -10 ? "redis.call('SET', KEYS[1], '')\n" : " ");
            client.Diagnostics(version);
            Add(figures.Edit, clock, edit);

            clock.Restart();
            client.At("textDocument/completion", lastLine, 12 + Math.Max(0, version - 2));
            Add(figures.Completion, clock, edit);

            clock.Restart();
            client.At("textDocument/hover", 3, 7);
            Add(figures.Hover, clock, edit);
        }

        figures.Memory = client.Memory;
    }

    private static void Add(List<double> times, Stopwatch clock, int edit)
    {
        if (edit >= 0)
        {
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
    }

    private static string TextOf(int lines)
    {
        var text = new StringBuilder("-- KEYS[1] key\n-- ARGV[1] least: long\n-- RETURNS result\n");
        for (var i = 0; i * 5 < lines; i++)
        {
            // Lua allows 200 locals in a function.
            text.Append("do ").Append(Piece.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).Append("\nend\n");
        }

        return text.ToString();
    }

    private static double TimeOfLuac(string text)
    {
        if (Compiler() is not { } compiler)
        {
            return 0;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(compiler, ["-p", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.Write(text);
        process.StandardInput.Close();
        process.WaitForExit();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static string? Compiler() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "luac5.1"), Path.Combine(folder, "luac") })
        .FirstOrDefault(File.Exists);

    private sealed record Figures(List<double> Start, List<double> Edit, List<double> Completion, List<double> Hover, List<double> Luac)
    {
        public double Memory { get; set; }
    }

    /// <summary>The least that an editor does.</summary>
    private sealed class Client : IDisposable
    {
        public const string Uri = "file:///Scripts/Script.lua";

        private readonly Process _process;
        private int _id;

        public Client(string program)
        {
            var start = program.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", [program, "lsp"]) : new ProcessStartInfo(program, ["lsp"]);
            (start.RedirectStandardInput, start.RedirectStandardOutput, start.WorkingDirectory) = (true, true, Path.GetTempPath());
            _process = Process.Start(start)!;
        }

        public double Memory
        {
            get
            {
                _process.Refresh();
                return _process.WorkingSet64 / 1024.0 / 1024.0;
            }
        }

        public void Notify(string method, JsonNode parameters) => Write(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

        public void Request(string method, JsonNode parameters)
        {
            var id = ++_id;
            Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
            while ((int?)Read()["id"] != id)
            {
            }
        }

        public void At(string method, int line, int character) => Request(method, new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri },
            ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
        });

        public void Edit(int version, int line, string text)
        {
            JsonObject Place() => new() { ["line"] = line, ["character"] = 0 };
            Notify("textDocument/didChange", new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = Uri, ["version"] = version },
                ["contentChanges"] = new JsonArray(new JsonObject { ["range"] = new JsonObject { ["start"] = Place(), ["end"] = Place() }, ["text"] = text }),
            });
        }

        public void Diagnostics(int version)
        {
            while (Read() is var message && ((string?)message["method"] != "textDocument/publishDiagnostics" || (int?)message["params"]!["version"] != version))
            {
            }
        }

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }

        private void Write(JsonObject message)
        {
            var body = Encoding.UTF8.GetBytes(message.ToJsonString());
            var stream = _process.StandardInput.BaseStream;
            stream.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            stream.Write(body);
            stream.Flush();
        }

        private JsonNode Read()
        {
            var stream = _process.StandardOutput.BaseStream;
            var length = 0;
            for (var line = ReadLine(stream); line.Length > 0; line = ReadLine(stream))
            {
                length = int.Parse(line.AsSpan("Content-Length: ".Length), CultureInfo.InvariantCulture);
            }

            var body = new byte[length];
            stream.ReadExactly(body);
            return JsonNode.Parse(body)!;
        }

        private static string ReadLine(Stream stream)
        {
            var line = new StringBuilder();
            for (var c = stream.ReadByte(); c != '\n'; c = stream.ReadByte())
            {
                line.Append(c switch { -1 => throw new EndOfStreamException(), '\r' => "", _ => (char)c });
            }

            return line.ToString();
        }
    }
}
