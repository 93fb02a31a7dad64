using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Shop;

/// <summary>Prints each call as written in the source, with its result, and counts unexpected results.</summary>
internal sealed partial class Report(TextWriter output) : IDisposable
{
    private readonly List<Row> _rows = [];
    private int _asExpected;
    private int _others;

    public void Heading(string title, string scripts)
    {
        PrintRows();
        output.WriteLine();
        output.WriteLine($"{title}  ({scripts})");
    }

    /// <summary>Prints a call and its result, which should be <paramref name="expected"/>, with a note.</summary>
    public void Shows<T>(T actual, T expected, string note = "", [CallerArgumentExpression(nameof(actual))] string call = "") =>
        Add(call, Format(actual), note, StructuralComparisons.StructuralEqualityComparer.Equals(actual, expected), Format(expected));

    /// <summary>Prints a call and its result, for which <paramref name="expected"/> should hold.</summary>
    public void Shows<T>(
        T actual,
        Func<T, bool> expected,
        string note = "",
        [CallerArgumentExpression(nameof(actual))] string call = "",
        [CallerArgumentExpression(nameof(expected))] string expectation = "") =>
        Add(call, Format(actual), note, expected(actual), expectation);

    /// <summary>Prints the totals; returns false if any result was unexpected.</summary>
    public bool Close()
    {
        PrintRows();
        output.WriteLine();
        output.WriteLine(_others == 0
            ? $"All {_asExpected} answers are what they should be."
            : $"{_others} of {_asExpected + _others} answers are NOT what they should be; see above.");
        return _others == 0;
    }

    public void Dispose() => PrintRows();

    private void Add(string call, string answer, string note, bool isExpected, string expectation)
    {
        _rows.Add(new Row(Receiver().Replace(call, ""), answer.Split('\n'), note, isExpected ? null : expectation));
        if (isExpected)
        {
            _asExpected++;
        }
        else
        {
            _others++;
        }
    }

    private void PrintRows()
    {
        var callWidth = _rows.Select(row => row.Call.Length).DefaultIfEmpty().Max();
        var answerWidth = _rows.Where(row => row.Note.Length > 0).Select(row => row.Answer[0].Length).DefaultIfEmpty().Max();
        foreach (var row in _rows)
        {
            output.WriteLine($"  {row.Call.PadRight(callWidth)}  -> {row.Answer[0].PadRight(answerWidth)}  {row.Note}".TrimEnd());
            foreach (var line in row.Answer.Skip(1))
            {
                output.WriteLine($"  {new string(' ', callWidth)}     {line}");
            }

            if (row.Expected is not null)
            {
                output.WriteLine($"  {new string(' ', callWidth)}  !! expected: {row.Expected.ReplaceLineEndings("; ")}");
            }
        }

        _rows.Clear();
    }

    private static string Format(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        TimeSpan time => $"{time.TotalSeconds:0.0} s",
        IEnumerable { } list => string.Join('\n', list.Cast<object?>().Select(Format)) is { Length: > 0 } lines ? lines : "(none)",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => string.Join(", ", value.GetType().GetProperties().Select(part => $"{part.Name} = {Quoted(part.GetValue(value))}")),
    };

    private static string Quoted(object? value) => value is string text ? $"\"{text}\"" : Format(value);

    // "await locks.AcquireAsync(…)" is shown as "AcquireAsync(…)".
    [GeneratedRegex(@"^await \w+\.")]
    private static partial Regex Receiver();

    private sealed record Row(string Call, string[] Answer, string Note, string? Expected);
}
