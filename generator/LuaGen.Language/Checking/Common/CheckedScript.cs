using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Common;

/// <summary>What every check sees of a script.</summary>
/// <param name="types">The script with what its expressions can be.</param>
/// <param name="header">Its header as written.</param>
/// <param name="traits">Where it runs, and whether it only reads.</param>
/// <param name="keyUses">The keys among the arguments of its calls.</param>
/// <param name="findings">Takes what is found.</param>
internal sealed class CheckedScript(TypedScript types, ScriptHeader header, ScriptTraits traits, IReadOnlyList<KeyUse> keyUses, FindingBag findings)
{
    private TestedLocals? _testedLocals;
    private KeyDeclarationAdvice? _keyAdvice;

    public TypedScript Types { get; } = types;

    public BoundScript Bound => Types.Script;

    /// <summary>The body is compared with it only where it is <see cref="ScriptHeader.IsComplete"/>.</summary>
    public ScriptHeader Header { get; } = header;

    public ScriptTraits Traits { get; } = traits;

    public IReadOnlyList<KeyUse> KeyUses { get; } = keyUses;

    public FindingBag Findings { get; } = findings;

    public TestedLocals TestedLocals => _testedLocals ??= TestedLocals.Of(Bound);

    public KeyDeclarationAdvice KeyAdvice => _keyAdvice ??= new KeyDeclarationAdvice(Types, Header);
}
