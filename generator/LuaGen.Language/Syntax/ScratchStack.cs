namespace LuaGen.Language.Syntax;

/// <summary>
/// Collects lists of children whose lengths are not known before their end. Lists nest as productions do, so all of one
/// type share a stack, and each list costs one array of its exact length.
/// </summary>
internal sealed class ScratchStack<T>
{
    private T[] _items = new T[16];

    public int Count { get; private set; }

    public void Push(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public void DropTo(int mark)
    {
        Since(mark).Clear();
        Count = mark;
    }

    public Span<T> Since(int mark) => _items.AsSpan(mark, Count - mark);

    /// <summary>The items since <paramref name="mark"/>, which leave the stack.</summary>
    public T[] TakeSince(int mark)
    {
        var taken = Since(mark);
        var items = taken.Length == 0 ? [] : taken.ToArray();
        taken.Clear();
        Count = mark;
        return items;
    }
}
