using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>Checks the parameters of a <c>LuaScript</c> against the object that a call passes for them.</summary>
internal static class PreparedCheck
{
    public static void Run(CallSite site, CheckContext context)
    {
        if (site.Kind != CallKind.Prepared || PreparedScripts.Find(site, context) is not { Parameters.Count: > 0 } script
            || site is not { ParametersArgument: { } argument, ParametersObject: { } value })
        {
            return;
        }

        if (value.ConstantValue is { HasValue: true, Value: null } || argument.ArgumentKind == ArgumentKind.DefaultValue)
        {
            var place = argument.ArgumentKind == ArgumentKind.DefaultValue ? site.NameLocation : value.Syntax.GetLocation();
            context.Reporter.Report(Rule.ParameterWithoutMember, place, script.Parameters[0], "gets no object", $"pass one, such as `new {{ {string.Join(", ", script.Parameters)} }}`");
        }
        else if (value.Type is { } type && IsExact(value, type))
        {
            CheckMembers(site, script, value, type, context);
            var keys = script.Parameters.Count(name => context.Client.IsKey(RedisClient.TypeOfMember(type, name)));
            PreparedReadsCheck.RunCall(script, keys, value.Syntax.GetLocation(), context);
        }
    }

    /// <summary>Whether the run-time type is certain. The client inspects the object itself, which may be of a derived type.</summary>
    private static bool IsExact(IOperation value, ITypeSymbol type) =>
        type.TypeKind is not (TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error)
        && (type.IsAnonymousType || type.IsSealed || type.IsValueType || value is IObjectCreationOperation);

    private static void CheckMembers(CallSite site, PreparedText script, IOperation value, ITypeSymbol type, CheckContext context)
    {
        var keys = context.Scripts.Check(site, script.Checked, context.CancellationToken).KeyUses;
        for (var i = 0; i < script.Parameters.Count; i++)
        {
            var name = script.Parameters[i];
            var member = RedisClient.TypeOfMember(type, name);
            if (member is null)
            {
                context.Reporter.Report(Rule.ParameterWithoutMember, value.Syntax.GetLocation(), name, "has no public member of that name in the object", "add one with exactly that name, or the client throws");
            }
            else if (!context.Client.CanBePassed(member))
            {
                context.Reporter.Report(Rule.ParameterWithoutMember, PlaceOf(name, value), name, $"has the type '{member.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which the client does not accept", "pass a RedisKey, RedisValue, string, int, long or double, or the client throws");
            }
            else if (member.SpecialType == SpecialType.System_String && script.KeyIndexOf(name) is { } index && keys.FirstOrDefault(use => use.Value.Detail is Parameter { Table: ParameterTable.Keys } key && key.Index == index) is { Command: { } command })
            {
                context.Reporter.Report(Rule.KeyAsText, PlaceOf(name, value), $"'@{name}' is a key of {command}");
            }
        }
    }

    /// <summary>The member of <c>new { … }</c>, otherwise the whole object.</summary>
    private static Location PlaceOf(string name, IOperation value)
    {
        var member = (value.Syntax as AnonymousObjectCreationExpressionSyntax)?.Initializers.FirstOrDefault(candidate => PreparedMembers.NameOf(candidate) == name);
        return member?.Expression.GetLocation() ?? value.Syntax.GetLocation();
    }
}
