using LuaGen.Language.Checking.Common;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds calls as statements of functions that do nothing but return: <c>text:gsub(…)</c>, <c>redis.error_reply(…)</c>.</summary>
internal static class DroppedResults
{
    public static void Check(TypedScript script, CallStatement statement, FindingBag findings)
    {
        switch (statement.Call)
        {
            case CallExpression call when script.TypeOf(call.Function).Detail is Builtin { Function: { } function } && IsPure(function) && !CallsBack(script, call.Arguments):
                Report(script, call, function.FullName, call.Arguments.Count > 0 ? call.Arguments[0] : null, findings);
                break;
            case MethodCallExpression call when script.TypeOf(call.Target) is var target && target.MayBe(LuaKinds.String) && target.Is(LuaKinds.String | LuaKinds.Falsy)
                    && LuaLibrary.Find("string", call.Method.Name) is LibraryFunction function && IsPure(function) && !CallsBack(script, call.Arguments):
                Report(script, call, function.FullName, call.Target, findings);
                break;
        }
    }

    /// <summary>Functions that scripts may call to see whether they fail, such as <c>cjson.decode</c>, are not among them.</summary>
    private static bool IsPure(LibraryFunction function) => function.FullName is "redis.error_reply" or "redis.status_reply" or "redis.sha1hex" or "tonumber" or "tostring" or "type" or "table.concat"
        || (function.FullName.StartsWith("string.", StringComparison.Ordinal) && function.FullName != "string.dump")
        || (function.FullName.StartsWith("math.", StringComparison.Ordinal) && (function.Effects & LibraryEffects.State) == 0)
        || function.FullName.StartsWith("bit.", StringComparison.Ordinal);

    /// <summary><c>text:gsub('%w+', function(word) … end)</c> goes through the matches.</summary>
    private static bool CallsBack(TypedScript script, IReadOnlyList<Expression> arguments) => arguments.Any(argument => script.TypeOf(argument).MayBe(LuaKinds.Function | LuaKinds.AnyTable));

    private static void Report(TypedScript script, Expression call, string function, Expression? changed, FindingBag findings)
    {
        var print = SourceExcerpt.Of(script.Script.Tree, call);
        var remedy = function is "redis.error_reply" or "redis.status_reply" ? $"return {print}"
            : changed is NameExpression name && function.StartsWith("string.", StringComparison.Ordinal) && script.Script.LocalOf(name) is not null ? $"{name.Name} = {print}"
            : $"local result = {print}";
        findings.DroppedResult(call.Span, print, Remedy.Advice(remedy));
    }
}
