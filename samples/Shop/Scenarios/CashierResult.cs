using System.Globalization;

namespace Shop.Scenarios;

/// <summary>What one way of paying came to.</summary>
/// <param name="Way">The name of the way.</param>
/// <param name="Payments">The payments that were made, of 1 each.</param>
/// <param name="InTheTill">What the till holds afterwards.</param>
/// <param name="Attempts">The attempts that the payments took.</param>
/// <param name="TripsPerAttempt">The round trips of one attempt.</param>
/// <param name="Time">The time that the payments took.</param>
internal sealed record CashierResult(string Way, int Payments, long InTheTill, int Attempts, int TripsPerAttempt, TimeSpan Time)
{
    public long Lost => Payments - InTheTill;

    public int Retries => Attempts - Payments;

    public int RoundTrips => Attempts * TripsPerAttempt;

    public string[] Cells =>
    [
        Way,
        .. new[] { Payments, InTheTill, Lost, Retries, RoundTrips }.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
    ];
}
