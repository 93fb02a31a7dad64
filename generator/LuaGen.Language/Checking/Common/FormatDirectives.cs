namespace LuaGen.Language.Checking.Common;

/// <summary>A conversion specification of a format string (<c>%…</c>) that takes a value.</summary>
/// <param name="Text">The specification as written.</param>
/// <param name="IsNumber">Whether the value must be a number.</param>
/// <param name="Fault">Why the server refuses it, if it does.</param>
internal readonly record struct FormatDirective(string Text, bool IsNumber, string? Fault);

/// <summary>Parses format strings of <c>string.format</c> as <c>str_format</c> of Lua 5.1 does.</summary>
internal static class FormatDirectives
{
    private const string Flags = "-+ #0";
    private const string Numbers = "cdiouxXeEfgG";

    public static IEnumerable<FormatDirective> Of(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                continue;
            }

            var start = i++;
            if (i < format.Length && format[i] == '%')
            {
                continue;
            }

            var flags = Skip(format, ref i, c => Flags.IndexOf(c) >= 0);
            var width = Skip(format, ref i, IsDigit);
            var precision = 0;
            if (i < format.Length && format[i] == '.')
            {
                i++;
                precision = Skip(format, ref i, IsDigit);
            }

            var text = format.Substring(start, Math.Min(i + 1, format.Length) - start);
            yield return flags > 5 || width > 2 || precision > 2 ? new FormatDirective(text, IsNumber: false, "it has too many flags or digits")
                : i >= format.Length ? new FormatDirective(text, IsNumber: false, "it is incomplete")
                : Numbers.IndexOf(format[i]) >= 0 ? new FormatDirective(text, IsNumber: true, Fault: null)
                : format[i] is 's' or 'q' ? new FormatDirective(text, IsNumber: false, Fault: null)
                : new FormatDirective(text, IsNumber: false, "it is not a directive");
        }
    }

    private static int Skip(string format, ref int position, Func<char, bool> isPart)
    {
        var start = position;
        while (position < format.Length && isPart(format[position]))
        {
            position++;
        }

        return position - start;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
