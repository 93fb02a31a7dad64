using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Inference;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language;

/// <summary>Everything that is known of a script. Hosts keep of it what they need: the trees are large.</summary>
/// <param name="script">The script with its names resolved.</param>
/// <param name="header">Its header as written.</param>
internal sealed class ScriptAnalysis(BoundScript script, ScriptHeader header)
{
    public SyntaxTree Tree => Script.Tree;

    public BoundScript Script { get; } = script;

    public ScriptHeader Header { get; } = header;

    /// <summary>Whether the file is a Redis script at all; others are ignored.</summary>
    public bool IsForRedis { get; init; } = true;

    /// <summary>The header with what the code tells beyond it.</summary>
    public ScriptHeader CompletedHeader { get; init; } = header;

    /// <summary>What its expressions can be; <see langword="null"/> when it does not parse.</summary>
    public TypedScript? Types { get; init; }

    /// <summary>The keys among the arguments of its calls; none when it does not parse.</summary>
    public IReadOnlyList<KeyUse> KeyUses { get; init; } = [];

    /// <summary>What is generated for it; <see langword="null"/> when a finding is an error, or when it is not a script.</summary>
    public ScriptModel? Model { get; init; }

    /// <summary>What there is to report, in the order of the stages.</summary>
    public EquatableArray<Finding> Findings { get; init; }

    /// <summary>What its comments suppress, for what a host finds.</summary>
    public EquatableArray<Suppression> Suppressions { get; init; }

    /// <summary>The C# types that the header names, for a host that knows the project's types.</summary>
    public IEnumerable<JsonType> JsonTypes => Header.Arguments.Select(argument => argument.Type)
        .Concat(Header.Replies.Select(reply => reply.Type))
        .SelectMany(type => type.JsonTypes());

    /// <summary>What the generator keeps of it.</summary>
    public CompiledScript ToCompiled() => new(Model, Findings, IsForRedis ? JsonTypes.ToEquatableArray() : [], Suppressions);

    /// <summary>The analysis of a script on which LuaGen itself failed.</summary>
    public static ScriptAnalysis Failed(string text, string message)
    {
        var tree = new SyntaxTree(text, shebang: null, new Block(default, []), []);
        return new ScriptAnalysis(Binder.Bind(tree, CancellationToken.None), ScriptHeader.Empty) { Findings = [new Finding(Rule.GeneratorFault, default, [message])] };
    }
}
