using System.Globalization;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Binding;
using LuaGen.Language.HeaderTypes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Reads the keys and arguments of a call one by one, with their names and types in the header.</summary>
internal sealed class PassedArguments
{
    /// <summary>The types that the client sends in the same form as an <c>object</c> and as a <c>RedisValue</c>.</summary>
    private static readonly string[] PlainTypes = ["string", "int", "long", "StackExchange.Redis.RedisValue"];

    private readonly CallSite _site;
    private readonly SemanticModel _model;
    private readonly ArgumentTyping _typing;
    private readonly SignatureInference _script;
    private readonly ParameterUses _uses;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<PassedArgument> _words = [];
    private int _position;

    /// <summary>Whether a list is computed in the call, and whether another argument may notice that it is computed later.</summary>
    private bool _hasComputedList;
    private bool _hasEffects;

    private PassedArguments(CallSite site, BoundScript script, SemanticModel model, CancellationToken cancellationToken)
    {
        _site = site;
        _model = model;
        _typing = new ArgumentTyping(model, cancellationToken);
        _script = SignatureInference.Of(script);
        _uses = script.Uses;
        _cancellationToken = cancellationToken;
    }

    /// <summary><see langword="null"/> if they cannot be separated, or if the order of evaluation would change.</summary>
    public static IReadOnlyList<PassedArgument>? Of(CallSite site, BoundScript script, SemanticModel model, CancellationToken cancellationToken)
    {
        var words = new PassedArguments(site, script, model, cancellationToken);
        var isRead = site.Kind == CallKind.Command ? words.TryReadCommand() : words.TryReadLists();
        return isRead && !(words._hasComputedList && words._hasEffects) ? words._words : null;
    }

    private bool TryReadLists() =>
        TryRead(ParameterTable.Keys, _site.Keys, "keys") && TryRead(ParameterTable.Argv, _site.Values, "values");

    private bool TryRead(ParameterTable table, PassedList passed, string parameter)
    {
        var argument = _site.Invocation.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Name == parameter);
        if (argument is null or { ArgumentKind: ArgumentKind.DefaultValue })
        {
            return true;
        }

        var list = (ExpressionSyntax)argument.Value.Syntax;
        if (!IsInOrder(list))
        {
            return false;
        }

        if (passed.Count is not { } count)
        {
            return TryAddRest(table, list);
        }

        var elements = new PassedLists(_model, _cancellationToken).ElementsOf(argument);
        var isInline = elements is not null && elements.All(element => element.SyntaxTree == list.SyntaxTree && list.Span.Contains(element.Span));
        if (!isInline && count > 0 && list is not IdentifierNameSyntax)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var element = elements?[i];
            Add(table, i + 1, element, isInline ? null : $"{list}[{i.ToString(CultureInfo.InvariantCulture)}]");
        }

        return true;
    }

    /// <summary>A list of unknown length, passed to a script that reads any number of elements.</summary>
    private bool TryAddRest(ParameterTable table, ExpressionSyntax list)
    {
        var type = _model.GetTypeInfo(list, _cancellationToken);
        if (!_uses.IsOpen(table) || type.Type is not IArrayTypeSymbol || !IsNeverNull(list, type.Nullability.FlowState))
        {
            return false;
        }

        _hasComputedList |= list is not IdentifierNameSyntax;
        var name = Unique(ArgumentNames.Of(SourceOf(list), table == ParameterTable.Keys, local: null, table == ParameterTable.Keys ? "keys" : "values"), isRead: true);
        _words.Add(new PassedArgument(table, 1, IsRest: true, name, HeaderType.Value, list.ToString(), IsLiteral: false));
        return true;
    }

    /// <summary>With nullable types off, a name or the result of a call is taken as the code takes it: as an array.</summary>
    private static bool IsNeverNull(ExpressionSyntax list, NullableFlowState state) =>
        state == NullableFlowState.NotNull || (state == NullableFlowState.None && list is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax);

    /// <summary>The list that <c>.Select(…).ToArray()</c> starts from, whose name is the better one.</summary>
    private static ExpressionSyntax SourceOf(ExpressionSyntax list)
    {
        while (list is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "Select" or "Where" or "Distinct" or "Cast" or "AsEnumerable" or "Concat" or "Append" or "OrderBy", Expression: var source } })
        {
            list = source;
        }

        return list;
    }

    /// <summary>
    /// <c>Execute("EVAL", script, 1, key, value)</c> takes objects, and only some types are sent unchanged. The client does not
    /// treat a string among the keys as a key, so a key prefix would not apply to it.
    /// </summary>
    private bool TryReadCommand()
    {
        var argument = _site.Invocation.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Name == "args");
        if (_site.Keys.Count is not { } keys || new PassedLists(_model, _cancellationToken).ElementsOf(argument) is not { } words
            || !words.All(word => _site.Syntax.Span.Contains(word.Span) && IsInOrder(word)))
        {
            return false;
        }

        for (var i = 2; i < words.Count; i++)
        {
            var type = _model.GetTypeInfo(words[i], _cancellationToken).Type?.ToDisplayString() ?? "";
            var isKey = i < 2 + keys;
            if (isKey ? type != "StackExchange.Redis.RedisKey" : Array.IndexOf(PlainTypes, type) < 0)
            {
                return false;
            }

            Add(isKey ? ParameterTable.Keys : ParameterTable.Argv, isKey ? i - 1 : i - 1 - keys, words[i], code: null);
        }

        return true;
    }

    private void Add(ParameterTable table, int index, ExpressionSyntax? element, string? code)
    {
        var isKey = table == ParameterTable.Keys;
        var (type, value) = isKey || element is null || code is not null ? (HeaderType.Value, element) : _typing.Of(element);
        var number = index.ToString(CultureInfo.InvariantCulture);
        var local = _script.Find(table, index)?.Name;
        var name = Unique(ArgumentNames.Of(value, isKey, local, (isKey ? "key" : "arg") + number), _uses.MayUse(table, index));
        _hasEffects |= element is not null && !PreparedArguments.IsSimple(element);
        _words.Add(new PassedArgument(table, index, IsRest: false, name, isKey ? null : type, code ?? value!.ToString(), code is null && value is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }));
    }

    /// <summary>A leading <c>_</c> marks a parameter that the script does not read.</summary>
    private string Unique(string name, bool isRead)
    {
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
        {
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return isRead ? unique : "_" + unique;
    }

    private bool IsInOrder(ExpressionSyntax expression)
    {
        var isInOrder = expression.SpanStart >= _position;
        _position = expression.SpanStart;
        return isInOrder;
    }
}
