using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LuaGen.Tool.LanguageServer.Protocol;

/// <summary>Writes messages to a stream.</summary>
internal sealed class FramedWriter(Stream stream)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Lock _lock = new();

    public void WriteResult(JsonElement id, Action<Utf8JsonWriter>? result) => Write(writer =>
    {
        WriteId(writer, id);
        writer.WritePropertyName("result");
        if (result is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            result(writer);
        }
    });

    /// <param name="id">The request; <see langword="null"/> if it is not known which one it is.</param>
    /// <param name="code">One of <see cref="ErrorCode"/>.</param>
    /// <param name="message">Why the request has no result.</param>
    public void WriteError(JsonElement? id, int code, string message) => Write(writer =>
    {
        WriteId(writer, id);
        writer.WriteStartObject("error");
        writer.WriteNumber("code", code);
        writer.WriteString("message", message);
        writer.WriteEndObject();
    });

    public void WriteNotification<T>(string method, T parameters, JsonTypeInfo<T> type) => Write(writer => WriteCall(writer, method, parameters, type));

    public void WriteRequest<T>(int id, string method, T parameters, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WriteNumber("id", id);
        WriteCall(writer, method, parameters, type);
    });

    private static void WriteCall<T>(Utf8JsonWriter writer, string method, T parameters, JsonTypeInfo<T> type)
    {
        writer.WriteString("method", method);
        writer.WritePropertyName("params");
        JsonSerializer.Serialize(writer, parameters, type);
    }

    private static void WriteId(Utf8JsonWriter writer, JsonElement? id)
    {
        writer.WritePropertyName("id");
        if (id is { } known)
        {
            known.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private void Write(Action<Utf8JsonWriter> content)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(body, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc", "2.0");
            content(writer);
            writer.WriteEndObject();
        }

        lock (_lock)
        {
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.WrittenCount}\r\n\r\n")));
            stream.Write(body.WrittenSpan);
            stream.Flush();
        }
    }
}
