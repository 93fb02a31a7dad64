using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2007Tests
{
    [Theory]
    [InlineData("[||]return redis.call('GET', KEYS[1])")]
    [InlineData("[||]-- Only words.\nreturn redis.call('PING')")]
    public void Flags_a_script_that_declares_nothing(string script) => RuleAssert.Flags(Rule.NoHeader, script);

    [Theory]
    [InlineData("local M = {}\nreturn M")]
    [InlineData("local redis = require 'resty.redis'\nlocal KEYS = {}\nreturn redis.new(KEYS)")]
    [InlineData("#!lua name=mylib\nredis.register_function('f', function(keys, args) return 1 end)")]
    [InlineData("-- KEYS[1] - the key\nreturn redis.call('GET', KEYS[1])")]
    public void Leaves_what_is_no_script_and_what_declares_anything_alone(string script) => RuleAssert.Quiet(Rule.NoHeader, script);
}
