namespace LuaGen.Language.Rules;

/// <summary>
/// Collects the findings of one script. Each stage adds findings through its own extension methods
/// (<c>SyntaxFindings</c>, <c>HeaderFindings</c>, …), so that one file per stage lists everything it can report.
/// </summary>
internal sealed class FindingBag
{
    private readonly List<Finding> _findings = [];

    public int Count => _findings.Count;

    /// <summary>The number of warnings and errors.</summary>
    public int CountAboveInfo { get; private set; }

    public bool HasErrors => _findings.Any(finding => finding.IsError);

    public void Add(Rule rule, SourceSpan span, params string[] arguments) => Add(rule, span, replacement: null, arguments);

    /// <summary>Adds a finding whose remedy is exact; <paramref name="replacement"/> may be <see langword="null"/>, where it is not.</summary>
    public void Add(Rule rule, SourceSpan span, Replacement? replacement, params string[] arguments)
    {
        Add(new Finding(rule, span, arguments.ToEquatableArray()) { Replacement = replacement });
    }

    public void Add(Finding finding)
    {
        _findings.Add(finding);
        CountAboveInfo += finding.Rule.Severity == Severity.Info ? 0 : 1;
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            _findings.Add(finding);
            CountAboveInfo += finding.Rule.Severity == Severity.Info ? 0 : 1;
        }
    }

    public void AddRange(FindingBag other)
    {
        _findings.AddRange(other._findings);
        CountAboveInfo += other.CountAboveInfo;
    }

    public EquatableArray<Finding> ToEquatableArray() => _findings.ToEquatableArray();
}
