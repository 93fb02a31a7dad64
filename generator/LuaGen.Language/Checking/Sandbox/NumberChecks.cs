using System.Globalization;
using System.Numerics;
using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds whole numbers, written out in full, that a double cannot represent or that are sent in another form.</summary>
internal sealed class NumberChecks(BoundScript script, ServerList servers, FindingBag findings)
{
    /// <summary>From this value on, Redis 7.0 sends numbers with an exponent.</summary>
    private const double Exponents = 1e17;

    /// <summary>Longer numbers are not checked: no script depends on their digits, and parsing takes quadratic time.</summary>
    private const int MaxDigits = 400;

    /// <summary>From this version on, Redis sends digits, and so does Valkey. Lua 5.4 keeps a whole number whole.</summary>
    private static readonly ServerVersion WritesDigits = new(7, 2);

    /// <summary>The digits of 2^63 - 1 and 2^64 - 1.</summary>
    private static readonly string[] Highest = ["9223372036854775807", "18446744073709551615"];

    public void Check(NumberLiteral number)
    {
        if (number.Value < 1L << 53 || TextOf(number) is not { Length: <= MaxDigits } text || Parse(text) is not { } exact)
        {
            return;
        }

        if (exact != KeptAs(number) && !IsHighest(exact))
        {
            Report(number.Span, text, exact, "is stored as " + Print(number));
        }
    }

    /// <summary>In an argument that is sent, every digit matters.</summary>
    public void CheckSent(CallExpression call)
    {
        foreach (var argument in call.Arguments)
        {
            if (script.Resolve(argument) is NumberLiteral { Value: >= 1L << 53 } number
                && TextOf(number) is { Length: <= MaxDigits } text && Parse(text) is { } exact
                && !IsReadAsFraction(call, argument))
            {
                if (exact != KeptAs(number) && IsHighest(exact))
                {
                    Report(argument.Span, text, exact, "is stored as " + Print(number));
                }
                else if (exact == KeptAs(number) && number.Value >= Exponents && servers.Servers.Any(server => server.Family == ServerFamily.Redis && server.Version < WritesDigits))
                {
                    Report(argument.Span, text, exact, "is sent as " + number.Value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant());
                }
            }
        }
    }

    /// <summary>
    /// 2^63 - 1 and 2^64 - 1, their first digits (the most milliseconds, where they count microseconds), and a row of nines:
    /// they almost always mean "more than any", so that no digit matters.
    /// </summary>
    private static bool IsHighest(BigInteger exact)
    {
        var digits = exact.ToString(CultureInfo.InvariantCulture);
        return digits.All(digit => digit == '9') || Array.Exists(Highest, highest => highest.StartsWith(digits, StringComparison.Ordinal));
    }

    /// <summary>Whether the server reads the argument as a double too, as a score.</summary>
    private bool IsReadAsFraction(CallExpression call, Expression argument)
    {
        if (script.Calls.All.FirstOrDefault(each => each.Expression == call) is not { Arguments: [{ Constant: { } name }, ..] } sent || CommandTable.Find(name) is not { Arguments: { } grammar, Words: 1 })
        {
            return false;
        }

        var position = sent.Arguments.ToList().FindIndex(each => each.Expression == argument) - 1;
        return position >= 0 && ArgumentPlace.Of(grammar, sent.ConstantsFrom(1), sent.IsOpen, servers, position) is { Kind: ValueKind.Number };
    }

    private void Report(SourceSpan span, string text, BigInteger exact, string kept) =>
        findings.LossyNumber(span, text, kept, $"write the string `'{exact}'`");

    /// <summary>The literal, if it consists of digits only: in <c>1e20</c> or <c>1.0</c> the exact digits are not intended.</summary>
    private string? TextOf(NumberLiteral number)
    {
        var text = script.Tree.Text.Substring(number.Span.Start, number.Span.Length);
        return IsHex(text) || text.All(char.IsDigit) ? text : null;
    }

    private static BigInteger? Parse(string text) =>
        !IsHex(text) ? BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
        : BigInteger.TryParse("0" + text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value
        : null;

    private static bool IsHex(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);

    private static BigInteger? KeptAs(NumberLiteral number) => double.IsInfinity(number.Value) ? null : new BigInteger(number.Value);

    private static string Print(NumberLiteral number) => KeptAs(number)?.ToString(CultureInfo.InvariantCulture) ?? "infinity";
}
