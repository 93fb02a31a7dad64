using Microsoft.CodeAnalysis;

namespace LuaGen.CodeFixes.Moving;

/// <summary>The white space at the start of a line of C#.</summary>
internal static class Indentation
{
    /// <summary>That of the line in which a node starts.</summary>
    public static string Of(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart(' ', '\t').Length);
    }
}
