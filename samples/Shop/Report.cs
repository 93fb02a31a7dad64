using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shop.Reporting;

namespace Shop;

/// <summary>Shows each call as written in the source, with its result, and counts unexpected results.</summary>
internal sealed partial class Report(IReportView view) : IDisposable
{
    private readonly List<ReportRow> _rows = [];
    private int _asExpected;
    private int _others;

    public void Heading(string title, string scripts)
    {
        ShowRows();
        view.Heading(title, scripts);
    }

    /// <summary>Shows a call and its result, which should be <paramref name="expected"/>, with a note.</summary>
    public void Shows<T>(T actual, T expected, string note = "", [CallerArgumentExpression(nameof(actual))] string call = "") =>
        Add(call, Format(actual), note, StructuralComparisons.StructuralEqualityComparer.Equals(actual, expected), Format(expected));

    /// <summary>Shows a call and its result, for which <paramref name="expected"/> should hold.</summary>
    public void Shows<T>(
        T actual,
        Func<T, bool> expected,
        string note = "",
        [CallerArgumentExpression(nameof(actual))] string call = "",
        [CallerArgumentExpression(nameof(expected))] string expectation = "") =>
        Add(call, Format(actual), note, expected(actual), expectation);

    /// <summary>Shows what was measured.</summary>
    public void Table(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows)
    {
        ShowRows();
        view.Table(columns, rows);
    }

    /// <summary>Shows a remark, such as what this server cannot do.</summary>
    public void Note(string text)
    {
        ShowRows();
        view.Note(text);
    }

    /// <summary>Runs something that takes a moment, with a progress bar if the output is a terminal.</summary>
    /// <param name="title">What runs.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="work">The work; it calls its argument after each step.</param>
    public Task<T> ProgressAsync<T>(string title, int steps, Func<Action, Task<T>> work) => view.ProgressAsync(title, steps, work);

    /// <summary>Shows the totals; returns false if any result was unexpected.</summary>
    public bool Close()
    {
        ShowRows();
        view.Total(_asExpected, _others);
        return _others == 0;
    }

    public void Dispose() => ShowRows();

    private void Add(string call, string answer, string note, bool isExpected, string expectation)
    {
        _rows.Add(new ReportRow(Receiver().Replace(call, ""), answer.Split('\n'), note, isExpected ? null : expectation.ReplaceLineEndings("; ")));
        if (isExpected)
        {
            _asExpected++;
        }
        else
        {
            _others++;
        }
    }

    private void ShowRows()
    {
        if (_rows.Count > 0)
        {
            view.Rows(_rows);
            _rows.Clear();
        }
    }

    private static string Format(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        TimeSpan time => $"{time.TotalSeconds:0.0} s",
        IEnumerable { } list => string.Join('\n', list.Cast<object?>().Select(Format)) is { Length: > 0 } lines ? lines : "(none)",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => RecordText().Replace(value.ToString()!, "$1"),
    };

    // "await locks.AcquireAsync(…)" is shown as "AcquireAsync(…)".
    [GeneratedRegex(@"^await \w+\.")]
    private static partial Regex Receiver();

    // "TopEntry { Player = ann, Score = 71.5 }" is shown as "Player = ann, Score = 71.5".
    [GeneratedRegex(@"^\w+ \{ (.*) \}$", RegexOptions.Singleline)]
    private static partial Regex RecordText();
}
