using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>A local variable, a parameter or a loop variable.</summary>
internal sealed class LocalSymbol(Identifier declaration, Expression? value, int slot, int depth)
{
    public Identifier Declaration { get; } = declaration;

    public string Name => Declaration.Name;

    /// <summary>What it is declared with; <see langword="null"/> where that is no single expression of its own.</summary>
    public Expression? Value { get; } = value;

    /// <summary>Its place among the locals of its function that are in scope with it, as the compiler's registers count.</summary>
    public int Slot { get; } = slot;

    /// <summary>How many functions stand around it; 0 in the script itself.</summary>
    public int Depth { get; } = depth;

    /// <summary>Whether anything is assigned to it after its declaration.</summary>
    public bool IsReassigned { get; set; }

    /// <summary>Whether a function inside of its own names it: an upvalue there.</summary>
    public bool IsCaptured { get; set; }

    /// <summary>What it holds wherever it is seen: its only value, or <see langword="null"/> where that cannot be said.</summary>
    public Expression? OnlyValue => IsReassigned ? null : Value;
}
