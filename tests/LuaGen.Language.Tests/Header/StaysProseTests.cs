using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Header;

/// <summary>Comments that say something of keys, arguments and replies, and declare none: they are read as before, without a finding.</summary>
public sealed class StaysProseTests
{
    private static readonly string[] Reading = ["LUA2001", "LUA2002", "LUA2003", "LUA2005", "LUA2006", "LUA2017", "LUA2018", "LUA2019", "LUA2021"];

    [Theory]
    [InlineData("""
        -- KEYS[1] queue    The queue; the script
        --                  returns nothing when it is empty.
        -- RETURNS string?
        return redis.call('LPOP', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] queue   The queue that
        --   KEYS[1] holds
        -- RETURNS string?
        return redis.call('LPOP', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] lock
        -- ARGV[1] owner: string   Compared with
        --    ARGV[1] by value, and
        --    RETURNS are not read here
        -- RETURNS long
        return redis.call('GET', KEYS[1]) == ARGV[1] and 1 or 0
        """)]
    [InlineData("""
        -- KEYS[1] queue
        -- RETURNS string?

        -- returns nothing when the queue is empty
        return redis.call('LPOP', KEYS[1])
        """)]
    [InlineData("""
        -- Takes a job.
        -- KEYS[1] queue
        -- RETURNS string?

        -- KEYS[1] is read first
        return redis.call('LPOP', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] from
        -- KEYS[2] to
        -- RETURNS long
        --
        -- KEYS[1] and KEYS[2] must have one hash tag.
        return redis.call('SMOVE', KEYS[1], KEYS[2], 'a')
        """)]
    [InlineData("""
        -- Moves a member.
        -- KEYS[1] and KEYS[2] must be in one slot.
        return redis.call('SMOVE', KEYS[1], KEYS[2], 'a')
        """)]
    [InlineData("""
        -- KEYS[1], KEYS[2] and KEYS[3] should exist.
        return redis.call('EXISTS', KEYS[1], KEYS[2], KEYS[3])
        """)]
    [InlineData("""
        -- KEYS[1]'s value is a counter.
        -- KEYS[1] must exist, otherwise the script
        -- returns nothing
        return redis.call('INCR', KEYS[1])
        """)]
    [InlineData("""
        -- ARGV[1] may be empty.
        -- ARGV[1] has to be a number, and ARGV[2] too.
        return redis.call('SET', KEYS[1], ARGV[1] .. ARGV[2])
        """)]
    [InlineData("""
        -- Returns the number of waiting jobs.
        return redis.call('LLEN', KEYS[1])
        """)]
    [InlineData("""
        -- This script adds a job and
        -- returns long
        -- before anybody notices.
        return redis.call('LPUSH', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- Returns nothing
        redis.call('DEL', KEYS[1])
        """)]
    [InlineData("""
        -- Returns success
        return redis.call('SET', KEYS[1], 'a')
        """)]
    [InlineData("""
        --- Adds two numbers.
        -- @param a the first
        -- @param b the second
        -- @return number the sum
        local function add(a, b)
          return a + b
        end
        return add(redis.call('LLEN', KEYS[1]), 1)
        """)]
    [InlineData("""
        -- Takes a job.
        -- KEYS[1] queue
        -- RETURNS string?

        --- Reads a field.
        -- @param key the key
        -- @return string the field
        local function read(key)
          return redis.call('LPOP', key)
        end
        return read(KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] queue
        -- RETURNS string?
        -- @author The Authors
        -- @see LPOP
        -- @note Returns nil on an empty queue.
        -- @version 2
        return redis.call('LPOP', KEYS[1])
        """)]
    [InlineData("""
        -- Permission is hereby granted, free of charge, to any person obtaining a copy
        -- of this software, to deal in the Software without restriction, including
        -- without limitation the rights to use, copy, modify, merge, publish,
        -- keys: none are included, arguments: see below

        -- KEYS[1] queue
        -- RETURNS string?
        return redis.call('LPOP', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] queue
        -- RETURNS string?
        return redis.call('LPOP', KEYS[1])
        -- local old = KEYS[2]
        -- return redis.call('LPOP', old)
        -- KEYS[1] exists
        """)]
    [InlineData("""
        -- KEYS[1] queue
        -- RETURNS long
        --[[
        local old = KEYS[1]
        return 1
        ]]
        return redis.call('LLEN', KEYS[1])
        """)]
    [InlineData("""
        -- if KEYS[1] is missing, nothing happens
        -- keys[1] and keys[2] must match
        return redis.call('EXISTS', KEYS[1], KEYS[2])
        """)]
    [InlineData("""
        -- KEYS: the stock counters of all products that are sold
        return redis.call('MGET', unpack(KEYS))
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- RETURNS long
        -- RETURNS the units that are left
        return redis.call('DECR', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] stock: the counter
        -- KEYS[1] stock   The counter.
        -- RETURNS long
        return redis.call('DECR', KEYS[1])
        """)]
    [InlineData("""
        -- Raises an error when nothing is left.
        -- raises nothing else
        return redis.call('DECR', KEYS[1])
        """)]
    [InlineData("""
        local stock = KEYS[1]
        -- KEYS[1] exists
        if redis.call('EXISTS', stock) == 1 then
          -- RETURNS the number
          return redis.call('DECR', stock)
        end
        """)]
    [InlineData("""
        local stock = KEYS[1]
        -- RETURNS long
        local function take()
          -- KEYS[1] stock
          return redis.call('DECR', stock)
        end
        return take()
        """)]
    [InlineData("""
        -- Return value
        --   1 when it was there
        -- return result
        -- ARGV[1] = tonumber(ARGV[1])
        -- ARGV[1] == 'all' is not handled
        -- KEYS[1] .. ':log' is written by others
        -- ARGV[1] > 0
        -- redis.call('DEL', KEYS[1])
        return redis.call('DEL', KEYS[1])
        """)]
    public void No_declaration_is_read(string script) =>
        Assert.DoesNotContain(TestCompiler.Compile(script).Findings, finding => Reading.Contains(finding.Rule.Id));

    [Theory]
    [InlineData("-- Keys: Ctrl+. and Ctrl+, are not used here.")]
    [InlineData("-- Keys are never created by this script.")]
    [InlineData("-- Arguments are checked by the caller.")]
    [InlineData("-- Args: see the caller.")]
    [InlineData("-- Keys: expire after a day, see the docs")]
    [InlineData("-- keys: none of them may expire")]
    [InlineData("-- key 1 is locked first, then key 2")]
    [InlineData("-- Key 1 of the cluster is elsewhere.")]
    [InlineData("-- arg 2 - arg 1 must be positive")]
    [InlineData("-- KEYS[1] to KEYS[2] moves the item")]
    [InlineData("-- KEYS[1]..KEYS[2] is scanned")]
    [InlineData("-- KEYS[1], the lock, must exist before KEYS[2].")]
    [InlineData("-- KEYS[1], which the caller locks, is freed.")]
    [InlineData("-- from KEYS[1] to KEYS[2]")]
    [InlineData("-- KEYS[1] - KEYS[2] must be empty")]
    [InlineData("-- ARGV[1] | ARGV[2] is the mask")]
    [InlineData("-- KEYS: see above")]
    [InlineData("-- KEYS: see the comment above this one")]
    [InlineData("-- KEYS: described below")]
    [InlineData("-- ARGV[1] owner of KEYS[1] is never changed")]
    [InlineData("-- ARGV[1] value in KEYS[2] must be a number")]
    [InlineData("-- string KEYS[1] is read first")]
    [InlineData("-- list KEYS[1] entries")]
    [InlineData("-- set KEYS[1] value")]
    [InlineData("-- set KEYS[1] ARGV[1]")]
    [InlineData("-- $1 million per year")]
    [InlineData("-- $1 and $2 must differ")]
    [InlineData("-- key = value")]
    [InlineData("-- keys = {lock} was the old form of it")]
    [InlineData("-- Keys:\n--   jobs:wait\n--   jobs:active\n--   jobs:done")]
    [InlineData("-- Keys: strings")]
    [InlineData("-- The lock: KEYS[1] is taken first.")]
    [InlineData("-- Note: KEYS[1] is taken first.")]
    [InlineData("-- Example: KEYS[1]")]
    [InlineData("-- Locks (KEYS[1]), unless it is locked (KEYS[2]), and returns.")]
    [InlineData("-- ttl = ARGV[2] / 1000")]
    [InlineData("-- x = KEYS[1] .. ':log'")]
    [InlineData("-- if ARGV[1] = ARGV[2] then nothing happens")]
    [InlineData("-- (KEYS[1]) is optional to read")]
    [InlineData("-- Permission is hereby granted, keys: yes")]
    [InlineData("-- @note ARGV[1] is compared by value")]
    [InlineData("-- @todo KEYS[2] should expire")]
    [InlineData("-- Arguments:\n-- They come from the caller.")]
    [InlineData("-- Keys:\n--   they are described in the wiki\n-- Arguments:\n--   so are they")]
    [InlineData("-- Parameters\n-- ==========\n-- See the docs.")]
    [InlineData("-- 1. KEYS[1] is read\n-- 2. KEYS[2] is deleted")]
    [InlineData("-- - KEYS[1] is read\n-- - then KEYS[2] is deleted")]
    [InlineData("-- Steps:\n--   1 - read KEYS[1]\n--   2 - delete KEYS[2]")]
    [InlineData("-- RETURN VALUES are numbers.")]
    [InlineData("-- Return value is a number\n-- of deleted keys")]
    [InlineData("-- returns {1, 'ok'} or {0, 'error'}")]
    [InlineData("-- See KEYS[1] owner ARGV[1] in the table below.")]
    [InlineData("-- local lock = KEYS[1]\n-- local owner = ARGV[1]")]
    [InlineData("-- lock = KEYS[1] is what the old version did")]
    [InlineData("-- Keys:\n--   lock\n--   the second one is deleted, always")]
    [InlineData("-- e.g. EVALSHA sha 2 KEYS[1] KEYS[2] ARGV[1] ARGV[2]")]
    [InlineData("-- KEYS[1] holds the lock, KEYS[2] the log.")]
    [InlineData("-- ARGV: none\n-- KEYS: none")]
    public void A_sentence_above_a_call_declares_nothing(string comment) =>
        No_declaration_is_read(comment + "\nredis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])\nreturn redis.call('DEL', KEYS[2])");

    /// <summary>The comment documents a function, although an empty line is between them.</summary>
    [Fact]
    public void Parameters_of_a_function_below_an_empty_line_are_not_missed() =>
        No_declaration_is_read("-- @param a first\n-- @param b second\n\nlocal function add(a, b) return a + b end\nreturn add(redis.call('LLEN', KEYS[1]), ARGV[1])");

    [Fact]
    public void The_text_of_a_continuation_keeps_its_words()
    {
        var model = TestCompiler.Compile("""
            -- KEYS[1] queue   The queue; the script
            --                 returns nothing when it is empty.
            -- RETURNS string?
            return redis.call('LPOP', KEYS[1])
            """).Model!;

        Assert.Equal("The queue; the script returns nothing when it is empty.", model.Parameters.Single().Text);
    }

    [Fact]
    public void The_comment_of_the_first_statement_is_not_the_summary()
    {
        var model = TestCompiler.Compile("""
            -- Takes a job.

            -- KEYS[1] queue
            -- RETURNS string?

            -- the oldest one
            return redis.call('LPOP', KEYS[1])
            """).Model!;

        Assert.Equal("Takes a job.", model.Documentation.Summary);
        Assert.Empty(model.Documentation.Remarks);
    }

    /// <summary>The comments of a fragment of BullMQ's form name values of Lua functions, and includes are reported as such.</summary>
    [Fact]
    public void A_fragment_with_includes_declares_nothing()
    {
        var findings = TestCompiler.Compile("""
            --[[
              Function to move a job.
              Input:
                prefix, the prefix of the queue
                returns nil when there is none
            ]]
            -- Includes
            --- @include "other"
            local function moveJob(prefix, id)
              return redis.call('HGET', prefix .. id, 'state')
            end
            """).Findings;

        Assert.DoesNotContain(findings, finding => Reading.Contains(finding.Rule.Id));
        Assert.Contains(findings, finding => finding.Rule == Rule.UnresolvedInclude);
    }
}
