using System.Text.RegularExpressions;

namespace LuaGen;

/// <content>What .NET's generator writes where it runs.</content>
internal sealed partial record Redirect
{
    private static partial Regex Moved() => GeneratedRegexAttribute.Of(typeof(Redirect), nameof(Moved));

    private static partial Regex Ask() => GeneratedRegexAttribute.Of(typeof(Redirect), nameof(Ask));
}

/// <content>What .NET's generator writes where it runs.</content>
internal static partial class ScriptFailure
{
    private static partial Regex TextRefused() => GeneratedRegexAttribute.Of(typeof(ScriptFailure), nameof(TextRefused));

    private static partial Regex UnknownCommandWords() => GeneratedRegexAttribute.Of(typeof(ScriptFailure), nameof(UnknownCommandWords));
}

/// <content>What .NET's generator writes where it runs.</content>
internal sealed partial record ServerError
{
    private static partial Regex Suffix() => GeneratedRegexAttribute.Of(typeof(ServerError), nameof(Suffix));

    private static partial Regex Place() => GeneratedRegexAttribute.Of(typeof(ServerError), nameof(Place));

    private static partial Regex ErrorCode() => GeneratedRegexAttribute.Of(typeof(ServerError), nameof(ErrorCode));
}

/// <content>What .NET's generator writes where it runs.</content>
internal static partial class ServerRefusal
{
    private static partial Regex Line() => GeneratedRegexAttribute.Of(typeof(ServerRefusal), nameof(Line));
}
