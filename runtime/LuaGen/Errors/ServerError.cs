using System.Globalization;
using System.Text.RegularExpressions;

namespace LuaGen;

/// <summary>
/// A parsed error reply. Servers add the position in the script to the error of the script or command, each in its own format:
/// <list type="bullet">
/// <item>Redis 7 and up: <c>ERR user_script:3: boom script: 2a4f…, on @user_script:3.</c></item>
/// <item>Valkey: <c>WRONGTYPE Operation … script: on @user_script:3.</c></item>
/// <item>Redis 6.2: <c>ERR Error running script (call to f_2a4f…): @user_script:3: user_script:3: boom</c></item>
/// <item>Dragonfly: as Redis 6.2, but without <c>f_</c></item>
/// <item>All servers, if the script does not compile: <c>ERR Error compiling script (new function): user_script:3: …</c></item>
/// <item>Functions: the same with <c>user_function</c> and the function's name instead of the SHA-1; libraries:
/// <c>ERR Error compiling function: user_function:3: …</c>, <c>ERR Error registering functions: ERR user_function:3: …</c></item>
/// </list>
/// </summary>
/// <param name="Code">The first word if it is an error code, otherwise <c>ERR</c>.</param>
/// <param name="Line">The line in the script, starting at 1.</param>
/// <param name="Text">The code and the message, without the positions.</param>
// [0-9] instead of \d: an error of a script can contain any text, and \d also matches digits that int.Parse rejects.
internal sealed partial record ServerError(string Code, int? Line, string Text)
{
    public const string Unspecific = "ERR";

    public static ServerError Parse(string message)
    {
        int? line = null;
        var suffix = Suffix().Match(message);
        var text = suffix.Success ? message[..suffix.Index] : message;

        // The position in the error itself takes precedence: error('…', 2) reports the line of the caller.
        for (var place = Place().Match(text); place.Success; place = Place().Match(text))
        {
            line ??= LineOf(place);
            text = text[place.Length..];
        }

        if (suffix.Success)
        {
            line ??= LineOf(suffix);
        }

        var code = ErrorCode().Match(text);
        return code.Success
            ? new ServerError(code.Groups["code"].Value, line, text)
            : new ServerError(Unspecific, line, $"{Unspecific} {text}");
    }

    private static int LineOf(Match match) => int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@" script: (?:[0-9A-Za-z_]+, )?on @user_(?:script|function):(?<line>[0-9]{1,9})\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    // Redis 6.2 writes two positions, its own before that of the error, and in some errors a space before the line.
    [GeneratedRegex(@"^(?:ERR )?(?:Error (?:running script \(call to (?:f_)?[0-9a-f]{40}\)|compiling script \(new function\)|compiling function|registering functions): (?:ERR )?)?@?user_(?:script|function): ?(?<line>[0-9]{1,9}): ", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?<code>[A-Z][A-Z0-9_]*)(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorCode();
}
