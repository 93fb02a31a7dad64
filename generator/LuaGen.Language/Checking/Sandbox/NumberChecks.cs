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

    /// <summary>2^63 - 1 and 2^64 - 1, which almost always mean "unlimited".</summary>
    private static readonly BigInteger[] Highest = [long.MaxValue, ulong.MaxValue];

    public void Check(NumberLiteral number)
    {
        if (number.Value < 1L << 53 || TextOf(number) is not { Length: <= MaxDigits } text || Parse(text) is not { } exact)
        {
            return;
        }

        if (exact != KeptAs(number) && Array.IndexOf(Highest, exact) < 0)
        {
            Report(number.Span, text, exact, "is stored as " + Print(number));
        }
    }

    /// <summary>In an argument that is sent, every digit matters.</summary>
    public void CheckSent(CallExpression call)
    {
        foreach (var argument in call.Arguments)
        {
            if (script.Resolve(argument) is NumberLiteral { Value: >= Exponents } number
                && TextOf(number) is { Length: <= MaxDigits } text && Parse(text) is { } exact)
            {
                if (exact != KeptAs(number) && Array.IndexOf(Highest, exact) >= 0)
                {
                    Report(argument.Span, text, exact, "is stored as " + Print(number));
                }
                else if (exact == KeptAs(number) && servers.Servers.Any(server => server.Family == ServerFamily.Redis && server.Version < WritesDigits))
                {
                    Report(argument.Span, text, exact, "is sent as " + number.Value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant());
                }
            }
        }
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
