using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>What the code of a script tells of one key or argument.</summary>
internal sealed class InferredParameter
{
    /// <summary>The local that it is bound to, if any.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the script takes it for a number (<c>tonumber</c>).</summary>
    public bool IsNumber { get; set; }

    /// <summary>What stands in for it when it is missing: a number or a string.</summary>
    public Expression? Default { get; set; }
}
