using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2022Tests
{
    private static readonly TestScript Script = new("Scripts/Shop/Get.lua", "return redis.call('GET', KEYS[1])\n");

    [Theory]
    [InlineData("return 'pong'")]
    [InlineData("local M = {}\nreturn M")]
    public async Task Flags_a_file_that_is_ignored_beside_scripts(string text) => Assert.Contains(
        await GeneratorHost.FindingsAsync(new TestScript("Scripts/Shop/Ping.lua", text), Script),
        finding => finding.StartsWith("Scripts/Shop/Ping.lua(1,1): info LUA2022: This file is not a Redis script", StringComparison.Ordinal));

    [Theory]
    [InlineData("Scripts/Other/Ping.lua", "return 'pong'")]
    [InlineData("Scripts/Shop/Ping.lua", "-- RETURNS string\nreturn 'pong'")]
    [InlineData("Scripts/Shop/Ping.lua", "-- luagen: disable LUA2022\nreturn 'pong'")]
    public async Task Is_quiet(string path, string text) => Assert.DoesNotContain(
        await GeneratorHost.FindingsAsync(new TestScript(path, text), Script), finding => finding.Contains("LUA2022", StringComparison.Ordinal));
}
