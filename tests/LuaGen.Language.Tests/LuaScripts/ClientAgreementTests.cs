using System.Text;
using LuaGen.Language.LuaScripts;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.LuaScripts;

/// <summary>The reader of <c>LuaScript</c> texts, compared with the client: what the client sends is what is read.</summary>
public sealed class ClientAgreementTests
{
    /// <summary>Parts that meet in any order; among them letters that a regular expression without case may take for others, and digits of other scripts.</summary>
    private static readonly string[] Parts =
    [
        "@", "@@", "@a", "@A", "@b1", "@_", "a", "1", "_", " ", ".", "'", "\"", "--", "\n", "[[", "]]", "[=[", "]=]", "\\", "#!", "é", "²", "٣", "@a٣", "\u212A", "@\u212A", "@a\u212A", "ı", "@ı", "ſ", "@ſ", "\u200D", "@a\u200D", "\0", "\U0001F600",
    ];

    [Theory]
    [InlineData("return {@a, '@a', '@@a', 'me@a', '@@b'}")]
    [InlineData("-- @a\nreturn @a")]
    [InlineData("return '@@a' .. [[@@a]]")]
    [InlineData("return @@@a .. @a")]
    [InlineData("return é@a .. ٣@b")]
    [InlineData("return @a٣")]
    [InlineData("return @aé")]
    [InlineData("@")]
    [InlineData("@@")]
    public void Sends_the_same_text(string text) => Assert.Equal(LuaScript.Prepare(text).ExecutableScript, LuaScriptText.Read(text).AsSent().Text);

    [Fact]
    public void Sends_the_same_text_whatever_parts_meet()
    {
        var random = new Random(20261130);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 9); count > 0; count--)
            {
                text.Append(Parts[random.Next(Parts.Length)]);
            }

            var script = text.ToString();
            Assert.True(LuaScript.Prepare(script).ExecutableScript == LuaScriptText.Read(script).AsSent().Text, $"'{Uri.EscapeDataString(script)}'");
        }

        LuaScript.PurgeCache();
    }
}
