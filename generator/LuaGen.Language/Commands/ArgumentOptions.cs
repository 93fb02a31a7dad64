namespace LuaGen.Language.Commands;

/// <summary>Groups the items of a sequence as servers parse them: a count with the items that it counts, and runs of options in any order.</summary>
internal static class ArgumentOptions
{
    public static ArgumentNode Sequence(List<ArgumentNode> items)
    {
        var grouped = new List<ArgumentNode>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is ValueNode { CountsNext: true } count && i + 1 < items.Count && items[i + 1] is RepeatedNode counted)
            {
                grouped.Add(new CountedNode(count, counted));
                i++;
                continue;
            }

            var run = items.Skip(i).TakeWhile(item => LeadingTokens(item) is not null).ToArray();
            if (run.Length > 1 || run is [OptionalNode])
            {
                grouped.Add(Options(run));
                i += run.Length - 1;
            }
            else
            {
                grouped.Add(items[i]);
            }
        }

        return grouped.Count == 1 ? grouped[0] : new SequenceNode([.. grouped]);
    }

    /// <summary>Makes two options of a command mutually exclusive wherever both occur in one run.</summary>
    public static void Exclude(ArgumentNode node, string one, string other)
    {
        if (node is SequenceNode sequence)
        {
            foreach (var item in sequence.Items)
            {
                Exclude(item, one, other);
            }
        }
        else if (node is OptionsNode options)
        {
            var (first, second) = (BitsOf(options, one), BitsOf(options, other));
            for (var i = 0; i < options.Branches.Length; i++)
            {
                options.Branches[i].Excludes |= ((first >> i) & 1) != 0 ? second : ((second >> i) & 1) != 0 ? first : 0;
            }
        }
    }

    private static OptionsNode Options(ArgumentNode[] items)
    {
        var branches = new List<OptionBranch>();
        var required = new List<ulong>();
        foreach (var item in items)
        {
            var first = branches.Count;
            var inner = item is OptionalNode optional ? Inherit(optional.Item, optional.Servers) : item;
            var alternatives = inner is ChoiceNode choice ? choice.Alternatives.Select(alternative => Inherit(alternative, choice.Servers)) : [inner];
            branches.AddRange(alternatives.Select(alternative => new OptionBranch([.. LeadingTokens(alternative)!], alternative)));

            var group = ((1UL << branches.Count) - 1) & ~((1UL << first) - 1);
            for (var i = first; i < branches.Count; i++)
            {
                branches[i].Excludes = group & ~(1UL << i);
            }

            if (item is not OptionalNode)
            {
                required.Add(group);
            }
        }

        return new OptionsNode(items, [.. branches], [.. required]);
    }

    /// <summary>No server has a node without the node around it.</summary>
    private static ArgumentNode Inherit(ArgumentNode node, Availability? outer)
    {
        node.Servers = node.Servers is { } servers && outer is not null ? servers.And(outer) : node.Servers ?? outer;
        return node;
    }

    /// <summary>The tokens that an item can begin with; <see langword="null"/> if it can begin with anything else.</summary>
    public static TokenNode[]? LeadingTokens(ArgumentNode node)
    {
        switch (node)
        {
            case TokenNode token:
                return [token];
            case SequenceNode { Items: [not OptionalNode and not OptionsNode { Required: [] }, ..] } sequence:
                return LeadingTokens(sequence.Items[0]);
            case OptionalNode { Item: var item }:
                return LeadingTokens(item);
            case RepeatedNode { Item: var item }:
                return LeadingTokens(item);
            case OptionsNode { Required: not [] } options:
                return [.. options.Branches.SelectMany(branch => branch.Tokens)];
            case ChoiceNode choice:
                var tokens = choice.Alternatives.Select(LeadingTokens).ToArray();
                return tokens.Contains(null) ? null : [.. tokens.SelectMany(leading => leading!)];
            default:
                return null;
        }
    }

    private static ulong BitsOf(OptionsNode options, string token)
    {
        var bits = 0UL;
        for (var i = 0; i < options.Branches.Length; i++)
        {
            bits |= options.Branches[i].Tokens.Any(candidate => candidate.Text == token) ? 1UL << i : 0;
        }

        return bits;
    }
}
