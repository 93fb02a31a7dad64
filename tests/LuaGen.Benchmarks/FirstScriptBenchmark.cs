using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using LuaGen.Generator.Emit;
using LuaGen.Language;
using LuaGen.Language.Commands;
using LuaGen.Language.Model;

namespace LuaGen.Benchmarks;

/// <summary>
/// Measures the first script in a new process, where every method is compiled before it runs: what a build without a compiler
/// server pays once. Each round is a process of its own, which prints one line for each step.
/// </summary>
internal static class FirstScriptBenchmark
{
    private const int Rounds = 9;

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var rounds = Enumerable.Range(0, Rounds).Select(_ => RunProcess()).ToList();
        Console.WriteLine($"medians of {Rounds} processes; CPU: of all threads; JIT: its part for compiling methods");
        Console.WriteLine($"{"",-34}{"CPU ms",9}{"JIT ms",9}{"methods",9}{"KB of IL",10}");
        foreach (var (step, index) in rounds[0].Select((step, index) => (step.Name, index)))
        {
            double Median(Func<Step, double> of) => rounds.Select(round => of(round[index])).Order().ElementAt(Rounds / 2);
            Console.WriteLine($"  {step,-32}{Median(static s => s.Cpu),9:F1}{Median(static s => s.Jit),9:F1}{Median(static s => s.Methods),9:F0}{Median(static s => s.IlBytes) / 1024,10:F1}");
        }
    }

    /// <summary>The steps of one process.</summary>
    public static void RunSteps()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var scripts = Path.Combine(AppContext.BaseDirectory, "Corpus");
        var paths = Directory.GetFiles(scripts, "*.lua", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var texts = paths.Select(path => (Path.GetRelativePath(scripts, path).Replace('\\', '/'), File.ReadAllText(path))).ToArray();

        // What the measurement itself needs is compiled by then.
        Measure("", static () => 0);
        Measure("", static () => 0);
        ScriptAnalysis first = null!;
        Print(Measure("first script, without checks", () => AnalyzeUnchecked(texts[0])));
        Print(Measure("its checks", () => first = Analyze(texts[0])));
        Print(Measure("its class", () => Emit(first)));
        Print(Measure("a second script", () => Emit(Analyze(texts[1]))));
        Print(Measure($"{texts.Length - 2} more scripts", () => texts.Skip(2).Select(Analyze).Select(Emit).Count()));
    }

    private static ScriptAnalysis AnalyzeUnchecked((string Path, string Text) script) =>
        ScriptCompiler.AnalyzeUnchecked(new ScriptSource(script.Path, script.Text, IsUtf8: true, "Consumer", ClassName: null), ScriptOptions.Default, CancellationToken.None);

    private static ScriptAnalysis Analyze((string Path, string Text) script) =>
        ScriptCompiler.Analyze(new ScriptSource(script.Path, script.Text, IsUtf8: true, "Consumer", ClassName: null), ScriptOptions.Default, CancellationToken.None);

    private static object? Emit(ScriptAnalysis analysis) => analysis.ToCompiled().Model is { } model
        ? ClassEmitter.Emit(ClassModelBuilder.Build(ImmutableArray.Create(model), "public", hasServices: false).Classes[0], new EmitOptions(default, ""))
        : null;

    private static Step Measure(string name, Func<object?> run)
    {
        var (cpu, jit, methods, bytes) = (Environment.CpuUsage.TotalTime, JitInfo.GetCompilationTime(), JitInfo.GetCompiledMethodCount(), JitInfo.GetCompiledILBytes());
        GC.KeepAlive(run());
        return new Step(
            name,
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds,
            (JitInfo.GetCompilationTime() - jit).TotalMilliseconds,
            JitInfo.GetCompiledMethodCount() - methods,
            JitInfo.GetCompiledILBytes() - bytes);
    }

    private static void Print(Step step) => Console.WriteLine(string.Join('\t', step.Name, step.Cpu, step.Jit, step.Methods, step.IlBytes));

    private static List<Step> RunProcess()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(FirstScriptBenchmark).Assembly.Location, "first", "steps"]) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return [.. lines.Select(static line => line.Split('\t')).Select(static parts => new Step(
            parts[0], Number(parts[1]), Number(parts[2]), (long)Number(parts[3]), (long)Number(parts[4])))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Step(string Name, double Cpu, double Jit, long Methods, long IlBytes);
}
