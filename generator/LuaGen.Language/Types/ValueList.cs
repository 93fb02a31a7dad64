namespace LuaGen.Language.Types;

/// <summary>A list of values: the arguments of a call, or its results.</summary>
/// <param name="Items">The first values.</param>
/// <param name="Rest">The value of all others: nil if there are none.</param>
internal sealed record ValueList(IReadOnlyList<AbstractValue> Items, AbstractValue Rest)
{
    public static ValueList None { get; } = new([], AbstractValue.Nil);

    /// <summary>Any number of unknown values.</summary>
    public static ValueList Unknown { get; } = new([], AbstractValue.Any);

    public AbstractValue First => this[0];

    /// <summary>Whether the number of values is unknown.</summary>
    public bool IsOpen => !Rest.Is(LuaKinds.Nil);

    public AbstractValue this[int index] => index < Items.Count ? Items[index] : Rest;

    public static ValueList One(AbstractValue value) => new([value], AbstractValue.Nil);

    public ValueList Join(ValueList other)
    {
        var items = new AbstractValue[Math.Max(Items.Count, other.Items.Count)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = this[i].Join(other[i]);
        }

        return new ValueList(items, Rest.Join(other.Rest));
    }

    public bool Subsumes(ValueList other)
    {
        for (var i = 0; i < Math.Max(Items.Count, other.Items.Count); i++)
        {
            if (!this[i].Equals(other[i]))
            {
                return false;
            }
        }

        return Rest.Equals(other.Rest);
    }

    /// <summary>Marks all values as escaped: they can no longer be tracked.</summary>
    public void Escape()
    {
        foreach (var item in Items)
        {
            item.Escape();
        }

        Rest.Escape();
    }
}
