using LuaGen.Language.Commands;
using LuaGen.Language.Editing.Completions;
using LuaGen.Language.Model;

namespace LuaGen.Language.Tests.Editing;

/// <summary>Completion in <c>redis.register_function{ … }</c> and in the comments above it.</summary>
public sealed class RegistrationCompletionTests
{
    [Theory]
    [InlineData("redis.register_function{ [||] }", "function_name, callback, flags, description")]
    [InlineData("redis.register_function{[||]", "function_name, callback, flags, description")]
    [InlineData("redis.register_function({\n    fun[||]\n})", "function_name")]
    [InlineData("redis.register_function{ function_name = 'f', [||] }", "callback, flags, description")]
    [InlineData("redis.register_function{ [||], callback = function(k) return {1, flags = 2} end, flags = {} }", "function_name, description")]
    [InlineData("redis.register_function{ function_name = 'f', callback = function(keys) return 1 end; [||]", "flags, description")]
    [InlineData("redis.register_function{ desc[||] = 'f' }", "description")]
    [InlineData("local register = redis.register_function\nregister{ [||] }", "function_name, callback, flags, description")]
    [InlineData("server.register_function{ [||] }", "function_name, callback, flags, description")]
    [InlineData("redis.register_function{ flags = { [||] } }", "'no-writes', 'allow-oom', 'allow-stale', 'no-cluster', 'allow-cross-slot-keys'")]
    [InlineData("redis.register_function{ flags = { '[||]' } }", "no-writes, allow-oom, allow-stale, no-cluster, allow-cross-slot-keys")]
    [InlineData("redis.register_function{ flags = { 'no-writes', 'al[||]' } }", "allow-oom, allow-stale, allow-cross-slot-keys")]
    [InlineData("redis.register_function{ flags = { 'no[||]', 'no-writes' } }", "no-cluster")]
    [InlineData("redis.register_function{ flags = { \"no-[||]", "no-writes, no-cluster")]
    public void Fields_and_flags_that_are_not_there_yet_are_offered(string text, string expected) => Assert.Equal(expected, Shown(text, 9));

    [Theory]
    [InlineData("redis.register_function{ callback = [||] }")]
    [InlineData("redis.register_function{ callback = f([||]) }")]
    [InlineData("redis.register_function{ callback = function() return { [||] } end }")]
    [InlineData("redis.register_function{ description = '[||]' }")]
    [InlineData("redis.register_function{ description = { [||] } }")]
    [InlineData("redis.register_function('f', { [||] })")]
    [InlineData("redis.call{ [||] }")]
    [InlineData("local t = { [||] }")]
    [InlineData("local redis = { register_function = print }\nredis.register_function{ [||] }")]
    [InlineData("redis.register_function{ flags = { [||] } }", "")]
    public void Elsewhere_none_is(string text, string shebang = "#!lua name=x\n")
    {
        var shown = Shown(text, 1000, shebang).Split(", ");

        Assert.DoesNotContain("function_name", shown);
        Assert.DoesNotContain(shown, each => each.Trim('\'') == "no-writes");
    }

    private const string OfFunction = "RETURNS, RETURNS?, RAISES, @name, @since, KEYS[1], ARGV[1], luagen: disable-next-line ";

    [Theory]
    [InlineData("local a = 1\n-- [||]\nredis.register_function('f', function(keys) return 1 end)", OfFunction)]
    [InlineData("local a = 1\n-- Counts.\n-- [||]\n\nredis.register_function('f', function(keys) return 1 end)", OfFunction)]
    [InlineData("-- The count.\nlocal function f(keys) return 1 end\nlocal a = 1\n-- [||]\nredis.register_function('f', f)", OfFunction)]
    [InlineData("local a = 1\n-- [||]\nlocal function f(keys) return 1 end\nredis.register_function('f', f)", OfFunction)]
    [InlineData("redis.register_function('f', function(keys)\n-- [||]\nreturn 1 end)", OfFunction)]
    [InlineData("redis.register_function{\nfunction_name = 'f',\n-- [||]\ncallback = function(keys) return 1 end }", OfFunction)]
    [InlineData("local a = 1\n-- @[||]\nredis.register_function('f', function(keys) return 1 end)", "@name, @since")]
    [InlineData("local a = 1\n-- RET[||]\nredis.register_function('f', function(keys) return keys[ end)", "RETURNS, RETURNS?")]
    [InlineData("local a = 1\n-- [||]\nredis.register_function('f', function(keys, args) local lock, ttl = keys[1], args[1] end)", "KEYS[1] lock, ARGV[1] ttl: value, RETURNS, RETURNS?, RAISES, @name, @since, luagen: disable-next-line ")]
    [InlineData("-- [||]\n\nlocal a = 1", "@class, @since, @include, luagen: disable-next-line ")]
    [InlineData("local a = 1\n-- [||]\nlocal b = 2\nredis.register_function('f', function(keys) return 1 end)", "luagen: disable-next-line ")]
    [InlineData("-- KEYS[1] k\nlocal function f(keys) return 1 end\nlocal a = 1\n-- [||]\nredis.register_function('f', f)", "luagen: disable-next-line ")]
    [InlineData("local a = 1\n-- KEYS[1] k\n-- ARGV[1] n: unixs[||]\nredis.register_function('f', function(keys, args) return 1 end)", "unixseconds")]
    public void Comments_are_completed_for_what_they_are_the_header_of(string text, string expected) => Assert.Equal(expected, Shown(text, 12));

    private static string Shown(string text, int count, string shebang = "#!lua name=x\n")
    {
        var marked = MarkedText.Parse(shebang + text);
        var analysis = ScriptCompiler.Analyze(new ScriptSource("x.lua", marked.Text, IsUtf8: true, "Consumer", ClassName: null), ScriptOptions.Default, CancellationToken.None);
        return string.Join(", ", ScriptCompletion.At(analysis, marked.Spans[0].Start, ScriptOptions.Default).Candidates.Take(count).Select(candidate => candidate.Text));
    }
}
