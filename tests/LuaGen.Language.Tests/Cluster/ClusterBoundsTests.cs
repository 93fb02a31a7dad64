using System.Globalization;
using System.Text;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Cluster;

/// <summary>Scripts with very many keys, arguments and names: each would take minutes if the checks compared every pair.</summary>
public sealed class ClusterBoundsTests
{
    private const int Many = 10_000;

    [Fact]
    public void Keys_in_arguments_are_advised_on_one_by_one()
    {
        var script = new StringBuilder();
        for (var i = 1; i <= Many; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"redis.call('GET', ARGV[{i}])\n");
        }

        Assert.Equal(Many, Findings(script.ToString()).Count(rule => rule == Rule.KeyAsArgument));
    }

    [Fact]
    public void Constant_keys_are_not_all_compared_with_each_other()
    {
        var script = new StringBuilder();
        for (var i = 0; i < Many; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"if KEYS[1] == '{i}' then redis.call('GET', 'k{i}') end\n");
        }

        Assert.Contains(Rule.UndeclaredKey, Findings(script.ToString()));
        Assert.DoesNotContain(Rule.KeysOfDifferentSlots, Findings(script.ToString()));
    }

    [Fact]
    public void Names_are_looked_up()
    {
        var script = new StringBuilder();
        for (var i = 1; i <= Many; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"-- ARGV[{i}] argument{i}: bool\n");
        }

        for (var i = 1; i <= Many; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"do local argument{i} = ARGV[{Many + 1 - i}] if argument{i} then redis.call('ECHO', argument{i}) end end\n");
        }

        var findings = Findings(script.ToString());
        Assert.Equal(Many, findings.Count(rule => rule == Rule.LocalNamedOtherwise));
        Assert.Equal(Many, findings.Count(rule => rule == Rule.TypeContradicted));
    }

    private static Rule[] Findings(string script) =>
        [.. TestCompiler.Compile(script)
            .Findings.Select(finding => finding.Rule)];
}
