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

    private readonly CheckedScript _checked;
    private readonly TypedScript _script;
    private readonly DeclaredReply _declared;
    private readonly FindingBag _findings;

    private ReturnChecks(CheckedScript script, DeclaredReply declared) => (_checked, _script, _declared, _findings) = (script, script.Types, declared, script.Findings);

    public static void Run(CheckedScript script, DeclaredReply declared)
    {
        var checks = new ReturnChecks(script, declared);
        foreach (var statement in script.Types.Returns)
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

        else if (value.MayBe(LuaKinds.Function) && value.Is(LuaKinds.Function | LuaKinds.Nil))
        {
            var print = returned is FunctionExpression ? "function() … end" : SourceExcerpt.Of(_script.Script.Tree, returned);
            _findings.FunctionReturned(returned.Span, print, returned is NameExpression or MemberExpression ? $"`{print}()` to call it" : "a call of it");
        }

        if (_script.Script.Resolve(returned) is TableConstructor constructor)
        {
            CheckElements(constructor);
            CheckFields(returned, constructor);
        }
    }

    /// <summary>Fields of a table that has elements too. A field that the script reads, and a table that it uses in another way, serve the script.</summary>
    private void CheckFields(Expression returned, TableConstructor constructor)
    {
        var built = returned is NameExpression ? _checked.Tables.Of(returned) : null;
        var hasElements = constructor.Fields.Any(field => field is ListField) || built is { Stores.Count: > 0 };
        if (!hasElements || (returned is not TableConstructor && built is not { IsUsedOtherwise: false, IsReadByAnyName: false, IsEncoded: false }))
        {
            return;
        }

        var fields = constructor.Fields.OfType<NamedField>().Select(field => (field.Name.Span, field.Name.Name, Value: (Expression?)field.Value)).Concat(built?.Fields ?? []).ToArray();
        if (!Array.Exists(fields, field => Array.IndexOf(ReplyNames, field.Name) >= 0)
            && fields.FirstOrDefault(field => field.Value is not NilLiteral && built?.Read.Contains(field.Name) != true) is { Name: { } name, Span: var span })
        {
            _findings.NamedTableReturned(span, SyntaxFindings.Shorten(name));
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
