using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Header.Loose;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using LuaGen.Language.Types;

namespace LuaGen.Language.Completion;

/// <summary>
/// Completes a header from the code: lines in other forms get a name and a type, a table that the header does not mention is
/// read from the code, and a script without a header gets a complete one.
/// </summary>
internal sealed class HeaderCompletion
{
    private readonly ScriptHeader _header;
    private readonly InferredSignature _signature;
    private readonly TypedScript _types;
    private readonly FindingBag _findings;
    private readonly ParameterNames _names;

    private HeaderCompletion(ScriptHeader header, InferredSignature signature, TypedScript types, FindingBag findings)
    {
        (_header, _signature, _types, _findings) = (header, signature, types, findings);
        _names = new ParameterNames(header);
    }

    /// <summary>Whether only arguments are declared, although the code reads keys.</summary>
    private bool LeavesKeys { get; init; }

    /// <summary>Whether only keys are declared, although the code reads arguments.</summary>
    private bool LeavesArguments { get; init; }

    /// <summary>Returns the header itself if there is nothing to complete.</summary>
    /// <param name="types">The types of the script; asked only if the header leaves something open.</param>
    public static ScriptHeader Complete(ScriptHeader header, BoundScript script, Func<TypedScript> types, FindingBag findings)
    {
        var hasKeys = header.Keys.Count > 0 || header.Loose.Any(loose => loose.IsKey);
        var hasArguments = header.Arguments.Count > 0 || !header.HasAllArguments || header.Loose.Any(loose => !loose.IsKey);
        var leavesKeys = !hasKeys && hasArguments && Uses(script, ParameterTable.Keys);
        var leavesArguments = !hasArguments && hasKeys && Uses(script, ParameterTable.Argv);
        if (header.DeclaresAnything && !leavesKeys && !leavesArguments && header.Loose.Count == 0 && header.Named.Count + header.Listed.Count == 0
            && !header.Arguments.Any(argument => argument.Type is UnknownType) && !LacksReply(header))
        {
            return header;
        }

        var signature = InferredSignature.Of(types());
        var described = NamedDescriptions.Apply(header, signature, script, findings);
        if (described != header)
        {
            // Names that only the code confirms declare a table as other lines do.
            hasKeys |= described.Loose.Any(loose => loose.IsKey);
            hasArguments |= described.Loose.Any(loose => !loose.IsKey);
            leavesKeys = !hasKeys && hasArguments && Uses(script, ParameterTable.Keys);
            leavesArguments = !hasArguments && hasKeys && Uses(script, ParameterTable.Argv);
            header = described;
        }

        header = header with { Loose = [.. header.Loose.Select(loose => loose.IsWholeTable && IsList(loose, signature) ? loose with { IsRest = true } : loose)] };
        return new HeaderCompletion(header, signature, types(), findings) { LeavesKeys = leavesKeys, LeavesArguments = leavesArguments }.Complete();
    }

    private static bool IsList(LooseDeclaration loose, InferredSignature signature)
    {
        var table = loose.IsKey ? ParameterTable.Keys : ParameterTable.Argv;
        return signature.HasRest(table) && signature.Count(table) == 0;
    }

    private static bool Uses(BoundScript script, ParameterTable table) =>
        script.Uses.Indexes.Any(use => use.Table == table && use.Index > 0)
        || (script.Uses.IsOpen(table) && script.Names(table.Name()));

    /// <summary>Whether a header that declares keys or arguments says nothing of the reply.</summary>
    private static bool LacksReply(ScriptHeader header) =>
        header.Replies.Count == 0 && !header.HasFaultyReply && (header.LooseReply is not null || header.Keys.Count + header.Arguments.Count + header.Loose.Count > 0);

    private ScriptHeader Complete()
    {
        if (!_header.DeclaresAnything && !_header.Loose.Any(loose => loose.IsExact))
        {
            _findings.NoHeader();
        }

        var repeated = new RepeatedParameters(_header, _signature, _names);
        var keys = Keys(repeated);
        var arguments = Arguments(repeated);
        if (LeavesKeys)
        {
            ReportMissing("KEYS", keys.Select(HeaderText.Of));
        }

        if (LeavesArguments)
        {
            ReportMissing("ARGV", arguments.Select(HeaderText.Of));
        }

        return _header with
        {
            Keys = keys,
            Arguments = arguments,
            Replies = Replies(),
            LeavesKeysOpen = LeavesKeys,
            LeavesArgumentsOpen = LeavesArguments,
        };
    }

    private List<KeyDeclaration> Keys(RepeatedParameters repeated)
    {
        var keys = _header.Keys.ToList();
        var shown = new ShownLines(_findings);
        foreach (var (index, loose) in Missing(ParameterTable.Keys, keys.Select(key => key.Index), keys.Any(key => key.IsRest)))
        {
            var isRest = loose?.IsRest == true;
            var name = Name(ParameterTable.Keys, index, isRest, loose);
            var key = new KeyDeclaration(default, default, index, isRest, new PathSyntax(default, name, Member: null), TextOf(loose, name));
            keys.Add(key);
            shown.Add(loose, HeaderText.Of(key));
        }

        if (HasOpenRest(ParameterTable.Keys, keys.Any(key => key.IsRest)))
        {
            var rest = repeated.Keys(keys.Select(key => key.Index).DefaultIfEmpty(0).Max()).ToList();
            keys.AddRange(rest);
            rest.ForEach(key => shown.Add(loose: null, HeaderText.Of(key)));
        }

        shown.Report();
        return keys;
    }

    private List<ArgumentDeclaration> Arguments(RepeatedParameters repeated)
    {
        var arguments = _header.Arguments.Select(WithDuration).ToList();
        var shown = new ShownLines(_findings);
        foreach (var (index, loose) in Missing(ParameterTable.Argv, arguments.Select(argument => argument.Index), arguments.Any(argument => argument.IsRest)))
        {
            var isRest = loose?.IsRest == true;
            var name = Name(ParameterTable.Argv, index, isRest, loose);
            var (type, literal) = Type(index, isRest, loose);
            var argument = new ArgumentDeclaration(default, default, index, isRest, new PathSyntax(default, name, Member: null), type, literal, TextOf(loose, name));
            arguments.Add(argument);
            shown.Add(loose, HeaderText.Of(argument));
        }

        if (HasOpenRest(ParameterTable.Argv, arguments.Any(argument => argument.IsRest)))
        {
            var rest = repeated.Arguments(arguments.Select(argument => argument.Index).DefaultIfEmpty(0).Max()).ToList();
            arguments.AddRange(rest);
            rest.ForEach(argument => shown.Add(loose: null, HeaderText.Of(argument)));
        }

        shown.Report();
        return arguments;
    }

    /// <summary>The indexes without a canonical declaration, up to the highest that is declared or read.</summary>
    private IEnumerable<(int Index, LooseDeclaration? Loose)> Missing(ParameterTable table, IEnumerable<int> declared, bool hasRest)
    {
        var loose = _header.Loose.Where(line => line.IsKey == (table == ParameterTable.Keys)).ToDictionary(line => line.Index);
        if (hasRest || !CompletesTable(table))
        {
            yield break;
        }

        var known = new HashSet<int>(declared);
        var rest = loose.Values.Where(line => line.IsRest).Select(line => line.Index).DefaultIfEmpty(int.MaxValue).Min();
        var count = known.Concat(loose.Keys).Append(_signature.Count(table)).Where(index => index <= rest).Max();
        for (var index = 1; index <= count; index++)
        {
            if (!known.Contains(index))
            {
                yield return (index, loose.TryGetValue(index, out var line) ? line : null);
            }
        }
    }

    /// <summary>Whether the code declares what no line of the table declares: a table with canonical lines alone is complete.</summary>
    private bool CompletesTable(ParameterTable table)
    {
        var isKey = table == ParameterTable.Keys;
        return _header.Loose.Any(line => line.IsKey == isKey) || !_header.DeclaresAnything || (isKey ? LeavesKeys : LeavesArguments);
    }

    private bool HasOpenRest(ParameterTable table, bool hasRest) => !hasRest && CompletesTable(table) && _signature.HasRest(table);

    private string Name(ParameterTable table, int index, bool isRest, LooseDeclaration? loose) => _names.Choose(
        isRest || loose?.IsExact == true ? null : _signature.LocalOf(table, index),
        loose?.Name,
        _signature.CommandName(table, index, isRest),
        isRest ? (table == ParameterTable.Keys ? "keys" : "arguments") : ParameterNames.Numbered(table, index));

    /// <summary>The description; with the written name, if that is not the name of the parameter.</summary>
    private static string TextOf(LooseDeclaration? loose, string name) => loose switch
    {
        null or { IsExact: true } => "",
        { IsNamedByText: false, Name: { } written } when Identifiers.Camel(written) != name => loose.Text.Length == 0 ? written : written + loose.Separator + loose.Text,
        { IsNamedByText: true } when Identifiers.Camel(loose.Text) == name => "",
        _ => loose.Text,
    };

    private (TypeSyntax Type, LiteralSyntax? Default) Type(int index, bool isRest, LooseDeclaration? loose)
    {
        var (type, literal) = _signature.Argument(index, isRest);
        return loose?.Type switch
        {
            null when loose?.Default is { } written && type.Argument!.Default(written) is not null => (new NamedType(default, type), written),
            null => (new NamedType(default, type), isRest ? null : literal),
            UnknownType => (new NamedType(default, type), isRest ? null : literal),
            NamedType named => (named, isRest ? null : loose.Default is { } written && named.Type.Argument?.Default(written) is not null ? written : null),
            var declared => (declared, null),
        };
    }

    /// <summary><c>TimeSpan</c>, in the unit of the command that takes it.</summary>
    private ArgumentDeclaration WithDuration(ArgumentDeclaration argument)
    {
        if (argument.Type is not UnknownType { Name: var name } || !TypeSpelling.IsDuration(name) || _signature.Argument(argument.Index, argument.IsRest).Type is not { Kind: WireKind.Duration } type)
        {
            return argument;
        }

        var known = argument with { Type = new NamedType(argument.Type.Span, type) };
        var line = _header.Lines.LineAt(argument.Span.Start);
        _findings.LooseDeclaration(line, line.Span, HeaderText.Of(known));
        return known;
    }

    private void ReportMissing(string table, IEnumerable<string> canonical)
    {
        var line = LastDeclaration();
        _findings.MissingParameters(line.Span, line, table, canonical);
    }

    private IReadOnlyList<ReplyDeclaration> Replies()
    {
        if (_header.Replies.Count > 0 || _header.HasFaultyReply)
        {
            return _header.Replies;
        }

        var inferred = InferredReply.Of(_types);
        if (!_header.DeclaresAnything)
        {
            return inferred is null ? [] : [new ReplyDeclaration(default, IsNullable: false, Name: null, inferred, "")];
        }

        if (LacksReply(_header) && _header.LooseReply is not { Text.Length: 0 })
        {
            var line = _header.LooseReply?.Line ?? LastDeclaration();
            var type = inferred ?? new NamedType(default, HeaderType.Result);
            _findings.MissingReply(line.Span, line, new ReplyDeclaration(default, IsNullable: false, Name: null, type, _header.LooseReply?.Text ?? ""));
        }

        return [];
    }

    /// <summary>The last line that declares anything, below which a further declaration belongs.</summary>
    private HeaderLine LastDeclaration()
    {
        var starts = _header.Keys.Select(key => key.Span).Concat(_header.Arguments.Select(argument => argument.Span)).Concat(_header.Replies.Select(reply => reply.Span))
            .Concat(_header.Loose.Select(loose => loose.Span)).Concat(_header.Options.Select(option => option.Span)).Concat(_header.Raises.Select(raises => raises.Span))
            .Where(span => !span.IsEmpty)
            .Select(span => span.Start)
            .ToList();
        return starts.Count == 0 ? default : _header.Lines.LineAt(starts.Max());
    }
}
