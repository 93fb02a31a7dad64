using LuaGen.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>Says why the keys and values of a call cannot be passed to a typed call one by one.</summary>
internal sealed class PassedObstacles(SemanticModel model, RedisClient client, CancellationToken cancellationToken)
{
    private const string Order = "the typed call would evaluate its arguments in another order";

    private readonly PassedLists _lists = new(model, cancellationToken);

    /// <summary>The reason, or <see langword="null"/>.</summary>
    public string? Of(CallSite site, BoundScript script) => site.Kind == CallKind.Command ? OfCommand(site) : OfLists(site, script);

    private string? OfLists(CallSite site, BoundScript script)
    {
        var keys = ListOf(site, ParameterTable.Keys);
        var values = ListOf(site, ParameterTable.Argv);
        if (keys is not null && values is not null && values.SpanStart < keys.SpanStart)
        {
            return Order;
        }

        var (hasComputed, hasEffects) = (false, false);
        foreach (var (list, table) in new[] { (keys, ParameterTable.Keys), (values, ParameterTable.Argv) })
        {
            if (list is null)
            {
                continue;
            }

            var reason = site.Passed(table).Count is { } count ? OfElements(site, list, count, table, ref hasEffects) : OfRest(list, table, script, ref hasComputed);
            if (reason is not null)
            {
                return reason;
            }
        }

        return hasComputed && hasEffects ? Order : null;
    }

    /// <summary>A list whose elements the typed call passes one by one: written in the call, or in a local.</summary>
    private string? OfElements(CallSite site, ExpressionSyntax list, int count, ParameterTable table, ref bool hasEffects)
    {
        var elements = _lists.ElementsOf(site.ListOf(table));
        if (!IsInline(elements, list) && count > 0 && list is not IdentifierNameSyntax)
        {
            return $"its {PassedLists.NameOf(table)} are in a list that is not written in the call";
        }

        hasEffects |= elements?.Any(element => !IsSimple(element)) == true;
        return null;
    }

    /// <summary>A list of unknown length, passed to a script that reads any number of elements.</summary>
    private string? OfRest(ExpressionSyntax list, ParameterTable table, BoundScript script, ref bool hasComputed)
    {
        var type = model.GetTypeInfo(list, cancellationToken);
        if (!script.Uses.IsOpen(table))
        {
            return $"the number of its {PassedLists.NameOf(table)} is known only at run time";
        }

        if (type.Type is not IArrayTypeSymbol || !IsNeverNull(list, type.Nullability.FlowState))
        {
            return $"its list of {PassedLists.NameOf(table)} may be null or is not an array";
        }

        hasComputed |= list is not IdentifierNameSyntax;
        return null;
    }

    /// <summary>
    /// <c>Execute("EVAL", script, 1, key, value)</c> takes objects, and only some types are sent unchanged. The client does not
    /// treat a string among the keys as a key, so a key prefix would not apply to it.
    /// </summary>
    private string? OfCommand(CallSite site)
    {
        var argument = site.Invocation.ArgumentOf("args");
        if (site.Keys.Count is not { } keys || _lists.ElementsOf(argument) is not { } sent || !sent.All(each => site.Syntax.Span.Contains(each.Span)))
        {
            return "its arguments are not written in the call";
        }

        if (!sent.Select(each => each.SpanStart).SequenceEqual(sent.Select(each => each.SpanStart).OrderBy(start => start)))
        {
            return Order;
        }

        for (var i = 2; i < sent.Count; i++)
        {
            var type = model.GetTypeInfo(sent[i], cancellationToken);
            if (i < 2 + keys && !client.IsKey(type.Type))
            {
                return $"KEYS[{i - 1}] is not a RedisKey";
            }

            if (i >= 2 + keys && !IsPlain(type))
            {
                return $"`Execute` may send ARGV[{i - 1 - keys}] in another form than a typed call";
            }
        }

        return null;
    }

    /// <summary>Whether the client sends a value in the same form as an <c>object</c> and as a <c>RedisValue</c>.</summary>
    private bool IsPlain(TypeInfo type) => client.IsValue(type.Type) || type.Type?.SpecialType switch
    {
        SpecialType.System_Int32 or SpecialType.System_Int64 => true,
        SpecialType.System_String => type.Nullability.FlowState != NullableFlowState.MaybeNull,
        _ => false,
    };

    /// <summary>Whether an expression in the call itself gives each element.</summary>
    public static bool IsInline(IReadOnlyList<ExpressionSyntax>? elements, ExpressionSyntax list) =>
        elements is not null && elements.All(element => element.SyntaxTree == list.SyntaxTree && list.Span.Contains(element.Span));

    /// <summary>Whether an expression has no effect and always has the same value.</summary>
    public static bool IsSimple(ExpressionSyntax expression) => SingleAssignment.Unwrap(expression) switch
    {
        LiteralExpressionSyntax or IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsSimple(access.Expression),
        PrefixUnaryExpressionSyntax { Operand: var operand } => IsSimple(operand),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().All(hole => IsSimple(hole.Expression)),
        _ => false,
    };

    /// <summary>With nullable types off, a name or the result of a call is taken as the code takes it: as an array.</summary>
    private static bool IsNeverNull(ExpressionSyntax list, NullableFlowState state) =>
        state == NullableFlowState.NotNull || (state == NullableFlowState.None && list is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax);

    private static ExpressionSyntax? ListOf(CallSite site, ParameterTable table) =>
        site.ListOf(table) is { ArgumentKind: not ArgumentKind.DefaultValue } argument
            ? argument.Value.Syntax as ExpressionSyntax
            : null;
}
