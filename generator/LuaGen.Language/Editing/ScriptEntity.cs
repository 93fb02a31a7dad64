using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Editing;

/// <summary>Something that a script names in one or more places. Two places that name the same thing have equal entities.</summary>
internal abstract record ScriptEntity;

/// <summary>A local variable, a parameter of a function or a loop variable.</summary>
internal sealed record LocalEntity(LocalSymbol Symbol) : ScriptEntity;

/// <summary>A global that no server provides.</summary>
internal sealed record GlobalEntity(string Name) : ScriptEntity;

/// <summary>A library, such as <c>redis</c> or <c>string</c>.</summary>
internal sealed record NamespaceEntity(string Name) : ScriptEntity;

/// <summary>A function or a constant that the server provides.</summary>
internal sealed record LibraryEntity(LibraryMember Member) : ScriptEntity;

/// <summary>An element of <c>KEYS</c> or <c>ARGV</c>: in the header its declaration, in the body a constant index.</summary>
internal sealed record ParameterEntity(ParameterTable Table, int Index) : ScriptEntity;

/// <summary>The name that the members of a repeated group share: <c>item</c> of <c>item.from</c>.</summary>
internal sealed record GroupEntity(string Name) : ScriptEntity;

/// <summary>A command or a subcommand.</summary>
internal sealed record CommandEntity(CommandInfo Command) : ScriptEntity;

/// <summary>A token of a command's arguments, such as <c>NX</c>.</summary>
internal sealed record TokenEntity(CommandInfo Command, TokenNode Token) : ScriptEntity;

/// <summary>A literal value in a command's arguments.</summary>
internal sealed record ValueEntity(CommandInfo Command, ValueNode Value) : ScriptEntity;

/// <summary>A type of the header.</summary>
internal sealed record TypeEntity(HeaderType Type) : ScriptEntity;

/// <summary>A field of the declared reply.</summary>
internal sealed record FieldEntity(string Name) : ScriptEntity;

/// <summary>An error code that the header declares by <c>RAISES</c>, or that the script raises.</summary>
internal sealed record CodeEntity(string Code) : ScriptEntity;

/// <summary>A keyword of the header: <c>RETURNS</c>, <c>@readonly</c>.</summary>
internal sealed record HeaderKeywordEntity(string Keyword) : ScriptEntity;

/// <summary>A rule that a comment suppresses.</summary>
internal sealed record RuleEntity(Rule Rule) : ScriptEntity;
