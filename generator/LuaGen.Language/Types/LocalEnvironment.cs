namespace LuaGen.Language.Types;

/// <summary>The values of one function's locals at one program point, by slot.</summary>
internal sealed class LocalEnvironment
{
    private AbstractValue[] _slots;

    public LocalEnvironment() => _slots = new AbstractValue[8];

    private LocalEnvironment(LocalEnvironment other)
    {
        _slots = new AbstractValue[Math.Max(4, other.Count + 2)];
        Count = other.Count;
        Array.Copy(other._slots, _slots, Count);
    }

    /// <summary>The number of slots in use.</summary>
    public int Count { get; private set; }

    public AbstractValue this[int slot]
    {
        get => slot < Count ? _slots[slot] : AbstractValue.Nothing;
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

    public LocalEnvironment Copy() => new(this);

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
    public static LocalEnvironment? Join(LocalEnvironment? left, LocalEnvironment? right)
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

    public bool Subsumes(LocalEnvironment other)
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
