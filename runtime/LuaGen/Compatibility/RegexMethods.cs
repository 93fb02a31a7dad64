using System.Text.RegularExpressions;

namespace LuaGen;

/// <content>The methods that the regular expression generator of .NET 7 and later implements.</content>
internal sealed partial record Redirect
{
    private static partial Regex Moved() => RegexPatternAttribute.Of(typeof(Redirect), nameof(Moved));

    private static partial Regex Ask() => RegexPatternAttribute.Of(typeof(Redirect), nameof(Ask));
}

/// <content>The methods that the regular expression generator of .NET 7 and later implements.</content>
internal static partial class ScriptFailure
{
    private static partial Regex TextRefused() => RegexPatternAttribute.Of(typeof(ScriptFailure), nameof(TextRefused));

    private static partial Regex UnknownCommandWords() => RegexPatternAttribute.Of(typeof(ScriptFailure), nameof(UnknownCommandWords));
}

/// <content>The methods that the regular expression generator of .NET 7 and later implements.</content>
internal sealed partial record ServerError
{
    private static partial Regex Suffix() => RegexPatternAttribute.Of(typeof(ServerError), nameof(Suffix));

    private static partial Regex Place() => RegexPatternAttribute.Of(typeof(ServerError), nameof(Place));

    private static partial Regex ErrorCode() => RegexPatternAttribute.Of(typeof(ServerError), nameof(ErrorCode));
}

/// <content>The methods that the regular expression generator of .NET 7 and later implements.</content>
internal static partial class ServerRefusal
{
    private static partial Regex Line() => RegexPatternAttribute.Of(typeof(ServerRefusal), nameof(Line));
}
