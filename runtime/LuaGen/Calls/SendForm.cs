namespace LuaGen;

/// <summary>The form in which a call is sent.</summary>
internal enum SendForm
{
    /// <summary><c>EVALSHA</c>, with <c>NoRedirect</c>.</summary>
    Sha1,

    /// <summary><c>EVAL</c> or <c>FCALL</c>, with <c>NoRedirect</c>.</summary>
    Text,

    /// <summary>
    /// <c>EVAL</c> or <c>FCALL</c> through <c>Execute</c>, where the client follows redirects: only the client can send <c>ASKING</c> and the
    /// call with no other command in between.
    /// </summary>
    TextFollowed,
}
