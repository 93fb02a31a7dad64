using System.ComponentModel;

namespace LuaGen;

/// <summary>Checks a reply whose declared type has no value (<c>ok</c>, <c>nothing</c>). For use by generated code.</summary>
/// <param name="reply">The reply, at its first element; after the call, past the reply.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void ReplyCheck(ref ScriptReply reply);
