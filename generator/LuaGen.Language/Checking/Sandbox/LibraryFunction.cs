namespace LuaGen.Language.Checking.Sandbox;

/// <summary>What a function accepts as one argument.</summary>
internal enum ParameterKind
{
    /// <summary>Anything, nil too, but it has to be there.</summary>
    Value,

    /// <summary>A string or a number.</summary>
    Text,

    /// <summary>A string alone.</summary>
    StrictText,

    /// <summary>A number, or a string that spells one.</summary>
    Number,
    Table,
    TableOrNil,
    Function,

    /// <summary>What <c>gsub</c> puts in: a string, number, table or function.</summary>
    Replacement,
}

/// <summary>A function of the server's Lua, as far as its C code looks at its arguments.</summary>
/// <param name="Name">With its library: <c>string.rep</c>.</param>
/// <param name="Usage">How it is called, for messages.</param>
/// <param name="Parameters">What it accepts, in order.</param>
/// <param name="Required">How many have to be there; the others may be nil, too.</param>
/// <param name="IsRepeating">Whether the last parameter stands for any number of them.</param>
/// <param name="IsExact">Whether more arguments than parameters are an error; most functions do not look.</param>
internal sealed record LibraryFunction(string Name, string Usage, ParameterKind[] Parameters, int Required, bool IsRepeating, bool IsExact)
{
    /// <summary>Reads <c>string.sub(s, n[, n])</c>; a <c>!</c> at the end says that no more are accepted.</summary>
    public static LibraryFunction Parse(string line)
    {
        var isExact = line[line.Length - 1] == '!';
        var usage = isExact ? line.Substring(0, line.Length - 1) : line;
        var open = usage.IndexOf('(');
        var list = usage.Substring(open + 1, usage.Length - open - 2);
        var isRepeating = list.EndsWith("...", StringComparison.Ordinal);
        var optional = list.IndexOf('[');
        var words = list.Split(['[', ']', ',', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        var required = optional < 0 ? words.Length : list.Substring(0, optional).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Length;
        return new LibraryFunction(usage.Substring(0, open), usage, [.. words.Select(KindOf)], required, isRepeating, isExact);
    }

    private static ParameterKind KindOf(string parameter) => parameter switch
    {
        "s" or "pattern" or "format" or "separator" or "json" or "data" or "code" => ParameterKind.Text,
        "message" => ParameterKind.StrictText,
        "n" or "i" or "j" or "x" or "y" or "base" or "level" or "version" => ParameterKind.Number,
        "t" => ParameterKind.Table,
        "metatable" => ParameterKind.TableOrNil,
        "f" => ParameterKind.Function,
        "replacement" => ParameterKind.Replacement,
        _ => ParameterKind.Value,
    };
}
