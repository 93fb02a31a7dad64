using System.ComponentModel;

namespace LuaGen;

/// <summary>Reads a reply, or one element of it, into a value. For use by emitted code.</summary>
/// <typeparam name="T">The type that the reply is read into.</typeparam>
/// <param name="reply">The reply, at the element to read; left after it.</param>
/// <returns>The value.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T ReplyReader<T>(ref ScriptReply reply);
