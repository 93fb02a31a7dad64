using System.Text.Json;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Features;
using LuaGen.Tool.LanguageServer.Features.Diagnostics;
using LuaGen.Tool.LanguageServer.Features.SemanticTokens;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer;

/// <summary>Handles messages, one at a time; only their reading and the cancellation of requests happen beside it.</summary>
internal sealed class LanguageServer
{
    private const int Warning = 2;

    private readonly FramedWriter _output;
    private readonly Workspace _workspace;
    private bool _watchesFiles;
    private State _state = State.New;

    public LanguageServer(Stream output, string directory)
    {
        _output = new FramedWriter(output);
        _workspace = new Workspace(directory);
        _workspace.Settings.OnProblem = problem => _output.WriteNotification("window/showMessage", new MessageParams(Warning, "luagen: " + problem), LspJson.Default.MessageParams);
    }

    private enum State
    {
        New,
        Running,
        ShutDown,
        Exited,
    }

    public bool HasExited => _state == State.Exited;

    /// <summary>What the process returns: 0 after an orderly end.</summary>
    public int ExitCode { get; private set; } = 1;

    /// <summary>Whether there is work that no message asks for.</summary>
    public bool HasIdleWork => _state == State.Running && (_workspace.Documents.Any(document => document.IsDirty) || _workspace.HasIdleWork);

    /// <summary>Handles a message. Whatever goes wrong costs this message alone.</summary>
    public void Handle(IncomingMessage message)
    {
        if (message.Method is not { } method)
        {
            return;
        }

        try
        {
            message.Cancellation.Token.ThrowIfCancellationRequested();
            if (message.IsRequest)
            {
                _output.WriteResult(message.Id!.Value, Answer(method, message.Parameters, message.Cancellation.Token));
            }
            else
            {
                Note(method, message.Parameters);
            }
        }
        catch (Exception exception) when (!message.IsRequest)
        {
            _output.WriteNotification("window/logMessage", new MessageParams(Warning, $"{method}: {exception.Message}"), LspJson.Default.MessageParams);
        }
        catch (OperationCanceledException)
        {
            _output.WriteError(message.Id, ErrorCode.RequestCancelled, "cancelled");
        }
        catch (RequestException exception)
        {
            _output.WriteError(message.Id, exception.Code, exception.Message);
        }
#pragma warning disable CA1031 // A defect in one feature must not end the editor's session.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _output.WriteError(message.Id, ErrorCode.InternalError, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Reports bytes that are not a message.</summary>
    public void HandleMalformed(string problem) => _output.WriteError(id: null, ErrorCode.ParseError, problem);

    /// <summary>Publishes the diagnostics of one document, or does another piece of the work that can wait.</summary>
    public void WorkWhileIdle(CancellationToken cancellationToken)
    {
        try
        {
            if (_workspace.Documents.FirstOrDefault(document => document.IsDirty) is { } document)
            {
                Publish(document, cancellationToken);
            }
            else
            {
                _workspace.WorkWhileIdle(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // A message has come; the work is still there.
        }
    }

    private void Publish(OpenDocument document, CancellationToken cancellationToken)
    {
        var diagnostics = DiagnosticsFeature.Of(_workspace, document, cancellationToken);
        document.IsDirty = false;
        _output.WriteNotification("textDocument/publishDiagnostics", new PublishDiagnosticsParams(document.Uri, document.Version, diagnostics), LspJson.Default.PublishDiagnosticsParams);
    }

    private Action<Utf8JsonWriter>? Answer(string method, JsonElement parameters, CancellationToken cancellationToken)
    {
        switch (_state, method)
        {
            case (State.New, "initialize"):
                return Initialize(Parameters.Read(parameters, LspJson.Default.InitializeParams));
            case (State.New, _):
                throw new RequestException(ErrorCode.ServerNotInitialized, "send 'initialize' first");
            case (State.Running, "shutdown"):
                _state = State.ShutDown;
                return null;
            case (State.Running, not "initialize"):
                return RequestTable.Find(method) is { } handler
                    ? handler.Handle(_workspace, parameters, cancellationToken)
                    : throw new RequestException(ErrorCode.MethodNotFound, $"'{method}' is not supported");
            default:
                throw new RequestException(ErrorCode.InvalidRequest, $"'{method}' is not expected now");
        }
    }

    private Action<Utf8JsonWriter> Initialize(InitializeParams parameters)
    {
        _state = State.Running;
        _watchesFiles = parameters.Capabilities?.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true;
        var result = new InitializeResult(new ServerCapabilities { SemanticTokensProvider = SemanticTokensFeature.Options }, new ServerInfo("luagen", ToolVersion.Text));
        return writer => JsonSerializer.Serialize(writer, result, LspJson.Default.InitializeResult);
    }

    private void Note(string method, JsonElement parameters)
    {
        switch (method)
        {
            case "exit":
                ExitCode = _state == State.ShutDown ? 0 : 1;
                _state = State.Exited;
                break;
            case "initialized" when _watchesFiles:
                var watchers = new WatchOptions([new FileWatcher("**/*.lua"), new FileWatcher("**/luagen.json")]);
                _output.WriteRequest(1, "client/registerCapability", new RegistrationParams([new Registration("files", "workspace/didChangeWatchedFiles", watchers)]), LspJson.Default.RegistrationParams);
                break;
            case "textDocument/didOpen" when _state == State.Running:
                _workspace.Open(Parameters.Read(parameters, LspJson.Default.DidOpenParams).TextDocument);
                break;
            case "textDocument/didChange" when _state == State.Running:
                var change = Parameters.Read(parameters, LspJson.Default.DidChangeParams);
                if (!_workspace.Change(change))
                {
                    throw new RequestException(ErrorCode.InvalidParams, $"version {change.TextDocument.Version} of {change.TextDocument.Uri} is not newer than the one that is known");
                }

                break;
            case "textDocument/didClose" when _state == State.Running:
                Close(Parameters.Read(parameters, LspJson.Default.DocumentParams).TextDocument.Uri);
                break;
            case "textDocument/didSave" or "workspace/didChangeWatchedFiles" or "workspace/didChangeConfiguration" when _state == State.Running:
                _workspace.InvalidateAll();
                break;
        }
    }

    /// <summary>A closed document has no diagnostics in the editor any more; the build reports them.</summary>
    private void Close(string uri)
    {
        if (_workspace.Close(uri))
        {
            _output.WriteNotification("textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, Version: null, []), LspJson.Default.PublishDiagnosticsParams);
        }
    }
}
