using System.Text;
using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>
/// The types that a class exchanges as JSON. Each is named once, in a using alias under a <c>#line</c> of the header: a type
/// that the compiler does not find is one error at its declaration, however often the class uses it.
/// </summary>
internal static class JsonAlias
{
    /// <summary>Types that are found wherever they are used, whatever the project imports.</summary>
    private static readonly (string Namespace, string[] Names)[] WellKnown =
    [
        ("System.Collections.Generic", ["Dictionary", "HashSet", "ICollection", "IDictionary", "IEnumerable", "IList", "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlyList", "IReadOnlySet", "ISet", "KeyValuePair", "LinkedList", "List", "Queue", "SortedDictionary", "SortedList", "SortedSet", "Stack"]),
        ("System.Collections.Immutable", ["ImmutableArray", "ImmutableDictionary", "ImmutableHashSet", "ImmutableList", "ImmutableSortedDictionary", "ImmutableSortedSet"]),
    ];

    /// <summary>The alias of a type: <c>List&lt;Order&gt;</c> → <c>Json_List_Order</c>.</summary>
    public static string Of(string type) => "Json_" + Identifier(type);

    /// <summary>The field that holds the type info of a type.</summary>
    public static string Field(string type) => "_json" + Identifier(type);

    /// <summary>Writes the aliases of a class.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="model">The class.</param>
    /// <param name="root">The path from the folder of the generated source to the project's folder.</param>
    public static void Emit(CSharpWriter writer, ClassModel model, string root)
    {
        var hasAny = false;
        foreach (var (declaration, file) in model.JsonDeclarations)
        {
            var type = CSharp(declaration.Type, out var prefix);
            var alias = $"using {Of(declaration.Type)} = ";
            var end = declaration.Column + type.Length - prefix;
            writer.Write($"""
                #line ({declaration.Line}, {declaration.Column}) - ({declaration.Line}, {end}) {alias.Length + prefix} "{LinePath(root + file)}"
                {alias}{type};
                #line default
                """);
            hasAny = true;
        }

        if (hasAny)
        {
            writer.BlankLine();
        }
    }

    /// <summary>The type in C#, with keywords escaped and well-known names qualified.</summary>
    /// <param name="type">The type as the header names it.</param>
    /// <param name="prefix">The number of characters before the name that the header has.</param>
    public static string CSharp(string type, out int prefix)
    {
        prefix = 0;
        var result = new StringBuilder(type.Length);
        for (var i = 0; i < type.Length;)
        {
            var start = i;
            while (i < type.Length && IsNameCharacter(type[i]))
            {
                i++;
            }

            if (i == start)
            {
                result.Append(type[i++]);
                continue;
            }

            var name = type.Substring(start, i - start);
            var isQualified = start > 0 && type[start - 1] == '.';
            if (!isQualified && i < type.Length && type[i] == '<' && NamespaceOf(name) is { } @namespace)
            {
                var qualifier = $"global::{@namespace}.";
                prefix = start == 0 ? qualifier.Length : prefix;
                result.Append(qualifier);
            }

            result.Append(IsPredefined(name) ? name : CSharpNames.Escape(name));
        }

        return result.ToString();
    }

    private static string? NamespaceOf(string name) => WellKnown.FirstOrDefault(known => Array.IndexOf(known.Names, name) >= 0).Namespace;

    /// <summary>Keywords that are types; other keywords can only be names.</summary>
    private static bool IsPredefined(string name) => name is
        "bool" or "byte" or "char" or "decimal" or "double" or "float" or "int" or "long" or "object" or "sbyte" or "short" or "string" or "uint" or "ulong" or "ushort";

    private static bool IsNameCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    /// <summary>A path for <c>#line</c>, which has no escapes: a quotation mark would end it.</summary>
    private static string LinePath(string path) => XmlDoc.OneLine(path).Replace('"', '\'');

    /// <summary>An identifier that no other type has.</summary>
    private static string Identifier(string type)
    {
        var name = new StringBuilder(type.Length);
        foreach (var c in type)
        {
            _ = c switch
            {
                '_' => name.Append("__"),
                '.' or '<' => name.Append('_'),
                ',' => name.Append("_and_"),
                '[' => name.Append("_array"),
                '?' => name.Append("_orNull"),
                '>' or ']' or ' ' => name,
                _ => name.Append(c),
            };
        }

        return name.ToString();
    }
}
