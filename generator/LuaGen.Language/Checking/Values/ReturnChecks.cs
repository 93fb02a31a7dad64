using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds returned values that Redis truncates or drops (redis.io, "Lua to Redis type conversion").</summary>
internal sealed class ReturnChecks
{
    /// <summary>Field names with which a table selects its reply type.</summary>
    private static readonly string[] ReplyNames = ["ok", "err", "double", "map", "set", "big_number", "verbatim_string", "format", "string"];

    private readonly TypedScript _script;
    private readonly DeclaredReply _declared;
    private readonly FindingBag _findings;

    private ReturnChecks(TypedScript script, DeclaredReply declared, FindingBag findings) => (_script, _declared, _findings) = (script, declared, findings);

    public static void Run(TypedScript script, DeclaredReply declared, FindingBag findings)
    {
        var checks = new ReturnChecks(script, declared, findings);
        foreach (var statement in script.Returns)
        {
            if (statement.Values.Count > 0)
            {
                checks.Check(statement.Values[0], declared.Type);
            }
        }
    }

    private void Check(Expression returned, TypeSyntax? declared)
    {
        var value = _script.TypeOf(returned);
        CheckNumber(returned, value, declared);
        if (value.Is(LuaKinds.Table) && value.Table is { IsOpen: false } table && table.HasNames && table.Elements.Kinds == LuaKinds.None
            && !Array.Exists(ReplyNames, name => table.FieldOf(name).Kinds != LuaKinds.None))
        {
            _findings.NamedTableReturned(returned.Span);
        }

        if (_script.Script.Resolve(returned) is TableConstructor constructor)
        {
            CheckElements(constructor);
        }
    }

    private void CheckNumber(Expression returned, AbstractValue value, TypeSyntax? declared)
    {
        if (!value.Is(LuaKinds.Number) || !value.MayBe(LuaKinds.Fraction))
        {
            return;
        }

        var wantsFraction = declared is NullableType nullable ? DeclaredReply.IsFraction(nullable.Inner) : DeclaredReply.IsFraction(declared);
        if (wantsFraction || value.Is(LuaKinds.Fraction))
        {
            // Only the header shows that callers read the text as a number.
            var remedy = Remedy.Of(_script.Script.Tree, returned, print => $"string.format('%.17g', {print(returned)})");
            _findings.FractionReturned(returned.Span, SourceExcerpt.Of(_script.Script.Tree, returned), wantsFraction ? remedy : Remedy.Advice(remedy.Shown));
        }
        else if (_script.Script.Resolve(returned) is BinaryExpression { Operator: BinaryOperator.Divide })
        {
            _findings.QuotientReturned(returned.Span, SourceExcerpt.Of(_script.Script.Tree, returned));
        }
    }

    private void CheckElements(TableConstructor constructor)
    {
        var index = 0;
        Expression? missing = null;
        foreach (var field in constructor.Fields.OfType<ListField>())
        {
            var value = _script.TypeOf(field.Value);
            if (missing is not null)
            {
                // Trailing nils lose nothing.
                if (!value.Is(LuaKinds.Nil))
                {
                    _findings.NilInsideArray(missing, index);
                    break;
                }

                continue;
            }

            index++;
            if (value.Is(LuaKinds.Nil))
            {
                missing = field.Value;
            }
            else if (value.Is(LuaKinds.Error))
            {
                _findings.ErrorInsideArray(field.Value.Span);
            }

            Check(field.Value, _declared.Element(index));
        }
    }
}
