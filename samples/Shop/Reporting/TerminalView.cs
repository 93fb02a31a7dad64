using Spectre.Console;

namespace Shop.Reporting;

/// <summary>Tables, colours and progress bars, for a terminal.</summary>
internal sealed class TerminalView(IAnsiConsole console) : IReportView
{
    public void Server(string description, string usage)
    {
        console.MarkupLineInterpolated($"Server: [bold]{description}[/]");
        console.MarkupLineInterpolated($"[grey]{usage}[/]");
    }

    public void Heading(string title, string scripts)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(title)}[/]  [grey]{Markup.Escape(scripts)}[/]").LeftJustified());
    }

    public void Rows(IReadOnlyList<ReportRow> rows)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "call", "answer", "note");
        foreach (var row in rows)
        {
            var colour = row.Expected is null ? "green" : "red";
            var note = row.Expected is null ? Markup.Escape(row.Note) : $"[red]expected: {Markup.Escape(row.Expected)}[/]";
            table.AddRow(
                row.Expected is null ? "[green]✓[/]" : "[red]✗[/]",
                Markup.Escape(row.Call),
                $"[{colour}]{Markup.Escape(string.Join('\n', row.Answer))}[/]",
                $"[grey]{note}[/]");
        }

        console.Write(table);
    }

    public void Table(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        for (var index = 0; index < columns.Count; index++)
        {
            table.AddColumn(new TableColumn(Markup.Escape(columns[index])) { Alignment = index == 0 ? Justify.Left : Justify.Right });
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    public void Note(string text) => console.MarkupLineInterpolated($"[grey]{text}[/]");

    public Task<T> ProgressAsync<T>(string title, int steps, Func<Action, Task<T>> work) => console.Progress()
        .AutoClear(true)
        .StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: steps);
            return await work(() => task.Increment(1));
        });

    public void Total(int asExpected, int others)
    {
        console.WriteLine();
        console.MarkupLineInterpolated(others == 0
            ? (FormattableString)$"[green]All {asExpected} answers are what they should be.[/]"
            : $"[red]{others} of {asExpected + others} answers are NOT what they should be; see above.[/]");
    }
}
