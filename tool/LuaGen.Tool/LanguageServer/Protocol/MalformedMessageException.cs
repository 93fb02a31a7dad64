namespace LuaGen.Tool.LanguageServer.Protocol;

/// <summary>Bytes that are not a message.</summary>
internal sealed class MalformedMessageException(string problem) : Exception(problem);
