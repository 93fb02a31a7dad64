namespace LuaGen;

/// <summary>How a call goes out.</summary>
internal enum SendForm
{
    /// <summary><c>EVALSHA</c>.</summary>
    Sha1,

    /// <summary><c>EVAL</c>.</summary>
    Text,

    /// <summary><c>EVAL</c> in the form in which the client follows a redirect itself: it alone can send <c>ASKING</c> and the call without anything in between.</summary>
    TextFollowed,
}
