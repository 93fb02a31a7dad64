namespace LuaGen.Generator.Model;

/// <summary>The scripts of one class: what one emitted source holds.</summary>
/// <param name="Name">Where the class stands.</param>
/// <param name="HintName">The name of the emitted source; no other class has it, whatever the case.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Scripts">Its scripts, by name.</param>
internal sealed record ClassModel(ClassName Name, string HintName, string Visibility, EquatableArray<ScriptModel> Scripts);
