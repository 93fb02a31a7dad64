using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Common;

/// <summary>The header's declarations for the elements of <c>ARGV</c> that a script reads.</summary>
internal sealed class DeclaredArguments
{
    private readonly TypedScript _script;
    private readonly Dictionary<int, ArgumentDeclaration> _byIndex = [];

    /// <summary>The highest index, and the highest index of an argument that is always sent or begins a list.</summary>
    private readonly int _last;
    private readonly int _lastSent;

    public DeclaredArguments(TypedScript script, ScriptHeader header)
    {
        _script = script;
        foreach (var argument in header.Arguments)
        {
            _last = Math.Max(_last, argument.Index);
            if (argument.IsRest || argument.Type is not NullableType)
            {
                _lastSent = Math.Max(_lastSent, argument.Index);
            }

            if (!argument.IsRest)
            {
                _byIndex[argument.Index] = argument;
            }
        }
    }

    /// <summary>The declaration of the argument that an expression reads, also through locals; null for an element of a list.</summary>
    public ArgumentDeclaration? Of(Expression expression) => _byIndex.Count > 0 ? OfDetail(_script.TypeOf(expression).Detail) : null;

    /// <summary>The same, also for the number that <c>tonumber</c> makes of the argument.</summary>
    public ArgumentDeclaration? OfText(AbstractValue value) => _byIndex.Count > 0 ? OfDetail(value.Detail is NumberOf number ? number.Source : value.Detail) : null;

    private ArgumentDeclaration? OfDetail(object? detail) =>
        detail is Parameter { Table: ParameterTable.Argv } parameter && _byIndex.TryGetValue(parameter.Index, out var argument) ? argument : null;

    /// <summary>Whether another argument is declared after it, so that a null is sent as <c>''</c>.</summary>
    public bool IsSentEmpty(ArgumentDeclaration argument) => argument.Type is NullableType && argument.Index < _last;

    /// <summary>Whether it may be omitted, together with all arguments after it.</summary>
    public bool IsLeftOut(ArgumentDeclaration argument) => argument.Index > _lastSent;
}
