namespace LuaGen.Language.Commands;

internal sealed partial class ArgumentMatcher
{
    /// <summary>Only a call with many non-constant arguments can reach so many combinations of options; beyond it, the call is accepted.</summary>
    private const int MaxCombinations = 256;

    /// <summary>Matches options in any order: for each combination of options already seen, tracks where the next one can begin.</summary>
    private ulong MatchOptions(OptionsNode node, ulong positions)
    {
        var open = _isOpen ? Bit(_arguments.Length) : 0;
        var ends = positions & open;
        var combinations = new List<Combination> { new(0, Done: 0, Pending: positions & ~open) };
        for (var next = 0; next >= 0; next = combinations.FindIndex(static combination => combination.Pending != 0))
        {
            var (used, done, from) = combinations[next];
            combinations[next] = new Combination(used, done | from, Pending: 0);
            if (Lacking(node, used) is { } lacking)
            {
                _fault?.Lack(node.Branches.Where((_, i) => Has(lacking, i)).SelectMany(branch => branch.Tokens), Has(from, _arguments.Length));
            }
            else
            {
                ends |= from;
            }

            for (var i = 0; i < node.Branches.Length; i++)
            {
                var reached = MatchBranch(node, i, used, from);
                ends |= reached & open;
                if ((reached & ~open) != 0)
                {
                    Reach(combinations, used | Bit(i), reached & ~open);
                }
            }

            if (combinations.Count > MaxCombinations)
            {
                _gaveUp = true;
                return 0;
            }
        }

        return ends;
    }

    /// <summary>A set of options of which one is required and none was given.</summary>
    private static ulong? Lacking(OptionsNode node, ulong used)
    {
        foreach (var group in node.Required)
        {
            if ((group & used) == 0)
            {
                return group;
            }
        }

        return null;
    }

    private static void Reach(List<Combination> combinations, ulong used, ulong positions)
    {
        for (var i = 0; i < combinations.Count; i++)
        {
            if (combinations[i] is var known && known.Used == used)
            {
                combinations[i] = known with { Pending = known.Pending | (positions & ~known.Done) };
                return;
            }
        }

        combinations.Add(new Combination(used, Done: 0, positions));
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
            NoteExclusion(options, branch, used, positions);
        }

        return 0;
    }

    private void NoteExclusion(OptionsNode options, OptionBranch branch, ulong used, ulong positions)
    {
        for (var position = 0; position < _arguments.Length; position++)
        {
            if (Has(positions, position) && _arguments[position] is { } argument && branch.Tokens.FirstOrDefault(token => Is(argument, token)) is { } token)
            {
                var other = Enumerable.Range(0, options.Branches.Length).First(i => Has(branch.Excludes & used, i));
                _fault!.Exclude(position, options.Branches[other].Tokens[0], token);
            }
        }
    }

    /// <summary>A combination of options already seen, with the positions where it can end: those followed, and those not yet.</summary>
    private readonly record struct Combination(ulong Used, ulong Done, ulong Pending);
}
