namespace LuaGen;

/// <content>Counts the RESP arguments of lists.</content>
public partial struct ScriptCall
{
    /// <summary>Returns the number of RESP arguments that a list adds to a call.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="each">The number of RESP arguments that each item adds.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <returns>The total number of RESP arguments.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The list adds more RESP arguments than the client accepts in one command: 1,048,575 after the command name.
    /// </exception>
    public static int WordsOf<T>(IReadOnlyList<T> list, int each, string parameter)
    {
        ArgumentNullException.ThrowIfNull(list, parameter);
        if (list.Count > MaxWords / each)
        {
            throw new ArgumentOutOfRangeException(
                parameter, $"A command has at most {MaxWords} arguments after its name, but this list of {list.Count} items would add {(long)list.Count * each}.");
        }

        return list.Count * each;
    }
}
