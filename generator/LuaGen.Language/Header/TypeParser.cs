using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Header;

/// <summary>Parses one type; reports one finding and returns <see langword="null"/> if there is none.</summary>
/// <param name="allowCodes">Whether <c>Acquired = 1 | Busy = 0</c> is allowed, as in replies; after an argument's type, <c>=</c> begins the default.</param>
internal sealed class TypeParser(HeaderScanner scanner, FindingBag findings, bool allowCodes)
{
    private const int MaxDepth = 16;

    private int _depth;

    /// <summary><c>rtype = primary {"[]" | "?"}</c></summary>
    public TypeSyntax? ParseType()
    {
        if (_depth == MaxDepth)
        {
            findings.TypeTooDeep(scanner.SpanOfWord());
            return null;
        }

        _depth++;
        var start = scanner.Position;
        var type = ParsePrimary();
        for (var suffixes = 0; type is not null; suffixes++)
        {
            if (suffixes == MaxDepth)
            {
                findings.TypeTooDeep(scanner.SpanOfWord());
                type = null;
            }
            else if (scanner.TryTake("[]"))
            {
                type = new ArrayType(scanner.SpanFrom(start), type);
            }
            else if (scanner.TryTake("?"))
            {
                type = new NullableType(scanner.SpanFrom(start), type);
            }
            else
            {
                break;
            }
        }

        _depth--;
        return type;
    }

    private TypeSyntax? ParsePrimary()
    {
        var start = scanner.Position;
        if (scanner.TryTake("("))
        {
            return ParseFields() is { } fields ? new RecordType(scanner.SpanFrom(start), fields) : null;
        }

        if (scanner.TryTake("flat("))
        {
            return ParseFields() is { } fields ? new FlatType(scanner.SpanFrom(start), fields) : null;
        }

        if (scanner.TryTake("map<"))
        {
            return ParseMap(start);
        }

        if (scanner.TryTake("json<"))
        {
            return ParseJson(start);
        }

        if (scanner.TryTakeQuoted() is { } literal)
        {
            return ParseEnum(start, literal);
        }

        if (scanner.TryTakeName() is { } name)
        {
            return allowCodes && TryTakeCode() is { } code ? ParseCodes(start, new CodeSyntax(name, code))
                : HeaderType.Find(name) is { } type ? new NamedType(scanner.SpanFrom(start), type)
                : new UnknownType(scanner.SpanFrom(start), name);
        }

        return Expected("a type");
    }

    /// <summary><c>fields = name ":" SP rtype {"," SP name ":" SP rtype}</c>, up to the parenthesis.</summary>
    private EquatableArray<FieldSyntax>? ParseFields()
    {
        var fields = new List<FieldSyntax>();
        do
        {
            var start = scanner.Position;
            if (scanner.TryTakeName() is not { } name)
            {
                Expected("a field name");
                return null;
            }

            var nameSpan = scanner.SpanFrom(start);
            if (!scanner.TryTakeSpaced(":"))
            {
                Expected($"`: type` after the field '{name}'");
                return null;
            }

            if (ParseType() is not { } type)
            {
                return null;
            }

            fields.Add(new FieldSyntax(nameSpan, name, type));
        }
        while (scanner.TryTakeSpaced(","));

        return Close(")") ? fields.ToEquatableArray() : null;
    }

    private MapType? ParseMap(int start)
    {
        if (ParseType() is not { } key)
        {
            return null;
        }

        if (!scanner.TryTakeSpaced(","))
        {
            Expected("`, type` for the values of the map");
            return null;
        }

        return ParseType() is { } value && Close(">") ? new MapType(scanner.SpanFrom(start), key, value) : null;
    }

    private JsonType? ParseJson(int start)
    {
        if (scanner.TryTakeCSharpType() is not { } name)
        {
            Expected("the full name of a C# type");
            return null;
        }

        return Close(">") ? new JsonType(scanner.SpanFrom(start), name) : null;
    }

    private EnumType? ParseEnum(int start, string first)
    {
        var literals = new List<string> { first };
        while (scanner.TryTakeSpaced("|"))
        {
            if (scanner.TryTakeQuoted() is not { } literal)
            {
                Expected("a quoted value after `|`");
                return null;
            }

            literals.Add(literal);
        }

        return new EnumType(scanner.SpanFrom(start), literals.ToEquatableArray());
    }

    private CodesType? ParseCodes(int start, CodeSyntax first)
    {
        var codes = new List<CodeSyntax> { first };
        while (scanner.TryTakeSpaced("|"))
        {
            if (scanner.TryTakeName() is not { } name || TryTakeCode() is not { } value)
            {
                Expected("`Name = number` after `|`");
                return null;
            }

            codes.Add(new CodeSyntax(name, value));
        }

        return new CodesType(scanner.SpanFrom(start), codes.ToEquatableArray());
    }

    private long? TryTakeCode()
    {
        var start = scanner.Position;
        if (scanner.TryTakeSpaced("=") && scanner.TryTakeNumber() is { } number && long.TryParse(number, out var code))
        {
            return code;
        }

        scanner.Position = start;
        return null;
    }

    private bool Close(string bracket)
    {
        // A space after it is not consumed: two spaces begin the text.
        var start = scanner.Position;
        scanner.TryTake(" ");
        if (scanner.TryTake(bracket))
        {
            return true;
        }

        scanner.Position = start;

        Expected($"`{bracket}`");
        return false;
    }

    private TypeSyntax? Expected(string what)
    {
        findings.Expected(scanner.SpanOfWord(), what);
        return null;
    }
}
