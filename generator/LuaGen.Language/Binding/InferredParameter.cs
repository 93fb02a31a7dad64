using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>What the code shows about one key or argument.</summary>
internal sealed class InferredParameter
{
    /// <summary>The local that it is assigned to, if any.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the script converts it to a number (<c>tonumber</c>).</summary>
    public bool IsNumber { get; set; }

    /// <summary>The number or string that the script uses when it is missing.</summary>
    public Expression? Default { get; set; }
}
