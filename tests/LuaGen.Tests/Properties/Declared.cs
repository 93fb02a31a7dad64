using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace LuaGen.Tests.Properties;

/// <summary>
/// The oracle: a second implementation of the table of reply types, written from the table alone. For a declared type and a
/// reply it gives the caller's result, formatted by <see cref="Canonical"/>, or <see langword="null"/> for a ScriptReplyException.
/// </summary>
internal abstract partial record Declared
{
    public abstract string? Read(RespValue reply);

    /// <summary>The result for an element beyond the end of the array: valid only if the type accepts nil.</summary>
    public string? ReadMissing() => Read(new RespValue('_', null, null));

    public static Declared Scalar(string word) => new ScalarType(word);

    public static Declared Nullable(Declared inner) => new NullableType(inner);

    public static Declared Array(Declared element) => new ArrayType(element);

    public static Declared Record(params Declared[] fields) => new RecordType(fields);

    public static Declared Flat(params Declared[] fields) => new FlatType(fields);

    public static Declared Map(Declared key, Declared value) => new MapType(key, value);

    public static Declared Named(params (string Wire, string Name)[] values) => new NamedType(values);

    [GeneratedRegex("^[+-]?[0-9]+$(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex("^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex GuidForm();

    private sealed record ScalarType(string Word) : Declared
    {
        public override string? Read(RespValue reply) => Word switch
        {
            "result" => reply.HasError ? null : Canonical.OfTree(reply),
            "nothing" => reply.HasError ? null : "done",
            "ok" => reply is { Kind: '+', Text: "OK" } ? "done" : null,
            "bool" => Bool(reply),
            // A verbatim string is a text and never a number.
            "string" or "status" or "bytes" or "value" when reply.Kind == '=' => OfText(reply.Text!),
            _ => reply.IsScalar ? OfText(reply.Text!) : null,
        };

        private static string? Bool(RespValue reply) => reply switch
        {
            { IsNil: true } => "False",
            { Kind: '#' } => reply.Text == "t" ? "True" : "False",
            { IsScalar: true, Text: "1" } => "True",
            { IsScalar: true, Text: "0" } => "False",
            _ => null,
        };

        private string? OfText(string text) => Word switch
        {
            "string" or "status" => Canonical.Of(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text))),
            "bytes" or "value" => Canonical.Of(Encoding.Latin1.GetBytes(text)),
            "int" => Within(text, int.MinValue, int.MaxValue),
            "uint" => Within(text, 0, uint.MaxValue),
            "long" => Within(text, long.MinValue, long.MaxValue),
            "ulong" => Within(text, 0, ulong.MaxValue),
            "double" => Double(text),
            "decimal" => Number().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Canonical.Of(number) : null,
            "guid" => GuidForm().IsMatch(text) ? Canonical.Of(Guid.Parse(text)) : null,
            "seconds" => Span(text, TimeSpan.TicksPerSecond),
            "milliseconds" => Span(text, TimeSpan.TicksPerMillisecond),
            "unixseconds" => Point(text, TimeSpan.TicksPerSecond),
            "unixmilliseconds" => Point(text, TimeSpan.TicksPerMillisecond),
            _ => throw new ArgumentOutOfRangeException(nameof(text), Word),
        };

        private static BigInteger? Integer(string text) =>
            Whole().IsMatch(text) ? BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

        private static string? Within(string text, BigInteger min, BigInteger max) =>
            Integer(text) is { } number && number >= min && number <= max ? number.ToString(CultureInfo.InvariantCulture) : null;

        private static string? Double(string text) => text switch
        {
            "inf" or "+inf" => Canonical.Of(double.PositiveInfinity),
            "-inf" => Canonical.Of(double.NegativeInfinity),
            "nan" or "-nan" => Canonical.Of(double.NaN),
            _ when !Number().IsMatch(text) => null,
            _ => double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? Canonical.Of(number) : null,
        };

        private static string? Span(string text, long ticks) =>
            Integer(text) * ticks is { } all && all >= long.MinValue && all <= long.MaxValue ? Canonical.Of(new TimeSpan((long)all)) : null;

        private static string? Point(string text, long ticks) =>
            Integer(text) * ticks + DateTimeOffset.UnixEpoch.Ticks is { } all && all >= 0 && all <= DateTimeOffset.MaxValue.Ticks
                ? Canonical.Of(new DateTimeOffset((long)all, TimeSpan.Zero))
                : null;
    }

    private sealed record NullableType(Declared Inner) : Declared
    {
        public override string? Read(RespValue reply) => reply.IsNil ? "null" : Inner.Read(reply);
    }

    private sealed record NamedType((string Wire, string Name)[] Values) : Declared
    {
        // Codes are numbers, which may also arrive as text; quoted values are compared case-sensitively.
        public override string? Read(RespValue reply) =>
            (reply.IsScalar || (reply.Kind == '=' && !Values.Any(value => Whole().IsMatch(value.Wire)))) && System.Array.Find(Values, value => value.Wire == reply.Text || IsSameNumber(value.Wire, reply.Text!)) is { Name: { } name } ? name : null;

        private static bool IsSameNumber(string wire, string text) =>
            Whole().IsMatch(wire) && Whole().IsMatch(text) && BigInteger.Parse(wire, CultureInfo.InvariantCulture) == BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }

    private sealed record ArrayType(Declared Element) : Declared
    {
        public override string? Read(RespValue reply) => reply.Kind is '*' or '~' && !reply.IsNil ? Canonical.List(reply.Items!.Select(Element.Read)) : null;
    }

    private sealed record RecordType(Declared[] Fields) : Declared
    {
        public override string? Read(RespValue reply) =>
            reply.IsArray && reply.Items!.Length <= Fields.Length
                ? Canonical.Record(Fields.Select((field, i) => i < reply.Items.Length ? field.Read(reply.Items[i]) : field.ReadMissing()))
                : null;
    }

    private sealed record FlatType(Declared[] Fields) : Declared
    {
        public override string? Read(RespValue reply) =>
            Rows(reply, Fields.Length) is { } rows
                ? Canonical.List(rows.Select(row => Canonical.Record(Fields.Select((field, i) => field.Read(row[i])))))
                : null;
    }

    private sealed record MapType(Declared Key, Declared Value) : Declared
    {
        public override string? Read(RespValue reply)
        {
            if (Rows(reply, 2) is not { } rows)
            {
                return null;
            }

            var pairs = new Dictionary<string, string>();
            foreach (var row in rows)
            {
                if (Key.Read(row[0]) is not { } key || Value.Read(row[1]) is not { } value)
                {
                    return null;
                }

                pairs[key] = value;
            }

            return Canonical.Map(pairs);
        }
    }

    /// <summary>The rows of an array of even length, a map or an array of pairs; a map has rows of two fields only.</summary>
    private static IEnumerable<RespValue[]>? Rows(RespValue reply, int fields)
    {
        if (reply.IsNil || !(reply.Kind == '*' || (reply.Kind == '%' && fields == 2)))
        {
            return null;
        }

        var items = reply.Items!;
        if (reply.Kind == '*' && items is [{ IsArray: true }, ..])
        {
            return items.All(item => item.IsArray && item.Items!.Length == fields) ? items.Select(item => item.Items!) : null;
        }

        return items.Length % fields == 0 ? items.Chunk(fields) : null;
    }
}
