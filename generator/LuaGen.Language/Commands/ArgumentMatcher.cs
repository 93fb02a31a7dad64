namespace LuaGen.Language.Commands;

/// <summary>
/// Decides whether the arguments of a call can match a command's grammar. An argument that is not constant may be
/// anything, including a token, and an open call may continue in any way: only arguments that cannot match are reported.
/// </summary>
/// <remarks>
/// A bit mask represents a set of positions between arguments. Each node of the grammar maps the positions where it may
/// begin to those where it may end. So nothing is tried twice, and the work is bounded by the size of the grammar times
/// the number of arguments; <see cref="MaxCombinations"/> bounds options in any order.
/// </remarks>
internal sealed partial class ArgumentMatcher
{
    /// <summary>Longer calls are not checked, because their positions do not fit in a mask.</summary>
    private const int MaxArguments = 62;

    private static readonly ArgumentNode Several = new SequenceNode([]);

    private readonly string?[] _arguments;
    private readonly bool _isOpen;
    private readonly ServerList _servers;
    private readonly ArgumentFault? _fault;
    private bool _gaveUp;

    /// <summary>The node that each argument matches; <see cref="Several"/> if there is more than one.</summary>
    private ArgumentNode?[]? _matched;
    private bool[]? _isNumber;
    private int _watched;
    private List<ValueNode>? _values;

    private ArgumentMatcher(string?[] arguments, bool isOpen, ServerList servers, ArgumentFault? fault) =>
        (_arguments, _isOpen, _servers, _fault) = (arguments, isOpen, servers, fault);

    /// <summary>Whether the arguments can match what all servers accept.</summary>
    /// <param name="arguments">The constant arguments; <see langword="null"/> for the others.</param>
    /// <param name="isOpen">Whether any number of further arguments may follow.</param>
    public static bool Fits(ArgumentNode grammar, string?[] arguments, bool isOpen, ServerList servers) =>
        new ArgumentMatcher(arguments, isOpen, servers, fault: null).Fits(grammar);

    /// <summary>The same, and the values of the grammar that one of the arguments can be.</summary>
    public static bool Fits(ArgumentNode grammar, string?[] arguments, bool isOpen, ServerList servers, int watched, List<ValueNode> values) =>
        arguments.Length <= MaxArguments && new ArgumentMatcher(arguments, isOpen, servers, fault: null) { _watched = watched, _values = values }.Fits(grammar);

    /// <summary>Why the arguments do not match; only called when they do not.</summary>
    public static ArgumentFault FaultOf(ArgumentNode grammar, string?[] arguments, bool isOpen, ServerList servers)
    {
        var fault = new ArgumentFault();
        new ArgumentMatcher(arguments, isOpen, servers, fault).Fits(grammar);
        return fault;
    }

    /// <summary>The value that each argument is, where the grammar leaves no choice; <see langword="null"/> if the arguments do not fit.</summary>
    /// <param name="isNumber">Whether an argument that is not constant is a number, and so never a token.</param>
    public static ValueNode?[]? ValuesOf(ArgumentNode grammar, string?[] arguments, bool[]? isNumber, bool isOpen, ServerList servers)
    {
        var matched = new ArgumentNode?[arguments.Length];
        var matcher = new ArgumentMatcher(arguments, isOpen, servers, fault: null) { _matched = matched, _isNumber = isNumber };
        return !matcher.Fits(grammar) ? null
            : matcher._gaveUp ? new ValueNode?[arguments.Length]
            : Array.ConvertAll(matched, static node => node as ValueNode);
    }

    private bool Fits(ArgumentNode grammar)
    {
        if (_arguments.Length > MaxArguments)
        {
            return true;
        }

        var ends = Match(grammar, 1);
        if (_gaveUp || Has(ends, _arguments.Length))
        {
            return true;
        }

        for (var i = 0; i < _arguments.Length; i++)
        {
            if (Has(ends, i))
            {
                _fault?.ExpectEnd(i);
            }
        }

        return false;
    }

    /// <summary>The positions where a node can end if it begins at one of the given positions.</summary>
    private ulong Match(ArgumentNode node, ulong positions)
    {
        if (positions == 0)
        {
            return 0;
        }

        if (!node.IsOn(_servers))
        {
            NoteNewer(node, positions);
            return node is OptionalNode ? positions : 0;
        }

        return node switch
        {
            TokenNode or ValueNode => MatchWord(node, positions),
            SequenceNode sequence => MatchSequence(sequence, positions),
            ChoiceNode choice => MatchChoice(choice, positions),
            OptionalNode optional => positions | Match(optional.Item, positions),
            RepeatedNode repeated => MatchRepeated(repeated, positions),
            CountedNode counted => MatchCounted(counted, positions),
            OptionsNode options => MatchOptions(options, positions),
            _ => positions,
        };
    }

    private ulong MatchWord(ArgumentNode node, ulong positions)
    {
        var ends = 0UL;
        for (var position = 0; position < _arguments.Length; position++)
        {
            if (Has(positions, position))
            {
                if (_arguments[position] is not { } argument ? !(node is TokenNode && _isNumber?[position] == true) : CanBe(argument, node))
                {
                    Note(position, node);
                    ends |= Bit(position + 1);
                    if (position == _watched && node is ValueNode value)
                    {
                        _values?.Add(value);
                    }
                }
                else
                {
                    _fault?.Expect(position, node);
                }
            }
        }

        if (Has(positions, _arguments.Length))
        {
            if (_isOpen)
            {
                ends |= Bit(_arguments.Length);
            }
            else
            {
                _fault?.Expect(_arguments.Length, node);
            }
        }

        return ends;
    }

    private ulong MatchSequence(SequenceNode node, ulong positions)
    {
        foreach (var item in node.Items)
        {
            positions = Match(item, positions);
        }

        return positions;
    }

    private ulong MatchChoice(ChoiceNode node, ulong positions)
    {
        var ends = 0UL;
        foreach (var alternative in node.Alternatives)
        {
            ends |= Match(alternative, positions);
        }

        return ends;
    }

    private ulong MatchRepeated(RepeatedNode node, ulong positions)
    {
        var ends = 0UL;
        while (positions != 0)
        {
            positions = Match(node.Item, positions) & ~ends;
            ends |= positions;
        }

        return ends;
    }

    private ulong MatchCounted(CountedNode node, ulong positions)
    {
        var ends = 0UL;
        for (var position = 0; position <= _arguments.Length; position++)
        {
            if (!Has(positions, position))
            {
                continue;
            }

            var from = Match(node.Count, Bit(position));
            if (position == _arguments.Length || _arguments[position] is not { } argument || ConstantValues.IntegerOf(argument) is not { } count)
            {
                ends |= MatchRepeated(node.Items, from);
                continue;
            }

            // Every server refuses an empty list, whatever follows.
            if (count <= 0)
            {
                _fault?.Expect(position, node.Count);
                continue;
            }

            // At the open end any number of items matches, and one step does not leave the open end.
            for (var i = 0L; i < count && from != 0 && i <= _arguments.Length; i++)
            {
                from = Match(node.Items.Item, from);
            }

            ends |= from;
        }

        return ends;
    }

    private void NoteNewer(ArgumentNode node, ulong positions)
    {
        for (var position = 0; _fault is not null && position <= _arguments.Length; position++)
        {
            if (Has(positions, position))
            {
                _fault.Block(position, node, IsLed(node, position));
            }
        }
    }

    /// <summary>Whether the argument certainly begins a node that a server does not have.</summary>
    private bool IsLed(ArgumentNode node, int position) =>
        position < _arguments.Length
        && (ArgumentOptions.LeadingTokens(node) is not { } tokens || _arguments[position] is not { } argument || tokens.Any(token => Is(argument, token)));

    private void Note(int position, ArgumentNode node)
    {
        if (_matched is { } matched)
        {
            matched[position] = matched[position] is null || matched[position] == node ? node : Several;
        }
    }

    private static bool CanBe(string argument, ArgumentNode node) =>
        node is TokenNode token ? Is(argument, token) : ConstantValues.CanBe(argument, ((ValueNode)node).Kind);

    private static bool Is(string argument, TokenNode token) => argument.Equals(token.Text, StringComparison.OrdinalIgnoreCase);

    private static ulong Bit(int position) => 1UL << position;

    private static bool Has(ulong positions, int position) => (positions & Bit(position)) != 0;
}
