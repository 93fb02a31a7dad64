using LuaGen.Language;
using LuaGen.Language.Commands;
using LuaGen.Language.Model;

namespace LuaGen.Generator.Tests.Hosting;

/// <summary>Compiles a script as a project with default settings would.</summary>
internal static class TestCompiler
{
    public static CompiledScript Compile(string text, string path = "Scripts/Test/Script.lua") => Analyze(text, path).ToCompiled();

    public static ScriptAnalysis Analyze(string text, string path = "Scripts/Test/Script.lua") =>
        ScriptCompiler.Analyze(new ScriptSource(path, text, IsUtf8: true, "Consumer", ClassName: null), ScriptOptions.Default, CancellationToken.None);
}
