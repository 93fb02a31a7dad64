using LuaGen.Language.Text;

namespace LuaGen.Language.Tests.Syntax;

public sealed class ScriptTextTests
{
    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb\r", "a\nb\n")]
    [InlineData("a\n\rb", "a\nb")]
    [InlineData("\r\r\n\n\r\n", "\n\n\n\n")]
    public void Each_line_end_becomes_one_LF(string text, string expected) => Assert.Equal(expected, LuaGen.Language.Text.ScriptText.Normalize(text));

    [Fact]
    public void Text_that_needs_no_change_is_not_copied()
    {
        const string text = "return 1\n";
        Assert.Same(text, LuaGen.Language.Text.ScriptText.Normalize(text));
    }

    [Theory]
    [InlineData("ab\ncd", 4, 1, 1)]
    [InlineData("ab\r\ncd", 4, 1, 0)]
    [InlineData("ab\n\rcd", 5, 1, 1)]
    [InlineData("ab\rcd", 3, 1, 0)]
    [InlineData("ab\n", 3, 1, 0)]
    [InlineData("ab\u2028cd", 4, 0, 4)]
    [InlineData("", 0, 0, 0)]
    public void Places_are_counted_by_these_line_ends(string text, int offset, int line, int column) =>
        Assert.Equal(new SourcePosition(line, column), new LineMap(text).GetPosition(offset));
}
