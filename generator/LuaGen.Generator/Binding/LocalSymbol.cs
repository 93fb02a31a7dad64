using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Binding;

/// <summary>A local variable, a parameter or a loop variable.</summary>
internal sealed class LocalSymbol(Identifier declaration, Expression? value)
{
    public Identifier Declaration { get; } = declaration;

    public string Name => Declaration.Name;

    /// <summary>What it is declared with; <see langword="null"/> where that is no single expression of its own.</summary>
    public Expression? Value { get; } = value;

    /// <summary>Whether anything is assigned to it after its declaration.</summary>
    public bool IsReassigned { get; set; }

    /// <summary>What it holds wherever it is seen: its only value, or <see langword="null"/> where that cannot be said.</summary>
    public Expression? OnlyValue => IsReassigned ? null : Value;
}
