using System.Text.Json;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Diagnostics;

/// <summary>The same diagnostics for a client that asks for them.</summary>
internal sealed class DiagnosticsRequest : IRequestHandler
{
    public Action<Utf8JsonWriter>? Handle(Workspace workspace, JsonElement parameters, CancellationToken cancellationToken)
    {
        var document = workspace.Find(Parameters.Read(parameters, LspJson.Default.DocumentParams).TextDocument.Uri);
        var report = new DiagnosticReport(DiagnosticsFeature.Of(workspace, document, cancellationToken));
        return writer => JsonSerializer.Serialize(writer, report, LspJson.Default.DiagnosticReport);
    }
}
