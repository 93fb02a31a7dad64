namespace LuaGen.Language.Commands;

/// <summary>How far the arguments of a call could be read, and what was wanted there.</summary>
internal sealed class ArgumentFault
{
    private readonly List<ArgumentNode> _expected = [];

    /// <summary>The first argument that no reading takes; behind the last where something is missing.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>The tokens and values that could stand there.</summary>
    public IReadOnlyList<ArgumentNode> Expected => _expected;

    /// <summary>Of what is wanted at the end, that without which nothing fits; empty where every token and value there will do.</summary>
    public IReadOnlyList<ArgumentNode> Lacking { get; private set; } = [];

    /// <summary>Two options that are not taken together, where the second stands there.</summary>
    public (string First, string Second)? Exclusion { get; private set; }

    /// <summary>What newer servers take there.</summary>
    public ArgumentNode? Newer { get; private set; }

    public void Expect(int position, ArgumentNode node)
    {
        if (Reach(position) && !_expected.Contains(node))
        {
            _expected.Add(node);
        }
    }

    public void Lack(IEnumerable<TokenNode> tokens, bool isAtEnd)
    {
        if (isAtEnd)
        {
            Lacking = [.. tokens];
        }
    }

    public void ExpectEnd(int position) => Reach(position);

    public void Exclude(int position, TokenNode first, TokenNode second)
    {
        if (Reach(position))
        {
            Exclusion = (first.Text, second.Text);
        }
    }

    public void Block(int position, ArgumentNode node, bool stands)
    {
        if (Reach(position) && stands)
        {
            Newer = node;
        }
    }

    private bool Reach(int position)
    {
        if (position > Position)
        {
            _expected.Clear();
            (Position, Exclusion, Newer) = (position, null, null);
        }

        return position == Position;
    }
}
