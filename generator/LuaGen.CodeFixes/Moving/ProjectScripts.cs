using System.Collections.Immutable;
using System.Globalization;
using LuaGen.Generator.CallSites;
using LuaGen.Generator.Emit;
using LuaGen.Generator.Hosting;
using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>
/// The scripts of a project, together with those that are moved there. The generator's own code determines the C# names of a
/// script, so that the edited call matches the generated method.
/// </summary>
internal sealed class ProjectScripts
{
    private const string DefaultFolder = "Scripts";
    private const int MaxAttempts = 100;

    /// <summary>Folders below the script folder, for a project that has a class with the name of the first one's class.</summary>
    private static readonly string[] Subfolders = ["", "Redis/", "Server/"];

    private readonly ProjectOptions _options;
    private readonly List<ScriptModel> _scripts = [];
    private readonly List<MovedScript> _moved = [];
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _folder;

    public ProjectScripts(Project project, CancellationToken cancellationToken)
    {
        _options = ProjectOptions.From(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions);
        ProjectDirectory = _options.ProjectDirectory.Length > 0 ? _options.ProjectDirectory : Path.GetDirectoryName(project.FilePath) ?? "";
        foreach (var script in ScriptIncludes.FilesOf(project.AnalyzerOptions, _options, cancellationToken))
        {
            _paths.Add(script.FilePath);
            if (script.Compile(cancellationToken).Model is { } model)
            {
                _scripts.Add(model);
            }
        }

        _folder = _paths.OrderBy(path => path, StringComparer.Ordinal).Select(FolderOf).FirstOrDefault(folder => folder is not null) ?? DefaultFolder;
    }

    /// <summary>The scripts that were added, in order.</summary>
    public IReadOnlyList<MovedScript> Moved => _moved;

    /// <summary>The reply types of texts that several calls share.</summary>
    public WidestReplies Replies { get; } = new();

    public string ProjectDirectory { get; }

    public ScriptAnalysis Check(CallSite site, ScriptConstant script, CancellationToken cancellationToken) =>
        ScriptCompiler.AnalyzeString(script.Text, site.ReadOnlyBy, _options.Scripts, cancellationToken);

    /// <summary>
    /// Adds a script, or finds an existing one that can be called in the same way. Returns <see langword="null"/> if the
    /// generator would not generate code for it.
    /// </summary>
    /// <param name="name">The preferred name.</param>
    /// <param name="text">The script.</param>
    /// <param name="declarations">Its header.</param>
    /// <param name="compilation">The compilation, whose types must not clash with the class.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public ScriptModel? Put(string name, MovedText text, IEnumerable<string> declarations, Compilation compilation, CancellationToken cancellationToken)
    {
        var file = text.With(declarations);
        return Subfolders.Select(subfolder => PutAt($"{_folder}/{subfolder}{name}", text, file, compilation, cancellationToken)).FirstOrDefault(script => script is not null);
    }

    private ScriptModel? PutAt(string place, MovedText text, string file, Compilation compilation, CancellationToken cancellationToken)
    {
        for (var i = 1; i <= MaxAttempts; i++)
        {
            var path = $"{place}{(i == 1 ? "" : i.ToString(CultureInfo.InvariantCulture))}.lua";
            var source = new ScriptSource(path, file, IsUtf8: true, _options.RootNamespace, ClassName: null);
            if (ScriptCompiler.Analyze(source, _options.Scripts, cancellationToken).Model is not { } model || IsOwn(model.Class, compilation, cancellationToken))
            {
                return null;
            }

            if (_scripts.Find(script => IsCalledAs(script, model) && text.IsIn(script.Text)) is { } same)
            {
                return same;
            }

            if (!_paths.Contains(path) && !Collides(model))
            {
                _paths.Add(path);
                _scripts.Add(model);
                _moved.Add(new MovedScript(path, file));
                return model;
            }
        }

        return null;
    }

    /// <summary>The script of a file that exists.</summary>
    public ScriptModel? At(string filePath) => _scripts.Find(script => script.FilePath == filePath);

    /// <summary>Whether the file's method is called with these declarations, whatever the names are.</summary>
    public bool IsCalledWith(ScriptModel script, MovedText text, IEnumerable<string> declarations, CancellationToken cancellationToken)
    {
        var source = new ScriptSource(script.FilePath, text.With(declarations), IsUtf8: true, _options.RootNamespace, ClassName: null);
        return ScriptCompiler.Analyze(source, _options.Scripts, cancellationToken).Model is { } wanted && IsCalledAs(script, wanted);
    }

    /// <summary>Whether the calls of two scripts differ only in names.</summary>
    private static bool IsCalledAs(ScriptModel script, ScriptModel wanted) =>
        script.Parameters.Select(parameter => parameter.Type).SequenceEqual(wanted.Parameters.Select(parameter => parameter.Type))
        && script.Parameters.All(parameter => parameter.Default is null)
        && script.Keys.Count == wanted.Keys.Count
        && script.Arguments.Count == wanted.Arguments.Count
        && script.Arguments.Zip(wanted.Arguments, (mine, other) => (mine as SentSingle)?.Value == (other as SentSingle)?.Value).All(isSame => isSame)
        && script.IsReadOnly == wanted.IsReadOnly
        && CSharpNames.TypeOf(script.Reply, "") == CSharpNames.TypeOf(wanted.Reply, "")
        && script.Returns == wanted.Returns;

    /// <summary>Whether the project declares a type with the class's name that the generated class cannot extend.</summary>
    private static bool IsOwn(ClassName id, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.Assembly.GetTypeByMetadataName(id.Namespace.Length > 0 ? $"{id.Namespace}.{id.Name}" : id.Name) is { } type
        && (type.IsStatic || type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is not ClassDeclarationSyntax declaration || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)));

    private bool Collides(ScriptModel model) =>
        ClassModelBuilder.Build(_scripts.Append(model).ToImmutableArray(), _options.Visibility, hasServices: false)
            .Conflicts.Collisions.Any(collision => collision.FilePath == model.FilePath || collision.OtherFilePath == model.FilePath);

    /// <summary>The script folder that contains a path: up to the last folder named <c>Scripts</c> or <c>Lua</c>.</summary>
    private static string? FolderOf(string path)
    {
        var folders = path.Split('/');
        var marker = Array.FindLastIndex(folders, folders.Length - 2, ScriptNaming.IsMarker);
        return marker < 0 ? null : string.Join("/", folders.Take(marker + 1));
    }
}
