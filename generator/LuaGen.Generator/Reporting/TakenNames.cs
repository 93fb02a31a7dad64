using System.Collections.Immutable;
using LuaGen.Generator.Emit;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.Reporting;

/// <summary>Finds what the project's own code has given the name of a generated type to.</summary>
internal sealed class TakenNames(Compilation compilation, string projectDirectory)
{
    /// <summary>What takes the name, if anything does.</summary>
    /// <param name="name">The generated type.</param>
    /// <param name="isPartial">Whether the project may declare it as a partial class, to add members.</param>
    public TakenName? Find(ClassName name, bool isPartial) => Declaration(name, isPartial) ?? TypeOfNamespace(name) ?? HiddenType(name);

    /// <summary>The declaration of a type or a namespace of that name.</summary>
    private TakenName? Declaration(ClassName name, bool isPartial)
    {
        if (compilation.Assembly.GetTypeByMetadataName(name.ToString()) is { } type)
        {
            var declarations = type.DeclaringSyntaxReferences;
            return isPartial && declarations.All(declaration => declaration.GetSyntax() is ClassDeclarationSyntax part && part.Modifiers.Any(modifier => modifier.ValueText == "partial"))
                ? null
                : new TakenName($"{PlaceOf(declarations)} declares that name");
        }

        return NamespaceOf(name) is { } declared ? new TakenName($"{PlaceOf(declared.DeclaringSyntaxReferences)} declares that name") : null;
    }

    /// <summary>A type with the name of the namespace or of a part of it. Such types are common where a small program has no namespace.</summary>
    private TakenName? TypeOfNamespace(ClassName name)
    {
        for (var end = name.Namespace.Length; end > 0; end = name.Namespace.LastIndexOf('.', end - 1))
        {
            var part = name.Namespace.Substring(0, end);
            if (compilation.Assembly.GetTypeByMetadataName(part) is { } type)
            {
                return new TakenName($"{PlaceOf(type.DeclaringSyntaxReferences)} declares a type with the name of its namespace, '{part}'", part);
            }
        }

        return null;
    }

    /// <summary>A type of another namespace that code of the project would no longer find by its name alone.</summary>
    private TakenName? HiddenType(ClassName name)
    {
        if (!compilation.ContainsSymbolsWithName(name.Name, SymbolFilter.Type))
        {
            return null;
        }

        Compilation? generated = null;
        foreach (var tree in compilation.SyntaxTrees.Where(tree => tree.GetText().ToString().Contains(name.Name)))
        {
            var before = compilation.GetSemanticModel(tree);
            foreach (var use in tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name.Name))
            {
                if (before.GetSymbolInfo(use).Symbol is not INamedTypeSymbol type)
                {
                    continue;
                }

                generated ??= compilation.AddSyntaxTrees(Declaring(name, tree.Options));
                if (generated.GetSemanticModel(tree).GetSymbolInfo(use).Symbol?.ToDisplayString() != type.ToDisplayString())
                {
                    return new TakenName($"{PlaceOf(ImmutableArray.Create(use.GetReference()))} uses '{type.ToDisplayString()}' by that name");
                }
            }
        }

        return null;
    }

    private static SyntaxTree Declaring(ClassName name, ParseOptions options)
    {
        var type = $"class {CSharpNames.EscapeType(name.Name)};";
        return CSharpSyntaxTree.ParseText(name.Namespace.Length == 0 ? type : $"namespace {CSharpNames.Namespace(name.Namespace)} {{ {type} }}", (CSharpParseOptions)options);
    }

    private INamespaceSymbol? NamespaceOf(ClassName name)
    {
        var current = compilation.SourceModule.GlobalNamespace;
        foreach (var part in name.ToString().Split('.'))
        {
            current = current?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        }

        return current;
    }

    private string PlaceOf(ImmutableArray<SyntaxReference> declarations) =>
        declarations.Select(declaration => ScriptPath.InProject(declaration.SyntaxTree.FilePath, link: null, projectDirectory)).FirstOrDefault(path => path.Length > 0)
        ?? "the project";
}
