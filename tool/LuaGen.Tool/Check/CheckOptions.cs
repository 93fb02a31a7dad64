using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Fixing;

namespace LuaGen.Tool.Check;

/// <summary>The command line of <c>luagen check</c>.</summary>
internal sealed record CheckOptions
{
    /// <summary>Files and folders; the current folder when there is none.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    public ReportFormat Format { get; init; }

    /// <summary>The least severity that makes the exit code 1.</summary>
    public Severity FailOn { get; init; } = Severity.Warning;

    /// <summary>The servers, where the command line names them.</summary>
    public ServerList? Servers { get; init; }

    /// <summary>Whether scripts may run in a cluster, where the command line says so.</summary>
    public bool? InCluster { get; init; }

    /// <summary>The path that the script on standard input has.</summary>
    public string? StdinFileName { get; init; }

    public FixMode Fix { get; init; }

    /// <summary>Whether fixes also rewrite scripts in the form of StackExchange.Redis's <c>LuaScript</c>.</summary>
    public bool RewritesLuaScripts { get; init; }

    /// <summary>Whether to print what is generated from each file instead of findings.</summary>
    public bool ListsCalls { get; init; }
}
