using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Finds arguments of commands that are neither strings nor numbers.</summary>
internal static class SendableChecks
{
    public static void Run(TypedScript script, RedisCall call, FindingBag findings)
    {
        foreach (var argument in call.Arguments)
        {
            var value = script.TypeOf(argument.Expression);
            if (value.Kinds != LuaKinds.None && !value.MayBe(LuaKinds.Text))
            {
                var (what, remedy) = WordsFor(value, script.Script.Tree, argument.Expression);
                findings.UnsendableArgument(argument.Span, call.Function, what, remedy);
            }
        }
    }

    private static (string What, string Remedy) WordsFor(LuaValue value, SyntaxTree tree, Expression argument) =>
        value.Is(LuaKinds.Nil) ? ("nil", "leave it out, or write `''`")
        : value.Is(LuaKinds.Boolean) ? ("a boolean", $"write `{SourceWords.AsNumber(tree, argument)}`")
        : value.Is(LuaKinds.AnyTable) ? ("a table", $"pass `unpack({SourceWords.Of(tree, argument)})` as the last argument, or `cjson.encode({SourceWords.Of(tree, argument)})`")
        : value.Is(LuaKinds.Function) ? ("a function", "call it, and pass its result")
        : (KindWords.Of(value), "pass a string or a number");
}
