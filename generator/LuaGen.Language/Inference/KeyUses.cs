using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Inference;

/// <summary>Finds the keys among the arguments of a script's calls, where the command's key specifications determine them with certainty.</summary>
internal sealed class KeyUses
{
    private readonly List<KeyUse> _uses = [];

    /// <summary>All key uses, in source order.</summary>
    public static IReadOnlyList<KeyUse> Of(TypedScript script)
    {
        var uses = new KeyUses();
        foreach (var call in script.ReachedCalls)
        {
            uses.Add(new Line(script, call));
        }

        return uses._uses;
    }

    private void Add(Line line)
    {
        // The channels of SPUBLISH have a slot too, but they are not keys.
        if (line.Count == 0 || line.TextAt(0) is not { } name || CommandTable.Find(name) is not { Name: not "SPUBLISH" } command || command.Is(CommandTraits.NoScript))
        {
            return;
        }

        if (command.Subcommands.Count > 0)
        {
            if (line.TextAt(1) is not { } word || !command.Subcommands.TryGetValue(word, out command))
            {
                return;
            }
        }

        if (command.KeySpecs is null)
        {
            AddSorted(line, command);
            return;
        }

        foreach (var spec in command.KeySpecs)
        {
            Add(line, spec, command);
        }
    }

    private void Add(Line line, KeySpec spec, CommandInfo command)
    {
        var begin = spec.Keyword is { } keyword ? line.Find(keyword, spec.Begin) + 1 : spec.Begin;
        if (begin <= 0)
        {
            return;
        }

        if (spec.IsCounted)
        {
            // If the count is unknown, the first key is still certain: every command needs at least one.
            var first = begin + spec.Step;
            var count = line.CountAt(begin + spec.Last) ?? 1;
            AddRange(line, first, first + ((count - 1) * spec.Limit), spec.Limit, command);
        }
        else if (spec.Limit > 1)
        {
            // XREAD STREAMS key key id id: in an open call the middle is unknown.
            AddRange(line, begin, line.IsOpen ? begin : begin + ((line.Count - begin) / spec.Limit) - 1, spec.Step, command);
        }
        else
        {
            AddRange(line, begin, spec.Last >= 0 ? begin + spec.Last : line.Count + spec.Last, spec.Step, command);
        }
    }

    private void AddRange(Line line, int first, int last, int step, CommandInfo command)
    {
        for (var i = first; i <= last && i < line.Count; i += Math.Max(1, step))
        {
            // MIGRATE with a list of keys has an empty string in the place of the single key.
            if (!(command.Name == "MIGRATE" && line.TextAt(i)?.Length == 0))
            {
                _uses.Add(line.UseAt(i, command));
            }
        }
    }

    /// <summary>SORT: BY and GET take patterns, which are not keys; STORE takes a key.</summary>
    private void AddSorted(Line line, CommandInfo command)
    {
        if (command.Name is not ("SORT" or "SORT_RO"))
        {
            return;
        }

        AddRange(line, 1, 1, 1, command);
        for (var i = 2; i < line.Count && line.TextAt(i) is { } token; i++)
        {
            switch (token.ToUpperInvariant())
            {
                case "BY" or "GET":
                    i++;
                    break;
                case "LIMIT":
                    i += 2;
                    break;
                case "STORE":
                    AddRange(line, ++i, i, 1, command);
                    break;
            }
        }
    }

    /// <summary>The arguments of a call; index 0 is the command's name.</summary>
    private readonly struct Line(TypedScript script, RedisCall call)
    {
        public int Count => call.Arguments.Count + (call.Rest is null ? 0 : 1);

        /// <summary>Whether the last argument provides any number of values.</summary>
        public bool IsOpen => call.IsOpen;

        public string? TextAt(int index) => index < Count ? script.TypeOf(At(index)).Text : null;

        /// <summary>The count at an index, at most the number of arguments; <see langword="null"/> if servers refuse the count.</summary>
        public int? CountAt(int index)
        {
            if (index >= Count)
            {
                return null;
            }

            var value = script.TypeOf(At(index));
            return (value.Value ?? (value.Text is { } text ? ConstantValues.IntegerOf(text) ?? 0 : null)) is { } count ? (count >= 1 ? (int)Math.Min(count, Count) : 0) : null;
        }

        /// <summary>The index of a token, searched from an index onward, or backwards from the end if negative; -1 if there is none.</summary>
        public int Find(string token, int begin)
        {
            var step = begin < 0 ? -1 : 1;
            for (var i = begin < 0 ? Count + begin : begin; i > 0 && i < Count; i += step)
            {
                if (token.Equals(TextAt(i), StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }

            return -1;
        }

        public KeyUse UseAt(int index, CommandInfo command) => new(call.Expression, command.Name, At(index), script.TypeOf(At(index)));

        private Expression At(int index) => index < call.Arguments.Count ? call.Arguments[index].Expression : call.Rest!;
    }
}
