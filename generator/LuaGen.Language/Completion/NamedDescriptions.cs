using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Completion;

/// <summary>
/// Gives descriptions by name (<c>@param stock the stock key</c>) to the keys and arguments whose locals have these names, and
/// confirms names that comments list.
/// </summary>
internal sealed class NamedDescriptions
{
    private readonly ScriptHeader _header;
    private readonly InferredSignature _signature;
    private readonly List<LooseDeclaration> _loose;
    private readonly HashSet<(bool IsKey, int Index)> _declared;

    private NamedDescriptions(ScriptHeader header, InferredSignature signature)
    {
        (_header, _signature) = (header, signature);
        _loose = [.. header.Loose];
        _declared = new HashSet<(bool IsKey, int Index)>(
            _loose.Select(other => (other.IsKey, other.Index)).Concat(header.Keys.Select(key => (true, key.Index))).Concat(header.Arguments.Select(argument => (false, argument.Index))));
    }

    public static ScriptHeader Apply(ScriptHeader header, InferredSignature signature, BoundScript script, FindingBag findings)
    {
        if (header.Named.Count + header.Listed.Count == 0)
        {
            return header;
        }

        var descriptions = new NamedDescriptions(header, signature);
        descriptions.AddNamed(script, findings);
        descriptions.AddListed(findings);
        return descriptions._loose.Count == header.Loose.Count
            ? header
            : header with { Loose = descriptions._loose, DeclaresAnything = true, Prose = header.Lines.Prose() };
    }

    private void AddNamed(BoundScript script, FindingBag findings)
    {
        var elements = _signature.ElementsByName();
        var unknown = new List<NamedDescription>();
        foreach (var named in _header.Named)
        {
            if (!elements.TryGetValue(named.Name, out var element))
            {
                unknown.Add(named);
            }
            else if (_declared.Add((element.Table == ParameterTable.Keys, element.Index)))
            {
                Add(named, element.Table == ParameterTable.Keys, element.Index);
            }
        }

        if (unknown.Count == 0 || unknown.Any(named => named.Position == 0 && script.LocalNames.Contains(named.Name))
            || (_header.DeclaresAnything && unknown.All(named => named.Position > 0)))
        {
            // They document a function, or add to canonical lines.
            return;
        }

        // All of them, in the order of the call.
        var (keys, arguments) = (_signature.Count(ParameterTable.Keys), _signature.Count(ParameterTable.Argv));
        var isInOrder = unknown.Select((named, i) => named.Position == 0 || named.Position == i + 1).All(each => each);
        if (_declared.Count == 0 && isInOrder && unknown.Count == keys + arguments && !_signature.HasRest(ParameterTable.Keys) && !_signature.HasRest(ParameterTable.Argv))
        {
            for (var i = 0; i < unknown.Count; i++)
            {
                var (isKey, index) = i < keys ? (true, i + 1) : (false, i - keys + 1);
                _declared.Add((isKey, index));
                Add(unknown[i], isKey, index);
            }
        }
        else if (keys + arguments > 0)
        {
            unknown.ForEach(findings.UnknownParameter);
        }
    }

    private void Add(NamedDescription named, bool isKey, int index)
    {
        _header.Lines.TakeAt(named.Line.Start);
        _loose.Add(new LooseDeclaration(named.Line, isKey, index, IsRest: false, named.Name, isKey ? null : named.Type, Default: null, named.Text));
    }

    /// <summary>Names declare elements if they are all that the code reads of a table that no line declares.</summary>
    private void AddListed(FindingBag findings)
    {
        var listedNames = InOrderOfTheCall() ?? _header.Listed;
        var (keys, arguments) = (Covers(listedNames, isKey: true), Covers(listedNames, isKey: false));
        if (!keys || !arguments)
        {
            if (!keys)
            {
                ReportCount(findings, isKey: true);
            }

            if (!arguments)
            {
                ReportCount(findings, isKey: false);
            }

            // One table by a list, and no list of the other: "Args:" above lines such as "owner - who takes it".
            listedNames = [.. listedNames.Where(each => each.IsInList && (each.IsKey ? keys : arguments) && !listedNames.Any(other => other.IsKey != each.IsKey))];
        }

        foreach (var listed in listedNames.Where(each => _declared.Add((each.IsKey, each.Index))))
        {
            _header.Lines.TakeAt(listed.Line.Start);
            if (listed.Heading >= 0)
            {
                _header.Lines.TakeAt(listed.Heading);
            }

            _loose.Add(new LooseDeclaration(listed.Line, listed.IsKey, listed.Index, IsRest: false, listed.Name, listed.IsKey ? null : listed.Type, Default: null, listed.Text)
            {
                IsNamedByText = listed.IsNamedByText,
            });
        }
    }

    /// <summary>The names of one list of arguments that names the keys too, in the order of the call: the names are as many as both.</summary>
    private IReadOnlyList<ListedName>? InOrderOfTheCall()
    {
        var (keys, arguments) = (_signature.Count(ParameterTable.Keys), _signature.Count(ParameterTable.Argv));
        var isInOrder = _declared.Count == 0 && keys > 0 && arguments > 0 && _header.Listed.Count == keys + arguments
            && !_signature.HasRest(ParameterTable.Keys) && !_signature.HasRest(ParameterTable.Argv)
            && _header.Listed.Select((listed, i) => !listed.IsKey && listed.IsInList && listed.Index == i + 1).All(each => each);
        return isInOrder ? [.. _header.Listed.Select((listed, i) => i < keys ? listed with { IsKey = true } : listed with { Index = i - keys + 1 })] : null;
    }

    /// <summary>A list by its form that has more or fewer names than the code reads elements.</summary>
    private void ReportCount(FindingBag findings, bool isKey)
    {
        var table = isKey ? ParameterTable.Keys : ParameterTable.Argv;
        var names = _header.Listed.Where(listed => listed.IsKey == isKey).ToList();
        var isList = names.Count > 1 && names.TrueForAll(listed => listed.IsInList && !HasSuffix(listed.Line.Text)) && names.Select(listed => listed.Index).Distinct().Count() == names.Count;
        if (isList && !_header.DeclaresAnything && !_signature.HasRest(table) && _signature.Count(table) > 0 && names.Count != _signature.Count(table))
        {
            findings.OtherCount(names[0], names.Count, _signature.Count(table));
        }
    }

    /// <summary><c>jobs:wait</c> is the text of a key, not the name of one.</summary>
    private static bool HasSuffix(string text) => text.IndexOf(':') is >= 0 and var colon && colon + 1 < text.Length && text[colon + 1] != ' ';

    private bool Covers(IReadOnlyList<ListedName> listedNames, bool isKey)
    {
        var table = isKey ? ParameterTable.Keys : ParameterTable.Argv;
        var indexes = listedNames.Where(listed => listed.IsKey == isKey).Select(listed => listed.Index).OrderBy(index => index).ToList();
        var isDeclared = _declared.Any(each => each.IsKey == isKey);
        return isDeclared || !_signature.Reads(table)
            ? indexes.Count == 0
            : !_signature.HasRest(table) && indexes.SequenceEqual(Enumerable.Range(1, _signature.Count(table)));
    }
}
