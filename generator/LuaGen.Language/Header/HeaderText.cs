using System.Text;
using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Header;

/// <summary>Writes declarations in canonical form, for messages and for headers to paste.</summary>
internal static class HeaderText
{
    /// <summary>The whole signature, one declaration per line, each with a leading <c>-- </c>.</summary>
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

        foreach (var reply in header.Replies)
        {
            text.Append("-- ").Append(Of(reply)).Append('\n');
        }

        return header.Replies.Count == 0 ? text.Append($"-- RETURNS {HeaderType.Result.Name}\n").ToString() : text.ToString();
    }

    public static string Of(KeyDeclaration key) =>
        $"KEYS[{key.Index}{Rest(key.IsRest)}] {Of(key.Path)}{Words(key.Text)}";

    public static string Of(ArgumentDeclaration argument) =>
        $"ARGV[{argument.Index}{Rest(argument.IsRest)}] {Of(argument.Path)}: {Of(argument.Type)}{Default(argument.Default)}{Words(argument.Text)}";

    public static string Of(ReplyDeclaration reply) =>
        $"RETURNS{(reply.IsNullable ? "?" : "")} {(reply.Name is { } name ? name.Name + ": " : "")}{Of(reply.Type)}{Words(reply.Text)}";

    public static string Of(RaisesDeclaration raises) => $"RAISES {raises.Code}{Words(raises.Text)}";

    public static string Of(TypeSyntax type) => type switch
    {
        NamedType named => named.Type.Name,
        UnknownType unknown => unknown.Name,
        JsonType json => $"json<{json.TypeName}>",
        EnumType values => string.Join(" | ", values.Literals.Select(Quoted)),
        CodesType codes => string.Join(" | ", codes.Codes.Select(code => $"{code.Name} = {code.Value}")),
        RecordType record => $"({Of(record.Fields)})",
        FlatType flat => $"flat({Of(flat.Fields)})",
        MapType map => $"map<{Of(map.Key)}, {Of(map.Value)}>",
        ArrayType array => Of(array.Element) + "[]",
        NullableType nullable => Of(nullable.Inner) + "?",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Whether a header can contain the name; headers allow only the letters of Lua names.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') && name[0] is not (>= '0' and <= '9');

    private static string Of(EquatableArray<FieldSyntax> fields) => string.Join(", ", fields.Select(field => $"{field.Name}: {Of(field.Type)}"));

    private static string Of(PathSyntax path) => path.Member is null ? path.Name : $"{path.Name}.{path.Member}";

    private static string Rest(bool isRest) => isRest ? "..." : "";

    private static string Words(string text) => text.Length == 0 ? "" : "   " + text;

    private static string Default(LiteralSyntax? literal) => literal switch
    {
        null => "",
        { Kind: LiteralKind.Text } => " = " + Quoted(literal.Value),
        _ => " = " + literal.Value,
    };

    private static string Quoted(string text) => $"'{text.Replace("\\", "\\\\").Replace("'", "\\'")}'";
}
