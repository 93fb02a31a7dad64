namespace LuaGen.Language.Commands;

/// <summary>Constants that a command refuses beside each other, although each of them is fine by itself. In doubt they are accepted.</summary>
internal static class ArgumentCombinations
{
    /// <summary>The argument that does not fit, and why; <see langword="null"/> if the command may accept the arguments.</summary>
    /// <param name="arguments">The constant arguments; <see langword="null"/> for the others.</param>
    /// <param name="values">The value that each argument is, where the grammar leaves no choice.</param>
    /// <param name="isOpen">Whether any number of further arguments may follow.</param>
    public static (int Position, string Problem)? FaultOf(CommandInfo command, string?[] arguments, ValueNode?[] values, bool isOpen)
    {
        var line = new Line(arguments, values, isOpen);
        return command.Name switch
        {
            "ZRANGE" => RangeFault(line, limits: 1),
            "ZRANGESTORE" => RangeFault(line, limits: 2),
            "XADD" or "XTRIM" => TrimFault(line),
            "ZADD" => IncrementFault(line),
            "BITOP" when Is(arguments[0], "NOT") && arguments.Length > 3 => (3, "takes one source key with 'NOT'"),
            "XREAD" => StreamsFault(line, ValueForm.ReadId),
            "XREADGROUP" => StreamsFault(line, ValueForm.ReadGroupId),
            "ZUNION" or "ZINTER" => WeightsFault(line, count: 0),
            "ZUNIONSTORE" or "ZINTERSTORE" => WeightsFault(line, count: 1),
            _ when command.Name.StartsWith("GEO", StringComparison.Ordinal) && line.Find("ANY") is >= 0 and var any && line.IsKnown && line.Find("COUNT") < 0 => (any, "takes 'ANY' only with 'COUNT'"),
            _ => null,
        };
    }

    private static bool Is(string? argument, string token) => token.Equals(argument, StringComparison.OrdinalIgnoreCase);

    /// <summary>The limits of a range are indexes, scores or members, by the options after them.</summary>
    private static (int Position, string Problem)? RangeFault(Line line, int limits)
    {
        var options = limits + 2;
        ValueForm? form = line.Find("BYSCORE", options) >= 0 ? ValueForm.ScoreLimit
            : line.Find("BYLEX", options) >= 0 ? ValueForm.Lexicographic
            : line.IsKnownFrom(options) ? ValueForm.Integer
            : null;
        for (var i = limits; i < options && i < line.Arguments.Length && form is { } wanted; i++)
        {
            if (line.Arguments[i] is { } limit && !ValueForms.Accepts(wanted, limit))
            {
                return (i, $"takes {ValueForms.NameOf(wanted)} here, not '{limit}'");
            }
        }

        return form == ValueForm.Integer && line.Find("LIMIT", options) is >= 0 and var position ? (position, "takes 'LIMIT' only with 'BYSCORE' or 'BYLEX'") : null;
    }

    private static (int Position, string Problem)? TrimFault(Line line)
    {
        for (var i = 2; i < line.Arguments.Length; i++)
        {
            if (line.Values[i]?.Name == "count" && Is(line.Arguments[i - 1], "LIMIT") && line.IsKnownBefore(i) && line.Find("~") < 0)
            {
                return (i - 1, "takes 'LIMIT' only after '~'");
            }

            if (line.Values[i]?.Name != "threshold" || line.Arguments[i] is not { } threshold)
            {
                continue;
            }

            var kind = line.Arguments[i - 1] is "=" or "~" ? line.Arguments[i - 2] : line.Arguments[i - 1];
            if (Is(kind, "MAXLEN") && ConstantValues.IntegerOf(threshold) is null or < 0)
            {
                return (i, $"takes an integer of at least 0 for 'threshold', not '{threshold}'");
            }

            if (Is(kind, "MINID") && !ValueForms.Accepts(ValueForm.StreamId, threshold))
            {
                return (i, $"takes {ValueForms.NameOf(ValueForm.StreamId)} for 'threshold', not '{threshold}'");
            }
        }

        return null;
    }

    private static (int Position, string Problem)? IncrementFault(Line line)
    {
        var scores = Enumerable.Range(0, line.Values.Length).Where(i => line.Values[i]?.Name == "score").ToArray();
        return scores.Length > 1 && line.Find("INCR") is >= 0 and var increment && increment < scores[0] && line.IsKnownBefore(increment) ? (scores[1], "takes one score and member with 'INCR'") : null;
    }

    private static (int Position, string Problem)? StreamsFault(Line line, ValueForm form)
    {
        var streams = line.Find("STREAMS");
        if (streams < 0 || line.IsOpen || !line.IsKnownBefore(streams))
        {
            return null;
        }

        var count = line.Arguments.Length - streams - 1;
        if (count % 2 != 0)
        {
            return (line.Arguments.Length - 1, "takes an id for each stream");
        }

        // The second half are the ids.
        for (var i = streams + 1 + (count / 2); i < line.Arguments.Length; i++)
        {
            if (line.Arguments[i] is { } id && !ValueForms.Accepts(form, id))
            {
                return (i, $"takes {ValueForms.NameOf(form)} here, not '{id}'");
            }
        }

        return null;
    }

    private static (int Position, string Problem)? WeightsFault(Line line, int count)
    {
        if (line.IsOpen || !line.IsKnown || line.Arguments[count] is not { } keys || ConstantValues.IntegerOf(keys) is not { } expected)
        {
            return null;
        }

        var weights = line.Values.Count(value => value?.Name == "weight");
        return weights > 0 && weights != expected ? (line.Arguments.Length - 1, $"takes {expected} weights for {expected} keys, not {weights}") : null;
    }

    private readonly struct Line(string?[] arguments, ValueNode?[] values, bool isOpen)
    {
        public string?[] Arguments { get; } = arguments;

        public ValueNode?[] Values { get; } = values;

        public bool IsOpen { get; } = isOpen;

        public bool IsKnown => IsKnownFrom(0);

        public bool IsKnownFrom(int first) => !IsOpen && Array.FindIndex(Arguments, Math.Min(first, Arguments.Length), argument => argument is null) < 0;

        /// <summary>Whether each argument before a position has a text or a place in the form, so that none can be an option.</summary>
        public bool IsKnownBefore(int end) => Arguments.Take(end).Zip(Values, (argument, value) => argument is not null || value is not null).All(isKnown => isKnown);

        /// <summary>The position of a token; -1 if there is none.</summary>
        public int Find(string token, int from = 0)
        {
            for (var i = from; i < Arguments.Length; i++)
            {
                if (Values[i] is null && Is(Arguments[i], token))
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
