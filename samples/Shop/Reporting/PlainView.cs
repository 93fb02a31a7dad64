namespace Shop.Reporting;

/// <summary>Plain text, for files, pipes and build logs: no colour, no control characters, no line longer than its content.</summary>
internal sealed class PlainView(TextWriter output) : IReportView
{
    public void Server(string description, string usage)
    {
        output.WriteLine($"Server: {description}");
        output.WriteLine($"        {usage}");
    }

    public void Heading(string title, string scripts)
    {
        output.WriteLine();
        output.WriteLine($"{title}  ({scripts})");
    }

    public void Rows(IReadOnlyList<ReportRow> rows)
    {
        var callWidth = rows.Max(row => row.Call.Length);
        var answerWidth = rows.Where(row => row.Note.Length > 0).Select(row => row.Answer[0].Length).DefaultIfEmpty().Max();
        foreach (var row in rows)
        {
            output.WriteLine($"  {row.Call.PadRight(callWidth)}  -> {row.Answer[0].PadRight(answerWidth)}  {row.Note}".TrimEnd());
            foreach (var line in row.Answer.Skip(1))
            {
                output.WriteLine($"  {new string(' ', callWidth)}     {line}");
            }

            if (row.Expected is not null)
            {
                output.WriteLine($"  {new string(' ', callWidth)}  !! expected: {row.Expected}");
            }
        }
    }

    public void Table(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows)
    {
        var widths = columns.Select((column, index) => rows.Select(row => row[index].Length).Append(column.Length).Max()).ToArray();
        foreach (var row in rows.Prepend([.. columns]))
        {
            // The first column holds names, the others numbers.
            var cells = row.Select((cell, index) => index == 0 ? cell.PadRight(widths[index]) : cell.PadLeft(widths[index]));
            output.WriteLine($"  {string.Join("  ", cells)}".TrimEnd());
        }
    }

    public void Note(string text) => output.WriteLine($"  {text}");

    public Task<T> ProgressAsync<T>(string title, int steps, Func<Action, Task<T>> work) => work(static () => { });

    public void Total(int asExpected, int others)
    {
        output.WriteLine();
        output.WriteLine(others == 0
            ? $"All {asExpected} answers are what they should be."
            : $"{others} of {asExpected + others} answers are NOT what they should be; see above.");
    }
}
