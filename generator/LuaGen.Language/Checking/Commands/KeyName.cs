using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Commands;

/// <summary>A name for a key that two expressions share only if they are the same key: a constant, an element of a table, or the place of the local that holds it.</summary>
internal readonly record struct KeyName(string? Text, ParameterTable? Table, int Index)
{
    /// <summary><see langword="null"/> if the expression may be one key here and another there.</summary>
    public static KeyName? Of(Expression key, TypedScript script)
    {
        var value = script.TypeOf(key);
        return value.Text is { } text ? new KeyName(text, Table: null, Index: 0)
            : value.Detail is Parameter { Index: > 0 } parameter && (value.Is(LuaKinds.String) || !value.MayBe(LuaKinds.Boolean)) ? new KeyName(Text: null, parameter.Table, parameter.Index)
            : key is NameExpression name && script.Script.LocalOf(name) is { IsReassigned: false } symbol ? new KeyName(Text: null, Table: null, symbol.Declaration.Span.Start)
            : null;
    }
}
