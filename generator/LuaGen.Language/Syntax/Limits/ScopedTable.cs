namespace LuaGen.Language.Syntax.Limits;

/// <summary>
/// Numbers that functions assign to symbols, nested like the functions. The symbol itself holds the innermost number;
/// this stack saves the number that it hides until the inner scope ends.
/// </summary>
internal sealed class ScopedTable(bool ofLocals)
{
    private (Symbol Symbol, Scoped Hidden)[] _entries = new (Symbol, Scoped)[32];

    public int Count { get; private set; }

    public void Push(Symbol symbol, Scoped scoped)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        ref var slot = ref Slot(symbol);
        _entries[Count++] = (symbol, slot);
        slot = scoped;
    }

    public void PopTo(int count)
    {
        while (Count > count)
        {
            ref var entry = ref _entries[--Count];
            Slot(entry.Symbol) = entry.Hidden;
        }
    }

    private ref Scoped Slot(Symbol symbol) => ref ofLocals ? ref symbol.Local : ref symbol.Constant;
}
