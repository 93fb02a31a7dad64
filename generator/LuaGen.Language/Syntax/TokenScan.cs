using LuaGen.Language.Rules;

namespace LuaGen.Language.Syntax;

/// <summary>Scans tokens only, for texts that do not parse and whose tree is therefore incomplete.</summary>
internal static class TokenScan
{
    /// <summary>Where the first token begins; the end of the text if there is none.</summary>
    public static int StartOfFirst(string text, int from)
    {
        var lexer = new Lexer(text, from, new StringTable(), new FindingBag());
        var token = default(Token);
        lexer.Scan(ref token);
        return token.Start;
    }

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

    /// <summary>Whether the text contains <c>table.member</c> for any of these members, with a table that is not declared as a local.</summary>
    public static bool NamesMember(string text, string table, string[] members)
    {
        if (!NamesAny(text, [table]))
        {
            return false;
        }

        var lexer = new Lexer(text, 0, new StringTable(), new FindingBag());
        var token = default(Token);
        var matched = 0;
        do
        {
            lexer.Scan(ref token);
            matched = matched == 1 && token.Kind == TokenKind.Dot ? 2
                : matched == 2 && token.Kind == TokenKind.Name && Array.IndexOf(members, token.Symbol!.Text) >= 0 ? 3
                : token.Kind == TokenKind.Name && token.Symbol!.Text == table ? 1
                : 0;
        }
        while (matched < 3 && token.Kind != TokenKind.EndOfFile);

        return matched == 3;
    }
}
