namespace LuaGen.Language.HeaderTypes;

/// <summary>
/// One type that a header can name: everything known about it is in its row, a static property of this class. Types
/// that are made of others (<c>T[]</c>, <c>map&lt;K, V&gt;</c>, records) or of values (<c>'asc' | 'desc'</c>) are syntax,
/// and have no row.
/// </summary>
internal sealed partial class HeaderType
{
    // Runs the rows before anything of this class is read, so that All is complete.
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

    /// <summary>How a header spells it.</summary>
    public string Name { get; }

    public WireKind Kind { get; }

    /// <summary>What it is as an argument; <see langword="null"/> when only a reply can have it.</summary>
    public ArgumentTraits? Argument { get; }

    /// <summary>What it is as a reply; <see langword="null"/> when only an argument can have it.</summary>
    public ReplyTraits? Reply { get; }

    /// <summary>Whether <c>tonumber</c> makes a number of every value.</summary>
    public bool IsNumber => Kind switch
    {
        WireKind.Whole or WireKind.WideWhole or WireKind.Fraction or WireKind.Duration or WireKind.Moment => true,
        WireKind.Bytes or WireKind.Text or WireKind.Status or WireKind.Boolean or WireKind.Guid or WireKind.Anything => false,
        _ => throw new InvalidOperationException($"Nothing is known of {Kind}."),
    };

    /// <summary>The type of that name, if there is one.</summary>
    public static HeaderType? Find(string name) => Rows.ByName.TryGetValue(name, out var type) ? type : null;

    public override string ToString() => Name;

    /// <summary>Filled by the rows; a class of its own, since the order in which the files' rows run is not defined.</summary>
    private static class Rows
    {
        public static List<HeaderType> InOrder { get; } = [];

        public static Dictionary<string, HeaderType> ByName { get; } = new(StringComparer.Ordinal);
    }
}
