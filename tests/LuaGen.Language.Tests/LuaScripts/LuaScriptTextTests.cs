using LuaGen.Language.LuaScripts;
using LuaGen.Language.Text;

namespace LuaGen.Language.Tests.LuaScripts;

public sealed class LuaScriptTextTests
{
    [Theory]
    [InlineData("return @key", true)]
    [InlineData("return @@key", false)]
    [InlineData("return me@home", false)]
    [InlineData("-- @key\nreturn 1", false)]
    [InlineData("--[==[ @key ]==] return 1", false)]
    [InlineData("return '@key'", false)]
    [InlineData("return [[\n@key]]", false)]
    [InlineData("return 1 -- the end: @key", false)]
    [InlineData("return @1", false)]
    [InlineData("#!lua @key\nreturn 1", false)]
    [InlineData("#!lua\nreturn @key", true)]
    [InlineData("return '@", false)]
    [InlineData("", false)]
    public void A_name_in_the_code_makes_it_one(string text, bool expected) => Assert.Equal(expected, LuaScriptText.Read(text).IsLuaScript);

    [Theory]
    [InlineData("return {@a, @b, @a}", "return {ARGV[1], ARGV[2], ARGV[1]}", "a b")]
    [InlineData("-- @note\nreturn @a", "-- ARGV[1]\nreturn ARGV[2]", "note a")]
    [InlineData("return '@a' .. @a", "return 'ARGV[1]' .. ARGV[1]", "a")]
    [InlineData("return '@@a' .. @b", "return '@a' .. ARGV[1]", "b")]
    [InlineData("return 'me@a' .. @a", "return 'meARGV[1]' .. ARGV[1]", "a")]
    [InlineData("return @a1_B", "return ARGV[1]", "a1_B")]
    [InlineData("return @a .. @A", "return ARGV[1] .. ARGV[2]", "a A")]
    [InlineData("return 1", "return 1", "")]
    public void The_client_replaces_names_in_the_whole_text(string text, string sent, string names)
    {
        var translated = LuaScriptText.Read(text).AsSent();

        Assert.Equal(sent, translated.Text);
        Assert.Equal(names, string.Join(' ', translated.Parameters.Select(parameter => parameter.Name)));
    }

    [Theory]
    [InlineData("return redis.call('SET', @key, @value)", "return redis.call('SET', KEYS[1], ARGV[1])")]
    [InlineData("local v = @value\nreturn redis.call('SET', @key, v)", "local v = ARGV[1]\nreturn redis.call('SET', KEYS[1], v)")]
    [InlineData("local k = @key\nreturn redis.call('GET', k)", "local k = KEYS[1]\nreturn redis.call('GET', k)")]
    [InlineData("return redis.call('MSET', @a, @x, @b, @y)", "return redis.call('MSET', KEYS[1], ARGV[1], KEYS[2], ARGV[2])")]
    [InlineData("-- @key of @owner\nreturn redis.call('GET', @key)", "-- @key of @owner\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("redis.call('SADD', @index, @key) return redis.call('GET', @key)", "redis.call('SADD', KEYS[1], KEYS[2]) return redis.call('GET', KEYS[2])")]
    [InlineData("return redis.call('GET', 'stock:' .. @id)", "return redis.call('GET', 'stock:' .. ARGV[1])")]
    [InlineData("return return @key", "return return ARGV[1]")]
    public void A_typed_script_has_its_keys_in_KEYS(string text, string expected)
    {
        var script = LuaScriptText.Read(text);
        var keys = LuaScriptKeys.Of(script, CancellationToken.None);

        Assert.Equal(expected, script.WithKeys(keys.Contains).Text);
    }

    /// <summary>Every place of the new text leads to the same characters in the source, and a replaced name to the whole name.</summary>
    [Fact]
    public void Places_lead_back_to_the_source()
    {
        const string Text = "local x = '@@id'\nreturn {x, @a, 'of @longer', @a} -- @a";
        var translated = LuaScriptText.Read(Text).AsSent();

        Assert.Equal("local x = '@id'\nreturn {x, ARGV[1], 'of ARGV[2]', ARGV[1]} -- ARGV[1]", translated.Text);
        foreach (var part in new[] { "local", "id'", "{x, ", "of ", "}" })
        {
            var at = translated.Text.IndexOf(part, StringComparison.Ordinal);
            var source = translated.ToSource(new SourceSpan(at, part.Length));
            Assert.Equal(part, Text.Substring(source.Start, source.Length));
        }

        var element = translated.Text.IndexOf("ARGV[2]", StringComparison.Ordinal);
        foreach (var span in new[] { new SourceSpan(element, 7), new SourceSpan(element + 2, 3) })
        {
            var source = translated.ToSource(span);
            Assert.Equal("@longer", Text.Substring(source.Start, source.Length));
        }

        Assert.Equal(Text.Length, translated.ToSource(new SourceSpan(translated.Text.Length, 0)).Start);
        Assert.Equal("@longer is not a number, and @a is", translated.Named("ARGV[2] is not a number, and ARGV[1] is"));
    }

    [Fact]
    public void Every_name_knows_its_place()
    {
        var names = LuaScriptText.Read("-- @a\nreturn '@b' .. @c .. [[@@d]] -- @e").Names;

        Assert.Equal("a:Comment b:String c:Code d:String e:Comment", string.Join(' ', names.Select(name => $"{name.Name}:{name.Place}")));
        Assert.Equal(["d"], names.Where(name => name.IsEscaped).Select(name => name.Name));
    }
}
