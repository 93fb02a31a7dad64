using System.Globalization;

namespace LuaGen.Language.Rules;

/// <summary>
/// One rule: everything that is known about it is in its row, a static property of this class in the file of its series.
/// The thousands of its number name the series: 1 syntax, 2 header, 3 keys and arguments, 4 commands, 5 Lua inside Redis,
/// 6 cluster, 7 C# call sites.
/// </summary>
internal sealed partial class Rule
{
    // Runs the rows before anything of this class is read, so that All is complete.
    static Rule()
    {
    }

    private Rule(int number, RuleCategory category, Severity severity, string title, string messageFormat)
    {
        Number = number;
        Category = category;
        Severity = severity;
        Title = title;
        MessageFormat = messageFormat;
        Id = "LUA" + number.ToString(CultureInfo.InvariantCulture);
        Rows.ByNumber.Add(number, this);
    }

    /// <summary>Every rule, by its number.</summary>
    public static IReadOnlyCollection<Rule> All => Rows.ByNumber.Values;

    /// <summary>The digits of <see cref="Id"/>.</summary>
    public int Number { get; }

    /// <summary><c>LUA</c> and four digits.</summary>
    public string Id { get; }

    public RuleCategory Category { get; }

    public Severity Severity { get; }

    public string Title { get; }

    /// <summary>One line: what is wrong, then what to write instead. <c>{0}</c> and so on are the arguments of a finding.</summary>
    public string MessageFormat { get; }

    /// <summary>The address of its page.</summary>
    public string HelpLink => $"https://github.com/luagen/LuaGen/blob/main/generator/rules/{Id}.md";

    /// <summary>
    /// Whether a rule needs more than its script, so that only a host can find it: whether a suppression was needed is then
    /// known later.
    /// </summary>
    public bool IsFoundByHost { get; private init; }

    /// <summary>The rule with an id such as <c>LUA4001</c>, if there is one.</summary>
    public static Rule? Find(string id) =>
        id.Length == 7 && id.StartsWith("LUA", StringComparison.Ordinal)
        && int.TryParse(id.Substring(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Rows.ByNumber.TryGetValue(number, out var rule)
            ? rule
            : null;

    public override string ToString() => Id;

    /// <summary>Filled by the rows; a class of its own, since the order in which the files' rows run is not defined.</summary>
    private static class Rows
    {
        public static SortedDictionary<int, Rule> ByNumber { get; } = [];
    }
}
