using System.Collections.Concurrent;
using System.Text.Json;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer;

/// <summary>
/// Reads messages on a thread of its own, so that a cancellation reaches the request that is running, and hands them to the
/// server in order. While no message waits, the server does what can wait; a message interrupts it.
/// </summary>
internal sealed class MessageLoop(Stream input, LanguageServer server) : IDisposable
{
    private readonly BlockingCollection<IncomingMessage?> _messages = [];
    private readonly ConcurrentDictionary<string, IncomingMessage> _pending = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private CancellationTokenSource _idle = new();

    /// <summary>Runs until the client says <c>exit</c>, or closes the stream.</summary>
    public int Run()
    {
        var reader = new Thread(ReadAll) { IsBackground = true, Name = "luagen input" };
        reader.Start();
        while (!server.HasExited && Next() is { } message)
        {
            server.Handle(message);
            if (message.Id is { } id)
            {
                _pending.TryRemove(KeyOf(id), out _);
            }

            message.Dispose();
        }

        return server.ExitCode;
    }

    /// <summary>The thread that reads may still be waiting for input, so what it uses stays as it is.</summary>
    public void Dispose() => _idle.Dispose();

    private IncomingMessage? Next()
    {
        while (true)
        {
            if (_messages.TryTake(out var message))
            {
                return message;
            }

            if (!server.HasIdleWork)
            {
                return _messages.Take();
            }

            server.WorkWhileIdle(IdleToken());
        }
    }

    private CancellationToken IdleToken()
    {
        lock (_lock)
        {
            if (_idle.IsCancellationRequested)
            {
                _idle.Dispose();
                _idle = new CancellationTokenSource();
            }

            // A message that came before the token was renewed must interrupt too.
            if (_messages.Count > 0)
            {
                _idle.Cancel();
            }

            return _idle.Token;
        }
    }

    private void ReadAll()
    {
        var reader = new FramedReader(input);
        while (true)
        {
            try
            {
                if (reader.Read() is not { } body)
                {
                    break;
                }

                Add(IncomingMessage.Parse(body));
            }
            catch (MalformedMessageException exception)
            {
                server.HandleMalformed(exception.Message);
            }
            catch (IOException)
            {
                break;
            }
        }

        _messages.Add(null);
    }

    private void Add(IncomingMessage message)
    {
        if (message.Method == "$/cancelRequest")
        {
            if (message.Parameters.ValueKind == JsonValueKind.Object && message.Parameters.TryGetProperty("id", out var cancelled) && _pending.TryGetValue(KeyOf(cancelled), out var request))
            {
                Cancel(request);
            }

            message.Dispose();
            return;
        }

        if (message.IsRequest)
        {
            _pending[KeyOf(message.Id!.Value)] = message;
        }

        _messages.Add(message);
        lock (_lock)
        {
            if (!server.HasExited)
            {
                _idle.Cancel();
            }
        }
    }

    private static void Cancel(IncomingMessage request)
    {
        try
        {
            request.Cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just been answered.
        }
    }

    private static string KeyOf(JsonElement id) => id.GetRawText();
}
