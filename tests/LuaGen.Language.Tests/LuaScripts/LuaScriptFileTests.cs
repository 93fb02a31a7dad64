using LuaGen.Language.Commands;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Header;

namespace LuaGen.Language.Tests.LuaScripts;

/// <summary>Files in the form of StackExchange.Redis's <c>LuaScript</c>: <c>@name</c> in the code.</summary>
public sealed class LuaScriptFileTests
{
    private const string Lock = """
        -- Releases @lock if @owner has it.
        local held = redis.call('GET', @lock)
        if held == @owner then
          redis.call('EXPIRE', @log, @keep)
          return redis.call('DEL', @lock)
        end
        return 0
        """;

    [Fact]
    public void A_name_that_is_used_as_a_key_is_a_key_and_any_other_an_argument()
    {
        var model = Analyze(Lock).Model!;

        Assert.Equal("long Script(RedisKey @lock, RedisKey log, RedisValue owner, TimeSpan keep)".Replace("@", "", StringComparison.Ordinal), SignatureText.Of(model).Split('\n')[0].Trim());
        Assert.Contains("redis.call('GET', KEYS[1])", model.Text, StringComparison.Ordinal);
        Assert.Contains("held == ARGV[1]", model.Text, StringComparison.Ordinal);
        Assert.Contains("redis.call('EXPIRE', KEYS[2], ARGV[2])", model.Text, StringComparison.Ordinal);
        Assert.Contains("-- Releases @lock if @owner has it.", model.Text, StringComparison.Ordinal);
        Assert.Equal("Releases @lock if @owner has it.", model.Documentation.Summary);
    }

    [Fact]
    public void One_info_is_at_the_first_name_and_says_what_is_sent()
    {
        var finding = Assert.Single(Analyze(Lock).Findings, finding => finding.Rule.Number is > 2000 and < 3000);

        Assert.Equal(Rule.LuaScriptForm, finding.Rule);
        Assert.Equal(Lock.IndexOf("@lock)", StringComparison.Ordinal), finding.Span.Start);
        Assert.Equal("@lock".Length, finding.Span.Length);
        Assert.Contains("`KEYS[1]` for '@lock', `KEYS[2]` for '@log', `ARGV[1]` for '@owner', `ARGV[2]` for '@keep'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_at_their_places_in_the_file()
    {
        const string Script = "local a = redis.call('GET', @key)\nlocal b = @value .. redis.call('GTE', @key) .. nope\nreturn a";
        var findings = Analyze(Script).Findings;

        Assert.Equal("'GTE'", Slice(Script, Assert.Single(findings, finding => finding.Rule == Rule.UnknownCommand)));
        Assert.Equal("nope", Slice(Script, Assert.Single(findings, finding => finding.Rule == Rule.UnknownName)));
    }

    [Fact]
    public void A_name_in_a_string_is_replaced_with_a_warning()
    {
        const string Script = "return redis.call('SET', @key, 'hello @name')";
        var analysis = Analyze(Script);
        var finding = Assert.Single(analysis.Findings, finding => finding.Rule == Rule.ReplacedInString);

        Assert.Equal("@name", Slice(Script, finding));
        Assert.Contains("'hello ARGV[1]'", analysis.Model!.Text, StringComparison.Ordinal);
        Assert.Equal("'@name' in this string is replaced by `ARGV[1]`, as LuaScript does: write `@@name` to keep the text, or `.. @name ..` for the value", finding.Message);
    }

    /// <summary>The escape is only for names that are no parameters: the client replaces any other after its first <c>@</c>.</summary>
    [Theory]
    [InlineData("return redis.call('SET', @key, 'of @@key')", "of @KEYS[1]")]
    [InlineData("return redis.call('SET', @key, 'me@key')", "meKEYS[1]")]
    public void A_name_of_a_parameter_is_replaced_after_anything(string script, string sent)
    {
        var analysis = Analyze(script);
        var finding = Assert.Single(analysis.Findings, finding => finding.Rule == Rule.ReplacedInString);

        Assert.Contains(sent, analysis.Model!.Text, StringComparison.Ordinal);
        Assert.Equal("'@key' in this string is replaced by `KEYS[1]`, as LuaScript does: write `'@' .. 'key'` to keep the text, or `.. @key ..` for the value", finding.Message);
    }

    [Fact]
    public void Messages_name_the_parameters()
    {
        var messages = Analyze("if @limit == 1 then return redis.call('GET', @key) end\nreturn redis.call('GET', 'stock:' .. @id)").Findings.Select(finding => finding.Message).ToList();

        Assert.Contains(messages, message => message.Contains("`'stock:' .. @id`", StringComparison.Ordinal) && message.Contains("pass it as a key and write its name with `@`", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("tonumber(@limit)", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_at_signs_are_one()
    {
        var analysis = Analyze("return redis.call('SET', @key, 'hello @@name, mail@example.org')");

        Assert.DoesNotContain(analysis.Findings, finding => finding.Rule == Rule.ReplacedInString);
        Assert.Contains("'hello @name, mail@example.org'", analysis.Model!.Text, StringComparison.Ordinal);
        Assert.Single(analysis.Model.Parameters);
    }

    [Fact]
    public void Names_that_differ_in_case_alone_are_an_error()
    {
        const string Script = "return redis.call('SET', @key, @Key)";
        var finding = Assert.Single(Analyze(Script).Findings, finding => finding.Rule == Rule.NameCollision);

        Assert.Equal("'@key' and '@Key' differ only in case: spell them alike, or rename one of them", finding.Message);
        Assert.Equal("@Key", Slice(Script, finding));
    }

    [Theory]
    [InlineData("-- @param key the key\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("return redis.call('SET', KEYS[1], '@name')")]
    [InlineData("return redis.call('SET', KEYS[1], [[@name]])")]
    [InlineData("--[[ @key ]] return redis.call('GET', KEYS[1])")]
    public void A_name_outside_of_the_code_makes_no_such_file(string script)
    {
        var analysis = Analyze(script);

        Assert.Null(analysis.LuaScript);
        Assert.DoesNotContain(analysis.Findings, finding => finding.Rule == Rule.LuaScriptForm || finding.Rule.Severity == Severity.Error);
    }

    /// <summary>A template of another program is no Redis script, and stays ignored.</summary>
    [Fact]
    public void A_file_that_calls_no_command_is_ignored() => Assert.False(Analyze("local version = @VERSION\nreturn version").IsForRedis);

    [Fact]
    public void A_syntax_error_is_at_its_place()
    {
        const string Script = "local a = redis.call('GET', @key)\nif a == @value the\nreturn a";
        var finding = Analyze(Script).Findings.First(finding => finding.Rule.Severity == Severity.Error);

        Assert.Equal("the", Slice(Script, finding));
    }

    [Fact]
    public void A_suppression_reaches_the_line_of_the_name() => Assert.DoesNotContain(
        Analyze("-- luagen: disable LUA2015\nreturn redis.call('GET', @key)").Findings, finding => finding.Rule.Number is > 2000 and < 3000);

    private static string Slice(string text, Finding finding) => text.Substring(finding.Span.Start, finding.Span.Length);

    private static ScriptAnalysis Analyze(string text) =>
        ScriptCompiler.Analyze(new ScriptSource("Scripts/Test/Script.lua", text, IsUtf8: true, "Consumer", ClassName: null), ScriptOptions.Default, CancellationToken.None);
}
