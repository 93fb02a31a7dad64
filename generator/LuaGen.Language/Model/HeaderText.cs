using System.Text;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Model;

/// <summary>Writes declarations in the canonical form, for messages and for headers to paste.</summary>
internal static class HeaderText
{
    /// <summary>The whole signature, a line each, with <c>-- </c> before it.</summary>
    public static string Of(ScriptHeader header)
    {
        var text = new StringBuilder();
        foreach (var key in header.Keys.OrderBy(key => key.Index))
        {
            text.Append("-- ").Append(Of(key)).Append('\n');
        }

        foreach (var argument in header.Arguments.OrderBy(argument => argument.Index))
        {
            text.Append("-- ").Append(Of(argument)).Append('\n');
        }

        return header.Replies.Count == 0 ? text.Append($"-- RETURNS {HeaderType.Result.Name}\n").ToString() : text.ToString();
    }

    public static string Of(KeyDeclaration key) =>
        $"KEYS[{key.Index}{Rest(key.IsRest)}] {key.Path.Name}{Words(key.Text)}";

    public static string Of(ArgumentDeclaration argument) =>
        $"ARGV[{argument.Index}{Rest(argument.IsRest)}] {argument.Path.Name}: {((NamedType)argument.Type).Type.Name}{Default(argument.Default)}{Words(argument.Text)}";

    /// <summary>Whether a name can stand in a header, which knows the letters of Lua's names alone.</summary>
    public static bool IsName(string name) =>
        name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') && name[0] is not (>= '0' and <= '9');

    private static string Rest(bool isRest) => isRest ? "..." : "";

    private static string Words(string text) => text.Length == 0 ? "" : "   " + text;

    private static string Default(LiteralSyntax? literal) => literal switch
    {
        null => "",
        { Kind: LiteralKind.Text } => $" = '{literal.Value.Replace("\\", "\\\\").Replace("'", "\\'")}'",
        _ => " = " + literal.Value,
    };
}
