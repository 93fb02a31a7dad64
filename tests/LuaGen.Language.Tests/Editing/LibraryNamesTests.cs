using LuaGen.Language.Commands;
using LuaGen.Language.Editing;
using LuaGen.Language.Editing.Completions;
using LuaGen.Language.Model;
using LuaGen.Language.Text;

namespace LuaGen.Language.Tests.Editing;

/// <summary>What an editor shows of the keys and arguments that the functions of a library declare.</summary>
public sealed class LibraryNamesTests
{
    private const string Library = """
        #!lua name=stock
        local function shared(keys)
            return redis.call('GET', keys[1])
        end
        local function left(names, values)
            return redis.call('HGET', names[2], values[1])
        end

        -- KEYS[1] stock      Units left.
        -- KEYS[2] pending
        -- ARGV[1] quantity: int   Units to take.
        -- RETURNS long
        -- RAISES NO_STOCK
        redis.register_function('reserve', function(keys, args)
            local stock = keys[1]
            local taken = tonumber(args[1])
            if not shared(keys) or not left(keys, args) then return redis.error_reply('NO_STOCK none') end
            return redis.call('DECRBY', stock, args[1] or keys[3])
        end)

        -- KEYS[1] stock
        -- KEYS[2] waiting
        -- ARGV[1] owner: string
        -- RETURNS long
        local function release(k, a)
            local stock = k[1]
            shared(k)
            left(k, a)
            return redis.call('SREM', k[2], a[1], stock)
        end
        redis.register_function{ function_name = 'release', callback = release }
        """;

    [Fact]
    public void Elements_have_their_names_and_shared_code_the_name_that_all_functions_give()
    {
        var analysis = Analyze(Library);

        var hints = NamedElements.In(analysis, new FileIndex(analysis)).Select(element => $"{Library.Substring(element.Span.Start, element.Span.Length)} {element.Name}");

        Assert.Equal(["keys[1] stock", "args[1] quantity", "args[1] quantity", "k[2] waiting", "a[1] owner"], hints);
    }

    [Theory]
    [InlineData("keys[1]\n    local taken", "KEYS[1] stock|Units left.")]
    [InlineData("args[1] or", "ARGV[1] quantity: int|Units to take.")]
    [InlineData("k[2]", "KEYS[2] waiting")]
    [InlineData("a[1]", "ARGV[1] owner: string")]
    [InlineData("keys[3]", "KEYS[3]|The header does not declare it.")]
    public void A_description_is_that_of_the_function(string at, string expected)
    {
        var analysis = Analyze(Library);
        var offset = Library.IndexOf(at, StringComparison.Ordinal);
        var names = new FileIndex(analysis);

        foreach (var place in new[] { names.Described(offset)!, names.Described(offset + at.IndexOf('[', StringComparison.Ordinal) + 1)! })
        {
            Assert.Equal(expected, EntityText.Of(place.Analysis, place.Entity, place.Span).Replace("```lua\n", "", StringComparison.Ordinal).Replace("\n```", "", StringComparison.Ordinal).Replace("\n\n", "|", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("stock      Units", "units", "9:11 15:10 18:32")]
    [InlineData("stock = keys", "units", "9:11 15:10 18:32")]
    [InlineData("stock\n-- KEYS[2] waiting", "units", "21:11 26:10 29:42")]
    [InlineData("stock = k[1]", "units", "21:11 26:10 29:42")]
    [InlineData("pending", "open", "10:11")]
    [InlineData("quantity", "amount", "11:11")]
    [InlineData("NO_STOCK none", "EMPTY", "13:10 17:79")]
    [InlineData("shared(keys) or", "size", "2:15 17:11 27:4")]
    [InlineData("release(k", "free", "25:15 31:63")]
    [InlineData("stock = keys", "keys", null)]
    public void A_declared_name_is_renamed_in_header_and_body(string at, string name, string? expected)
    {
        var analysis = Analyze(Library);
        var names = new FileIndex(analysis);
        var target = Renaming.Target(names, Library.IndexOf(at, StringComparison.Ordinal))!;
        var places = Renaming.Places(names, target);

        Assert.Equal(expected is null, Renaming.Refusal(analysis, target, places, name) is not null);
        Assert.True(expected is null || expected == Places(places), Places(places));
    }

    [Fact]
    public void The_definition_of_an_element_is_in_the_header_of_its_function()
    {
        var names = new FileIndex(Analyze(Library));
        var places = names.PlacesOf(names.Named(Library.IndexOf("[2], a[1]", StringComparison.Ordinal) + 1)!);

        Assert.Equal("22:11", Places([.. places.Where(place => place.Role == OccurrenceRole.Declaration).Select(place => place.Span)]));
    }

    [Theory]
    [InlineData("redis.register_function('f', function(keys, args)\n    local n = args[1]\n    redis.call('GET', keys[[||]\nend)", "1, n, args, keys")]
    [InlineData("redis.register_function('f', function(keys, args)\n    return redis.call('GET', [||]\nend)", "keys[1], args[1], keys, args, redis")]
    [InlineData("redis.register_function('f', function(keys, args)\n    return redis.call('GET', [||]", "keys[1], args[1], keys, args, redis")]
    [InlineData("redis.register_function{ callback = function(keys, args)\n    return redis.call('GET', [||]\n\n", "keys, args, redis, tonumber, ipairs")]
    [InlineData("redis.register_function{ function_name = 'f', callback = function(keys, args)\n    return redis.call('GET', [||]\n\n", "keys[1], args[1], keys, args, redis")]
    [InlineData("redis.register_function('f', function(keys, args)\n    local function other(keys) return redis.call('GET', [||]) end\nend)", "args[1], keys, args, other, redis")]
    [InlineData("redis.register_function('f', function(keys, args) return 1 end)\nlocal n = [||]", "redis, tonumber, ipairs, cjson, tostring")]
    [InlineData("redis.register_function([||], function(keys, args) return 1 end)", "redis, tonumber, ipairs, cjson, tostring")]
    [InlineData("redis.register_function('f', function(keys, args)\n    if ar[||]\nend)", "args, args[1]")]
    public void The_tables_of_a_function_are_known_while_it_does_not_parse(string function, string expected)
    {
        var marked = MarkedText.Parse("#!lua name=x\n-- KEYS[1] key\n-- ARGV[1] n: int\n" + function);

        var list = ScriptCompletion.At(Analyze(marked.Text), marked.Spans[0].Start, ScriptOptions.Default);

        Assert.Equal(expected, string.Join(", ", list.Candidates.Take(5).Select(candidate => candidate.Text)));
    }

    [Fact]
    public void A_text_that_does_not_parse_has_only_the_findings_of_its_syntax_and_gives_no_call()
    {
        var analysis = Analyze(Library.Replace("return redis.call('SREM'", "return redis.call('NOSUCH', keys[", StringComparison.Ordinal));

        Assert.NotEmpty(analysis.Functions);
        Assert.All(analysis.Findings, finding => Assert.StartsWith("LUA1", finding.Rule.Id, StringComparison.Ordinal));
        Assert.Empty(analysis.Models);
    }

    private static string Places(IReadOnlyList<SourceSpan> spans)
    {
        var lines = new LineMap(Library);
        return string.Join(" ", spans.Select(span => lines.GetPosition(span.Start)).Select(position => $"{position.Line + 1}:{position.Column}"));
    }

    private static ScriptAnalysis Analyze(string text) =>
        ScriptCompiler.Analyze(new ScriptSource("x.lua", text, IsUtf8: true, "Consumer", ClassName: null), ScriptOptions.Default, CancellationToken.None);
}
