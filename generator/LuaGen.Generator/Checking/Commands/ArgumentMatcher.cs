namespace LuaGen.Generator.Checking.Commands;

/// <summary>
/// Finds out whether the arguments of a call can be read by a command's grammar. What is not constant may be anything,
/// a token too, and a call with an open end may go on in any way: only arguments that fit no reading at all do not fit.
/// </summary>
/// <remarks>
/// A set of positions between the arguments is a bit mask, and each node of the grammar maps the positions where it may
/// begin to those where it may end. So nothing is tried twice, and the work is bounded by the grammar's size times the
/// arguments' number; options in any order are bounded by <see cref="MaxCombinations"/>.
/// </remarks>
internal sealed class ArgumentMatcher
{
    /// <summary>Longer calls are not looked at; the positions of one fit into a mask.</summary>
    private const int MaxArguments = 62;

    /// <summary>Only many arguments that are not constant let so many options be meant at once.</summary>
    private const int MaxCombinations = 256;

    private readonly string?[] _arguments;
    private readonly bool _isOpen;
    private readonly ServerVersion _server;
    private readonly ArgumentFault? _fault;
    private bool _gaveUp;

    private ArgumentMatcher(string?[] arguments, bool isOpen, ServerVersion server, ArgumentFault? fault) =>
        (_arguments, _isOpen, _server, _fault) = (arguments, isOpen, server, fault);

    /// <summary>Whether there is a reading that a server of that version has.</summary>
    /// <param name="arguments">The constants among the arguments; <see langword="null"/> for the others.</param>
    /// <param name="isOpen">Whether any number of others may follow.</param>
    public static bool Fits(ArgumentNode grammar, string?[] arguments, bool isOpen, ServerVersion server) =>
        new ArgumentMatcher(arguments, isOpen, server, fault: null).Fits(grammar);

    /// <summary>Why arguments do not fit; asked only of those.</summary>
    public static ArgumentFault FaultOf(ArgumentNode grammar, string?[] arguments, bool isOpen, ServerVersion server)
    {
        var fault = new ArgumentFault();
        new ArgumentMatcher(arguments, isOpen, server, fault).Fits(grammar);
        return fault;
    }

    private bool Fits(ArgumentNode grammar)
    {
        if (_arguments.Length > MaxArguments)
        {
            return true;
        }

        var ends = Match(grammar, 1);
        if (_gaveUp || (ends & Bit(_arguments.Length)) != 0)
        {
            return true;
        }

        for (var i = 0; i < _arguments.Length; i++)
        {
            if ((ends & Bit(i)) != 0)
            {
                _fault?.ExpectEnd(i);
            }
        }

        return false;
    }

    /// <summary>Where a node can end that begins at one of some positions.</summary>
    private ulong Match(ArgumentNode node, ulong positions)
    {
        if (positions == 0)
        {
            return 0;
        }

        if (node.Since > _server)
        {
            Each(positions, position => _fault?.Block(position, node, IsLed(node, position)));
            return node is OptionalNode ? positions : 0;
        }

        return node switch
        {
            TokenNode token => MatchWord(positions, token, argument => Is(argument, token)),
            ValueNode value => MatchWord(positions, value, argument => Values.CanBe(argument, value.Kind)),
            SequenceNode sequence => sequence.Items.Aggregate(positions, (from, item) => Match(item, from)),
            ChoiceNode choice => choice.Alternatives.Aggregate(0UL, (ends, alternative) => ends | Match(alternative, positions)),
            OptionalNode optional => positions | Match(optional.Item, positions),
            RepeatedNode repeated => MatchRepeated(repeated, positions),
            CountedNode counted => MatchCounted(counted, positions),
            OptionsNode options => MatchOptions(options, positions),
            _ => positions,
        };
    }

    private ulong MatchWord(ulong positions, ArgumentNode node, Func<string, bool> fits)
    {
        var ends = 0UL;
        Each(positions, position =>
        {
            if (position == _arguments.Length)
            {
                ends |= _isOpen ? Bit(position) : 0;
                Expect(position, node, !_isOpen);
            }
            else if (_arguments[position] is not { } argument || fits(argument))
            {
                ends |= Bit(position + 1);
            }
            else
            {
                Expect(position, node, true);
            }
        });
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
        Each(positions, position =>
        {
            var from = Match(node.Count, Bit(position));
            if (position == _arguments.Length || _arguments[position] is not { } argument || Values.IntegerOf(argument) is not { } count)
            {
                ends |= MatchRepeated(node.Items, from);
                return;
            }

            // At the open end any number of items fits, and one step does not leave it.
            for (var i = 0L; i < count && from != 0 && i <= _arguments.Length; i++)
            {
                from = Match(node.Items.Item, from);
            }

            ends |= count > 0 ? from : 0;
        });
        return ends;
    }

    /// <summary>Options in any order: of each combination of them that may have come, where the next can begin.</summary>
    private ulong MatchOptions(OptionsNode node, ulong positions)
    {
        var open = _isOpen ? Bit(_arguments.Length) : 0;
        var reached = new Dictionary<ulong, ulong> { [0] = positions };
        var pending = new Queue<(ulong Used, ulong Positions)>();
        pending.Enqueue((0, positions & ~open));
        var ends = positions & open;
        while (pending.Count > 0)
        {
            var (used, from) = pending.Dequeue();
            ends |= node.Required.All(group => (group & used) != 0) ? from : 0;
            for (var i = 0; i < node.Branches.Length; i++)
            {
                var next = MatchBranch(node, i, used, from);
                ends |= next & open;
                var mask = used | Bit(i);
                reached.TryGetValue(mask, out var known);
                if ((next & ~open & ~known) is not 0 and var added)
                {
                    reached[mask] = known | added;
                    pending.Enqueue((mask, added));
                }
            }

            if (reached.Count > MaxCombinations)
            {
                _gaveUp = true;
                return 0;
            }
        }

        return ends;
    }

    private ulong MatchBranch(OptionsNode options, int index, ulong used, ulong positions)
    {
        var branch = options.Branches[index];
        if ((branch.Excludes & used) == 0)
        {
            return Match(branch.Node, positions);
        }

        if (_fault is not null)
        {
            Each(positions, position => NoteExclusion(options, branch, used, position));
        }

        return 0;
    }

    private void NoteExclusion(OptionsNode options, OptionBranch branch, ulong used, int position)
    {
        if (position < _arguments.Length && _arguments[position] is { } argument && branch.Tokens.FirstOrDefault(token => Is(argument, token)) is { } token)
        {
            var other = Enumerable.Range(0, options.Branches.Length).First(i => (branch.Excludes & used & Bit(i)) != 0);
            _fault!.Exclude(position, options.Branches[other].Tokens[0], token);
        }
    }

    /// <summary>Whether a node that may not be taken is surely what stands there.</summary>
    private bool IsLed(ArgumentNode node, int position) =>
        position < _arguments.Length
        && (ArgumentOptions.LeadingTokens(node) is not { } tokens || _arguments[position] is not { } argument || tokens.Any(token => Is(argument, token)));

    private void Expect(int position, ArgumentNode node, bool isCertain)
    {
        if (isCertain)
        {
            _fault?.Expect(position, node);
        }
    }

    private static bool Is(string argument, TokenNode token) => argument.Equals(token.Text, StringComparison.OrdinalIgnoreCase);

    private static ulong Bit(int position) => 1UL << position;

    private static void Each(ulong positions, Action<int> action)
    {
        for (var i = 0; positions != 0; i++, positions >>= 1)
        {
            if ((positions & 1) != 0)
            {
                action(i);
            }
        }
    }
}
