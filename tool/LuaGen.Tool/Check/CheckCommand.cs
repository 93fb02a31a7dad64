using System.CommandLine;
using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Fixing;

namespace LuaGen.Tool.Check;

/// <summary>The command line of <c>luagen check</c>, turned into <see cref="CheckOptions"/>.</summary>
internal static class CheckCommand
{
    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>("paths") { Description = "Files and folders to check; the current folder if you name none.", Arity = ArgumentArity.ZeroOrMore };
        var format = Choice("--format", "How findings are printed.", Enum.GetValues<ReportFormat>());
        var failOn = Choice("--fail-on", "The least severity that makes the exit code 1.", Severity.Warning, Severity.Error, Severity.Info);
        var servers = new Option<string?>("--servers") { Description = "The servers that the scripts must run on, such as 'redis 7.2; valkey 8.0; garnet'." };
        servers.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ServerNames.TryParse(text) is null)
            {
                result.AddError($"--servers '{text}' is not known: {ServerNames.Expected}.");
            }
        });
        var cluster = new Option<bool?>("--cluster") { Description = "Whether the scripts may run in a cluster: true or false." };
        var stdin = new Option<string?>("--stdin-filename") { Description = "Check the script on standard input as if it were this file." };
        var fix = new Option<bool>("--fix") { Description = "Change the files as far as findings have a sound fix, and report the rest." };
        var diff = new Option<bool>("--diff") { Description = "Print what --fix would change, and change nothing." };
        var luaScripts = new Option<bool>("--rewrite-luascript") { Description = "With --fix or --diff: also rewrite scripts whose code names parameters as @name (StackExchange.Redis's LuaScript)." };
        var list = new Option<bool>("--list") { Description = "Print the class and method that each file becomes, and check nothing." };

        var command = new Command("check", "Checks scripts and reports what Redis would refuse or what would go wrong.")
        {
            paths, format, failOn, servers, cluster, stdin, fix, diff, luaScripts, list,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(stdin) is not null && result.GetValue(paths) is { Length: > 0 })
            {
                result.AddError("--stdin-filename checks one script: name no paths beside it.");
            }

            if (result.GetValue(stdin) is not null && result.GetValue(fix))
            {
                result.AddError("--fix changes files, and --stdin-filename names none: write --diff.");
            }

            if (result.GetValue(luaScripts) && !result.GetValue(fix) && !result.GetValue(diff))
            {
                result.AddError("--rewrite-luascript changes what fixes do: write it with --fix or --diff.");
            }

            Option<bool>[] modes = [fix, diff, list];
            if (modes.Where(mode => result.GetValue(mode)).ToArray() is [var first, var second, ..])
            {
                result.AddError($"{first.Name} and {second.Name} exclude each other: write one of them.");
            }
        });
        command.SetAction(parsed => new CheckRun(console, new CheckOptions
        {
            Paths = parsed.GetValue(paths) is { Length: > 0 } named ? named : ["."],
            Format = Enum.Parse<ReportFormat>(parsed.GetValue(format)!, ignoreCase: true),
            FailOn = Enum.Parse<Severity>(parsed.GetValue(failOn)!, ignoreCase: true),
            Servers = parsed.GetValue(servers) is { } text ? ServerNames.TryParse(text) : null,
            InCluster = parsed.GetValue(cluster),
            StdinFileName = parsed.GetValue(stdin),
            Fix = parsed.GetValue(fix) ? FixMode.Write : parsed.GetValue(diff) ? FixMode.Diff : FixMode.None,
            RewritesLuaScripts = parsed.GetValue(luaScripts),
            ListsCalls = parsed.GetValue(list),
        }).Run());
        return command;
    }

    /// <param name="name">The option.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="values">Its values; the first is the default.</param>
    private static Option<string> Choice<T>(string name, string description, params T[] values)
        where T : struct, Enum
    {
        string[] names = [.. values.Select(value => value.ToString().ToLowerInvariant())];
        var option = new Option<string>(name) { Description = $"{description} One of {string.Join(", ", names)}.", DefaultValueFactory = _ => names[0] };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } value && !names.Contains(value, StringComparer.Ordinal))
            {
                result.AddError($"{name} '{value}' is not known: write one of {string.Join(", ", names)}.");
            }
        });
        return option;
    }
}
