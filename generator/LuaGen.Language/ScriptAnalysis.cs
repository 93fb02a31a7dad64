using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Sandbox;
using LuaGen.Language.Header;
using LuaGen.Language.Includes;
using LuaGen.Language.Inference;
using LuaGen.Language.LuaScripts;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language;

/// <summary>The complete analysis of a script. Hosts keep only the parts that they need, because the trees are large.</summary>
/// <param name="script">The script with its names resolved.</param>
/// <param name="header">The header as written.</param>
internal sealed class ScriptAnalysis(BoundScript script, ScriptHeader header)
{
    public SyntaxTree Tree => Script.Tree;

    public BoundScript Script { get; } = script;

    public ScriptHeader Header { get; } = header;

    /// <summary>Whether the file is a Redis script; other files are ignored.</summary>
    public bool IsForRedis { get; init; } = true;

    /// <summary>Whether the file is only a part of other scripts.</summary>
    public bool IsFragment { get; init; }

    /// <summary>The header, completed with what the code shows.</summary>
    public ScriptHeader CompletedHeader { get; init; } = header;

    /// <summary>The inferred values of the script's expressions; <see langword="null"/> when the script does not parse.</summary>
    public TypedScript? Types { get; init; }

    /// <summary>The keys that the script's calls use; empty when the script does not parse.</summary>
    public IReadOnlyList<KeyUse> KeyUses { get; init; } = [];

    /// <summary>What is generated; <see langword="null"/> when a finding is an error, or when the file is not a Redis script.</summary>
    public ScriptModel? Model { get; init; }

    /// <summary>The functions of a library, each as a script of its own with the places of the file; their findings are those of the library. Empty for a script.</summary>
    public IReadOnlyList<ScriptAnalysis> Functions { get; init; } = [];

    /// <summary>Where a function of a library is written: its header first, then its code.</summary>
    public IReadOnlyList<SourceSpan> Regions { get; init; } = [];

    /// <summary>Where the comments start that may be the header of a function of a library.</summary>
    public IReadOnlyList<int> HeaderPlaces { get; init; } = [];

    /// <summary>What the code calls the tables of keys and arguments; a library has none outside its functions.</summary>
    public (string? Keys, string? Arguments) Tables { get; init; } = ("KEYS", "ARGV");

    /// <summary>The analysis that knows most about a place: of a library, that of the function there.</summary>
    public ScriptAnalysis At(int offset) =>
        Functions.FirstOrDefault(function => function.Regions.Any(region => region.Start <= offset && offset <= region.End)) ?? this;

    /// <summary>The findings, in the order of the stages.</summary>
    public EquatableArray<Finding> Findings { get; init; }

    /// <summary>The rules that comments suppress, for findings of the host.</summary>
    public EquatableArray<Suppression> Suppressions { get; init; }

    /// <summary>The C# types that the header names, for a host that can resolve them.</summary>
    public IEnumerable<JsonType> JsonTypes => Functions.Select(function => function.Header).Prepend(Header).SelectMany(each => each.JsonTypes());

    /// <summary>The fields that the script reads from declared JSON, for a host that can resolve the types.</summary>
    public EquatableArray<JsonFieldRead> JsonFields { get; init; } = [];

    /// <summary>
    /// Where the text comes from, for a file in the form of StackExchange.Redis's <c>LuaScript</c>; otherwise <see langword="null"/>.
    /// The spans of the tree, and of everything that refers to it, are places of <see cref="LuaScriptFile.Text"/>; those of findings are places in the file.
    /// </summary>
    public LuaScriptFile? LuaScript { get; init; }

    /// <summary>
    /// The script with the files that it includes; otherwise <see langword="null"/>. The spans of the tree are places of
    /// <see cref="ComposedScript.Text"/>; those of findings are places in the files.
    /// </summary>
    public ComposedScript? Composed { get; init; }

    /// <summary>The text of the file.</summary>
    public string Text => LuaScript?.Source ?? Composed?.Files[0].Text ?? Tree.Text;

    /// <summary>The findings as places of the tree, in the same order.</summary>
    public EquatableArray<Finding> TreeFindings { private get; init; }

    /// <summary>A finding as one about the tree.</summary>
    public Finding InTree(Finding finding)
    {
        var index = LuaScript is null && Composed is null ? -1 : Findings.ToList().IndexOf(finding);
        return index < 0 ? finding : TreeFindings[index];
    }

    /// <summary>The place in the file of a place in the tree.</summary>
    public SourceSpan InFile(SourceSpan span) => LuaScript?.ToSource(span) ?? Composed?.ToOwnFile(span) ?? span;

    /// <summary>All that is generated.</summary>
    public IEnumerable<ScriptModel> Models => Model is null ? FunctionModels : [Model];

    /// <summary>What is generated for the functions of a library; nothing when a finding is an error.</summary>
    public IEnumerable<ScriptModel> FunctionModels => Findings.Any(finding => finding.IsError) ? [] : Functions.Select(function => function.Model).OfType<ScriptModel>();

    /// <summary>The part that the generator caches.</summary>
    public CompiledScript ToCompiled() => new(Model, Findings, IsForRedis ? JsonTypes.ToEquatableArray() : [], Suppressions)
    {
        IsForRedis = IsForRedis,
        IsFragment = IsFragment,
        JsonFields = Functions.SelectMany(function => function.JsonFields).Concat(JsonFields).ToEquatableArray(),
        Functions = FunctionModels.ToEquatableArray(),
    };

    /// <summary>The analysis of a script on which LuaGen itself failed.</summary>
    public static ScriptAnalysis Failed(string text, string message)
    {
        var tree = new SyntaxTree(text, shebang: null, new Block(default, []), []);
        return new ScriptAnalysis(Binder.Bind(tree, CancellationToken.None), ScriptHeader.Empty) { Findings = [new Finding(Rule.GeneratorFault, default, [message])] };
    }
}
