using LuaGen.Language.Commands;
using LuaGen.Language.Editing;
using LuaGen.Language.Editing.Completions;
using LuaGen.Language.Tests.Includes;
using LuaGen.Language.Text;

namespace LuaGen.Language.Tests.Editing;

/// <summary>What an editor shows of the names that included files declare.</summary>
public sealed class IncludedNamesTests
{
    private const string Fragments = """

        === shared/limits.lua
        -- @fragment
        -- @include "nested"
        -- The most jobs of a queue,
        -- whatever its kind.
        local LIMIT = 100
        -- Whether a queue is full.
        local function isFull(queue, ...)
            local length = redis.call('LLEN', queue)
            return length >= LIMIT
        end
        local first, second = 1, { 2 }
        do local inBlock = 1 end
        === shared/nested.lua
        local function nested() return 1 end
        === shared/late.lua
        local function late() return 1 end
        """;

    private static readonly string[] Names = ["LIMIT", "isFull", "first", "second", "nested", "late", "length", "inBlock", "queue"];

    [Theory]
    [InlineData("""
        -- KEYS[1] queue
        -- @include "shared/limits"
        local own = 1
        [||]
        -- @include "shared/late"
        return isFull(KEYS[1])
        """)]
    [InlineData("""
        -- @include "shared/limits"
        if [||]
        -- @include "shared/late"
        """)]
    [InlineData("""
        -- KEYS[1] queue
        local own = redis.call
        -- @include "shared/limits"
        [||]-- @include "shared/late"
        """)]
    [InlineData("""
        -- @include "shared/limits"
        local function own(key)
            return redis.call('GET', [||]
        end
        -- @include "shared/late"
        return own(KEYS[1])
        """)]
    [InlineData("""
        -- @include "shared/limits"
        -- KEYS[1] queue

        [||]

        local own = KEYS[1]
        -- @include "shared/late"
        """)]
    [InlineData("""
        -- @include "shared/limits"

        [||]


        """)]
    [InlineData("""
        -- @include "shared/none"
        -- @include "shared/limits"
        -- @include "script"
        return [||]
        """)]
    public void What_is_pasted_before_the_position_can_be_written(string script) =>
        Assert.Equal(["LIMIT", "first", "isFull", "nested", "second"], NamesAt(script + "\n").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("-- KEYS[1] key\n[||]\n-- The first.\nlocal own = 1\n-- @include \"shared/limits\"\nreturn own\n")]
    [InlineData("local own = [||]\n-- @include \"shared/limits\"\nreturn own\n")]
    [InlineData("-- @include \"shared/limits\"\n-- LI[||]\nreturn 1\n")]
    [InlineData("-- @include \"shared/limits\"\nreturn redis.[||]\n")]
    [InlineData("-- @include \"shared/limits\"\nlocal [||]\n")]
    [InlineData("local function f()\n-- @include \"shared/limits\"\nreturn [||]\nend\n")]
    [InlineData("#!lua name=x\nreturn [||]\n")]
    public void Nothing_else_can(string script) => Assert.Empty(NamesAt(script));

    [Fact]
    public void A_name_that_another_one_hides_is_offered_once_and_is_the_visible_one()
    {
        const string Script = """
            local first = 'own'
            -- @include "shared/limits"
            local function f(LIMIT)
                return LIMIT[||] .. [|first|]
            end
            local [|second|] = 'own'
            return second[||]
            """;

        Assert.Single(NamesAt(Script), "LIMIT");
        Assert.Equal(["local first|From `shared/limits.lua`.", "local second: string 'own'", "local second: string 'own'"], HoversAt(Script).Skip(1));
        Assert.Equal("local LIMIT", HoversAt(Script)[0].Split(':')[0]);
    }

    [Theory]
    [InlineData("-- @include \"shared/limits\"\nreturn [|isFull|](KEYS[1])", "local function isFull(queue, ...)|Whether a queue is full.|From `shared/limits.lua`.")]
    [InlineData("-- @include \"shared/limits\"\nreturn [|LIMIT|]", "local LIMIT: number 100|The most jobs of a queue,\nwhatever its kind.|From `shared/limits.lua`.")]
    [InlineData("-- @include \"shared/limits\"\nreturn [|nested|]()", "local function nested()|From `shared/nested.lua`.")]
    [InlineData("-- @include \"shared/limits\"\nlocal [|n|] = nested()", "local n: number 1")]
    [InlineData("-- @include \"shared/limits\"\nlocal x = [|isFull|](", "local function isFull(queue, ...)|Whether a queue is full.|From `shared/limits.lua`.")]
    public void A_description_has_the_comment_and_the_file(string script, string expected) => Assert.Equal([expected], HoversAt(script));

    [Fact]
    public void The_header_of_a_script_is_not_the_comment_of_its_first_local()
    {
        Assert.Equal(["local a: number 1"], HoversAt("-- Counts.\n-- KEYS[1] key\nlocal [|a|] = 1\nreturn a"));
        Assert.Equal(["local b: number 2|The second."], HoversAt("-- Counts.\n-- KEYS[1] key\nlocal a = 1\n-- The second.\nlocal [|b|] = 2\nreturn a"));
        Assert.Equal(["local b: number 2"], HoversAt("-- KEYS[1] key\nlocal a = 1\n-- Apart.\n\nlocal [|b|] = 2 -- beside\nreturn a"));
    }

    [Theory]
    [InlineData("return isFull([||]", "isFull(«queue», ...)")]
    [InlineData("return isFull(KEYS[1], 2, [||])", "isFull(queue, «...»)")]
    [InlineData("local f = function(a, b) end f(1, [||])", "f(a, «b»)")]
    [InlineData("return nested([||])", "nested()")]
    [InlineData("return first([||])", null)]
    [InlineData("local isFull isFull([||])", null)]
    [InlineData("return late([||])", null)]
    [InlineData("return redis.call([||])", null)]
    public void A_call_shows_the_parameters(string call, string? expected)
    {
        var (own, whole, marks) = Read("-- @include \"shared/limits\"\n" + call);
        var context = CursorContext.At(whole.Tree, whole.Composed!.ToText(marks[0].Start));

        var signature = LocalSignature.Of(whole, context.Call!);

        Assert.Equal(expected, signature is null ? null : Marked(signature, context.Call!.Active));
        Assert.Equal(0, own.Composed is null ? 0 : 1);
    }

    [Theory]
    [InlineData("local n = [||]\nreturn n", false)]
    [InlineData("local n = redis.call([||]", false)]
    [InlineData("local n = 1 + [||]", false)]
    [InlineData("local n = ...\n[||]", true)]
    [InlineData("local n\n[||]", true)]
    [InlineData("local n = 'x=' [||]", true)]
    public void A_local_is_not_visible_in_its_own_value(string script, bool isVisible)
    {
        var (own, _, marks) = Read(script);

        Assert.Equal(isVisible, ScriptCompletion.At(own, marks[0].Start, ScriptOptions.Default).Candidates.Any(candidate => candidate.Text == "n"));
    }

    [Fact]
    public void A_wrapper_of_an_included_file_runs_commands()
    {
        var (own, whole, marks) = Read("-- @include \"rcall\"\nreturn rcall('HGETA[||]')", "\n=== rcall.lua\nlocal rcall = redis.call\n");

        Assert.Equal(["HGETALL"], ScriptCompletion.At(own, whole, marks[0].Start, ScriptOptions.Default).Candidates.Select(candidate => candidate.Text));
    }

    [Fact]
    public void Functions_and_values_have_their_kinds()
    {
        var (own, whole, marks) = Read("-- @include \"shared/limits\"\nreturn [||]");
        var kinds = ScriptCompletion.At(own, whole, marks[0].Start, ScriptOptions.Default).Candidates.ToDictionary(candidate => candidate.Text, candidate => candidate.Kind);

        Assert.Equal((CandidateKind.Function, CandidateKind.Local), (kinds["isFull"], kinds["LIMIT"]));
    }

    [Fact]
    public void The_replaced_text_is_that_of_the_document()
    {
        foreach (var script in (string[])["-- @include \"shared/limits\"\nreturn [|isF|]", "-- @include \"shared/limits\"\n[|isF|]", "-- @include \"shared/limits\"\n\n[||]\nlocal x = 1", "local x = 1\n-- @include \"shared/limits\"\n[||]"])
        {
            var (own, whole, marks) = Read(script);
            Assert.Equal(marks[0], ScriptCompletion.At(own, whole, marks[0].End, ScriptOptions.Default).Span);
        }
    }

    [Fact]
    public void A_place_of_the_document_is_found_again()
    {
        var (own, whole, _) = Read("-- KEYS[1] key\n-- @include \"shared/limits\"\nlocal x = 1 --[[ @include \"shared/late\" ]] local y = 2\n-- @include \"shared/late\"\nreturn x");
        for (var offset = 0; offset <= own.Tree.Text.Length; offset++)
        {
            Assert.Equal(offset, whole.InFile(new SourceSpan(whole.Composed!.ToText(offset), 0)).Start);
        }
    }

    [Fact]
    public void A_script_is_answered_at_every_place_and_while_it_is_written()
    {
        const string Script = """
            -- KEYS[1] queue   The jobs.
            -- @include "shared/none"
            local call, t = redis.call, { 'a', b = { 1 } }

            --[[ @include "shared/limits" ]] local x = 2
            local function own(key) if x > 1 then return isFull(key, 'x', nested()) end end
            -- @include "shared/limits"
            return own(KEYS[1])
            """;
        var end = Script.IndexOf("]]", StringComparison.Ordinal);
        for (var length = 0; length <= Script.Length; length++)
        {
            var (own, whole, _) = Read(Script[..length]);
            var names = new FileIndex(whole);
            foreach (var offset in length == Script.Length ? Enumerable.Range(0, length + 1) : [length])
            {
                var list = ScriptCompletion.At(own, whole, offset, ScriptOptions.Default);
                Assert.InRange(offset, list.Span.Start, Math.Max(offset, list.Span.End));
                Assert.InRange(list.Span.End, offset, length);
                Assert.True(offset > end || !list.Candidates.Any(candidate => Names.Contains(candidate.Text)), $"{offset} of {length}");
                _ = names.Described(whole.Composed!.ToText(offset));
                _ = names.Named(whole.Composed.ToText(offset));
            }
        }
    }

    [Fact]
    public void A_declaration_is_in_its_file()
    {
        var (_, whole, marks) = Read("-- @include \"shared/limits\"\nreturn [|isFull|](KEYS[1])");
        var names = new FileIndex(whole);
        var places = names.PlacesOf(names.Named(whole.Composed!.ToText(marks[0].Start))!).ToList();

        var (file, span) = whole.Composed.ToSource(places.Single(place => place.Role == OccurrenceRole.Declaration).Span);
        Assert.Equal(("shared/limits.lua", "isFull"), (file.Path, file.Text.Substring(span.Start, span.Length)));
        Assert.Equal(2, places.Count);
    }

    [Theory]
    [InlineData("-- @include \"shared/limits\"\nreturn [|isFull|](KEYS[1])", "isEmpty", "'isFull' is also in 'shared/limits.lua', which other scripts may include: rename it by hand in all of them")]
    [InlineData("local [|call|] = redis.call\n-- @include \"user\"\nreturn call('PING')", "run", "'call' is also in 'user.lua', which other scripts may include: rename it by hand in all of them")]
    [InlineData("-- @include \"shared/limits\"\nlocal [|own|] = 1\nreturn isFull(KEYS[own])", "isFull", "'isFull' is already in use here: the script would mean something else")]
    [InlineData("-- @include \"shared/limits\"\nlocal [|own|] = 1\nreturn isFull(KEYS[own])", "length", null)]
    [InlineData("-- KEYS[1] queue\n-- @include \"user\"\nlocal [|queue|] = KEYS[1]\nreturn queue", "list", null)]
    public void A_name_of_several_files_is_not_renamed(string script, string name, string? refusal)
    {
        var (_, whole, marks) = Read(script, Fragments + "\n=== user.lua\nlocal used = call and call('PING')\nlocal queue = KEYS[1]\n");
        var names = new FileIndex(whole);
        var target = Renaming.Target(names, whole.Composed!.ToText(marks[0].Start))!;

        Assert.Equal(refusal, Renaming.Refusal(whole, target, Renaming.Places(names, target), name));
    }

    private static string Marked(LocalSignature signature, int argument) => signature.ParameterAt(argument) is var index && index < signature.Parts.Count
        ? signature.Text.Insert(signature.Parts[index].End, "»").Insert(signature.Parts[index].Start, "«")
        : signature.Text;

    private static List<string> NamesAt(string script)
    {
        var (own, whole, marks) = Read(script);
        return [.. ScriptCompletion.At(own, whole, marks[0].Start, ScriptOptions.Default).Candidates.Select(candidate => candidate.Text).Where(text => Names.Contains(text))];
    }

    private static List<string> HoversAt(string script)
    {
        var (_, whole, marks) = Read(script);
        var names = new FileIndex(whole);
        return
        [
            .. marks.Select(mark => names.Described(whole.Composed!.ToText(mark.Start))!).Select(place =>
                EntityText.Of(place.Analysis, place.Entity, place.Span).Replace("```lua\n", "", StringComparison.Ordinal).Replace("\n```", "", StringComparison.Ordinal).Replace("\n\n", "|", StringComparison.Ordinal)),
        ];
    }

    private static (ScriptAnalysis Own, ScriptAnalysis Whole, IReadOnlyList<SourceSpan> Marks) Read(string script, string fragments = Fragments)
    {
        var files = MemoryFiles.Read("=== script.lua\n" + script + fragments);
        var (own, whole) = files.Edit();
        return (own, whole, files.Of("script.lua").Spans);
    }
}
