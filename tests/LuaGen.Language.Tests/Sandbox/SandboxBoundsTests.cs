using System.Globalization;
using System.Text;

namespace LuaGen.Language.Tests.Sandbox;

/// <summary>Scripts on which an unbounded analysis would never end.</summary>
public sealed class SandboxBoundsTests
{
    [Fact]
    public void Locals_that_double_are_not_followed_to_the_end()
    {
        var script = new StringBuilder("""
            local a0 = '' .. ''
            local b0 = 'x' .. tostring(KEYS)

            """);
        for (var i = 1; i < 90; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"local a{i} = a{i - 1} .. a{i - 1}\nlocal b{i} = string.rep(b{i - 1} .. b{i - 1}, b{i - 1}, b{i - 1})\n");
        }

        Compile(script.Append("""
            if KEYS[1] then return redis.error_reply(a89) end
            return loadstring(b89)
            """).ToString());
    }

    [Fact]
    public void Unknown_names_are_not_all_compared_with_all_locals()
    {
        var script = new StringBuilder("local keys = KEYS\n");
        for (var i = 0; i < 4_000; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"do local localname{i} = unknowable{i} end\n");
        }

        Compile(script.Append(CultureInfo.InvariantCulture, $"return {new string('n', 100_000)}").ToString());
    }

    [Fact]
    public void One_text_is_read_once_for_all_its_calls()
    {
        var script = new StringBuilder($"local json = '[{new string(' ', 200_000)}]'\nlocal key = KEYS[1]\n");
        for (var i = 0; i < 10_000; i++)
        {
            script.Append("cjson.decode(json) string.format(json, key)\n");
        }

        Compile(script.ToString());
    }

    private static void Compile(string script) =>
        Assert.NotNull(TestCompiler.Compile(script).Model);
}
