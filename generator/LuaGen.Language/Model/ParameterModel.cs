namespace LuaGen.Language.Model;

/// <summary>A parameter of the emitted methods.</summary>
/// <param name="Name">An identifier, not yet escaped.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">The C# constant that it defaults to, if any; a member of its type where that is an emitted enum.</param>
/// <param name="Text">The header's words.</param>
internal sealed record ParameterModel(string Name, ParameterType Type, string? Default, string Text);

/// <summary>The type of a parameter, or of a member of a group.</summary>
/// <param name="Name">Spelled from <c>global::</c>, or the name of a type that is nested in the class.</param>
/// <param name="IsNested">Whether it is nested in the class.</param>
/// <param name="IsNullable">Whether it is the nullable form.</param>
/// <param name="IsList">Whether it is a list of these.</param>
/// <param name="IsJson">Whether the name is the header's, to be found as C# finds it from within the class's namespace.</param>
internal sealed record ParameterType(string Name, bool IsNested = false, bool IsNullable = false, bool IsList = false, bool IsJson = false);

/// <summary>An emitted enum: named values, each of which is one literal on the wire.</summary>
/// <param name="Name">The enum's name in the class.</param>
/// <param name="Members">Its values.</param>
/// <param name="Text">The header's words.</param>
internal sealed record EnumModel(string Name, EquatableArray<EnumMember> Members, string Text);

/// <summary>A value of an enum.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Literal">The C# literal of what is on the wire: a string, or a number.</param>
internal sealed record EnumMember(string Name, string Literal);

/// <summary>An emitted record of a repeated group: what one item sends.</summary>
internal sealed record GroupModel(string Name, EquatableArray<GroupMember> Members);

internal sealed record GroupMember(string Name, ParameterType Type, string Text);

/// <summary>What a call writes for one declaration.</summary>
/// <param name="Parameter">The parameter that it comes from.</param>
internal abstract record WordModel(string Parameter);

/// <summary>One key or argument.</summary>
/// <param name="Value">How it is written.</param>
/// <param name="Fallback">The C# expression that is sent in place of <see langword="null"/>, if any.</param>
/// <param name="IsOptional">Whether nothing is sent in place of <see langword="null"/>, as far as that can be.</param>
internal sealed record SingleWord(string Parameter, ValueModel Value, string? Fallback, bool IsOptional) : WordModel(Parameter);

/// <summary>A rest: for each item of a list, one or more keys or arguments.</summary>
/// <param name="Items">What each item gives, in order.</param>
internal sealed record ListWords(string Parameter, EquatableArray<ItemWord> Items) : WordModel(Parameter);

/// <param name="Member">The member of the group's record; <see langword="null"/> when the item itself is meant.</param>
/// <param name="Value">How it is written.</param>
internal sealed record ItemWord(string? Member, ValueModel Value);

/// <summary>How a value is written.</summary>
/// <param name="Method">The method of <c>ScriptCall</c>.</param>
/// <param name="Enum">The emitted enum that is spelled out first, if it is one.</param>
/// <param name="IsStruct">Whether its nullable form is a <see cref="Nullable{T}"/>.</param>
/// <param name="JsonType">The C# type that is written as JSON, if it is one.</param>
internal sealed record ValueModel(string Method, string? Enum, bool IsStruct, string? JsonType = null);
