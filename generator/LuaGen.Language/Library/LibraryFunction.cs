using System.Text;
using LuaGen.Language.Commands;

namespace LuaGen.Language.Library;

/// <summary>A function of the server's Lua, as far as its C code checks the arguments.</summary>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Required">The number of required arguments.</param>
/// <param name="IsRepeating">Whether the last parameter takes any number of arguments.</param>
/// <param name="IsExact">Whether more arguments than parameters are an error; most functions ignore them.</param>
/// <param name="Results">The results of a call.</param>
/// <param name="Effects">The effects of a call besides its results.</param>
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
    /// <summary>The maximum number of arguments; <see langword="null"/> if unlimited.</summary>
    public int? Most => IsExact && !IsRepeating ? Parameters.Count : null;

    /// <summary>The usage: <c>string.sub(s, i[, j])</c>.</summary>
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

    /// <summary>The parameter for an argument; <see langword="null"/> if the argument is ignored.</summary>
    public LibraryParameter? ParameterAt(int index) =>
        index < Parameters.Count ? Parameters[index]
        : IsRepeating ? Parameters[Parameters.Count - 1]
        : null;
}
