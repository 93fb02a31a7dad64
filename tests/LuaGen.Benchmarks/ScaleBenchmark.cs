using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LuaGen.Generator;
using LuaGen.Generator.Hosting;
using LuaGen.Language;
using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Benchmarks;

/// <summary>Measures a project of a thousand scripts in the generator driver, compared with the unavoidable cost of reading them.</summary>
internal static class ScaleBenchmark
{
    private const int Rounds = 15;

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Directory.CreateTempSubdirectory("luagen-scale-");
        try
        {
            Console.WriteLine($"scripts of 60 lines, ten in a folder; best of {Rounds} rounds, one process; the runs take turns");

            // Tiered compilation reaches its last tier long after the first rounds, so without this the first measurement would be slow.
            Measure(folder.FullName, 1000);
            var small = Measure(folder.FullName, 1000);
            var large = Measure(folder.FullName, 2000);
            Console.WriteLine($"{"",-34}{"1,000",21}{"",14}{"2,000",12}{"",12}");
            Row("read, hash, parse", small.Floor, large.Floor, "");
            Row("cold", small.Cold, large.Cold, $"{small.Cold.Milliseconds / small.Floor.Milliseconds:F2} x reading");
            Row("cold, without checks", small.Unchecked, large.Unchecked, $"{small.Unchecked.Milliseconds / small.Floor.Milliseconds:F2} x reading (at most 4)");
            Row("the checks alone", small.Checks, large.Checks, "");
            Row("one script edited", small.Edit, large.Edit, $"{100 * small.Edit.Milliseconds / small.Cold.Milliseconds:F2} % of cold (at most 5)");
            Row("one fragment edited", small.FragmentEdit, large.FragmentEdit, $"{100 * small.FragmentEdit.Milliseconds / small.Cold.Milliseconds:F2} % of cold (at most 5)");
            Row("nothing changed", small.Same, large.Same, $"{100 * small.Same.Milliseconds / small.Cold.Milliseconds:F2} % of cold (at most 2)");
            Row("C# edited", small.CSharp, large.CSharp, $"{small.CSharpRuns} steps run again (none)");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Row(string what, Figure small, Figure large, string target) =>
        Console.WriteLine($"{what,-24}{small,31}{large,26}   x {large.Milliseconds / small.Milliseconds:F2}   {target}");

    private static Figures Measure(string folder, int count)
    {
        var paths = Write(folder, count);
        var compilation = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText("class First;")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class Second;"));
        var project = Path.Combine(folder, $"{count}");
        var figures = new Figures();
        for (var round = 0; round < Rounds; round++)
        {
            figures.Floor = figures.Floor.Best(() => ReadHashParse(paths));

            var bound = Bind(paths);
            figures.Checks = figures.Checks.Best(() => Check(bound));

            GeneratorDriver driver = null!;
            var scripts = paths.Select(path => (AdditionalText)new FileScript(path)).ToImmutableArray();
            figures.Cold = figures.Cold.Best(() => driver = Driver(scripts, project).RunGenerators(compilation));
            Demand(driver.GetRunResult().Results[0].GeneratedSources.Count(source => source.HintName.StartsWith("Consumer.Folder", StringComparison.Ordinal)) == count / 10, "every class was emitted");

            var fresh = paths.Select(path => (AdditionalText)new FileScript(path)).ToImmutableArray();
            figures.Unchecked = figures.Unchecked.Best(() => RunUnchecked(fresh, project, compilation, count));

            var warm = driver;
            figures.Same = figures.Same.Best(() => driver = warm.RunGenerators(compilation));
            figures.CSharp = figures.CSharp.Best(() => driver = warm.RunGenerators(edited));

            var old = scripts[count / 2];
            var text = File.ReadAllText(old.Path).Replace("'round'", $"'round {round}'", StringComparison.Ordinal);
            var change = new FileScript(old.Path, SourceText.From(text, Encoding.UTF8));
            figures.Edit = figures.Edit.Best(() => driver = warm.ReplaceAdditionalText(old, change).RunGenerators(compilation));
            Demand(driver.GetRunResult().Results[0].GeneratedSources.Count(source => source.SourceText.ToString().Contains($"'round {round}'", StringComparison.Ordinal)) == 1, "the edit was emitted");
            EditFragment(scripts, project, compilation, round, figures);
        }

        // Tracking takes time, so the steps are counted in a separate run that is not measured.
        var tracked = Driver([.. paths.Select(path => (AdditionalText)new FileScript(path))], project, isTracking: true).RunGenerators(compilation);
        Demand(RunAgain(tracked) > count, "steps that run are counted");
        figures.CSharpRuns = RunAgain(tracked.RunGenerators(edited));
        return figures;
    }

    /// <summary>An edit of a file that every hundredth script includes, in a project where every tenth script includes one of ten files.</summary>
    private static void EditFragment(ImmutableArray<AdditionalText> scripts, string project, CSharpCompilation compilation, int round, Figures figures)
    {
        var fragments = Enumerable.Range(0, 10).Select(i => Fragment(project, i, "start")).ToImmutableArray();
        var including = scripts.Select((script, i) => i % 10 != 0 ? script : new FileScript(script.Path, SourceText.From($"-- @include \"../../shared/part{i / 10 % 10}\"\n{File.ReadAllText(script.Path)}", Encoding.UTF8)));
        var warm = Driver([.. including, .. fragments], project).RunGenerators(compilation);
        var driver = warm;
        var change = Fragment(project, 5, $"edit {round}");
        figures.FragmentEdit = figures.FragmentEdit.Best(() => driver = warm.ReplaceAdditionalText(fragments[5], change).RunGenerators(compilation));
        Demand(driver.GetRunResult().Results[0].GeneratedSources.Count(source => source.SourceText.ToString().Contains($"'edit {round}'", StringComparison.Ordinal)) == scripts.Length / 100, "the edit of the fragment was emitted");
    }

    private static FileScript Fragment(string project, int number, string text)
    {
        var lua = new StringBuilder($"-- Shared by scripts.\nlocal tag{number} = '{text}'\n");
        for (var i = 0; i < 12; i++)
        {
            lua.Append(CultureInfo.InvariantCulture, $"local function step{number}_{i}(key)\n  redis.call('HSET', key, 'tag', tag{number})\n  return redis.call('HLEN', key)\nend\n");
        }

        return new FileScript(Path.Combine(project, "shared", $"part{number}.lua"), SourceText.From(lua.ToString(), Encoding.UTF8));
    }

    /// <summary>The number of the generator's steps that did not reuse their previous result.</summary>
    private static int RunAgain(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].TrackedSteps.Concat(driver.GetRunResult().Results[0].TrackedOutputSteps)
            .Where(step => step.Key is not ("Compilation" or "compilation"))
            .SelectMany(step => step.Value)
            .Count(step => step.Outputs.Any(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));

    private static void Demand(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"not so: {what}");
        }
    }

    /// <summary>A cold run whose driver finds every script already compiled, without checks. Compiling them is part of the measurement.</summary>
    private static void RunUnchecked(ImmutableArray<AdditionalText> scripts, string folder, CSharpCompilation compilation, int count)
    {
        var options = new ProjectOptions(folder);
        var project = Generator.Hosting.ProjectProperties.From(options.GlobalOptions);
        foreach (var script in scripts)
        {
            ScriptFile.From(script, options, project).Compile(ScriptCompiler.AnalyzeUnchecked, CancellationToken.None);
        }

        var result = Driver(scripts, folder).RunGenerators(compilation).GetRunResult().Results[0];
        Demand(result.GeneratedSources.Count(source => source.HintName.StartsWith("Consumer.Folder", StringComparison.Ordinal)) == count / 10, "every class was emitted");
        Demand(ScriptFile.From(scripts[0], options, project).Compile(CancellationToken.None).Findings.Count == 0, "the driver had no checks made");
    }

    // The minimum for any generator of this kind: the compiler reads and hashes each file, and the generator parses it.
    private static void ReadHashParse(string[] paths)
    {
        foreach (var path in paths)
        {
            var text = new FileScript(path).GetText();
            text.GetChecksum();
            LuaParser.Parse(text.ToString(), new FindingBag(), CancellationToken.None);
#pragma warning disable CA5350 // Redis identifies scripts by SHA-1.
            SHA1.HashData(Encoding.UTF8.GetBytes(text.ToString()));
#pragma warning restore CA5350
        }
    }

    /// <summary>The input of the checks, which are part of the cold run and measured separately here.</summary>
    private static List<(BoundScript Script, ScriptHeader Header)> Bind(string[] paths) =>
    [
        .. paths.Select(path => LuaParser.Parse(File.ReadAllText(path), new FindingBag(), CancellationToken.None))
            .Select(tree => (Binder.Bind(tree, CancellationToken.None), HeaderParser.Parse(tree, new FindingBag()))),
    ];

    private static void Check(List<(BoundScript Script, ScriptHeader Header)> scripts)
    {
        foreach (var (script, header) in scripts)
        {
            ScriptCompiler.Check(script, header, parses: true, ScriptOptions.Default, new FindingBag(), CancellationToken.None);
        }
    }

    private static CSharpGeneratorDriver Driver(ImmutableArray<AdditionalText> scripts, string folder, bool isTracking = false) => CSharpGeneratorDriver.Create(
        [new ScriptGenerator().AsSourceGenerator()],
        scripts,
        parseOptions: null,
        new ProjectOptions(folder),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracking));

    private static string[] Write(string folder, int count)
    {
        var paths = new string[count];
        for (var i = 0; i < count; i++)
        {
            var path = Path.Combine(folder, $"{count}", "Scripts", $"Folder{i / 10}", $"Script{i}.lua");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Script(i));
            paths[i] = path;
        }

        return paths;
    }

    /// <summary>A typical script of 60 lines: a header, locals, branches, a loop, calls.</summary>
    private static string Script(int number)
    {
        var lua = new StringBuilder($"""
            -- Moves units number {number} from one place to another, or says why it cannot.
            --
            -- KEYS[1] source                 Where the units come from.
            -- KEYS[2] target                 Where they go.
            -- KEYS[3] journal                The list that tells of it.
            -- ARGV[1] quantity: int          How many units.
            -- ARGV[2] hold: seconds = 900    How long the entry stays.
            -- ARGV[3] note: string           What the entry says.
            -- RETURNS moved: long            How many were moved.
            -- RETURNS left: long?            How many are left; null when there were none.
            -- RAISES NOT_ENOUGH              There were fewer units than asked for.
            local source, target, journal = KEYS[1], KEYS[2], KEYS[3]
            local quantity, hold, note = tonumber(ARGV[1]), ARGV[2], ARGV[3]
            local mark = 'round'

            """.ReplaceLineEndings("\n"));
        for (var i = 0; i < 5; i++)
        {
            lua.Append($"""

                local have{i} = tonumber(redis.call('GET', source .. '{i}') or '0')
                if have{i} < quantity then
                  redis.call('RPUSH', journal, note .. ': ' .. have{i})
                  return redis.error_reply('NOT_ENOUGH step {i}')
                end
                for step = 1, 3 do
                  redis.call('HINCRBY', target, 'step' .. step, quantity * {i + 1})
                end
                """.ReplaceLineEndings("\n")).Append('\n');
        }

        return lua.Append("redis.call('EXPIRE', journal, hold)\nreturn { quantity, redis.call('DECRBY', source, quantity), mark }\n").ToString();
    }

    private sealed class Figures
    {
        public Figure Floor { get; set; } = Figure.None;

        public Figure Cold { get; set; } = Figure.None;

        public Figure Checks { get; set; } = Figure.None;

        public Figure Unchecked { get; set; } = Figure.None;

        public Figure Edit { get; set; } = Figure.None;

        public Figure FragmentEdit { get; set; } = Figure.None;

        public Figure Same { get; set; } = Figure.None;

        public Figure CSharp { get; set; } = Figure.None;

        public int CSharpRuns { get; set; }
    }

    private readonly record struct Figure(double Milliseconds, double Megabytes)
    {
        public static Figure None { get; } = new(double.MaxValue, double.MaxValue);

        public Figure Best(Action run)
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            run();
            var elapsed = clock.Elapsed.TotalMilliseconds;
            return new Figure(Math.Min(Milliseconds, elapsed), Math.Min(Megabytes, (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6));
        }

        public override string ToString() => $"{Milliseconds,10:F2} ms {Megabytes,8:F2} MB";
    }

    private sealed class FileScript(string path, SourceText? text = null) : AdditionalText
    {
        private SourceText? _text = text;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            if (_text is null)
            {
                using var stream = File.OpenRead(path);
                _text = SourceText.From(stream, Encoding.UTF8, SourceHashAlgorithm.Sha256);
            }

            return _text;
        }
    }

    private sealed class ProjectOptions(string folder) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(folder);

        public override AnalyzerConfigOptions GetOptions(Microsoft.CodeAnalysis.SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(string folder) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key switch { "build_property.ProjectDir" => folder, "build_property.RootNamespace" => "Consumer", _ => null };
                return value is not null;
            }
        }
    }
}
