using System.CommandLine;

namespace LuaGen.Tool.LanguageServer;

/// <summary>The command line of <c>luagen lsp</c>.</summary>
internal static class LspCommand
{
    public static Command Create(ToolConsole console)
    {
        var command = new Command("lsp", "Runs a language server for editors on standard input and output.");

        // Clients that can use several transports say which one they use.
        var stdio = new Option<bool>("--stdio") { Description = "Ignored: there is no other transport." };
        command.Add(stdio);
        command.SetAction(_ =>
        {
            using var output = Console.OpenStandardOutput();
            using var loop = new MessageLoop(console.Input, new LanguageServer(output, console.Directory));
            return loop.Run();
        });
        return command;
    }
}
