using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Header;

/// <summary>What people who know the README write first: it is read as they mean it, or a finding says what to write.</summary>
public sealed class NewcomerTests
{
    private const string Release = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    /// <summary>The header is read, wherever it is before the first statement.</summary>
    [Theory]
    [InlineData("-- Releases a lock.\n\n-- KEYS[1] lock\n-- ARGV[1] owner: string\n-- RETURNS long\n")]
    [InlineData("--[[ Copyright (c) The Authors ]]\n-- KEYS[1] lock\n-- ARGV[1] owner: string\n-- RETURNS long\n")]
    [InlineData("--[[\nCopyright (c) The Authors\n]]\n\n-- KEYS[1] lock\n-- ARGV[1] owner: string\n-- RETURNS long\n")]
    [InlineData("--- KEYS[1] lock\n--- ARGV[1] owner: string\n--- RETURNS long\n")]
    public void A_canonical_header_is_read_without_a_finding(string header)
    {
        var compiled = TestCompiler.Compile(header + Release);

        Assert.Equal("long Script(RedisKey lock, string owner)", Signature(compiled));
        Assert.DoesNotContain(compiled.Findings, finding => finding.Rule.Number is > 2000 and < 3000);
    }

    [Theory]
    [InlineData("local x = 1\n-- KEYS[1] lock\n-- ARGV[1] owner: string\n-- RETURNS long\n" + Release)]
    [InlineData("local x = 1\n" + Release + "\n-- KEYS[1] lock\n-- ARGV[1] owner: string\n-- RETURNS long\n")]
    public void A_header_below_the_first_statement_is_a_warning_at_each_line(string script)
    {
        var late = TestCompiler.Compile(script).Findings.Where(finding => finding.Rule == Rule.LateDeclaration).ToList();

        Assert.Equal(3, late.Count);
        Assert.All(late, finding => Assert.Equal(Severity.Warning, finding.Rule.Severity));
        Assert.Equal("`KEYS[1] lock` is not read, because it is not before the first statement: move it up to the header", late[0].Message);
    }

    [Theory]
    [InlineData("-- keys[1] lock\n-- argv[1] owner\n-- returns bool\n", "bool Script(RedisKey lock, RedisValue owner)")]
    [InlineData("-- KEYS: lock\n-- ARGV: owner\n-- RETURNS long\n", "long Script(RedisKey lock, RedisValue owner)")]
    [InlineData("-- KEYS[1] lock the lock key\n-- ARGV[1] owner: string\n-- RETURNS long\n", "long Script(RedisKey lock, string owner)")]
    [InlineData("-- KEYS[1] lock - the lock\n-- ARGV[1] owner: string\n-- RETURNS long\n", "long Script(RedisKey lock, string owner)")]
    [InlineData("-- KEYS[1] lock -- the lock\n-- ARGV[1] owner: string\n-- RETURNS long\n", "long Script(RedisKey lock, string owner)")]
    [InlineData("-- KEYS[1] lock\n-- ARGV[1] owner : string\n-- RETURNS long\n", "long Script(RedisKey lock, string owner)")]
    public void A_loose_line_is_read_and_an_info_shows_the_canonical_one(string header, string signature)
    {
        var compiled = TestCompiler.Compile(header + Release);

        Assert.Equal(signature, Signature(compiled));
        Assert.Contains(compiled.Findings, finding => finding.Rule == Rule.LooseDeclaration && finding.Message.Contains("` is read as `-- ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_of_names_is_read()
    {
        var compiled = TestCompiler.Compile("-- KEYS: source, target\n-- RETURNS long\nreturn redis.call('RENAMENX', KEYS[1], KEYS[2])");

        Assert.Equal("long Script(RedisKey source, RedisKey target)", Signature(compiled));
        Assert.Equal(
            ["`source` is read as `-- KEYS[1] source`: write that line", "`target` is read as `-- KEYS[2] target`: write that line"],
            compiled.Findings.Where(finding => finding.Rule == Rule.LooseDeclaration).Select(finding => finding.Message));
    }

    [Fact]
    public void LuaDoc_describes_the_locals_of_its_names()
    {
        var compiled = TestCompiler.Compile("""
            -- @param lock the lock
            -- @param owner string who asks
            -- @return long
            local lock, owner = KEYS[1], ARGV[1]
            if redis.call('GET', lock) == owner then return redis.call('DEL', lock) end
            return 0
            """);

        Assert.Equal("long Script(RedisKey lock, string owner)", Signature(compiled));
        Assert.Equal("who asks", compiled.Model!.Parameters[1].Text);
    }

    [Theory]
    [InlineData("RETURNS bool whether taken", "RETURNS bool   whether taken")]
    [InlineData("RETURNS bool - whether taken", "RETURNS bool   whether taken")]
    [InlineData("RETURNS bool (whether taken)", "RETURNS bool   (whether taken)")]
    [InlineData("RETURNS bool, whether taken", "RETURNS bool   whether taken")]
    [InlineData("RETURNS bool: true when taken", "RETURNS bool   true when taken")]
    [InlineData("RETURNS: boolean", "RETURNS bool")]
    [InlineData("RETURNS int the number of items", "RETURNS int   the number of items")]
    [InlineData("RETURNS 'A' or 'B'", "RETURNS 'A' | 'B'")]
    [InlineData("RETURNS Acquired=1, Busy=0", "RETURNS Acquired = 1 | Busy = 0")]
    [InlineData("RETURNS boolean", "RETURNS bool")]
    [InlineData("@return bool", "RETURNS bool")]
    public void A_reply_is_read_and_an_info_shows_the_canonical_line(string line, string canonical)
    {
        var body = canonical.Contains("'A'", StringComparison.Ordinal) ? "return redis.call('TYPE', KEYS[1]).ok == 'none' and 'A' or 'B'" : "return redis.call('DEL', KEYS[1])";
        var compiled = TestCompiler.Compile($"-- KEYS[1] lock\n-- {line}\n{body}");

        Assert.NotNull(compiled.Model);
        Assert.NotEqual("result", compiled.Model.Returns);
        Assert.Equal($"`{line}` is read as `-- {canonical}`: write that line", Assert.Single(compiled.Findings, finding => finding.Rule == Rule.LooseDeclaration).Message);
    }

    [Theory]
    [InlineData("RETURNS number")]
    [InlineData("RETURNS void")]
    [InlineData("RETURNS nil")]
    [InlineData("RETURNS table")]
    public void A_type_that_has_no_single_meaning_stays_an_error(string line) =>
        Assert.Contains(TestCompiler.Compile($"-- KEYS[1] lock\n-- {line}\nreturn redis.call('DEL', KEYS[1])").Findings, finding => finding.Rule == Rule.UnknownType);

    [Fact]
    public void Several_on_a_line_are_read()
    {
        var compiled = TestCompiler.Compile("""
            -- KEYS[1] job
            -- ARGV[1] = owner, ARGV[2] = now, ARGV[3] = status (int)
            return redis.call('HSET', KEYS[1], 'o', ARGV[1], 'n', ARGV[2], 's', ARGV[3])
            """);

        Assert.Equal("result Script(RedisKey job, RedisValue owner, RedisValue now, int status)", Signature(compiled));
        Assert.Equal(3, compiled.Findings.Count(finding => finding.Rule == Rule.LooseDeclaration));
    }

    [Fact]
    public void A_header_without_a_reply_is_an_info_with_the_line_to_write() => Assert.Equal(
        "The header declares no type of the reply, so the method returns RedisResult: write `-- RETURNS long`",
        Assert.Single(TestCompiler.Compile("-- KEYS[1] lock\nreturn redis.call('DEL', KEYS[1])").Findings, finding => finding.Rule == Rule.MissingReply).Message);

    private static string Signature(CompiledScript compiled) => SignatureText.Of(compiled.Model).Split('\n')[0].Trim();
}
