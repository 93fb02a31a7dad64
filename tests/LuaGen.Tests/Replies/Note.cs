using System.Text.Json.Serialization;

namespace LuaGen.Tests.Replies;

/// <summary>What <c>read-note.lua</c> takes; public, as the class that is emitted.</summary>
public sealed record Note(string InnerText);

/// <summary>Its names on the wire are not those in C#.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Note))]
internal sealed partial class NoteContracts : JsonSerializerContext;
