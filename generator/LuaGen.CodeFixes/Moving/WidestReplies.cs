using LuaGen.Language.HeaderTypes;

namespace LuaGen.CodeFixes.Moving;

/// <summary>The reply type of each text that several calls share: wide enough for all of them, so that the text becomes one file.</summary>
internal sealed class WidestReplies
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    public void Add(string text, string returns) =>
        _types[text] = _types.TryGetValue(text, out var known) ? Join(known, returns) : returns;

    public string Of(string text, string returns) => _types.TryGetValue(text, out var known) ? known : returns;

    private static string Join(string left, string right)
    {
        if (left == right || right == HeaderType.Nothing.Name)
        {
            return left;
        }

        if (left == HeaderType.Nothing.Name)
        {
            return right;
        }

        var numbers = new[] { HeaderType.Int.Name, HeaderType.Long.Name };
        return Array.IndexOf(numbers, left.TrimEnd('?')) >= 0 && Array.IndexOf(numbers, right.TrimEnd('?')) >= 0
            ? (left.TrimEnd('?') == right.TrimEnd('?') ? left.TrimEnd('?') : HeaderType.Long.Name) + (left.EndsWith("?", StringComparison.Ordinal) || right.EndsWith("?", StringComparison.Ordinal) ? "?" : "")
            : HeaderType.Result.Name;
    }
}
