namespace Shop.Reporting;

/// <summary>A call and its result.</summary>
/// <param name="Call">The call, as in the source.</param>
/// <param name="Answer">The lines of the result.</param>
/// <param name="Note">What is worth a remark; may be empty.</param>
/// <param name="Expected">What the result should be; null if it is.</param>
internal sealed record ReportRow(string Call, IReadOnlyList<string> Answer, string Note, string? Expected);
