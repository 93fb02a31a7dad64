using System.Text;
using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>
/// The types that a class exchanges as JSON. Each name of the project is in one using alias under a <c>#line</c> of the header:
/// a type that the compiler does not find is one error at its declaration, however often the class uses it.
/// </summary>
internal static class JsonAlias
{
    /// <summary>Types that are found wherever they are used, whatever the project imports.</summary>
    private static readonly (string Namespace, string[] Names)[] WellKnown =
    [
        ("System.Collections.Generic", ["Dictionary", "HashSet", "ICollection", "IDictionary", "IEnumerable", "IList", "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlyList", "IReadOnlySet", "ISet", "KeyValuePair", "LinkedList", "List", "Queue", "SortedDictionary", "SortedList", "SortedSet", "Stack"]),
        ("System.Collections.Immutable", ["ImmutableArray", "ImmutableDictionary", "ImmutableHashSet", "ImmutableList", "ImmutableSortedDictionary", "ImmutableSortedSet"]),
    ];

    /// <summary>A type where it is used, with the aliases of its names: <c>List&lt;Order&gt;</c> → <c>global::System.Collections.Generic.List&lt;Json_Order&gt;</c>.</summary>
    public static string Of(string type)
    {
        var result = new StringBuilder(type.Length);
        var end = 0;
        foreach (var (name, offset) in NamesIn(type))
        {
            result.Append(CSharp(type.Substring(end, offset - end))).Append("Json_").Append(Identifier(name));
            end = offset + name.Length;
        }

        return result.Append(CSharp(type.Substring(end))).ToString();
    }

    /// <summary>The field that holds the type info of a type.</summary>
    public static string Field(string type) => "_json" + Identifier(type);

    /// <summary>Writes the aliases of a class.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="model">The class.</param>
    /// <param name="root">The path from the folder of the generated source to the project's folder.</param>
    public static void Emit(CSharpWriter writer, ClassModel model, string root)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (declaration, file) in model.JsonDeclarations)
        {
            foreach (var (name, offset) in NamesIn(declaration.Type).Where(part => written.Add(part.Name)))
            {
                var alias = $"using Json_{Identifier(name)} = ";
                var column = declaration.Column + offset;
                writer.Write($"""
                    #line ({declaration.Line}, {column}) - ({declaration.Line}, {column + name.Length}) {alias.Length} "{LinePath(root + file)}"
                    {alias}{CSharp(name)};
                    #line default
                    """);
            }
        }

        if (written.Count > 0)
        {
            writer.BlankLine();
        }
    }

    /// <summary>
    /// The names in a type that depend on the project, outermost first, and where they are: <c>Order</c> in
    /// <c>Dictionary&lt;string, Order[]&gt;</c>. A generic type of the project is one name with its arguments, because it cannot have an alias without them.
    /// </summary>
    private static IEnumerable<(string Name, int Offset)> NamesIn(string type)
    {
        for (var i = 0; i < type.Length;)
        {
            var start = i;
            while (i < type.Length && (IsNameCharacter(type[i]) || type[i] == '.'))
            {
                i++;
            }

            var name = type.Substring(start, i - start);
            if (i < type.Length && type[i] == '<' && NamespaceOf(name) is null && name.Length > 0)
            {
                i = EndOfArguments(type, i);
                name = type.Substring(start, i - start);
            }

            if (name.Length == 0)
            {
                i++;
            }
            else if (!IsPredefined(name) && (i == type.Length || type[i] != '<'))
            {
                yield return (name, start);
            }
        }
    }

    /// <summary>The end of a generic type whose first arguments begin at a place, with the types nested in it.</summary>
    private static int EndOfArguments(string type, int start)
    {
        var depth = 0;
        for (var i = start; i < type.Length; i++)
        {
            if (depth == 0 && !IsNameCharacter(type[i]) && type[i] is not ('.' or '<'))
            {
                return i;
            }

            depth += type[i] switch { '<' => 1, '>' => -1, _ => 0 };
        }

        return type.Length;
    }

    /// <summary>The type in C#, with keywords escaped and well-known names qualified.</summary>
    public static string CSharp(string type)
    {
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
                result.Append($"global::{@namespace}.");
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
