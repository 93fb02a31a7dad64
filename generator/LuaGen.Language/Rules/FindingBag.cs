namespace LuaGen.Language.Rules;

/// <summary>
/// Collects the findings of one script while its stages run. Each stage adds through its own named methods
/// (<c>SyntaxFindings</c>, <c>HeaderFindings</c>, …), so that what can be said is listed in one place a stage.
/// </summary>
internal sealed class FindingBag
{
    private readonly List<Finding> _findings = [];

    public int Count => _findings.Count;

    public bool HasErrors => _findings.Any(finding => finding.Rule.Severity == Severity.Error);

    public void Add(Rule rule, SourceSpan span, params string[] arguments) =>
        _findings.Add(new Finding(rule, span, arguments.ToEquatableArray()));

    public void AddRange(FindingBag other) => _findings.AddRange(other._findings);

    public EquatableArray<Finding> ToEquatableArray() => _findings.ToEquatableArray();
}
