namespace LuaGen.Language.Syntax;

/// <summary>Interns the names, strings and numbers of one script; equal texts are one string in memory.</summary>
internal sealed class StringTable
{
    private const int SmallNumbers = 16;

    private readonly Symbol?[] _small = new Symbol?[SmallNumbers];
    private Symbol?[] _buckets = new Symbol?[64];
    private Dictionary<double, Symbol>? _numbers;

    public int Count { get; private set; }

    /// <summary>The hash of a text; the lexer computes the same hash character by character.</summary>
    public static int Hash(ReadOnlySpan<char> text)
    {
        var hash = 0;
        foreach (var c in text)
        {
            hash = Hash(hash, c);
        }

        return hash;
    }

    public static int Hash(int hash, char next) => unchecked((hash * 31) + next);

    /// <summary>The symbol of a part of the script's text.</summary>
    public Symbol Get(ReadOnlySpan<char> text, int hash)
    {
        for (var symbol = _buckets[hash & (_buckets.Length - 1)]; symbol is not null; symbol = symbol.Next)
        {
            if (symbol.Hash == hash && text.SequenceEqual(symbol.Text.AsSpan()))
            {
                return symbol;
            }
        }

        return Add(text.ToString(), hash);
    }

    /// <summary>The symbol of a text that the script spells differently, such as a string with escapes.</summary>
    public Symbol Get(string text) => Get(text.AsSpan(), Hash(text.AsSpan()));

    /// <summary>The symbol of a number. 0 and -0 have the same symbol, because equal keys share a constant.</summary>
    public Symbol Get(double number)
    {
        if (number >= 0 && number < SmallNumbers && number == (int)number)
        {
            return _small[(int)number] ??= new Symbol("", 0, null);
        }

        // Adding zero turns -0 into 0; .NET Framework hashes the two differently.
        number += 0.0;
        _numbers ??= [];
        if (!_numbers.TryGetValue(number, out var symbol))
        {
            symbol = new Symbol("", 0, null);
            _numbers.Add(number, symbol);
            Count++;
        }

        return symbol;
    }

    private Symbol Add(string text, int hash)
    {
        if (Count++ > _buckets.Length)
        {
            Grow();
        }

        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        bucket = new Symbol(text, hash, bucket);
        return bucket;
    }

    private void Grow()
    {
        var old = _buckets;
        _buckets = new Symbol?[old.Length * 4];
        foreach (var first in old)
        {
            for (var symbol = first; symbol is not null;)
            {
                var next = symbol.Next;
                ref var bucket = ref _buckets[symbol.Hash & (_buckets.Length - 1)];
                symbol.Next = bucket;
                bucket = symbol;
                symbol = next;
            }
        }
    }
}
