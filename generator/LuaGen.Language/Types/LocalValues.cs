namespace LuaGen.Language.Types;

/// <summary>The values of one function's locals at one program point, by slot.</summary>
internal sealed class LocalValues
{
    private LuaValue[] _slots;

    public LocalValues() => _slots = new LuaValue[8];

    private LocalValues(LocalValues other)
    {
        _slots = new LuaValue[Math.Max(4, other.Count + 2)];
        Count = other.Count;
        Array.Copy(other._slots, _slots, Count);
    }

    /// <summary>The number of slots in use.</summary>
    public int Count { get; private set; }

    public LuaValue this[int slot]
    {
        get => slot < Count ? _slots[slot] : LuaValue.Nothing;
        set
        {
            if (slot >= _slots.Length)
            {
                Array.Resize(ref _slots, Math.Max(slot + 1, _slots.Length * 2));
            }

            Count = Math.Max(Count, slot + 1);
            _slots[slot] = value;
        }
    }

    public LocalValues Copy() => new(this);

    /// <summary>Leaves a scope.</summary>
    public void Truncate(int count)
    {
        if (count < Count)
        {
            Array.Clear(_slots, count, Count - count);
            Count = count;
        }
    }

    /// <summary>
    /// The values where two paths join; <see langword="null"/> is a path that is not taken. Neither argument may be used
    /// afterwards, because one of them becomes the result.
    /// </summary>
    public static LocalValues? Join(LocalValues? left, LocalValues? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        left.Truncate(right.Count);
        for (var i = 0; i < left.Count; i++)
        {
            left._slots[i] = left._slots[i].Join(right._slots[i]);
        }

        return left;
    }

    public bool Holds(LocalValues other)
    {
        for (var i = 0; i < Count; i++)
        {
            if (!_slots[i].Equals(other[i]))
            {
                return false;
            }
        }

        return true;
    }
}
