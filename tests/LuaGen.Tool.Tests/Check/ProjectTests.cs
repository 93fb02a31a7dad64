using System.Diagnostics;
using System.Text;
using LuaGen.Generator.Hosting;
using LuaGen.Language.Projects;
using LuaGen.Tool.Check.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Tool.Tests.Check;

/// <summary>What a build writes for the tool, compared with what the compiler hands to the generator in the same build.</summary>
public sealed class ProjectTests
{
    private const string Script = "return redis.call('GET', KEYS[1])\n";

    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework><RedisMinServerVersion>7.2</RedisMinServerVersion><LuaGenCluster>false</LuaGenCluster>")]
    [InlineData("<TargetFrameworks>net10.0;net9.0</TargetFrameworks><RootNamespace>My-App.1st</RootNamespace><LuaGenInfoAsWarning>true</LuaGenInfoAsWarning><LuaGenServers>redis 7.2; valkey 8.0;garnet;keydb</LuaGenServers><LuaGenVisibility>internal</LuaGenVisibility><LuaGenIncludePath>Scripts/Deep; ../Common/ ;$(MSBuildProjectDirectory)/None</LuaGenIncludePath>")]
    public async Task The_tool_sees_of_a_project_what_the_generator_sees(string properties)
    {
        using var folder = Project(properties);
        await BuildAsync(folder);

        var project = BuildJson.Read("", File.ReadAllBytes(folder.Full("App/obj/luagen.json")), folder.Full("App"));
        var compiler = new CompilerView(Directory.GetFiles(folder.Full("App/obj"), "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).First(path => path.Contains("net10.0", StringComparison.Ordinal)));

        // Only generated files name their source.
        Assert.Equal(ProjectOptionsOf(compiler) with { SourceRoot = "" }, project.Options);
        if (properties.Contains("LuaGenServers", StringComparison.Ordinal))
        {
            Assert.Equal("Redis 7.2, Valkey 8.0, Garnet", project.Options.Scripts.Servers.ToString());
            Assert.Equal(["keydb"], project.Options.UnknownServers);
            Assert.Contains("'keydb' in LuaGenServers is not a known server", folder.Check("App").Error, StringComparison.Ordinal);
        }

        var seen = compiler.Files.Select(path => ScriptFile.From(new CompilerFile(path), compiler, project.Options)).ToList();
        var isCommonIncluded = properties.Contains("LuaGenIncludePath", StringComparison.Ordinal);
        Assert.Equal(isCommonIncluded ? 8 : 7, seen.Count);
        Assert.Equal(isCommonIncluded ? ["Scripts/Deep", "../Common", "None"] : [], project.Options.IncludePath);
        Assert.Equal(isCommonIncluded ? 1 : 0, seen.Count(file => file.FilePath == "../Common/deep/part.lua"));
        Assert.Equal(
            seen.Select(file => (file.File.Path, file.FilePath, file.ClassName)).OrderBy(file => file.Path, StringComparer.Ordinal),
            project.Items!.Values.Select(item => (item.Path, ScriptPath.InProject(item.Path, item.Link, project.Directory), item.ClassName)).OrderBy(item => item.Path, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_build_leaves_the_file_as_it_is_and_a_new_script_is_added()
    {
        using var folder = Project("<TargetFramework>net10.0</TargetFramework>");
        await BuildAsync(folder);
        var first = folder.Read("App/obj/luagen.json");
        var marker = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(folder.Full("App/obj/luagen.json"), marker);

        await BuildAsync(folder);

        Assert.Equal(marker, File.GetLastWriteTimeUtc(folder.Full("App/obj/luagen.json")));
        Assert.DoesNotContain(folder.Path, first, StringComparison.Ordinal);

        folder.Write("App/Scripts/New.lua", Script);
        var note = folder.Check("App").Error;
        await BuildAsync(folder);

        Assert.Equal("luagen: note: App/Scripts/New.lua is not part of its project's last build and was not checked: build the project, or name the file\n", note);
        Assert.Contains("\"Scripts/New.lua\"", folder.Read("App/obj/luagen.json"), StringComparison.Ordinal);
        Assert.Equal("", folder.Check("App").Error);
    }

    [Fact]
    public void Classes_and_links_of_the_project_name_the_calls()
    {
        using var folder = new TestFolder()
            .Write("App/obj/luagen.json", """
                { "properties": { "RootNamespace": "App" }, "files": [
                    { "path": "../Shared/Take.lua", "link": "Scripts/Linked/Take.lua", "class": "" },
                    { "path": "Scripts/Get.lua", "link": "", "class": "Own.Names" } ], "later": [1, { "x": 2 }] }
                """)
            .Write("Shared/Take.lua", Script).Write("App/Scripts/Get.lua", Script).Write("App/Scripts/Left.lua", Script);

        var result = folder.Check("App", "--list");

        Assert.Equal("App/Scripts/Get.lua → Own.Names.Get\nShared/Take.lua → App.LinkedScripts.Take\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Functions_of_libraries_are_listed_checked_and_compared()
    {
        const string Count = "-- KEYS[1] key\n-- RETURNS string?\nredis.register_function('count', function(names) return redis.call('GET', names[1]) end)\n";
        using var folder = new TestFolder().Write("Scripts/stock.lua", "#!lua name=stock\n" + Count + "redis.register_function('take', function(keys, args) return redis.call('DECRBY', keys[1], args[1]) end)\n");

        Assert.Equal("Scripts/stock.lua → StockFunctions.Count, StockFunctions.Take\n", folder.Check("--list").Output);

        folder.Write("Scripts/orders.lua", "#!lua name=orders\n" + Count.Replace("names[1]", "names[2]", StringComparison.Ordinal));
        var findings = folder.Check().Findings;
        Assert.Equal(["LUA4010", "LUA4010", "LUA3002", "LUA3001", "LUA2055", "LUA2055", "LUA2007"], findings.Select(finding => finding.Split(' ')[2].TrimEnd(':')).OrderDescending(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "servers": "redis 6.2" }""", null, 1)]
    [InlineData("""{ "servers": "redis 7.2" }""", null, 0)]
    [InlineData("""{ "servers": "redis 6.2" }""", "redis 7.2", 0)]
    [InlineData("""{ "servers": "redis 7.2; valkey 8.0" }""", null, 0)]
    [InlineData("""{ "servers": "valkey 8.0; redis 6.2" }""", null, 1)]
    public void The_nearest_configuration_holds_and_the_command_line_goes_first(string json, string? servers, int expected)
    {
        using var folder = new TestFolder().Write("luagen.json", """{ "servers": "redis 6.0" }""").Write("Scripts/luagen.json", json)
            .Write("Scripts/Deep/Get.lua", "#!lua\n-- KEYS[1] key\n-- RETURNS value\n" + Script);

        Assert.Equal(expected, folder.Check(servers is null ? [] : ["--servers", servers]).ExitCode);
    }

    [Fact]
    public void Infos_are_warnings_where_the_configuration_says_so()
    {
        using var folder = new TestFolder().Write("luagen.json", """{ "infoAsWarning": true, /* comments */ }""").Write("Get.lua", Script);

        var findings = folder.Check().Findings;

        Assert.Contains("LUA2007", findings[0], StringComparison.Ordinal);
        Assert.All(findings, finding => Assert.Contains(": warning LUA", finding, StringComparison.Ordinal));
    }

    private static ProjectOptions ProjectOptionsOf(CompilerView compiler) => ProjectOptions.From(compiler.GlobalOptions);

    private static TestFolder Project(string properties)
    {
        var package = Repository.PathOf("runtime", "LuaGen");
        var folder = new TestFolder()
            .Write("Directory.Build.props", "<Project />").Write("Directory.Packages.props", "<Project />")
            .Write("App/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>{properties}</PropertyGroup>
                  <Import Project="{package}/buildTransitive/LuaGen.props" />
                  <ItemGroup>
                    <AdditionalFiles Include="../Shared/*.lua" Link="Scripts\Linked\%(Filename).lua" />
                    <AdditionalFiles Include="Scripts/Own.lua" LuaClass=" My.Own " />
                    <AdditionalFiles Include="notes.txt" />
                  </ItemGroup>
                  <Import Project="{package}/build/LuaGen.targets" />
                </Project>
                """)
            .Write("App/Code.cs", "internal static class Code;").Write("App/notes.txt", "");
        foreach (var path in (string[])["App/Scripts/Own.lua", "App/Scripts/Deep/a b.lua", "App/Scripts/it's.lua", "App/Scripts/x;y.lua", "App/Scripts/é.LUA", "App/Scripts/100%.lua", "Shared/Linked.lua", "Common/deep/part.lua"])
        {
            folder.Write(path, Script);
        }

        return folder;
    }

    private static async Task BuildAsync(TestFolder folder)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "App", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
    }

    private sealed class CompilerFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    /// <summary>The options that MSBuild writes for the compiler, read as the compiler reads them.</summary>
    private sealed class CompilerView(string path) : AnalyzerConfigOptionsProvider
    {
        private readonly AnalyzerConfigSet _set = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(File.ReadAllText(path), path) });

        /// <summary>The scripts, from the names of the sections; the compiler gets the same by its command line.</summary>
        public IEnumerable<string> Files => File.ReadLines(path)
            .Where(line => line.StartsWith('[') && line.EndsWith(".lua]", StringComparison.OrdinalIgnoreCase))
            .Select(line => Unescaped(line[1..^1]));

        public override AnalyzerConfigOptions GlobalOptions => new Options(_set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(_set.GetOptionsForSourcePath(textFile.Path.Replace('\\', '/')).AnalyzerOptions);

        private static string Unescaped(string section)
        {
            var text = new StringBuilder();
            for (var i = 0; i < section.Length; i++)
            {
                text.Append(section[i] == '\\' ? section[++i] : section[i]);
            }

            return Path.GetFullPath(text.ToString());
        }

        private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
