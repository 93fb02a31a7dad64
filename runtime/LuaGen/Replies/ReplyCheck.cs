using System.ComponentModel;

namespace LuaGen;

/// <summary>Checks a reply that carries no value (<c>ok</c>, <c>nothing</c>). For use by emitted code.</summary>
/// <param name="reply">The reply, at its start; left after it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void ReplyCheck(ref ScriptReply reply);
