namespace LuaGen.Language.Syntax;

/// <summary>
/// Collects lists of children whose lengths are not known in advance. Lists nest like productions, so all lists of one
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

    /// <summary>Removes the items since <paramref name="mark"/> from the stack and returns them.</summary>
    public T[] TakeSince(int mark)
    {
        var taken = Since(mark);
        var items = taken.Length == 0 ? [] : taken.ToArray();
        taken.Clear();
        Count = mark;
        return items;
    }
}
