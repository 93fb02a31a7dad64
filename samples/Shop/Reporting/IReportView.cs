namespace Shop.Reporting;

/// <summary>How a report looks.</summary>
internal interface IReportView
{
    /// <summary>Shows the name of the server, and how to choose another.</summary>
    public void Server(string description, string usage);

    public void Heading(string title, string scripts);

    public void Rows(IReadOnlyList<ReportRow> rows);

    public void Table(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows);

    public void Note(string text);

    public Task<T> ProgressAsync<T>(string title, int steps, Func<Action, Task<T>> work);

    public void Total(int asExpected, int others);
}
