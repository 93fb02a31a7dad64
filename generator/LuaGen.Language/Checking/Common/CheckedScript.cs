using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Includes;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Common;

/// <summary>The input of every check.</summary>
/// <param name="types">The script with the inferred values of its expressions.</param>
/// <param name="header">The header as written.</param>
/// <param name="traits">Where the script runs, and whether it is read-only.</param>
/// <param name="keyUses">The keys that the script's calls use.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed class CheckedScript(TypedScript types, ScriptHeader header, ScriptTraits traits, IReadOnlyList<KeyUse> keyUses, FindingBag findings)
{
    private TestedLocals? _testedLocals;
    private KeyDeclarationAdvice? _keyAdvice;
    private DeclaredArguments? _arguments;
    private CallPlaces? _places;
    private BuiltTables? _tables;
    private AssuredReplies? _assured;
    private LineNames? _lines;

    public TypedScript Types { get; } = types;

    public BoundScript Bound => Types.Script;

    /// <summary>The header. Checks compare the body with it only if <see cref="ScriptHeader.IsComplete"/>.</summary>
    public ScriptHeader Header { get; } = header;

    public ScriptTraits Traits { get; } = traits;

    public IReadOnlyList<KeyUse> KeyUses { get; } = keyUses;

    public FindingBag Findings { get; } = findings;

    /// <summary>The files that the script comes from, if it includes any.</summary>
    public ComposedScript? Composed { get; init; }

    public LineNames Lines => _lines ??= new LineNames(Bound.Tree.Text, Composed);

    public TestedLocals TestedLocals => _testedLocals ??= TestedLocals.Of(Bound);

    /// <summary>What the header says of the arguments; nothing if it could not be parsed completely.</summary>
    public DeclaredArguments Arguments => _arguments ??= new DeclaredArguments(Types, Header.IsComplete ? Header : ScriptHeader.Empty);

    public CallPlaces Places => _places ??= CallPlaces.Of(Bound.Tree);

    public BuiltTables Tables => _tables ??= BuiltTables.Of(Bound);

    public AssuredReplies AssuredReplies => _assured ??= AssuredReplies.Of(this);

    public KeyDeclarationAdvice KeyAdvice => _keyAdvice ??= new KeyDeclarationAdvice(Types, Header);
}
