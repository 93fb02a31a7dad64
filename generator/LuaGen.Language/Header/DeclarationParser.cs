using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Header;

/// <summary>
/// Parses one line as a declaration. Each production returns <see cref="Reading.Declared"/>, <see cref="Reading.Faulty"/>
/// (canonical, with an error reported) or <see cref="Reading.Loose"/> (begins like a declaration but does not match the grammar).
/// </summary>
internal sealed class DeclarationParser(HeaderLine line, FindingBag findings)
{
    internal enum Reading
    {
        Declared,
        Faulty,
        Loose,
    }

    private readonly HeaderScanner _scanner = new(line);

    /// <summary><c>key = "KEYS[" n ["..."] "]" SP path [gap text]</c></summary>
    public Reading ParseKey(out KeyDeclaration? key)
    {
        key = null;
        if (TakeIndex("KEYS[") is not { } index || TakePath() is not { } path || !_scanner.AtGap)
        {
            return Reading.Loose;
        }

        key = new KeyDeclaration(_scanner.SpanFrom(0), index.Span, index.Value, index.IsRest, path, _scanner.TakeRest());
        return Reading.Declared;
    }

    /// <summary><c>arg = "ARGV[" n ["..."] "]" SP path ":" SP type [SP "=" SP literal] [gap text]</c></summary>
    public Reading ParseArgument(out ArgumentDeclaration? argument)
    {
        argument = null;
        if (TakeIndex("ARGV[") is not { } index || TakePath() is not { } path || !_scanner.TryTake(":"))
        {
            return Reading.Loose;
        }

        _scanner.TryTake(" ");
        var trial = new FindingBag();
        var type = new TypeParser(_scanner, trial, allowCodes: false).ParseType();
        if (type is NamedType or UnknownType or null && !_scanner.AtGap && !_scanner.AtDefault)
        {
            // "ARGV[1] operation: push, pop or peek" is prose.
            return Reading.Loose;
        }

        findings.AddRange(trial);
        if (type is null)
        {
            return Reading.Faulty;
        }

        LiteralSyntax? literal = null;
        if (_scanner.TryTakeSpaced("="))
        {
            literal = TakeLiteral();
            if (literal is null)
            {
                findings.Expected(_scanner.SpanOfWord(), "a default such as `10`, `1.5`, `true` or `'text'`");
                return Reading.Faulty;
            }
        }

        if (!_scanner.AtGap)
        {
            findings.TextWithoutGap(_scanner.SpanOfWord());
            return Reading.Faulty;
        }

        var span = _scanner.SpanFrom(0);
        argument = new ArgumentDeclaration(span, index.Span, index.Value, index.IsRest, path, type, literal, _scanner.TakeRest());
        return Reading.Declared;
    }

    /// <summary><c>reply = ("RETURNS" | "RETURNS?") SP [name ":" SP] rtype [gap text]</c>; prose is <see cref="Reading.Loose"/>.</summary>
    public Reading ParseReply(out ReplyDeclaration? reply)
    {
        reply = null;
        _scanner.TryTake("RETURNS");
        var isNullable = _scanner.TryTake("?");
        if (!TakeBlanks())
        {
            return Reading.Loose;
        }

        if (!_scanner.AtTypeStart)
        {
            // "RETURNS - long", "RETURNS {a, b}"
            return Reading.Loose;
        }

        var name = TakeFieldName();
        var trial = new FindingBag();
        var type = new TypeParser(_scanner, trial, allowCodes: true).ParseType();
        if (type is null || !_scanner.AtGap)
        {
            // Without a leading name the line may be prose: "RETURNS the number of members". A name that is a type, or a type
            // before text, is a declaration with a separator missing: "RETURNS bool: true when taken".
            if (trial.Count == 0 && (name is null || TypeSpelling.IsTypeName(name.Value.Name) || type is not (null or UnknownType)))
            {
                return Reading.Loose;
            }

            findings.AddRange(trial);
            if (type is not null)
            {
                findings.TextWithoutGap(_scanner.SpanOfWord());
            }

            return Reading.Faulty;
        }

        reply = new ReplyDeclaration(_scanner.SpanFrom(0), isNullable, name, type, _scanner.TakeRest());
        return Reading.Declared;
    }

    /// <summary><c>raises = "RAISES" SP CODE [gap text]</c></summary>
    public Reading ParseRaises(out RaisesDeclaration? raises)
    {
        raises = null;
        _scanner.TryTake("RAISES");
        if (!TakeBlanks() || _scanner.TryTakeName() is not { } code || !_scanner.AtGap || code.Any(c => c is >= 'a' and <= 'z'))
        {
            return Reading.Loose;
        }

        raises = new RaisesDeclaration(_scanner.SpanFrom(0), code, _scanner.TakeRest());
        return Reading.Declared;
    }

    /// <summary><c>option = "@" name [SP value]</c></summary>
    public OptionDeclaration ParseOption(string name)
    {
        _scanner.TryTake("@" + name);
        var value = _scanner.TakeRest();
        return new OptionDeclaration(_scanner.SpanFrom(0), name, value.Length == 0 ? null : value);
    }

    private (SourceSpan Span, int Value, bool IsRest)? TakeIndex(string array)
    {
        _scanner.TryTake(array);
        var start = _scanner.Position;
        if (_scanner.TryTakeDigits() is not { } digits)
        {
            return null;
        }

        var span = _scanner.SpanFrom(start);
        var isRest = _scanner.TryTake("...");
        if (!_scanner.TryTake("]"))
        {
            return null;
        }

        // An index that overflows is reported like any other gap in the numbering.
        return (span, int.TryParse(digits, out var value) ? value : int.MaxValue, isRest);
    }

    private PathSyntax? TakePath()
    {
        if (!TakeBlanks())
        {
            return null;
        }

        var start = _scanner.Position;
        if (_scanner.TryTakeName() is not { } name)
        {
            return null;
        }

        string? member = null;
        if (_scanner.TryTake("."))
        {
            member = _scanner.TryTakeName();
            if (member is null)
            {
                return null;
            }
        }

        return new PathSyntax(_scanner.SpanFrom(start), name, member);
    }

    private FieldName? TakeFieldName()
    {
        var start = _scanner.Position;
        if (_scanner.TryTakeName() is { } name)
        {
            var span = _scanner.SpanFrom(start);
            if (_scanner.TryTake(":"))
            {
                _scanner.TryTake(" ");
                return new FieldName(span, name);
            }
        }

        _scanner.Position = start;
        return null;
    }

    private LiteralSyntax? TakeLiteral()
    {
        var start = _scanner.Position;
        if (_scanner.TryTakeQuoted() is { } text)
        {
            return new LiteralSyntax(_scanner.SpanFrom(start), LiteralKind.Text, text);
        }

        if (_scanner.TryTakeNumber() is { } number)
        {
            return new LiteralSyntax(_scanner.SpanFrom(start), LiteralKind.Number, number);
        }

        if (_scanner.TryTakeName() is "true" or "false")
        {
            var span = _scanner.SpanFrom(start);
            return new LiteralSyntax(span, LiteralKind.Boolean, span.Length == 4 ? "true" : "false");
        }

        _scanner.Position = start;
        return null;
    }

    /// <summary>The separator before a name: one or more spaces, since columns are often aligned by hand.</summary>
    private bool TakeBlanks()
    {
        var start = _scanner.Position;
        while (_scanner.TryTake(" ") || _scanner.TryTake("\t"))
        {
        }

        return _scanner.Position > start;
    }
}
