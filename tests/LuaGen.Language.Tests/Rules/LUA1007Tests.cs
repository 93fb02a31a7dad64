using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1007Tests
{
    [Fact]
    public void Flags_half_a_surrogate_pair() => AnnotatedScript.Reports(Rule.BadEncoding, "return '[|\ud800|]'", "half of a surrogate pair");

    [Fact]
    public void Hosts_can_flag_a_file_that_is_not_UTF8()
    {
        var findings = new FindingBag();
        findings.NotUtf8(default);
        Assert.Equal(Rule.BadEncoding, Assert.Single(findings.ToEquatableArray()).Rule);
    }

    [Fact]
    public void Leaves_whole_characters_alone() => AnnotatedScript.ReportsNothing("return '\U0001F600 \ufffd é' -- \U0001F600");
}
