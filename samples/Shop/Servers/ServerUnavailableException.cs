namespace Shop.Servers;

/// <summary>The requested server is not available; the message gives the reason in one line for the user.</summary>
internal sealed class ServerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
