using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>A local variable, a parameter or a loop variable.</summary>
internal sealed class LocalSymbol(Identifier declaration, Expression? value, int slot, int depth)
{
    public Identifier Declaration { get; } = declaration;

    public string Name => Declaration.Name;

    /// <summary>The initial value; <see langword="null"/> if it is not a single expression of its own.</summary>
    public Expression? Value { get; } = value;

    /// <summary>Its index among the locals of its function that are in scope, numbered like the compiler's registers.</summary>
    public int Slot { get; } = slot;

    /// <summary>The number of enclosing functions; 0 in the main chunk.</summary>
    public int Depth { get; } = depth;

    /// <summary>Whether it is assigned after its declaration.</summary>
    public bool IsReassigned { get; set; }

    /// <summary>Whether an inner function uses it as an upvalue.</summary>
    public bool IsCaptured { get; set; }

    /// <summary>The only value that it can have, or <see langword="null"/> if that is unknown.</summary>
    public Expression? OnlyValue => IsReassigned ? null : Value;
}
