using System.Globalization;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Binding;
using LuaGen.Language.Completion;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Reads the keys and arguments of a call one by one, with their names and types in the header.</summary>
internal sealed class PassedArguments
{
    private readonly CallSite _site;
    private readonly SemanticModel _model;
    private readonly ArgumentTyping _typing;
    private readonly InferredSignature _signature;
    private readonly ParameterUses _uses;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<PassedArgument> _passed = [];

    private PassedArguments(CallSite site, TypedScript script, SemanticModel model, CancellationToken cancellationToken)
    {
        _site = site;
        _model = model;
        _typing = new ArgumentTyping(model, cancellationToken);
        _signature = InferredSignature.Of(script);
        _uses = script.Script.Uses;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The keys and arguments of a call without <see cref="PassedObstacles"/>.</summary>
    public static IReadOnlyList<PassedArgument> Of(CallSite site, TypedScript script, SemanticModel model, CancellationToken cancellationToken)
    {
        var reader = new PassedArguments(site, script, model, cancellationToken);
        if (site.Kind == CallKind.Command)
        {
            reader.ReadCommand();
        }
        else
        {
            reader.Read(ParameterTable.Keys);
            reader.Read(ParameterTable.Argv);
        }

        return reader._passed;
    }

    private void Read(ParameterTable table)
    {
        var argument = _site.ListOf(table);
        if (argument is null or { ArgumentKind: ArgumentKind.DefaultValue })
        {
            return;
        }

        var list = (ExpressionSyntax)argument.Value.Syntax;
        if (_site.Passed(table).Count is not { } count)
        {
            AddRest(table, list);
            return;
        }

        var elements = new PassedLists(_model, _cancellationToken).ElementsOf(argument);
        var isInline = PassedObstacles.IsInline(elements, list);
        for (var i = 0; i < count; i++)
        {
            Add(table, i + 1, elements?[i], isInline ? null : $"{list}[{i.ToString(CultureInfo.InvariantCulture)}]");
        }
    }

    /// <summary>A list of unknown length, passed to a script that reads any number of elements.</summary>
    private void AddRest(ParameterTable table, ExpressionSyntax list)
    {
        var name = Unique(ArgumentNames.Of(SourceOf(list), table == ParameterTable.Keys, own: [], PassedLists.NameOf(table)), isRead: true);
        _passed.Add(new PassedArgument(table, 1, IsRest: true, name, HeaderType.Value, list.ToString(), IsLiteral: false));
    }

    /// <summary>The list that <c>.Select(…).ToArray()</c> starts from, whose name is the better one.</summary>
    private static ExpressionSyntax SourceOf(ExpressionSyntax list)
    {
        while (list is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "Select" or "Where" or "Distinct" or "Cast" or "AsEnumerable" or "Concat" or "Append" or "OrderBy", Expression: var source } })
        {
            list = source;
        }

        return list;
    }

    /// <summary><c>Execute("EVAL", script, 1, key, value)</c></summary>
    private void ReadCommand()
    {
        var arguments = new PassedLists(_model, _cancellationToken).ElementsOf(_site.Invocation.ArgumentOf("args")) ?? [];
        var keys = _site.Keys.Count ?? 0;
        for (var i = 2; i < arguments.Count; i++)
        {
            var isKey = i < 2 + keys;
            Add(isKey ? ParameterTable.Keys : ParameterTable.Argv, isKey ? i - 1 : i - 1 - keys, arguments[i], code: null);
        }
    }

    private void Add(ParameterTable table, int index, ExpressionSyntax? element, string? code)
    {
        var isKey = table == ParameterTable.Keys;
        var (type, value) = isKey || element is null || code is not null ? (HeaderType.Value, element) : _typing.Of(element);
        var number = index.ToString(CultureInfo.InvariantCulture);
        var own = new[] { _signature.LocalOf(table, index), _signature.CommandName(table, index, isRepeated: false) };
        var name = Unique(ArgumentNames.Of(value, isKey, own, (isKey ? "key" : "arg") + number), _uses.MayUse(table, index));
        _passed.Add(new PassedArgument(table, index, IsRest: false, name, isKey ? null : type, code ?? value!.ToString(), code is null && value is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }));
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
}
