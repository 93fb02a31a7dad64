using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>
/// Infers a signature from the code: <c>local stock = KEYS[1]</c> names a key, <c>tonumber(ARGV[1])</c> makes an argument
/// a number, <c>ARGV[2] or 10</c> gives it a default, the highest index is the count, and a variable index makes the
/// rest a list.
/// </summary>
internal sealed class SignatureInference : SyntaxWalker
{
    /// <summary>Higher indexes are ignored; no realistic call passes that many arguments.</summary>
    private const int MaxIndex = 1024;

    /// <summary>Deeper nesting of <c>tonumber(…) or default</c> is not followed; it does not occur in practice.</summary>
    private const int MaxDepth = 8;

    private readonly BoundScript _script;
    private readonly ParameterUses _uses;
    private readonly Dictionary<int, InferredParameter>[] _parameters = [[], []];

    private SignatureInference(BoundScript script)
    {
        _script = script;
        _uses = script.Uses;
    }

    public static SignatureInference Of(BoundScript script)
    {
        var inference = new SignatureInference(script);
        foreach (var use in inference._uses.Indexes)
        {
            inference.Parameter(use.Table, use.Index);
        }

        inference.VisitBlock(script.Tree.Chunk);
        return inference;
    }

    /// <summary>The highest constant index that the script reads, or 0.</summary>
    public int Count(ParameterTable table) => _parameters[(int)table].Keys.DefaultIfEmpty(0).Max();

    /// <summary>Whether the script may read any number of elements after those.</summary>
    public bool HasRest(ParameterTable table) => _uses.IsOpen(table);

    public InferredParameter? Find(ParameterTable table, int index) =>
        _parameters[(int)table].TryGetValue(index, out var parameter) ? parameter : null;

    protected override void VisitLocal(LocalStatement statement)
    {
        for (var i = 0; i < statement.Values.Count && i < statement.Names.Count; i++)
        {
            if (Read(statement.Values[i]) is { } parameter)
            {
                parameter.Name ??= statement.Names[i].Name;
            }
        }

        base.VisitLocal(statement);
    }

    protected override void Enter(Expression expression) => Read(expression);

    /// <summary>The parameter that an expression reads, through <c>tonumber(…)</c> and <c>… or default</c>.</summary>
    private InferredParameter? Read(Expression expression, int depth = 0)
    {
        switch (expression)
        {
            case not null when depth > MaxDepth:
                return null;
            case ParenthesizedExpression parenthesized:
                return Read(parenthesized.Inner, depth + 1);
            case CallExpression { Arguments.Count: > 0 } call when _script.IsGlobal(call.Function, "tonumber"):
                var number = Read(call.Arguments[0], depth + 1);
                if (number is not null)
                {
                    number.IsNumber = true;
                }

                return number;
            case BinaryExpression { Operator: BinaryOperator.Or } choice when choice.Right is NumberLiteral or StringLiteral:
                var optional = Read(choice.Left, depth + 1);
                if (optional is not null)
                {
                    optional.Default ??= choice.Right;
                }

                return optional;
            case NameExpression or IndexExpression:
                return _script.Resolve(expression) is IndexExpression index && _script.ElementAt(index) is var (table, position) ? Parameter(table, position) : null;
            default:
                return null;
        }
    }

    private InferredParameter? Parameter(ParameterTable table, int index)
    {
        if (index is < 1 or > MaxIndex)
        {
            return null;
        }

        var parameters = _parameters[(int)table];
        if (!parameters.TryGetValue(index, out var parameter))
        {
            parameters.Add(index, parameter = new InferredParameter());
        }

        return parameter;
    }
}
