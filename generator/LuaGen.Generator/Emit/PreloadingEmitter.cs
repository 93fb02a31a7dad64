using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the hosted service that loads the scripts and function libraries of a project when an application starts.</summary>
/// <param name="writer">The writer.</param>
/// <param name="isKeyed">Whether services can have a key.</param>
/// <param name="project">The project.</param>
internal sealed class PreloadingEmitter(CSharpWriter writer, bool isKeyed, ProjectModel project)
{
    private const string Provider = "global::System.IServiceProvider";
    private const string Logger = "global::Microsoft.Extensions.Logging.ILogger";
    private const string LoggerFactory = "global::Microsoft.Extensions.Logging.ILoggerFactory";
    private const string Logging = "global::Microsoft.Extensions.Logging.LoggerExtensions";
    private const string HostedService = "global::Microsoft.Extensions.Hosting.IHostedService";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Token = "global::System.Threading.CancellationToken";

    private readonly string _index = project.Name.Name;
    private readonly bool _hasScripts = project.Scripts.Any();
    private readonly bool _hasLibraries = project.Libraries.Any();

    public void Emit()
    {
        writer.Write((_hasScripts, _hasLibraries) switch
        {
            (true, false) => """
                /// <summary>
                /// Adds a hosted service that loads all scripts on all servers when the application starts, and logs which scripts
                /// were not loaded. Calls work without it: they send a script's text when a server does not have it.
                /// </summary>
                """,
            (true, true) => """
                /// <summary>
                /// Adds a hosted service that loads all scripts on all servers and all function libraries on all primaries when the
                /// application starts, and logs which of them were not loaded. Calls of scripts work without it: they send a script's
                /// text when a server does not have it. Calls of functions fail until their library is loaded.
                /// </summary>
                """,
            _ => """
                /// <summary>
                /// Adds a hosted service that loads all function libraries on all primaries when the application starts, and logs which
                /// libraries were not loaded. Calls of functions fail until their library is loaded.
                /// </summary>
                """,
        });
        writer.Write("/// <param name=\"services\">The service collection.</param>");
        if (isKeyed)
        {
            writer.Write("/// <param name=\"serviceKey\">The key of the connection; null for the connection without a key.</param>");
        }

        if (_hasLibraries)
        {
            writer.Write("""
                /// <param name="replaceLibraries">
                /// Whether a library of the same name with other code is replaced on the server, for all of its users; otherwise it is
                /// kept, and the difference is logged as an error.
                /// </param>
                """);
        }

        var parameters = $"{(isKeyed ? ", object? serviceKey = null" : "")}{(_hasLibraries ? ", bool replaceLibraries = false" : "")}";
        writer.Write($"""
            /// <returns>The same service collection.</returns>
            public static {ServiceTypes.Collection} Preload{_index}(this {ServiceTypes.Collection} services{parameters}) =>
                {ServiceTypes.Adding}.AddSingleton<{HostedService}>(services, provider => new Preloading(provider{(isKeyed ? ", serviceKey" : "")}{(_hasLibraries ? ", replaceLibraries" : "")}));
            """);
        writer.BlankLine();
        EmitService();
    }

    private void EmitService()
    {
        writer.Open($"private sealed class Preloading({Provider} provider{(isKeyed ? ", object? serviceKey" : "")}{(_hasLibraries ? ", bool replaceLibraries" : "")}) : {HostedService}");
        writer.Open($"public async {Task} StartAsync({Token} cancellationToken)");
        writer.Write($"var logger = {ServiceTypes.Getting}.GetRequiredService<{LoggerFactory}>(provider).CreateLogger(\"LuaGen.{_index}\");");
        if (_hasScripts)
        {
            EmitLoading(
                $"global::LuaGen.ScriptPreloading.LoadAsync({_index}.All, connection, cancellationToken: cancellationToken)",
                "because calls send the text of a script that is not loaded",
                "scripts");
        }

        if (_hasLibraries)
        {
            EmitLoading(
                $"global::LuaGen.LibraryDeployment.LoadAsync({_index}.Libraries, connection, replaceLibraries, cancellationToken)",
                "because the libraries may be loaded later",
                "function libraries");
        }

        writer.Close();
        writer.BlankLine();
        writer.Write($"public {Task} StopAsync({Token} cancellationToken) => {Task}.CompletedTask;");
        if (_hasScripts)
        {
            EmitLog("global::LuaGen.ScriptLoadResult", "Script", "scripts, counted on each server");
        }

        if (_hasLibraries)
        {
            EmitLog("global::LuaGen.LibraryLoadResult", "Library", "function libraries, counted on each primary");
        }

        writer.Close();
    }

    private void EmitLoading(string load, string reason, string what)
    {
        writer.Open("try");
        writer.Write($"""
            var connection = {Connection()};
            var results = await {load}.ConfigureAwait(false);
            Log(logger, results);
            """);
        writer.Close();
        writer.Open($"""
            // The application starts all the same, {reason}.
            catch (global::System.Exception failure) when (failure is not global::System.OperationCanceledException || !cancellationToken.IsCancellationRequested)
            """);
        writer.Write($"{Logging}.LogError(logger, failure, \"The {what} were not loaded.\");");
        writer.Close();
    }

    private void EmitLog(string result, string property, string what)
    {
        writer.BlankLine();
        writer.Open($"private static void Log({Logger} logger, global::System.Collections.Generic.IReadOnlyList<{result}> results)");
        writer.Write("var loaded = 0;");
        writer.Open("foreach (var result in results)");
        writer.Write($$"""
            if (result.Error is null)
            {
                loaded++;
            }
            else
            {
                {{Logging}}.LogError(logger, result.Error, "{{{property}}} was not loaded on {Server}.", result.{{property}}, result.Node);
            }
            """);
        writer.Close();
        writer.BlankLine();
        writer.Write($$"""{{Logging}}.LogInformation(logger, "Loaded {Loaded} of {Total} {{what}}.", loaded, results.Count);""");
        writer.Close();
    }

    private string Connection() => isKeyed
        ? $"""
            serviceKey is null
                    ? {ServiceTypes.Getting}.GetRequiredService<{ServiceTypes.Connection}>(provider)
                    : {ServiceTypes.GettingKeyed}.GetRequiredKeyedService<{ServiceTypes.Connection}>(provider, serviceKey)
            """
        : $"{ServiceTypes.Getting}.GetRequiredService<{ServiceTypes.Connection}>(provider)";
}
