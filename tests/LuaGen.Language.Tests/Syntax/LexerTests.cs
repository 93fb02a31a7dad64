using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Tests.Syntax;

public sealed class LexerTests
{
    private static List<Token> Scan(string text, out Lexer lexer)
    {
        var findings = new FindingBag();
        lexer = new Lexer(text, 0, new StringTable(), findings);
        var tokens = new List<Token>();
        var token = default(Token);
        do
        {
            lexer.Scan(ref token);
            tokens.Add(token);
        }
        while (token.Kind != TokenKind.EndOfFile);
        Assert.Equal(0, findings.Count);
        return tokens;
    }

    [Fact]
    public void Knows_every_reserved_word()
    {
        const string words = "and break do else elseif end false for function if in local nil not or repeat return then true until while";
        Assert.Equal(
            Enumerable.Range((int)TokenKind.And, 21).Select(kind => (TokenKind)kind),
            Scan(words, out _).SkipLast(1).Select(token => token.Kind));
        Assert.All(Scan("And END goto continue _do endd", out _).SkipLast(1), token => Assert.Equal(TokenKind.Name, token.Kind));
    }

    [Fact]
    public void Takes_the_longest_operator() =>
        Assert.Equal(
            [TokenKind.DotDotDot, TokenKind.DotDot, TokenKind.Dot, TokenKind.EqualEqual, TokenKind.Equal, TokenKind.TildeEqual, TokenKind.LessEqual, TokenKind.GreaterEqual, TokenKind.EndOfFile],
            Scan("... .. . === ~= <= >=", out _).Select(token => token.Kind));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("007", 7)]
    [InlineData("1234567890123", 1234567890123)]
    [InlineData("3.5e-2", 0.035)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("0xFf", 255)]
    [InlineData("0x1p4", 16)]
    [InlineData("1e309", double.PositiveInfinity)]
    [InlineData("0x0p99999", 0)]
    public void Reads_numbers(string text, double value) => Assert.Equal(value, Scan(text, out _)[0].Number);

    [Theory]
    [InlineData("'a\"b'", "a\"b")]
    [InlineData(@"""\a\b\f\n\r\t\v\\\""\'\q\x41""", "\a\b\f\n\r\t\v\\\"'qx41")]
    [InlineData(@"'\65\066\0671'", "ABC1")]
    [InlineData(@"'\195\169'", "é")]
    [InlineData("'a\\\r\nb'", "a\nb")]
    [InlineData("[[\r\na\n\rb\rc]]", "a\nb\nc")]
    [InlineData("[==[ ]] ]=] ]==]", " ]] ]=] ")]
    [InlineData("[[]]", "")]
    public void Reads_strings(string text, string value)
    {
        var token = Scan(text, out _)[0];
        Assert.Equal(TokenKind.String, token.Kind);
        Assert.Equal(value, token.Symbol!.Text);
        Assert.Equal(text.Length, token.End);
    }

    [Fact]
    public void Bytes_that_are_no_text_keep_apart()
    {
        var tokens = Scan(@"'\200' '\201' '\200'", out _);
        Assert.NotSame(tokens[0].Symbol, tokens[1].Symbol);
        Assert.Same(tokens[0].Symbol, tokens[2].Symbol);
        Assert.Equal("\ufffd", ByteStrings.Display(tokens[0].Symbol!.Text));
    }

    [Theory]
    [InlineData("a\nb\r\nc\n\rd\re\n\nf", new[] { 1, 2, 3, 4, 5, 7, 7 })]
    [InlineData("'a\\\nb' c", new[] { 1, 2, 2 })]
    [InlineData("--[[\n\n]] a", new[] { 3, 3 })]
    public void Counts_lines_as_Lua_does(string text, int[] lines) =>
        Assert.Equal(lines, Scan(text, out _).Select(token => token.Line));

    [Fact]
    public void Keeps_comments()
    {
        const string text = "-- one\nx --[[ two\n]] --[=[three]=] -- four";
        _ = Scan(text, out var lexer);
        Assert.Equal(
            [("-- one", false), ("--[[ two\n]]", true), ("--[=[three]=]", true), ("-- four", false)],
            lexer.Comments.Select(comment => (text.Substring(comment.Span.Start, comment.Span.Length), comment.IsLong)));
    }
}
