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
        descriptions.AddListed();
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

        if (unknown.Count == 0 || unknown.Any(named => script.LocalNames.Contains(named.Name)))
        {
            // They document a function.
            return;
        }

        // All of them, in the order of the call.
        var (keys, arguments) = (_signature.Count(ParameterTable.Keys), _signature.Count(ParameterTable.Argv));
        if (_declared.Count == 0 && unknown.Count == keys + arguments && !_signature.HasRest(ParameterTable.Keys) && !_signature.HasRest(ParameterTable.Argv))
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

    /// <summary>Names declare elements if they are all that the code reads, in each table that no line declares.</summary>
    private void AddListed()
    {
        if (!Covers(isKey: true) || !Covers(isKey: false))
        {
            return;
        }

        foreach (var listed in _header.Listed.Where(each => _declared.Add((each.IsKey, each.Index))))
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

    private bool Covers(bool isKey)
    {
        var table = isKey ? ParameterTable.Keys : ParameterTable.Argv;
        var indexes = _header.Listed.Where(listed => listed.IsKey == isKey).Select(listed => listed.Index).OrderBy(index => index).ToList();
        var isDeclared = _declared.Any(each => each.IsKey == isKey);
        return isDeclared || !_signature.Reads(table)
            ? indexes.Count == 0
            : !_signature.HasRest(table) && indexes.SequenceEqual(Enumerable.Range(1, _signature.Count(table)));
    }
}
