namespace LuaGen.Language.Types;

/// <summary>
/// All that is ever stored in the tables that one place of the script makes. The order of stores is not kept: what a table
/// holds somewhere, it may hold everywhere.
/// </summary>
internal sealed class TableFacts(Progress progress)
{
    private TableFacts? _into;
    private LuaValue _elements;
    private LuaValue _named;
    private Dictionary<string, LuaValue>? _fields;

    /// <summary>The command whose reply it is.</summary>
    public string? Command { get; private set; }

    /// <summary>How many elements the reply has, where that is known.</summary>
    public int? Length { get; private set; }

    /// <summary>Whether it may hold what is not seen here.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether anything was concluded from it: a further store makes that wrong.</summary>
    public bool WasRead { get; set; }

    /// <summary>What lies under numbers.</summary>
    public LuaValue Elements => _elements;

    /// <summary>Whether anything lies under a key that is no number.</summary>
    public bool HasNames => _fields is not null || _named.Kinds != LuaKinds.None;

    /// <summary>The facts that these have become part of.</summary>
    public TableFacts Root
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

    /// <summary>The reply of a command: only the command writes to it.</summary>
    public static TableFacts OfReply(Progress progress, string command, LuaValue elements, int? length) =>
        new(progress) { Command = command, Length = length, _elements = elements };

    public void StoreElement(LuaValue value)
    {
        Store(ref _elements, value);
        Length = null;
    }

    /// <summary>A store under a key that is no number, and not known.</summary>
    public void StoreNamed(LuaValue value) => Store(ref _named, value);

    public void StoreField(string name, LuaValue value)
    {
        var field = FieldOf(name);
        Store(ref field, value);
        (_fields ??= new Dictionary<string, LuaValue>(StringComparer.Ordinal))[name] = field;
    }

    /// <summary>What is stored under exactly that name.</summary>
    public LuaValue FieldOf(string name) => _fields is { } fields && fields.TryGetValue(name, out var value) ? value : LuaValue.Nothing;

    /// <summary>What may lie under a name.</summary>
    public LuaValue NamedBy(string name) => FieldOf(name).Join(_named);

    /// <summary>What may lie anywhere.</summary>
    public LuaValue Everything()
    {
        var all = _elements.Join(_named);
        foreach (var field in _fields ?? [])
        {
            all = all.Join(field.Value);
        }

        return all;
    }

    /// <summary>Whether another reply is of the same shape.</summary>
    public bool Agrees(TableFacts other) => Command == other.Command && Length == other.Length && Elements.Join(other.Elements).Equals(Elements);

    /// <summary>From here on anybody may store anything.</summary>
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

    /// <summary>Makes one of two that cannot be told apart any more.</summary>
    public TableFacts Unite(TableFacts other)
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

    private void Store(ref LuaValue place, LuaValue value)
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
