using System.Collections;
using System.Reflection;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Tests.Syntax;

/// <summary>Walks any tree, without recursion, through the properties of its nodes, so that no node is missed.</summary>
internal static class SpanChecks
{
    private static readonly Dictionary<Type, PropertyInfo[]> Properties = [];

    /// <summary>Asserts that every node is within its parent, and the root within the text.</summary>
    public static void Check(SyntaxTree tree)
    {
        Assert.InRange(tree.Chunk.Span.End, 0, tree.Text.Length);
        foreach (var (parent, child) in Pairs(tree.Chunk))
        {
            if (!parent.Span.Contains(child.Span))
            {
                Assert.Fail($"{child.GetType().Name} {child.Span} lies outside of {parent.GetType().Name} {parent.Span}");
            }
        }
    }

    /// <summary>The nodes of a tree, each with its parent.</summary>
    public static IEnumerable<(SyntaxNode Parent, SyntaxNode Child)> Pairs(SyntaxNode root)
    {
        var pending = new Stack<SyntaxNode>([root]);
        while (pending.TryPop(out var node))
        {
            foreach (var child in Children(node))
            {
                yield return (node, child);
                pending.Push(child);
            }
        }
    }

    private static IEnumerable<SyntaxNode> Children(SyntaxNode node)
    {
        PropertyInfo[] properties;
        lock (Properties)
        {
            if (!Properties.TryGetValue(node.GetType(), out properties!))
            {
                properties = [.. node.GetType().GetProperties().Where(property =>
                    typeof(SyntaxNode).IsAssignableFrom(property.PropertyType)
                    || (property.PropertyType.IsGenericType && typeof(SyntaxNode).IsAssignableFrom(property.PropertyType.GetGenericArguments()[0])))];
                Properties.Add(node.GetType(), properties);
            }
        }

        return properties.Select(property => property.GetValue(node)).SelectMany(value => value switch
        {
            SyntaxNode child => [child],
            IEnumerable children => children.Cast<SyntaxNode>(),
            _ => Array.Empty<SyntaxNode>(),
        });
    }
}
