namespace LuaGen.Language.HeaderTypes;

/// <summary>
/// A type that a header can name. A type is one row: a static property of this class holds everything about it. Types that
/// are composed of others (<c>T[]</c>, <c>map&lt;K, V&gt;</c>, records) or of values (<c>'asc' | 'desc'</c>) are syntax and
/// have no row.
/// </summary>
internal sealed partial class HeaderType
{
    // Without a static constructor the type is beforefieldinit, and All could be read before the rows are initialized.
    static HeaderType()
    {
    }

    private HeaderType(string name, WireKind kind, ArgumentTraits? argument, ReplyTraits? reply)
    {
        Name = name;
        Kind = kind;
        Argument = argument;
        Reply = reply;
        Rows.InOrder.Add(this);
        Rows.ByName.Add(name, this);
    }

    /// <summary>Every type, in the order in which messages and documents list them.</summary>
    public static IReadOnlyList<HeaderType> All => Rows.InOrder;

    public static IEnumerable<string> ArgumentNames => All.Where(type => type.Argument is not null).Select(type => type.Name);

    public static IEnumerable<string> ReplyNames => All.Where(type => type.Reply is not null).Select(type => type.Name);

    /// <summary>The name in a header.</summary>
    public string Name { get; }

    public WireKind Kind { get; }

    /// <summary>The traits as an argument; <see langword="null"/> if only a reply can have the type.</summary>
    public ArgumentTraits? Argument { get; }

    /// <summary>The traits as a reply; <see langword="null"/> if only an argument can have the type.</summary>
    public ReplyTraits? Reply { get; }

    /// <summary>Whether <c>tonumber</c> converts every value to a number.</summary>
    public bool IsNumber => Kind switch
    {
        WireKind.Whole or WireKind.WideWhole or WireKind.Fraction or WireKind.Duration or WireKind.Moment => true,
        WireKind.Bytes or WireKind.Text or WireKind.Status or WireKind.Boolean or WireKind.Guid or WireKind.Anything => false,
        _ => throw new InvalidOperationException($"Nothing is known of {Kind}."),
    };

    /// <summary>The type with that name, or <see langword="null"/>.</summary>
    public static HeaderType? Find(string name) => Rows.ByName.TryGetValue(name, out var type) ? type : null;

    public override string ToString() => Name;

    /// <summary>A separate class, because the order in which the static initializers of a partial class's files run is not defined.</summary>
    private static class Rows
    {
        public static List<HeaderType> InOrder { get; } = [];

        public static Dictionary<string, HeaderType> ByName { get; } = new(StringComparer.Ordinal);
    }
}
