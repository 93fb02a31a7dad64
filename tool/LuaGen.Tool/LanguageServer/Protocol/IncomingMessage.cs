using System.Text.Json;

namespace LuaGen.Tool.LanguageServer.Protocol;

/// <summary>A message of the client: a request if it has an id, else a notification, or the response to a request of the server's own.</summary>
/// <param name="Id">The id of a request or response.</param>
/// <param name="Method">The method; <see langword="null"/> for a response.</param>
/// <param name="Parameters">The parameters; undefined if there are none.</param>
internal sealed record IncomingMessage(JsonElement? Id, string? Method, JsonElement Parameters) : IDisposable
{
    private JsonDocument? _document;

    /// <summary>Cancels the request.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    public bool IsRequest => Id is not null && Method is not null;

    /// <exception cref="MalformedMessageException">The bytes are not JSON, or not a message.</exception>
    public static IncomingMessage Parse(byte[] body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException exception)
        {
            throw new MalformedMessageException("not valid JSON: " + exception.Message);
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedMessageException("not an object: batches are not part of the protocol");
        }

        var root = document.RootElement;
        JsonElement? id = root.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.Number or JsonValueKind.String ? given : null;
        var method = root.TryGetProperty("method", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        return new IncomingMessage(id, method, root.TryGetProperty("params", out var parameters) ? parameters : default) { _document = document };
    }

    public void Dispose()
    {
        _document?.Dispose();
        Cancellation.Dispose();
    }
}
