using LuaGen.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds calls that concern scripts: first by name, which is cheap, then by symbol.</summary>
internal sealed class CallSiteFinder(SemanticModel model, RedisClient client, ScriptFiles? files, CancellationToken cancellationToken)
{
    /// <summary>
    /// The client's own parameter names. A type that derives from one of the client's may have methods whose keys and scripts
    /// mean something else.
    /// </summary>
    private static readonly string[] Parameters = ["script", "hash", "keys", "values", "parameters", "flags"];

    /// <summary>Whether the method name, and for <c>Execute</c> the command, can concern a script. Needs no semantic model.</summary>
    public static bool MayBe(InvocationExpressionSyntax syntax) => NameOf(syntax) switch
    {
        null => false,
        "Prepare" => syntax.ArgumentList.Arguments.Count == 1,
        "Evaluate" or "EvaluateAsync" => syntax.ArgumentList.Arguments.Count > 0,
        "Execute" or "ExecuteAsync" or "ExecuteResp" or "ExecuteRespAsync" => CommandOf(syntax) is not null,
        var name => name.StartsWith("ScriptEvaluate", StringComparison.Ordinal) || name is "ScriptLoad" or "ScriptLoadAsync",
    };

    public CallSite? Find(InvocationExpressionSyntax syntax)
    {
        if (model.GetOperation(syntax, cancellationToken) is not IInvocationOperation { TargetMethod: { IsStatic: var isStatic } method } invocation)
        {
            return null;
        }

        if (isStatic)
        {
            return method.Name == "Prepare" && client.IsLuaScript(method.ContainingType) ? WithText(syntax, invocation, CallKind.Prepare, "script") : null;
        }

        if (client.IsPrepared(method.ContainingType))
        {
            return method.Name is "Evaluate" or "EvaluateAsync"
                ? new CallSite(syntax, invocation, CallKind.Prepared, ReceiverOf(invocation), Constant: null, default, default)
                : null;
        }

        return client.IsTarget(method.ContainingType) && method.Parameters.Length > 0 && !new MockSetups(model, client, cancellationToken).Contains(syntax)
            ? FindOnTarget(syntax, invocation)
            : null;
    }

    private CallSite? FindOnTarget(InvocationExpressionSyntax syntax, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var first = method.Parameters[0];
        if (method.Name.StartsWith("Execute", StringComparison.Ordinal))
        {
            return FindCommand(syntax, invocation);
        }

        if (!method.Parameters.All(parameter => Array.IndexOf(Parameters, parameter.Name) >= 0))
        {
            return null;
        }

        if (client.IsPrepared(first.Type))
        {
            return method.Name.StartsWith("ScriptEvaluate", StringComparison.Ordinal)
                ? new CallSite(syntax, invocation, CallKind.Prepared, invocation.ArgumentOf(first.Name)?.Value.Syntax as ExpressionSyntax, Constant: null, default, default)
                : null;
        }

        return first.Type switch
        {
            { SpecialType: SpecialType.System_String } => WithText(syntax, invocation, method.Name.StartsWith("ScriptLoad", StringComparison.Ordinal) ? CallKind.Load : CallKind.Text, first.Name),
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => WithText(syntax, invocation, CallKind.Hash, first.Name),
            _ => null,
        };
    }

    private CallSite WithText(InvocationExpressionSyntax syntax, IInvocationOperation invocation, CallKind kind, string parameter)
    {
        var script = invocation.ArgumentOf(parameter)?.Value.Syntax as ExpressionSyntax;
        var lists = new PassedLists(model, cancellationToken);
        var isReadOnly = invocation.TargetMethod.Name.StartsWith("ScriptEvaluateReadOnly", StringComparison.Ordinal);
        return new CallSite(
            syntax,
            invocation,
            kind,
            script,
            kind == CallKind.Hash ? null : Read(script),
            lists.Of(invocation, ParameterTable.Keys),
            lists.Of(invocation, ParameterTable.Argv))
        {
            IsReadOnly = isReadOnly,
            RefusesWrites = isReadOnly && client.HasReadOnlyScripts,
        };
    }

    /// <summary><c>Execute("EVAL", script, 1, key, value)</c>: the number is the count of keys.</summary>
    private CallSite? FindCommand(InvocationExpressionSyntax syntax, IInvocationOperation invocation)
    {
        if (CommandOf(syntax) is not { } command || invocation.ArgumentOf("args") is not { } args)
        {
            return null;
        }

        var arguments = new PassedLists(model, cancellationToken).ElementsOf(args);
        var script = arguments is { Count: > 0 } ? arguments[0] : null;
        var isHash = command.StartsWith("EVALSHA", StringComparison.OrdinalIgnoreCase);
        var isReadOnly = command.EndsWith("_RO", StringComparison.OrdinalIgnoreCase);
        int? keys = arguments is { Count: > 1 } && KeyCountOf(arguments[1]) is { } number && number >= 0 && number <= arguments.Count - 2 ? number : null;
        return new CallSite(
            syntax,
            invocation,
            isHash ? CallKind.HashCommand : CallKind.Command,
            script,
            isHash ? null : Read(script),
            keys is { } count ? Slice(arguments!, 2, count) : default,
            keys is { } before ? Slice(arguments!, 2 + before, arguments!.Count - 2 - before) : default)
        {
            KeyArguments = keys is { } sent ? [.. arguments!.Skip(2).Take(sent)] : [],
            IsReadOnly = isReadOnly,
            RefusesWrites = isReadOnly,
        };
    }

    private static PassedList Slice(IReadOnlyList<ExpressionSyntax> arguments, int start, int count) =>
        new(count, count > 0 ? arguments[start].GetLocation() : null);

    private int? KeyCountOf(ExpressionSyntax argument) => model.GetConstantValue(argument, cancellationToken).Value switch
    {
        int number => number,
        string text when int.TryParse(text, out var number) => number,
        _ => null,
    };

    private ScriptConstant? Read(ExpressionSyntax? script) =>
        script is null ? null : ConstantReader.Read(script, model, files, cancellationToken);

    private static ExpressionSyntax? ReceiverOf(IInvocationOperation invocation) => invocation.Instance?.Syntax as ExpressionSyntax;

    /// <summary>The name of the called method.</summary>
    public static string? NameOf(InvocationExpressionSyntax syntax) => syntax.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>What a call passes as its script, by syntax alone: the argument of that name, or else the first one.</summary>
    public static ExpressionSyntax? ScriptOf(InvocationExpressionSyntax syntax)
    {
        var arguments = syntax.ArgumentList.Arguments;
        return (arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "script") ?? arguments.FirstOrDefault(argument => argument.NameColon is null))?.Expression;
    }

    /// <summary>The command that <c>Execute</c> sends, if it runs a script.</summary>
    private static string? CommandOf(InvocationExpressionSyntax syntax)
    {
        // IServer has overloads that take a database before the command.
        foreach (var argument in syntax.ArgumentList.Arguments.Take(2))
        {
            if (argument.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression))
            {
                var command = literal.Token.ValueText;
                return command.ToUpperInvariant() is "EVAL" or "EVAL_RO" or "EVALSHA" or "EVALSHA_RO" ? command : null;
            }
        }

        return null;
    }
}
