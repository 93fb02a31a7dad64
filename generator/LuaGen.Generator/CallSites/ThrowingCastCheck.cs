using System.Globalization;
using LuaGen.Language;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Finds casts that throw for a reply of the script: a status, a text that is not a number, or an array, as a number; anything but
/// 0, 1 and nil as a <c>bool</c>. Only values whose every possible form throws are reported.
/// </summary>
internal static class ThrowingCastCheck
{
    private enum Target
    {
        None,
        Number,
        Bool,
        Text,
    }

    public static void Run(CallSite site, ScriptAnalysis text, CheckContext context)
    {
        if (site.Kind is not (CallKind.Text or CallKind.Command) || text.Types is not { } script)
        {
            return;
        }

        foreach (var cast in ReplyCasts.Of(site, context.Model, context.CancellationToken))
        {
            var target = TargetOf(context.Model.GetTypeInfo(cast.Type, context.CancellationToken).Type);
            if (target != Target.None && script.Returns.Where(statement => statement.Values.Count > 0)
                    .Select(statement => Reason(statement.Values[0], script, target)).FirstOrDefault(reason => reason is not null) is var (words, remedy))
            {
                context.Reporter.Report(Rule.CastThatThrows, cast.Type.GetLocation(), cast.Type.ToString(), words, remedy);
            }
        }
    }

    private static Target TargetOf(ITypeSymbol? type) => Underlying(type)?.SpecialType switch
    {
        SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double => Target.Number,
        SpecialType.System_Boolean => Target.Bool,
        SpecialType.System_String => Target.Text,
        _ => Target.None,
    };

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;

    private static (string Words, string Remedy)? Reason(Expression returned, TypedScript script, Target target)
    {
        var value = script.TypeOf(returned);
        var some = value.Without(LuaKinds.Falsy);
        if (LengthOf(returned, script) is { } length)
        {
            return ($"an array of {length.ToString(CultureInfo.InvariantCulture)} elements", "cast to `RedisResult[]`");
        }

        if (target == Target.Text)
        {
            return null;
        }

        if (some.Is(LuaKinds.Status))
        {
            return (value.Detail is Reply reply ? $"a status (the reply of {reply.Command})" : "a status", target == Target.Bool ? "test `IsNull` instead" : "cast to `string`");
        }

        if (value.Text is { Length: > 0 } text && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return ($"'{text}'", "cast to `string`");
        }

        return target == Target.Bool && value.Value is { } number && number is not (0 or 1) && number == Math.Floor(number)
            ? (number.ToString(CultureInfo.InvariantCulture), "cast to `long` and compare")
            : null;
    }

    /// <summary>The length of an array that the script creates in the <c>return</c>, if it has at least two elements; the client unpacks a single one.</summary>
    private static int? LengthOf(Expression returned, TypedScript script) =>
        script.Script.Resolve(returned) is TableConstructor { Fields: var fields } && fields.Count > 1 && fields.All(field => field is ListField)
        && fields.Take(fields.Count - 1).Cast<ListField>().All(field => script.TypeOf(field.Value) is { Kinds: not LuaKinds.None } value && !value.MayBe(LuaKinds.Nil))
        && ((ListField)fields[fields.Count - 1]).Value is var last && last is not (CallExpression or MethodCallExpression or VarargExpression) && script.TypeOf(last) is { Kinds: not LuaKinds.None } end && !end.MayBe(LuaKinds.Nil)
            ? fields.Count
            : null;
}
