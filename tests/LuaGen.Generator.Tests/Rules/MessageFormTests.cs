using System.Text.RegularExpressions;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>
/// Every message is one line of the form "what is wrong: what to write instead", with names in single quotes and code in
/// backticks. The checked messages are those of the examples, of the fixtures and of the scripts with an error in every line.
/// </summary>
public sealed partial class MessageFormTests
{
    private static readonly string Tests = Repository.PathOf("tests", "LuaGen.Generator.Tests");

    public static TheoryData<string> Ids => [.. Rule.All.Select(rule => rule.Id)];

    [Fact]
    public async Task Messages_of_the_examples()
    {
        var faults = new List<string>();
        foreach (var example in Example.ReadAll(Path.Combine(Tests, "Rules", "examples.txt")))
        {
            faults.AddRange(FaultsOf(await GeneratorHost.FindingsAsync([.. example.Files])));
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void Messages_of_the_fixtures_and_lists()
    {
        var files = Directory.GetFiles(Path.Combine(Tests, "Fixtures"), "expected.txt", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.PathOf("tests", "LuaGen.Language.Tests", "Rules"), "*-messages.txt"))
            .ToArray();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => FaultsOf(File.ReadAllLines(file))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Formats_of_the_rules(string id)
    {
        var format = Rule.Find(id)!.MessageFormat;

        // Some formats take the remedy as an argument.
        Assert.DoesNotContain(FaultsOf(format), fault => fault != NoRemedy || !format.Contains('{', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("`x` is nil: write `y`", null)]
    [InlineData("The server's 'GET' takes `a  b`: write 'SET'", null)]
    [InlineData("'x' is not a type; write `y`", null)]
    [InlineData("'x' is no type: write `y`", "negates a noun with \"no\"")]
    [InlineData("'x' is nil", NoRemedy)]
    [InlineData("`x: y` is nil", NoRemedy)]
    [InlineData("'x' is nil: write `y`.", "ends with a period")]
    [InlineData("'x is nil: write `y`", "unbalanced single quotes")]
    [InlineData("'x' is nil: write `y", "unbalanced backticks")]
    [InlineData("\"x\" is nil: write `y`", "double quotes outside code")]
    [InlineData("'x' is  nil: write `y`", "two spaces")]
    [InlineData("'x' is\nnil: write `y`", "more than one line")]
    public void The_check_finds(string message, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], FaultsOf(message));

    private const string NoRemedy = "no colon or semicolon before a remedy";

    private static IEnumerable<string> FaultsOf(IEnumerable<string> findings)
    {
        foreach (var finding in findings)
        {
            var message = Finding().Match(finding);
            Assert.True(message.Success, finding);
            foreach (var fault in FaultsOf(message.Groups["message"].Value))
            {
                yield return $"{fault}: {finding}";
            }
        }
    }

    private static IEnumerable<string> FaultsOf(string message)
    {
        var prose = Apostrophe().Replace(Code().Replace(message, "code"), "");
        (bool IsWrong, string Fault)[] faults =
        [
            (message.Contains('\n', StringComparison.Ordinal), "more than one line"),
            (prose.Contains("  ", StringComparison.Ordinal), "two spaces"),
            (NegatedNoun().IsMatch(prose), "negates a noun with \"no\""),
            (prose.Contains('`', StringComparison.Ordinal), "unbalanced backticks"),
            (prose.Count(c => c == '\'') % 2 != 0, "unbalanced single quotes"),
            (prose.Contains('"', StringComparison.Ordinal), "double quotes outside code"),
            (prose.EndsWith('.'), "ends with a period"),
            (!prose.Contains(": ", StringComparison.Ordinal) && !prose.Contains("; ", StringComparison.Ordinal), NoRemedy),
        ];
        return faults.Where(fault => fault.IsWrong).Select(fault => fault.Fault);
    }

    [GeneratedRegex(@"^[^(]*\(\d+,\d+\): (error|warning|info) LUA\d{4}: (?<message>.*)$", RegexOptions.Singleline)]
    private static partial Regex Finding();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=\w)'(?=\w)")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"\b(is|are) no\b", RegexOptions.IgnoreCase)]
    private static partial Regex NegatedNoun();
}
