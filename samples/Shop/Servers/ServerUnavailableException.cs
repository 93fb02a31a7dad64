namespace Shop.Servers;

/// <summary>The server that was asked for cannot be had; the message says why, in one line for the user.</summary>
internal sealed class ServerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
