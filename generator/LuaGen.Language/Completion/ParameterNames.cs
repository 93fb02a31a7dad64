using System.Globalization;
using LuaGen.Language.Binding;
using LuaGen.Language.Header;

namespace LuaGen.Language.Completion;

/// <summary>Chooses the names that a header leaves open, each of them once.</summary>
internal sealed class ParameterNames
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public ParameterNames(ScriptHeader header) =>
        _taken = new HashSet<string>(
            header.Keys.Select(key => key.Path.Name).Concat(header.Arguments.Select(argument => argument.Path.Name)).Select(Identifiers.Camel), StringComparer.Ordinal);

    /// <summary>The first candidate that a header can contain, with a number if it is taken.</summary>
    public string Choose(params string?[] candidates)
    {
        // "nameof" is the only name that is not a keyword but that the generated code uses.
        var name = candidates.Select(candidate => Identifiers.Camel(candidate ?? "")).First(candidate => candidate != "nameof" && HeaderText.IsName(candidate));
        if (_taken.Add(name))
        {
            return name;
        }

        var number = _numbers.TryGetValue(name, out var last) ? last : 1;
        string unique;
        do
        {
            unique = name + (++number).ToString(CultureInfo.InvariantCulture);
        }
        while (!_taken.Add(unique));
        _numbers[name] = number;
        return unique;
    }

    /// <summary><c>key1</c>, <c>arg2</c></summary>
    public static string Numbered(ParameterTable table, int index) =>
        (table == ParameterTable.Keys ? "key" : "arg") + index.ToString(CultureInfo.InvariantCulture);
}
