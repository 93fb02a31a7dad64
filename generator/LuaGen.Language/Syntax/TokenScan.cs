using LuaGen.Language.Rules;

namespace LuaGen.Language.Syntax;

/// <summary>Scans tokens only, for texts that do not parse and whose tree is therefore incomplete.</summary>
internal static class TokenScan
{
    /// <summary>Whether the text contains any of these names other than as the declaration of a local.</summary>
    public static bool NamesAny(string text, string[] names)
    {
        var lexer = new Lexer(text, 0, new StringTable(), new FindingBag());
        var found = new HashSet<string>(StringComparer.Ordinal);
        var locals = new HashSet<string>(StringComparer.Ordinal);
        var token = default(Token);
        var isDeclared = false;
        do
        {
            lexer.Scan(ref token);
            if (token.Kind == TokenKind.Name && Array.IndexOf(names, token.Symbol!.Text) >= 0)
            {
                (isDeclared ? locals : found).Add(token.Symbol.Text);
            }

            // "local a, b" declares every name up to the end of the list.
            isDeclared = token.Kind == TokenKind.Local || (isDeclared && token.Kind is TokenKind.Name or TokenKind.Comma);
        }
        while (token.Kind != TokenKind.EndOfFile);

        found.ExceptWith(locals);
        return found.Count > 0;
    }
}
