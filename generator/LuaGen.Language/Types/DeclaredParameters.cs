using LuaGen.Language.Binding;
using LuaGen.Language.Header;

namespace LuaGen.Language.Types;

/// <summary>What the header promises of <c>KEYS</c> and <c>ARGV</c>: elements that are always there.</summary>
internal sealed class DeclaredParameters
{
    private readonly int _keys;
    private readonly int _arguments;

    private DeclaredParameters(int keys, int arguments) => (_keys, _arguments) = (keys, arguments);

    /// <summary>Of a script without a header, which promises nothing.</summary>
    public static DeclaredParameters None { get; } = new(0, 0);

    /// <summary>A header that could not be read whole promises nothing.</summary>
    public static DeclaredParameters Of(ScriptHeader header)
    {
        if (!header.IsComplete)
        {
            return None;
        }

        // The optional arguments at the end are left out while they are null, a list may be empty.
        var keys = header.Keys.Count(key => !key.IsRest);
        var arguments = header.Arguments.OrderByDescending(argument => argument.Index).SkipWhile(argument => argument.IsRest || argument.Type is NullableType).Count();
        return new DeclaredParameters(keys, arguments);
    }

    public bool IsThere(ParameterTable table, int index) => index >= 1 && index <= (table == ParameterTable.Keys ? _keys : _arguments);
}
