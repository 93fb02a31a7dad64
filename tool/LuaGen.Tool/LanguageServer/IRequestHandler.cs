using System.Text.Json;

namespace LuaGen.Tool.LanguageServer;

/// <summary>Answers one kind of request.</summary>
internal interface IRequestHandler
{
    /// <summary>Computes the result; <see langword="null"/> if there is none.</summary>
    public Action<Utf8JsonWriter>? Handle(Workspace workspace, JsonElement parameters, CancellationToken cancellationToken);
}
