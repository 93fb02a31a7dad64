namespace LuaGen;

/// <content>Counting the words of lists.</content>
public partial struct ScriptCall
{
    /// <summary>Counts what a list will add to a call.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="each">How many words each item gives.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    /// <returns>How many words it gives in all.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The list gives more than 1,048,576 words, which no command can have.</exception>
    public static int WordsOf<T>(IReadOnlyList<T> list, int each, string parameter)
    {
        ArgumentNullException.ThrowIfNull(list, parameter);
        if (list.Count > MaxWords / each)
        {
            throw new ArgumentOutOfRangeException(
                parameter, $"A command has at most {MaxWords} words, and this list of {list.Count} items would give it {(long)list.Count * each}.");
        }

        return list.Count * each;
    }
}
