namespace LuaGen.Language.Model;

/// <summary>A parameter of the generated methods.</summary>
/// <param name="Name">The identifier, not escaped.</param>
/// <param name="Type">The type.</param>
/// <param name="Default">The C# constant of the default, if any; for a generated enum, the member.</param>
/// <param name="Text">The header's description.</param>
internal sealed record ParameterModel(string Name, ParameterType Type, string? Default, string Text);

/// <summary>The type of a parameter, or of a member of a group.</summary>
/// <param name="Name">The name, qualified with <c>global::</c>, or the name of a nested type.</param>
/// <param name="IsNested">Whether it is nested in the class.</param>
/// <param name="IsNullable">Whether it is the nullable form.</param>
/// <param name="IsList">Whether the parameter is a list of this type.</param>
/// <param name="IsJson">Whether the name is the header's own, which C# resolves from within the class's namespace.</param>
internal sealed record ParameterType(string Name, bool IsNested = false, bool IsNullable = false, bool IsList = false, bool IsJson = false);

/// <summary>A generated enum: each member is sent and read as one literal.</summary>
/// <param name="Name">The enum's name in the class.</param>
/// <param name="Members">The members.</param>
/// <param name="Text">The header's description.</param>
internal sealed record EnumModel(string Name, EquatableArray<EnumMember> Members, string Text);

/// <summary>A member of an enum.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Word">The value or the code's name as the header spells it.</param>
/// <param name="Literal">The C# literal of the value that is sent or received: a string or a number.</param>
internal sealed record EnumMember(string Name, string Word, string Literal)
{
    /// <summary>Whether a number of the header's own is sent or received.</summary>
    public bool IsCode => Literal[0] != '"';
}

/// <summary>The generated record of a repeated group: the values that one item sends.</summary>
internal sealed record GroupModel(string Name, EquatableArray<GroupMember> Members);

internal sealed record GroupMember(string Name, ParameterType Type, string Text);

/// <summary>The RESP arguments that a call sends for one declaration.</summary>
/// <param name="Parameter">The parameter that provides the value.</param>
internal abstract record SentValue(string Parameter);

/// <summary>One key or argument.</summary>
/// <param name="Value">How the value is written.</param>
/// <param name="Fallback">The C# expression that is sent instead of <see langword="null"/>, if any.</param>
/// <param name="IsOptional">Whether a <see langword="null"/> is omitted if no later argument is sent.</param>
internal sealed record SentSingle(string Parameter, ValueModel Value, string? Fallback, bool IsOptional) : SentValue(Parameter);

/// <summary>A list: one or more keys or arguments for each item.</summary>
/// <param name="Items">The keys or arguments of each item, in order.</param>
internal sealed record SentList(string Parameter, EquatableArray<ItemWord> Items) : SentValue(Parameter);

/// <param name="Member">The member of the group's record; <see langword="null"/> for the item itself.</param>
/// <param name="Value">How the value is written.</param>
internal sealed record ItemWord(string? Member, ValueModel Value);

/// <summary>How a value is written.</summary>
/// <param name="Method">The method of <c>ScriptCall</c>.</param>
/// <param name="Enum">The generated enum that is converted to its literal first, if the value is one.</param>
/// <param name="IsStruct">Whether its nullable form is a <see cref="Nullable{T}"/>.</param>
/// <param name="JsonType">The C# type that is serialized as JSON, if the value is one.</param>
internal sealed record ValueModel(string Method, string? Enum, bool IsStruct, string? JsonType = null);
