using System.Globalization;
using LuaGen.Language.Commands;

namespace LuaGen.Language.Library;

/// <summary>Parses the rows of <see cref="LibraryRows"/>. A malformed row is an error in the table, which no script can cause.</summary>
internal static class LibraryRowReader
{
    private const char Column = ';';
    private const string Repeats = "...";

    public static List<LibraryMember> ReadAll(string text)
    {
        var members = new List<LibraryMember>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (text.Substring(start, end - start).Trim() is { Length: > 0 } line)
            {
                members.Add(ReadRow(line));
            }

            start = end + 1;
        }

        return members;
    }

    private static LibraryMember ReadRow(string line)
    {
        var position = 0;
        var call = ReadColumn(line, ref position);
        var results = ReadColumn(line, ref position);
        var notes = ReadColumn(line, ref position);
        var summary = line.Substring(position).Trim();
        var servers = Availability.Everywhere;
        var effects = LibraryEffects.None;
        var isExact = false;
        foreach (var note in Parts(notes, ','))
        {
            ReadNote(note, ref servers, ref effects, ref isExact);
        }

        var open = call.IndexOf('(');
        if (open < 0)
        {
            var sign = call.IndexOf('=');
            double? value = sign < 0 ? null : ValueOf(call.Substring(sign + 1).Trim());
            return new LibraryConstant(sign < 0 ? call : call.Substring(0, sign).Trim(), servers, summary, ReadKinds(results), value);
        }

        var parameters = new List<LibraryParameter>();
        var required = ReadParameters(call.Substring(open + 1, call.Length - open - 2), parameters, out var isRepeating);
        return new LibraryFunction(call.Substring(0, open), servers, summary, parameters, required, isRepeating, isExact, ReadResults(results, parameters), effects);
    }

    private static string ReadColumn(string line, ref int position)
    {
        var end = line.IndexOf(Column, position);
        var column = line.Substring(position, end - position).Trim();
        position = end + 1;
        return column;
    }

    private static void ReadNote(string note, ref Availability servers, ref LibraryEffects effects, ref bool isExact)
    {
        var space = note.IndexOf(' ');
        var version = space < 0 ? null : ServerVersion.TryParse(note.Substring(space + 1));
        switch (space < 0 ? note : note.Substring(0, space))
        {
            case "exact":
                isExact = true;
                break;
            case "from":
                servers = servers with { Redis = version, Valkey = servers.Valkey == default(ServerVersion) ? Availability.ValkeyOf(version) : servers.Valkey };
                break;
            case "until":
                servers = servers with { Until = version, Valkey = null };
                break;
            case "unpatched":
                servers = servers with { IsWithdrawn = true };
                break;
            case "Valkey":
                servers = servers with { Valkey = version };
                break;
            case "only":
                servers = Availability.Nowhere with
                {
                    Valkey = note.EndsWith(nameof(ServerFamily.Valkey), StringComparison.Ordinal) ? default(ServerVersion) : null,
                    Dragonfly = note.EndsWith(nameof(ServerFamily.Dragonfly), StringComparison.Ordinal) ? Support.Full : Support.None,
                };
                break;
            case "not" when note.EndsWith(nameof(ServerFamily.Garnet), StringComparison.Ordinal):
                servers = servers with { Garnet = Support.None };
                break;
            case "not":
                servers = servers with { Dragonfly = Support.None };
                break;
            case var effect:
                effects |= EffectOf(effect);
                break;
        }
    }

    /// <summary>Parses <c>s: text, i: number[, j: number?]</c>; returns the number of required parameters.</summary>
    private static int ReadParameters(string list, List<LibraryParameter> parameters, out bool isRepeating)
    {
        isRepeating = false;
        var required = 0;
        foreach (var (item, isOptional) in ItemsOf(list))
        {
            isRepeating = item.EndsWith(Repeats, StringComparison.Ordinal);
            var text = isRepeating ? item.Substring(0, item.Length - Repeats.Length) : item;
            var acceptsNil = text[text.Length - 1] == '?';
            text = acceptsNil ? text.Substring(0, text.Length - 1) : text;
            var colon = text.IndexOf(':');
            var kind = colon < 0 ? ParameterKind.Any : KindOf(text.Substring(colon + 2));
            parameters.Add(new LibraryParameter(colon < 0 ? text : text.Substring(0, colon), kind, acceptsNil || kind == ParameterKind.Any));
            required += isOptional ? 0 : 1;
        }

        return required;
    }

    /// <summary>Parses <c>integer?[, integer][, string...]</c>.</summary>
    private static LibraryResults ReadResults(string list, List<LibraryParameter> parameters)
    {
        var items = new List<LibraryResult>();
        LibraryResult? rest = null;
        var least = 0;
        if (list is "none" or "never")
        {
            return new LibraryResults(items, least, rest, Returns: list == "none");
        }

        foreach (var (text, isOptional) in ItemsOf(list))
        {
            var of = text.IndexOf(" of ", StringComparison.Ordinal);
            var source = of < 0 ? LibraryResult.NoArgument : SourceOf(text.Substring(of + 4), parameters);
            var kinds = of < 0 ? text : text.Substring(0, of);
            if (kinds.EndsWith(Repeats, StringComparison.Ordinal))
            {
                rest = new LibraryResult(ReadKinds(kinds.Substring(0, kinds.Length - Repeats.Length)), source);
            }
            else
            {
                items.Add(new LibraryResult(ReadKinds(kinds), source));
                least += isOptional ? 0 : 1;
            }
        }

        return new LibraryResults(items, least, rest, Returns: true);
    }

    /// <summary>The items of a list; those after its first opening bracket may be absent.</summary>
    private static IEnumerable<(string Text, bool IsOptional)> ItemsOf(string list)
    {
        var isOptional = false;
        for (var position = 0; position < list.Length;)
        {
            for (; position < list.Length && list[position] is '[' or ']' or ',' or ' '; position++)
            {
                isOptional |= list[position] == '[';
            }

            var start = position;
            while (position < list.Length && list[position] is not ('[' or ']' or ','))
            {
                position++;
            }

            if (position > start)
            {
                yield return (list.Substring(start, position - start).Trim(), isOptional);
            }
        }
    }

    private static IEnumerable<string> Parts(string text, char separator)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(separator, start);
            end = end < 0 ? text.Length : end;
            yield return text.Substring(start, end - start).Trim();
            start = end + 1;
        }
    }

    private static ResultKinds ReadKinds(string text)
    {
        var kinds = text[text.Length - 1] == '?' ? ResultKinds.Nil : ResultKinds.None;
        foreach (var kind in Parts(text.TrimEnd('?'), '|'))
        {
            kinds |= ResultKindOf(kind);
        }

        return kinds;
    }

    private static double ValueOf(string text) => text == "inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);

    private static int SourceOf(string name, List<LibraryParameter> parameters)
    {
        if (name == "all")
        {
            return LibraryResult.AllArguments;
        }

        var index = parameters.FindIndex(parameter => parameter.Name == name);
        return index >= 0 ? index : throw Misspelled(name);
    }

    private static LibraryEffects EffectOf(string word) => word switch
    {
        "changes" => LibraryEffects.Changes,
        "calls" => LibraryEffects.Calls,
        "returns" => LibraryEffects.Returns,
        "command" => LibraryEffects.Command,
        "server" => LibraryEffects.Server,
        "state" => LibraryEffects.State,
        _ => throw Misspelled(word),
    };

    private static ParameterKind KindOf(string word) => word switch
    {
        "text" => ParameterKind.Text,
        "string" => ParameterKind.String,
        "number" => ParameterKind.Number,
        "table" => ParameterKind.Table,
        "function" => ParameterKind.Function,
        "replacement" => ParameterKind.Replacement,
        "selector" => ParameterKind.Selector,
        "setting" => ParameterKind.Setting,
        "coroutine" => ParameterKind.Coroutine,
        _ => throw Misspelled(word),
    };

    private static ResultKinds ResultKindOf(string word) => word switch
    {
        "nil" => ResultKinds.Nil,
        "boolean" => ResultKinds.Boolean,
        "integer" => ResultKinds.Integer,
        "number" => ResultKinds.Number,
        "string" => ResultKinds.String,
        "status" => ResultKinds.Status,
        "error" => ResultKinds.Error,
        "table" => ResultKinds.Table,
        "function" => ResultKinds.Function,
        "value" => ResultKinds.Value,
        "any" => ResultKinds.Any,
        _ => throw Misspelled(word),
    };

    private static FormatException Misspelled(string word) => new($"The table of the library has no word '{word}'.");
}
