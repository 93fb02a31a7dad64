using System.Text;
using LuaGen.Generator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.Reporting;

/// <summary>Binds the C# types that headers name as generated code does: in the namespace of the class, with the project's global usings.</summary>
internal static class JsonTypeBinding
{
    /// <summary>The symbols of the types; an error type where C# does not find one.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="types">The namespaces of the classes, and the types as headers name them.</param>
    public static IReadOnlyList<ITypeSymbol?> Bind(Compilation compilation, IReadOnlyList<(string Namespace, string Type)> types)
    {
        var source = new StringBuilder("#nullable enable\n");
        for (var i = 0; i < types.Count; i++)
        {
            var alias = $"using T{i} = {JsonAlias.CSharp(types[i].Type)};";
            _ = types[i].Namespace.Length == 0
                ? source.Insert(0, alias + "\n")
                : source.Append($"namespace {CSharpNames.Namespace(types[i].Namespace)} {{ {alias} }}\n");
        }

        var tree = CSharpSyntaxTree.ParseText(source.ToString(), (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options);
        var model = compilation.AddSyntaxTrees(tree).GetSemanticModel(tree);
        var bound = new ITypeSymbol?[types.Count];
        foreach (var alias in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>())
        {
            if (model.GetDeclaredSymbol(alias) is { } symbol)
            {
                bound[int.Parse(symbol.Name.Substring(1), System.Globalization.CultureInfo.InvariantCulture)] = symbol.Target as ITypeSymbol;
            }
        }

        return bound;
    }

    /// <summary>Whether C# finds the type, with all its type arguments.</summary>
    public static bool IsFound(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsFound(array.ElementType),
        INamedTypeSymbol named => named.TypeKind != TypeKind.Error && named.TypeArguments.All(IsFound),
        _ => type is not null,
    };

    /// <summary>The type, or the part of it, that is less accessible than the class; null if there is none, or if C# does not find the type.</summary>
    public static ITypeSymbol? LessAccessible(ITypeSymbol? type, bool isPublic) => type switch
    {
        IArrayTypeSymbol array => LessAccessible(array.ElementType, isPublic),
        INamedTypeSymbol { TypeKind: not TypeKind.Error } named =>
            !IsAccessible(named, isPublic) ? named
            : named.TypeArguments.Select(argument => LessAccessible(argument, isPublic)).FirstOrDefault(hidden => hidden is not null),
        _ => null,
    };

    private static bool IsAccessible(INamedTypeSymbol type, bool isPublic)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var isAccessible = current.DeclaredAccessibility is Accessibility.Public or Accessibility.NotApplicable
                || (!isPublic && current.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal);
            if (!isAccessible)
            {
                return false;
            }
        }

        return true;
    }
}
