using System.Text;

namespace LuaGen.Language.Library;

/// <summary>A function of the server's Lua, as far as its C code looks at its arguments.</summary>
/// <param name="Parameters">What it accepts, in order.</param>
/// <param name="Required">How many arguments have to be there.</param>
/// <param name="IsRepeating">Whether the last parameter stands for any number of arguments.</param>
/// <param name="IsExact">Whether more arguments than parameters are an error; most functions ignore them.</param>
/// <param name="Results">What a call gives.</param>
/// <param name="Effects">What a call does beyond that.</param>
internal sealed record LibraryFunction(
    string FullName,
    Availability Servers,
    string Summary,
    IReadOnlyList<LibraryParameter> Parameters,
    int Required,
    bool IsRepeating,
    bool IsExact,
    LibraryResults Results,
    LibraryEffects Effects)
    : LibraryMember(FullName, Servers, Summary)
{
    /// <summary>How many arguments are accepted; <see langword="null"/> for any number.</summary>
    public int? Most => IsExact && !IsRepeating ? Parameters.Count : null;

    /// <summary>How it is called: <c>string.sub(s, i[, j])</c>.</summary>
    public string Usage
    {
        get
        {
            var usage = new StringBuilder(FullName).Append('(');
            for (var i = 0; i < Parameters.Count; i++)
            {
                usage.Append(i < Required ? "" : "[").Append(i == 0 ? "" : ", ").Append(Parameters[i].Name);
            }

            return usage.Append(IsRepeating ? "..." : "").Append(']', Parameters.Count - Required).Append(')').ToString();
        }
    }

    /// <summary>The parameter that an argument is for; <see langword="null"/> for one that is ignored.</summary>
    public LibraryParameter? ParameterAt(int index) =>
        index < Parameters.Count ? Parameters[index]
        : IsRepeating ? Parameters[Parameters.Count - 1]
        : null;
}
