using StackExchange.Redis;

namespace LuaGen;

/// <summary>Loads and compares one library on one node. The methods return the reason for a failure, or null.</summary>
internal static class LibraryNode
{
    // Between FUNCTION LOAD and FUNCTION LIST another process may delete the library.
    private const int MaxLoads = 3;

    public static async Task<Exception?> LoadAsync(IServer node, LibraryDefinition library, bool replace, CancellationToken cancellationToken)
    {
        try
        {
            for (var loads = 1; ; loads++)
            {
                try
                {
                    await SendAsync(node, ["LOAD", library.Utf8Bytes], cancellationToken).ConfigureAwait(false);
                    return null;
                }
                catch (RedisServerException error) when (loads < MaxLoads && LibraryFailure.IsPresent(error, library))
                {
                    // Compared below.
                }

                if (await CodeAsync(node, library, cancellationToken).ConfigureAwait(false) is not { } code)
                {
                    continue;
                }

                if (code.AsSpan().SequenceEqual(library.Utf8Bytes))
                {
                    return null;
                }

                if (!replace)
                {
                    return LibraryFailure.OtherCode(node.EndPoint, library, "not loaded", "Load it with replace: true, or rename one of the two.");
                }

                await SendAsync(node, ["LOAD", "REPLACE", library.Utf8Bytes], cancellationToken).ConfigureAwait(false);
                return null;
            }
        }
        catch (RedisServerException error)
        {
            return await LibraryFailure.OfAsync(node, library, "not loaded", error).ConfigureAwait(false);
        }
        catch (Exception failure) when (ClientFailure.Is(failure, cancellationToken))
        {
            return failure;
        }
    }

    public static async Task<Exception?> VerifyAsync(IServer node, LibraryDefinition library, CancellationToken cancellationToken)
    {
        try
        {
            var code = await CodeAsync(node, library, cancellationToken).ConfigureAwait(false);
            return code is null ? LibraryFailure.Missing(node.EndPoint, library)
                : code.AsSpan().SequenceEqual(library.Utf8Bytes) ? null
                : LibraryFailure.OtherCode(node.EndPoint, library, "not verified", "Load it with replace: true.");
        }
        catch (RedisServerException error)
        {
            return await LibraryFailure.OfAsync(node, library, "not verified", error).ConfigureAwait(false);
        }
        catch (Exception failure) when (ClientFailure.Is(failure, cancellationToken))
        {
            return failure;
        }
    }

    /// <summary>The code that the node has under the library's name; null if it does not have the library.</summary>
    private static async Task<byte[]?> CodeAsync(IServer node, LibraryDefinition library, CancellationToken cancellationToken)
    {
        // The name is a pattern to the server, but one without wildcards.
        var reply = await SendAsync(node, ["LIST", "LIBRARYNAME", library.Name, "WITHCODE"], cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < reply.Length; i++)
        {
            if ((string?)Field(reply[i], "library_name") == library.Name)
            {
                return (byte[]?)Field(reply[i], "library_code");
            }
        }

        return null;
    }

    // An array of names and values with RESP2 and a map with RESP3, which the client returns in the same form.
    private static RedisResult? Field(RedisResult library, string name)
    {
        for (var i = 0; i + 1 < library.Length; i += 2)
        {
            if ((string?)library[i] == name)
            {
                return library[i + 1];
            }
        }

        return null;
    }

    private static async Task<RedisResult> SendAsync(IServer node, object[] words, CancellationToken cancellationToken) =>
        await node.ExecuteAsync("FUNCTION", words, CommandFlags.NoRedirect).WaitAsync(cancellationToken).ConfigureAwait(false);
}
