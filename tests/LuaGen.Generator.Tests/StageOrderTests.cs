using System.Text.RegularExpressions;

namespace LuaGen.Generator.Tests;

/// <summary>
/// The folders of both projects follow their data flow: a stage uses only earlier stages, and the rooms inside a stage do
/// not use each other. The compiler checks the direction between the projects.
/// </summary>
public sealed partial class StageOrderTests
{
    /// <summary>Each project with its folders in data-flow order; a room is a folder inside a stage.</summary>
    private static readonly (string Project, string[] Folders)[] Projects =
    [
        ("LuaGen.Language",
        [
            "Text", "Rules", "Syntax.Limits", "Syntax", "HeaderTypes", "Header", "Header.Loose", "Includes", "Commands", "Library", "Binding", "Types", "Inference", "Completion", "LuaScripts", "Libraries",
            "Checking.Common", "Checking.Parameters", "Checking.Commands", "Checking.Sandbox", "Checking.Values", "Checking.Cluster", "Checking", "Model", "Fixing", "Projects", "Editing", "Editing.Completions",
        ]),
        ("LuaGen.Generator", ["Hosting", "Emit", "Reporting", "CallSites"]),
    ];

    /// <summary>Rooms that only their parent folder combines.</summary>
    private static readonly string[] Rooms = ["Checking.Parameters", "Checking.Commands", "Checking.Sandbox", "Checking.Values", "Checking.Cluster"];

    public static TheoryData<string, string> Folders
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (project, folders) in Projects)
            {
                foreach (var folder in folders)
                {
                    data.Add(project, folder);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_folders_before_it(string project, string folder)
    {
        var folders = Projects.Single(each => each.Project == project).Folders;
        var known = Files(project, folder).SelectMany(file => Used(project, File.ReadAllText(file)).Select(used => (File: Path.GetFileName(file), Used: used))).ToList();

        Assert.DoesNotContain(known, use => Array.IndexOf(folders, use.Used) > Array.IndexOf(folders, folder));
        if (Rooms.Contains(folder))
        {
            Assert.DoesNotContain(known, use => use.Used != folder && Rooms.Contains(use.Used));
        }
    }

    [Fact]
    public void The_language_does_not_use_Roslyn()
    {
        var files = Directory.GetFiles(ProjectFolder("LuaGen.Language"), "*.cs", SearchOption.AllDirectories).Where(IsSource);

        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain("Microsoft.CodeAnalysis", File.ReadAllText(Path.Combine(ProjectFolder("LuaGen.Language"), "LuaGen.Language.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_looks_ahead_would_be_noticed()
    {
        Assert.Equal(["Checking.Cluster"], Used("LuaGen.Language", "using LuaGen.Language.Checking.Cluster;\n"));
        Assert.Equal(["Emit"], Used("LuaGen.Generator", "        global::LuaGen.Generator.Emit.ClassEmitter.Emit(model);\n"));
        Assert.Empty(Used("LuaGen.Language", "namespace LuaGen.Language.Syntax;\n"));
    }

    [Theory]
    [InlineData("LuaGen.Language")]
    [InlineData("LuaGen.Generator")]
    public void Every_folder_is_listed(string project)
    {
        var folders = Directory.GetDirectories(ProjectFolder(project), "*", SearchOption.AllDirectories)
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any(IsSource))
            .Select(folder => Path.GetRelativePath(ProjectFolder(project), folder).Replace(Path.DirectorySeparatorChar, '.'));

        Assert.Equal(Projects.Single(each => each.Project == project).Folders.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("LuaGen.Language")]
    [InlineData("LuaGen.Generator")]
    public void The_README_lists_all_stages_in_order(string project)
    {
        var table = File.ReadAllText(Repository.PathOf("generator", "README.md")).Split($"<!-- stages of {project} -->")[1].Split("\n\n")[0];

        Assert.Equal(
            Projects.Single(each => each.Project == project).Folders.Select(folder => folder.Split('.')[0]).Distinct(),
            StageRow().Matches(table).Select(row => row.Groups[1].Value));
    }

    private static string ProjectFolder(string project) => Repository.PathOf("generator", project);

    private static bool IsSource(string file) => !GeneratedFile().IsMatch(file);

    private static string[] Files(string project, string folder) =>
        Directory.GetFiles(Path.Combine([ProjectFolder(project), .. folder.Split('.')]), "*.cs");

    private static IEnumerable<string> Used(string project, string source)
    {
        var folders = Projects.Single(each => each.Project == project).Folders;
        return Regex.Matches(source, $@"(?<!namespace )\b{Regex.Escape(project)}\.([\w.]+)")
            .Select(match => folders.Where(folder => match.Groups[1].Value == folder || match.Groups[1].Value.StartsWith(folder + ".", StringComparison.Ordinal)).MaxBy(folder => folder.Length))
            .OfType<string>()
            .Distinct();
    }

    [GeneratedRegex(@"^\| `(\w+)/`", RegexOptions.Multiline)]
    private static partial Regex StageRow();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex GeneratedFile();
}
