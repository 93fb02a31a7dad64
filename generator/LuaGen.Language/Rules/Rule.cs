using System.Globalization;

namespace LuaGen.Language.Rules;

/// <summary>
/// One rule. A rule is one row: a static property of this class, in the file of its series, holds everything about it.
/// The thousands digit of the number is the series: 1 syntax, 2 header, 3 keys and arguments, 4 commands, 5 Lua inside
/// Redis, 6 cluster, 7 C# call sites.
/// </summary>
internal sealed partial class Rule
{
    // Without a static constructor the type is beforefieldinit, and All could be read before the rows are initialized.
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

    /// <summary>One line: what is wrong, then what to write instead. <c>{0}</c> and so on are the finding's arguments.</summary>
    public string MessageFormat { get; }

    /// <summary>The address of its page.</summary>
    public string HelpLink => $"https://github.com/luagen/LuaGen/blob/main/generator/rules/{Id}.md";

    /// <summary>
    /// Whether only a host can find violations, because the rule needs more than the script. A suppression of such a rule
    /// is therefore never reported as unnecessary by the script's own analysis.
    /// </summary>
    public bool IsFoundByHost { get; private init; }

    /// <summary>The rule with an id such as <c>LUA4001</c>, or <see langword="null"/>.</summary>
    public static Rule? Find(string id) =>
        id.Length == 7 && id.StartsWith("LUA", StringComparison.Ordinal)
        && int.TryParse(id.Substring(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Rows.ByNumber.TryGetValue(number, out var rule)
            ? rule
            : null;

    /// <summary>The severity in a project: a build does not print infos, so a project can have them as warnings.</summary>
    public Severity SeverityIn(bool infoAsWarning) => infoAsWarning && Severity == Severity.Info ? Severity.Warning : Severity;

    public override string ToString() => Id;

    /// <summary>A separate class, because the order in which the static initializers of a partial class's files run is not defined.</summary>
    private static class Rows
    {
        public static SortedDictionary<int, Rule> ByNumber { get; } = [];
    }
}
