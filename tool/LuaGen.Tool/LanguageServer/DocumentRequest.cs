using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer;

/// <summary>A request about one document.</summary>
/// <param name="parametersType">How its parameters are read.</param>
/// <param name="resultType">How its result is written.</param>
/// <param name="answer">The feature.</param>
internal sealed class DocumentRequest<TParameters, TResult>(
    JsonTypeInfo<TParameters> parametersType, JsonTypeInfo<TResult> resultType, Func<ScriptView, TParameters, CancellationToken, TResult?> answer) : IRequestHandler
    where TParameters : class, IDocumentParams
    where TResult : class
{
    public DocumentRequest(JsonTypeInfo<TParameters> parametersType, JsonTypeInfo<TResult> resultType, Func<ScriptView, TParameters, TResult?> answer)
        : this(parametersType, resultType, (view, parameters, _) => answer(view, parameters))
    {
    }

    public Action<Utf8JsonWriter>? Handle(Workspace workspace, JsonElement parameters, CancellationToken cancellationToken)
    {
        var read = Parameters.Read(parameters, parametersType);
        var view = workspace.ViewOf(workspace.Find(read.TextDocument.Uri), cancellationToken);

        // A file that is neither a Redis script nor a part of one belongs to another language server.
        var result = view.Analysis.IsForRedis || view.Checked.IsForRedis || view.Checked.IsFragment ? answer(view, read, cancellationToken) : null;
        return result is null ? null : writer => JsonSerializer.Serialize(writer, result, resultType);
    }
}
