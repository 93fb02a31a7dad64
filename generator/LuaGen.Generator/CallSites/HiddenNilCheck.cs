using LuaGen.Language;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Finds casts of a reply to a number that turn nil into 0, if the script can return both nil and 0. If it returns nil or
/// numbers other than 0, the cast loses nothing.
/// </summary>
internal static class HiddenNilCheck
{
    public static void Run(CallSite site, ScriptAnalysis text, CheckContext context)
    {
        if (site.Kind is not (CallKind.Text or CallKind.Command) || text.Types is not { } script
            || ReplyCasts.Of(site, context.Model, context.CancellationToken) is not { Count: > 0 } casts)
        {
            return;
        }

        var replies = script.Returns.Select(statement => statement.Values.Count == 0 ? AbstractValue.Nil : script.TypeOf(statement.Values[0])).ToList();
        var nils = script.Returns.Select(statement => statement.Values.Count == 0 ? AbstractValue.Nil : NilOf(statement.Values[0], script)).Where(IsNil).ToList();
        if (ScriptEnd.MayBeReached(text.Script.Tree.Chunk))
        {
            nils.Add(AbstractValue.Nil);
        }

        if (nils.Count == 0 || !replies.Exists(MayBeZero))
        {
            return;
        }

        foreach (var cast in casts)
        {
            if (NumberOf(context.Model.GetTypeInfo(cast.Type, context.CancellationToken).Type) is { } type)
            {
                context.Reporter.Report(Rule.HiddenNil, cast.Type.GetLocation(), type.Name, Describe(nils[0]));
            }
        }
    }

    /// <summary>The returned value before <c>tonumber(…)</c>, which turns nil into nil; that it also turns other text into nil is not considered.</summary>
    private static AbstractValue NilOf(Expression returned, TypedScript script)
    {
        var resolved = script.Script.Resolve(returned);
        return resolved is CallExpression { Arguments.Count: > 0 } call && script.Script.IsGlobal(call.Function, "tonumber")
            ? script.TypeOf(call.Arguments[0])
            : script.TypeOf(returned);
    }

    private static HeaderType? NumberOf(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Int32 => HeaderType.Int,
        SpecialType.System_Int64 => HeaderType.Long,
        SpecialType.System_UInt64 => HeaderType.ULong,
        SpecialType.System_Double => HeaderType.Double,
        _ => null,
    };

    /// <summary>Whether the nil comes from the script itself or from a command; a nil that the caller passes is expected by the caller.</summary>
    private static bool IsNil(AbstractValue value) =>
        value.MayBe(LuaKinds.Falsy) && (value.Detail is Reply { IsElement: false } || value.Provenance == Provenance.Literal || value.Is(LuaKinds.Falsy));

    private static bool MayBeZero(AbstractValue value) =>
        (value.MayBe(LuaKinds.Number) && value.Value is null or 0) || (value.MayBe(LuaKinds.String) && value.Text is null or "0");

    private static string Describe(AbstractValue value) => value.Detail is Reply { IsElement: false } reply ? $"nil (the reply of {reply.Command})" : "nil";
}
