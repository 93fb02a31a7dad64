using LuaGen.Language.Text;
using Microsoft.CodeAnalysis;

namespace LuaGen.CodeFixes.Passing;

/// <summary>Finds what a call could pass for a key or value that its script has a name for.</summary>
internal sealed class NamesInScope(SemanticModel model, CancellationToken cancellationToken)
{
    /// <param name="position">Where it is to be passed.</param>
    /// <param name="name">The script's name for it.</param>
    /// <param name="isKey">Whether it is a key.</param>
    /// <param name="type">What it has to become.</param>
    public string? Find(int position, string name, bool isKey, ITypeSymbol type)
    {
        var camel = Identifiers.Camel(name);
        string[] names = isKey && !camel.EndsWith("Key", StringComparison.Ordinal) ? [camel, camel + "Key"] : [camel];
        var isStatic = IsStatic(position);
        foreach (var candidate in names.SelectMany(word => new[] { word, "_" + word, Identifiers.Pascal(word) }))
        {
            foreach (var symbol in model.LookupSymbols(position, name: candidate))
            {
                if (TypeOf(symbol, position, isStatic) is { } found && model.Compilation.ClassifyCommonConversion(found, type) is { IsImplicit: true, Exists: true })
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    /// <summary>The type of a value that can be read there.</summary>
    private static ITypeSymbol? TypeOf(ISymbol symbol, int position, bool isStatic) => symbol switch
    {
        ILocalSymbol local => local.DeclaringSyntaxReferences is [var declaration] && declaration.Span.End <= position ? local.Type : null,
        IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
        IFieldSymbol field when field.IsStatic || !isStatic => field.Type,
        IPropertySymbol { GetMethod: not null, IsIndexer: false } property when property.IsStatic || !isStatic => property.Type,
        _ => null,
    };

    private bool IsStatic(int position)
    {
        var symbol = model.GetEnclosingSymbol(position, cancellationToken);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction, IsStatic: false })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol is null or { IsStatic: true };
    }
}
