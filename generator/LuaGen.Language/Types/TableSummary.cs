namespace LuaGen.Language.Types;

/// <summary>
/// The summary of all tables that one expression of the script creates: everything that is ever stored in them. The order of
/// stores is not tracked, so what a table contains at one point, it may contain at every point.
/// </summary>
internal sealed class TableSummary(Fixpoint progress)
{
    private TableSummary? _into;
    private AbstractValue _elements;
    private AbstractValue _named;
    private Dictionary<string, AbstractValue>? _fields;

    /// <summary>The command, if the table is a reply.</summary>
    public string? Command { get; private set; }

    /// <summary>The number of elements of the reply, if known.</summary>
    public int? Length { get; private set; }

    /// <summary>Whether it may contain values that the analysis does not see.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether a conclusion depends on it, which a further store would invalidate.</summary>
    public bool WasRead { get; set; }

    /// <summary>The values under numeric keys.</summary>
    public AbstractValue Elements => _elements;

    /// <summary>Whether it has any key that is not a number.</summary>
    public bool HasNames => _fields is not null || _named.Kinds != LuaKinds.None;

    /// <summary>The summary that this one was merged into.</summary>
    public TableSummary Root
    {
        get
        {
            var root = this;
            while (root._into is { } into)
            {
                root = into;
            }

            return root;
        }
    }

    /// <summary>The reply of a command, to which only the command writes.</summary>
    public static TableSummary OfReply(Fixpoint progress, string command, AbstractValue elements, int? length) =>
        new(progress) { Command = command, Length = length, _elements = elements };

    public void StoreElement(AbstractValue value)
    {
        Store(ref _elements, value);
        Length = null;
    }

    /// <summary>Stores a value under an unknown key that is not a number.</summary>
    public void StoreNamed(AbstractValue value) => Store(ref _named, value);

    public void StoreField(string name, AbstractValue value)
    {
        var field = FieldOf(name);
        Store(ref field, value);
        (_fields ??= new Dictionary<string, AbstractValue>(StringComparer.Ordinal))[name] = field;
    }

    /// <summary>The value that is stored under exactly this name.</summary>
    public AbstractValue FieldOf(string name) => _fields is { } fields && fields.TryGetValue(name, out var value) ? value : AbstractValue.Nothing;

    /// <summary>The values that may be under a name.</summary>
    public AbstractValue NamedBy(string name) => FieldOf(name).Join(_named);

    /// <summary>All values that it may contain.</summary>
    public AbstractValue Everything()
    {
        var all = _elements.Join(_named);
        foreach (var field in _fields ?? [])
        {
            all = all.Join(field.Value);
        }

        return all;
    }

    /// <summary>Whether another reply has the same shape.</summary>
    public bool Agrees(TableSummary other) => Command == other.Command && Length == other.Length && Elements.Join(other.Elements).Equals(Elements);

    /// <summary>From here on, code that the analysis does not see may store anything.</summary>
    public void Open()
    {
        var root = Root;
        if (root.IsOpen)
        {
            return;
        }

        root.IsOpen = true;
        root.Note(hasGrown: true);
        root._elements.Escape();
        root._named.Escape();
        foreach (var value in root._fields?.Values.ToArray() ?? [])
        {
            value.Escape();
        }
    }

    /// <summary>Merges two summaries that can no longer be distinguished.</summary>
    public TableSummary Unite(TableSummary other)
    {
        var (root, gone) = (Root, other.Root);
        if (root == gone)
        {
            return root;
        }

        gone._into = root;
        root.WasRead |= gone.WasRead;
        root.Note(hasGrown: true);
        root.Command = root.Command == gone.Command ? root.Command : null;
        var length = root.Length == gone.Length ? root.Length : null;
        root.Store(ref root._elements, gone._elements);
        root.Store(ref root._named, gone._named);
        root.Length = length;
        foreach (var field in gone._fields ?? [])
        {
            root.StoreField(field.Key, field.Value);
        }

        if (gone.IsOpen)
        {
            root.Open();
        }

        return root;
    }

    private void Store(ref AbstractValue place, AbstractValue value)
    {
        var joined = place.Join(value);
        Note(!joined.Equals(place));
        place = joined;
        if (IsOpen)
        {
            value.Escape();
        }
    }

    private void Note(bool hasGrown) => progress.MustRepeat |= hasGrown && WasRead;
}
