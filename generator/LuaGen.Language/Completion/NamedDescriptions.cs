using LuaGen.Language.Binding;
using LuaGen.Language.Header;

namespace LuaGen.Language.Completion;

/// <summary>Gives descriptions by name (<c>@param stock the stock key</c>) to the keys and arguments whose locals have these names.</summary>
internal static class NamedDescriptions
{
    public static ScriptHeader Apply(ScriptHeader header, InferredSignature signature)
    {
        if (header.Named.Count == 0)
        {
            return header;
        }

        var loose = header.Loose.ToList();
        var elements = signature.ElementsByName();
        var declared = new HashSet<(bool IsKey, int Index)>(
            loose.Select(other => (other.IsKey, other.Index)).Concat(header.Keys.Select(key => (true, key.Index))).Concat(header.Arguments.Select(argument => (false, argument.Index))));
        foreach (var named in header.Named)
        {
            if (!elements.TryGetValue(named.Name, out var element) || !declared.Add((element.Table == ParameterTable.Keys, element.Index)))
            {
                continue;
            }

            var (isKey, index) = (element.Table == ParameterTable.Keys, element.Index);
            header.Lines.TakeAt(named.Line.Start);
            loose.Add(new LooseDeclaration(named.Line, isKey, index, IsRest: false, named.Name, isKey ? null : named.Type, Default: null, named.Text));
        }

        return loose.Count == header.Loose.Count ? header : header with { Loose = loose, DeclaresAnything = true, Prose = header.Lines.Prose() };
    }
}
