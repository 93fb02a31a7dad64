using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Types;

/// <summary>The elements of <c>KEYS</c> and <c>ARGV</c> that are always present, according to the header.</summary>
internal sealed class DeclaredParameters
{
    private readonly int _keys;
    private readonly int _arguments;

    private readonly HashSet<int> _fractions = [];

    private DeclaredParameters(int keys, int arguments) => (_keys, _arguments) = (keys, arguments);

    /// <summary>For a script without a header, which guarantees nothing.</summary>
    public static DeclaredParameters None { get; } = new(0, 0);

    /// <summary>A header that could not be parsed completely guarantees nothing.</summary>
    public static DeclaredParameters Of(ScriptHeader header)
    {
        if (!header.IsComplete)
        {
            return None;
        }

        // Optional arguments at the end are omitted while they are null, and a list may be empty.
        var keys = header.Keys.Count(key => !key.IsRest);
        var arguments = header.Arguments.OrderByDescending(argument => argument.Index).SkipWhile(argument => argument.IsRest || argument.Type is NullableType).Count();
        var parameters = new DeclaredParameters(keys, arguments);
        parameters._fractions.UnionWith(header.Arguments
            .Where(argument => !argument.IsRest && argument.Type is NamedType { Type.Kind: WireKind.Fraction })
            .Select(argument => argument.Index));
        return parameters;
    }

    /// <summary>Whether the argument is declared as a number that may have a fraction.</summary>
    public bool IsFraction(Parameter parameter) => parameter.Table == ParameterTable.Argv && _fractions.Contains(parameter.Index);

    public bool IsThere(ParameterTable table, int index) => index >= 1 && index <= (table == ParameterTable.Keys ? _keys : _arguments);
}
