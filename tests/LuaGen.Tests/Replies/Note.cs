using System.Text.Json.Serialization;

namespace LuaGen.Tests.Replies;

/// <summary>The argument type of <c>read-note.lua</c>; public, like the generated class.</summary>
public sealed record Note(string InnerText);

/// <summary>Its JSON names differ from the C# names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Note))]
internal sealed partial class NoteContracts : JsonSerializerContext;
