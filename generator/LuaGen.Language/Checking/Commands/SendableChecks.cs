using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
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
                var (what, remedy) = WordsFor(value);
                findings.UnsendableArgument(argument.Span, call.Function, what, remedy);
            }
        }
    }

    private static (string What, string Remedy) WordsFor(LuaValue value) =>
        value.Is(LuaKinds.Nil) ? ("nil", "leave it out, or write ''")
        : value.Is(LuaKinds.Boolean) ? ("a boolean", "write 1 and 0, as in (x and 1 or 0)")
        : value.Is(LuaKinds.AnyTable) ? ("a table", "write unpack(t) at the end for its elements, or encode it")
        : value.Is(LuaKinds.Function) ? ("a function", "call it")
        : (KindWords.Of(value), "write a string or a number");
}
