using LuaGen.Language.Rules;

namespace LuaGen.Language.Syntax;

/// <summary>Looks at tokens alone, for texts whose tree says too little since they do not parse.</summary>
internal static class TokenScan
{
    /// <summary>Whether any of these names stands in the text, and is not declared there as a local.</summary>
    public static bool NamesAny(string text, string[] names)
    {
        var lexer = new Lexer(text, 0, new SymbolTable(), new FindingBag());
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

            // Of "local a, b" every name is declared, up to whatever ends the list.
            isDeclared = token.Kind == TokenKind.Local || (isDeclared && token.Kind is TokenKind.Name or TokenKind.Comma);
        }
        while (token.Kind != TokenKind.EndOfFile);

        found.ExceptWith(locals);
        return found.Count > 0;
    }
}
