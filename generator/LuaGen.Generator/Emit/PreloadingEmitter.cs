namespace LuaGen.Generator.Emit;

/// <summary>Writes the hosted service that loads the scripts of a project when an application starts.</summary>
/// <param name="writer">The writer.</param>
/// <param name="isKeyed">Whether services can have a key.</param>
internal sealed class PreloadingEmitter(CSharpWriter writer, bool isKeyed)
{
    private const string Provider = "global::System.IServiceProvider";
    private const string Logger = "global::Microsoft.Extensions.Logging.ILogger";
    private const string LoggerFactory = "global::Microsoft.Extensions.Logging.ILoggerFactory";
    private const string Logging = "global::Microsoft.Extensions.Logging.LoggerExtensions";
    private const string HostedService = "global::Microsoft.Extensions.Hosting.IHostedService";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Token = "global::System.Threading.CancellationToken";

    /// <param name="index">The name of the class that lists all scripts.</param>
    public void Emit(string index)
    {
        writer.Write($"""
            /// <summary>
            /// Adds a hosted service that loads all scripts on all servers when the application starts, and logs which scripts
            /// were not loaded. Calls work without it: they send a script's text when a server does not have it.
            /// </summary>
            /// <param name="services">The service collection.</param>
            """);
        if (isKeyed)
        {
            writer.Write("/// <param name=\"serviceKey\">The key of the connection; null for the connection without a key.</param>");
        }

        writer.Write($"""
            /// <returns>The same service collection.</returns>
            public static {ServiceTypes.Collection} Preload{index}(this {ServiceTypes.Collection} services{(isKeyed ? ", object? serviceKey = null" : "")}) =>
                {ServiceTypes.Adding}.AddSingleton<{HostedService}>(services, provider => new Preloading(provider{(isKeyed ? ", serviceKey" : "")}));
            """);
        writer.BlankLine();
        EmitService(index);
    }

    private void EmitService(string index)
    {
        writer.Open($"private sealed class Preloading({Provider} provider{(isKeyed ? ", object? serviceKey" : "")}) : {HostedService}");
        writer.Open($"public async {Task} StartAsync({Token} cancellationToken)");
        writer.Write($"var logger = {ServiceTypes.Getting}.GetRequiredService<{LoggerFactory}>(provider).CreateLogger(\"LuaGen.{index}\");");
        writer.Open("try");
        writer.Write($"""
            var connection = {Connection()};
            var results = await global::LuaGen.ScriptPreloading.LoadAsync({index}.All, connection, cancellationToken: cancellationToken).ConfigureAwait(false);
            Log(logger, results);
            """);
        writer.Close();
        writer.Open("""
            // The application starts all the same, because calls send the text of a script that is not loaded.
            catch (global::System.Exception failure) when (failure is not global::System.OperationCanceledException)
            """);
        writer.Write($"{Logging}.LogError(logger, failure, \"The scripts were not loaded.\");");
        writer.Close();
        writer.Close();
        writer.BlankLine();
        writer.Write($"public {Task} StopAsync({Token} cancellationToken) => {Task}.CompletedTask;");
        writer.BlankLine();
        writer.Open($"private static void Log({Logger} logger, global::System.Collections.Generic.IReadOnlyList<global::LuaGen.ScriptLoadResult> results)");
        writer.Write("var loaded = 0;");
        writer.Open("foreach (var result in results)");
        writer.Write($$"""
            if (result.Error is null)
            {
                loaded++;
            }
            else
            {
                {{Logging}}.LogError(logger, result.Error, "{Script} was not loaded on {Server}.", result.Script, result.Node);
            }
            """);
        writer.Close();
        writer.BlankLine();
        writer.Write($$"""{{Logging}}.LogInformation(logger, "Loaded {Loaded} of {Total} scripts, counted on each server.", loaded, results.Count);""");
        writer.Close();
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
