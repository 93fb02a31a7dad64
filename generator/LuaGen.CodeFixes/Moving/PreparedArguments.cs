using LuaGen.Generator.CallSites;
using LuaGen.Language.Binding;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.LuaScripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>The arguments of a typed call, from the members of the object that a call of a prepared script passes.</summary>
internal sealed class PreparedArguments(SemanticModel model, RedisClient client, CancellationToken cancellationToken)
{
    private readonly ArgumentTyping _typing = new(model, cancellationToken);

    /// <param name="call">The call.</param>
    /// <param name="script">The script.</param>
    /// <param name="parameters">The parameters in the moved script.</param>
    /// <param name="isPlain">Whether a parameter is a <c>RedisValue</c>, because the calls pass different types.</param>
    public IReadOnlyList<PassedArgument>? Of(CallSite call, PreparedText script, IReadOnlyList<LuaScriptParameter> parameters, Func<string, bool>? isPlain = null)
    {
        if (new PreparedMembers(model, client, cancellationToken).Of(call, script) is not { } members)
        {
            return null;
        }

        var passed = new List<PassedArgument>();
        foreach (var parameter in parameters.OrderBy(parameter => parameter.Table).ThenBy(parameter => parameter.Index))
        {
            var member = members[parameter.Name];
            var isKey = parameter.Table == ParameterTable.Keys;
            var (type, value) = isKey || isPlain?.Invoke(parameter.Name) == true ? (HeaderType.Value, member.Expression) : member.Expression is { } written ? _typing.Of(written) : (HeaderType.Value, null);
            passed.Add(new PassedArgument(
                parameter.Table,
                parameter.Index,
                IsRest: false,
                parameter.Name,
                isKey ? null : type,
                value?.ToString() ?? member.Code,
                value is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }));
        }

        return passed;
    }
}
