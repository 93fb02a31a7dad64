using System.ComponentModel;

namespace LuaGen;

/// <summary>Converts a reply, or one element of it, to a value. For use by generated code.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="reply">The reply, at the element to read; after the call, past the element.</param>
/// <returns>The value.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T ReplyReader<T>(ref ScriptReply reply);
