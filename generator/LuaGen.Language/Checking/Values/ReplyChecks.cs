using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Checks returned values against the reply that the header declares, for values that the typed call can never read.</summary>
internal sealed class ReplyChecks
{
    private readonly TypedScript _script;
    private readonly FindingBag _findings;

    private ReplyChecks(TypedScript script, FindingBag findings) => (_script, _findings) = (script, findings);

    public static void Run(TypedScript script, ScriptHeader header, DeclaredReply declared, FindingBag findings)
    {
        if (header.Replies.Count == 0)
        {
            return;
        }

        var checks = new ReplyChecks(script, findings);
        foreach (var statement in script.Returns)
        {
            if (statement.Values.Count > 0)
            {
                checks.CheckReturned(statement.Values[0], declared);
            }
        }
    }

    private void CheckReturned(Expression returned, DeclaredReply declared)
    {
        var value = _script.TypeOf(returned);
        if (declared.IsNullable && value.Is(LuaKinds.Falsy | LuaKinds.Error))
        {
            return;
        }

        if (declared.Type is { } type)
        {
            Check(returned, type);
        }
        else if (declared.Elements is { } elements)
        {
            CheckRecord(returned, elements, "an array");
        }
    }

    private void Check(Expression returned, TypeSyntax type)
    {
        switch (type)
        {
            case NullableType nullable when !_script.TypeOf(returned).Is(LuaKinds.Falsy):
                Check(returned, nullable.Inner);
                break;
            case NullableType:
                break;
            case RecordType record:
                CheckRecord(returned, [.. record.Fields.Select(field => field.Type)], Quoted(type));
                break;
            case ArrayType array when CheckIsTable(returned, Quoted(type)) is { } constructor:
                foreach (var field in constructor.Fields.OfType<ListField>())
                {
                    Check(field.Value, array.Element);
                }

                break;
            case ArrayType:
                break;
            case FlatType or MapType:
                CheckIsTable(returned, Quoted(type));
                break;
            default:
                CheckScalar(returned, type);
                break;
        }
    }

    private void CheckRecord(Expression returned, IReadOnlyList<TypeSyntax> fields, string declared)
    {
        if (CheckIsTable(returned, declared) is not { } constructor || constructor.Fields.Any(field => field is not ListField))
        {
            return;
        }

        var count = constructor.Fields.Count;
        var isOpen = count > 0 && constructor.Fields[count - 1].Value is CallExpression or MethodCallExpression or VarargExpression;
        for (var i = 0; i < Math.Min(count, fields.Count); i++)
        {
            Check(constructor.Fields[i].Value, fields[i]);
        }

        if (count > fields.Count)
        {
            _findings.ReplyContradictsHeader(returned.Span, Elements(count), $"{fields.Count}", "declare each element with its own `RETURNS name: type` line, or return fewer");
        }
        else if (!isOpen && count < fields.Count && !MayBeMissing(fields[count]))
        {
            _findings.ReplyContradictsHeader(returned.Span, Elements(count), $"{fields.Count}", "return the missing elements, or add `?` to their types");
        }
    }

    private static bool MayBeMissing(TypeSyntax type) => type is NullableType or NamedType { Type.Reply.IsFalseWhenMissing: true };

    /// <summary>The constructor of the returned table, if it can be found.</summary>
    private TableConstructor? CheckIsTable(Expression returned, string declared)
    {
        var value = _script.TypeOf(returned);
        if (value.Kinds != LuaKinds.None && !value.MayBe(LuaKinds.Table | LuaKinds.Error))
        {
            Report(returned, value, declared);
        }

        return value.Is(LuaKinds.Table) ? _script.Script.Resolve(returned) as TableConstructor : null;
    }

    private void CheckScalar(Expression returned, TypeSyntax type)
    {
        var value = _script.TypeOf(returned).Without(LuaKinds.Error);
        var accepted = Accepted(type);
        var neverFits = value.Kinds != LuaKinds.None && !value.MayBe(accepted);

        // SET with NX returns either the status or its absence.
        var statusMisfits = value.MayBe(LuaKinds.Status) && value.Is(LuaKinds.Status | LuaKinds.Falsy) && (accepted & LuaKinds.Status) == 0;
        if ((neverFits || statusMisfits) && !IsReplyOfItsOwn(value))
        {
            Report(returned, value, Quoted(type));
        }
        else if (value.Text is { } text && type is EnumType literals && !literals.Literals.Contains(text))
        {
            _findings.ReplyContradictsHeader(returned.Span, $"`'{SourceExcerpt.OneLine(text)}'`", Quoted(type), "add it to the header, or return a declared value");
        }
        else if (value.Value is { } number && type is CodesType codes && !codes.Codes.Any(code => code.Value == number))
        {
            _findings.ReplyContradictsHeader(returned.Span, $"`{SourceExcerpt.Of(_script.Script.Tree, returned)}`", Quoted(type), "add it to the header, or return a declared value");
        }
    }

    /// <summary>A table whose field name selects a reply type: <c>{double = 1.5}</c>.</summary>
    private static bool IsReplyOfItsOwn(AbstractValue value) =>
        value.MayBe(LuaKinds.Table) && (value.Table is not { IsOpen: false } table || table.HasNames);

    private static LuaKinds Accepted(TypeSyntax type) => type switch
    {
        NamedType { Type.Reply: { } reply } => KindsOf(reply.Accepts),
        EnumType or JsonType => KindsOf(AcceptedReply.Text),
        CodesType => KindsOf(AcceptedReply.Number),
        _ => LuaKinds.Any,
    };

    private static LuaKinds KindsOf(AcceptedReply accepted) => accepted switch
    {
        AcceptedReply.Status => LuaKinds.Status,
        AcceptedReply.StatusOrString => LuaKinds.Status | LuaKinds.String,
        AcceptedReply.Boolean => LuaKinds.Boolean | LuaKinds.Nil | LuaKinds.Number | LuaKinds.String,
        AcceptedReply.Text => LuaKinds.String | LuaKinds.Number | LuaKinds.Status | LuaKinds.True,
        AcceptedReply.Number => LuaKinds.Number | LuaKinds.String | LuaKinds.True,
        AcceptedReply.Anything => LuaKinds.Any,
        _ => throw new ArgumentOutOfRangeException(nameof(accepted)),
    };

    private void Report(Expression returned, AbstractValue value, string declared)
    {
        var remedy = value.Is(LuaKinds.Falsy) ? $"declare {declared.TrimEnd('`')}?`, or return a value"
            : value.Is(LuaKinds.Status | LuaKinds.Falsy) ? !value.MayBe(LuaKinds.Falsy) ? "declare `ok`"
                : declared == $"`{HeaderType.Bool.Name}`" ? $"return `{SourceExcerpt.AsNumber(_script.Script.Tree, returned)}`"
                : $"declare `bool` and return `{SourceExcerpt.AsNumber(_script.Script.Tree, returned)}`"
            : "change the declaration or the returned value";
        _findings.ReplyContradictsHeader(returned.Span, KindNames.Of(value), declared, remedy);
    }

    private string Quoted(TypeSyntax type) => $"`{_script.Script.Tree.Text.Substring(type.Span.Start, type.Span.Length)}`";

    private static string Elements(int count) => count switch
    {
        0 => "no elements",
        1 => "1 element",
        _ => $"{count} elements",
    };
}
