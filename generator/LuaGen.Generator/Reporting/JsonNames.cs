using LuaGen.Language.Checking.Sandbox;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

/// <summary>The names that <c>System.Text.Json</c> gives to the members of a type. What a converter or a naming policy decides is unknown.</summary>
internal static class JsonNames
{
    private const string Attributes = "System.Text.Json.Serialization.";

    /// <summary>The member that a script means by a name that the JSON of the type does not have.</summary>
    /// <param name="type">The type that the header names.</param>
    /// <param name="path">The names that the script reads, from the outermost.</param>
    /// <returns>The type that has the member, the member, and its name in JSON; <see langword="null"/> if the JSON has the name, or may have it.</returns>
    public static (ITypeSymbol Owner, ISymbol Member, string Name, bool IsStated)? Meant(ITypeSymbol? type, EquatableArray<string> path)
    {
        for (var i = 0; type is not null; i++)
        {
            type = WithoutNull(type);
            if (path[i] == JsonFieldRead.Element)
            {
                type = ElementOf(type);
                continue;
            }

            if (!IsPlainObject(type))
            {
                return null;
            }

            var members = MembersOf(type);
            if (members.FirstOrDefault(member => NameOf(member) == path[i]) is { } found)
            {
                type = i == path.Count - 1 || HasConverter(found) ? null : TypeOf(found);
                continue;
            }

            var meant = i == path.Count - 1 ? members.FirstOrDefault(member => Letters(NameOf(member)) == Letters(path[i]) || Letters(member.Name) == Letters(path[i])) : null;
            return meant is null ? null : (type, meant, NameOf(meant), StatedName(meant) is not null);
        }

        return null;
    }

    /// <summary>Whether the project may name members of JSON by a policy, so that a name that no attribute states is unknown.</summary>
    public static bool MayUsePolicy(Compilation compilation, CancellationToken cancellationToken) => compilation.SyntaxTrees.Any(tree =>
        tree.GetText(cancellationToken).ToString() is var text
        && (text.IndexOf("NamingPolicy", StringComparison.Ordinal) >= 0 || text.IndexOf("JsonSerializerDefaults", StringComparison.Ordinal) >= 0));

    /// <summary>An object of declared members: no collection, no value with a form of its own, nothing that adds members of its own.</summary>
    private static bool IsPlainObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None }
        && type.ContainingNamespace?.ToDisplayString() is var space && !(space == "System" || space?.StartsWith("System.", StringComparison.Ordinal) == true)
        && !type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
        && !HasConverter(type)
        && !BaseTypes(type).Any(each => Has(each, "JsonPolymorphicAttribute") || Has(each, "JsonDerivedTypeAttribute") || each.GetMembers().Any(member => Has(member, "JsonExtensionDataAttribute")));

    private static ISymbol[] MembersOf(ITypeSymbol type) =>
    [
        .. BaseTypes(type).SelectMany(each => each.GetMembers()).Where(member => !member.IsStatic && !Has(member, "JsonIgnoreAttribute") && member switch
        {
            IPropertySymbol property => !property.IsIndexer && property.GetMethod is { } get && (get.DeclaredAccessibility == Accessibility.Public || Has(property, "JsonIncludeAttribute")),
            IFieldSymbol field => !field.IsImplicitlyDeclared && Has(field, "JsonIncludeAttribute"),
            _ => false,
        }),
    ];

    private static string NameOf(ISymbol member) => StatedName(member) ?? member.Name;

    private static string? StatedName(ISymbol member) =>
        member.GetAttributes().FirstOrDefault(attribute => Is(attribute, "JsonPropertyNameAttribute"))?.ConstructorArguments is [{ Value: string name }] ? name : null;

    /// <summary>What spellings of one name have in common: <c>unit_price</c>, <c>unitPrice</c>, <c>UnitPrice</c>.</summary>
    private static string Letters(string name) => name.Replace("_", "").Replace("-", "").ToUpperInvariant();

    private static ITypeSymbol? TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    private static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    /// <summary>The elements of a list; <see langword="null"/> for a dictionary, whose JSON is an object.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        var interfaces = type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself ? type.AllInterfaces.Insert(0, itself) : type.AllInterfaces;
        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            { SpecialType: SpecialType.System_String } => null,
            _ when interfaces.Any(implemented => implemented.Name is "IDictionary" or "IReadOnlyDictionary") => null,
            _ => interfaces.FirstOrDefault(implemented => implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        };
    }

    private static IEnumerable<ITypeSymbol> BaseTypes(ITypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool HasConverter(ISymbol symbol) => Has(symbol, "JsonConverterAttribute");

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(each => Is(each, attribute));

    private static bool Is(AttributeData attribute, string name)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Name == name && type.ToDisplayString() == Attributes + name)
            {
                return true;
            }
        }

        return false;
    }
}
