using System.Globalization;
using LuaGen.Language.Commands;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests;

/// <summary>Compiles a script as the host does, without a project.</summary>
internal static class TestCompiler
{
    /// <param name="text">The script.</param>
    /// <param name="path">The path in the project.</param>
    /// <param name="className">
    /// The class that the project item names. It makes any text a script; without it and without a header, a text that does not
    /// call Redis is ignored.
    /// </param>
    /// <param name="servers">The servers that the project names.</param>
    public static CompiledScript Compile(string text, string path = "Scripts/Test/Script.lua", string? className = null, string servers = "") =>
        ScriptCompiler.Analyze(
            new ScriptSource(path, text, IsUtf8: true, "Consumer", className),
            new ScriptOptions { Servers = ServerList.Read(servers, ServerVersion.Minimum, []) },
            CancellationToken.None).ToCompiled();

    /// <summary>The message of a finding, as a build prints it.</summary>
    public static string Message(Finding finding) =>
        string.Format(CultureInfo.InvariantCulture, finding.Rule.MessageFormat, [.. finding.Arguments]);
}
