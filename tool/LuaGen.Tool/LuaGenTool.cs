using System.CommandLine;
using LuaGen.Tool.Check;
using LuaGen.Tool.LanguageServer;

namespace LuaGen.Tool;

/// <summary>The command <c>luagen</c>.</summary>
internal static class LuaGenTool
{
    public static int Run(string[] args, ToolConsole console)
    {
        var root = new RootCommand("Checks Redis Lua scripts, in a terminal and in editors.") { CheckCommand.Create(console), LspCommand.Create(console) };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in ErrorsOf(parsed, isWithoutCommand: parsed.CommandResult.Command == root))
            {
                console.WriteError(error);
            }

            return ExitCode.CouldNotRun;
        }

        try
        {
            var code = parsed.Invoke(new InvocationConfiguration { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false });
            console.Output.Flush();
            return code;
        }
        catch (IOException exception) when (exception is not FileNotFoundException and not DirectoryNotFoundException)
        {
            // The reader of the pipe has exited: the usual end of "luagen check | head".
            return ExitCode.CouldNotRun;
        }
    }

    private static IEnumerable<string> ErrorsOf(ParseResult parsed, bool isWithoutCommand) => !isWithoutCommand
        ? parsed.Errors.Select(error => error.Message)
        : [parsed.UnmatchedTokens is [var first, ..] ? $"'{first}' is not a command: write 'luagen check'" : "no command: write 'luagen check'"];
}
