namespace LuaGen.Language.Model;

/// <summary>Finds the names that several files register. A server has one library and one function of a name, so it refuses the second file.</summary>
internal static class LibraryConflicts
{
    public static IEnumerable<LibraryConflict> Find(IEnumerable<ScriptModel> models)
    {
        var functions = models.Where(model => model.Function is not null).ToList();
        if (functions.Count == 0)
        {
            return [];
        }

        var libraries = functions.GroupBy(model => model.FilePath).Select(models => models.First());
        return Among(libraries, model => model.Function!.Library.Name, (_, _) => true, model => model.Function!.Library.Span, "library")
            // Two libraries of one name are reported as such.
            .Concat(Among(functions, model => model.Function!.Name, (one, other) => one.Function!.Library.Name != other.Function!.Library.Name, model => model.Function!.Span, "function"));
    }

    private static IEnumerable<LibraryConflict> Among(
        IEnumerable<ScriptModel> models, Func<ScriptModel, string> name, Func<ScriptModel, ScriptModel, bool> conflict, Func<ScriptModel, SourceSpan> span, string kind) =>
        from places in models.OrderBy(model => model.FilePath, StringComparer.Ordinal).GroupBy(name, StringComparer.Ordinal)
        from place in places
        let other = places.FirstOrDefault(other => other.FilePath != place.FilePath && conflict(place, other))
        where other is not null
        select new LibraryConflict(place.FilePath, span(place), kind, places.Key, other.FilePath);
}
