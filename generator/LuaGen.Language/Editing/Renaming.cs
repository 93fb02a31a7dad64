using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>Renames a local, a function, a declared name or an error code, through header and body.</summary>
internal static class Renaming
{
    /// <summary>The name at an offset that can be renamed; <see langword="null"/> if there is none.</summary>
    public static NamedPlace? Target(FileIndex file, int offset) =>
        file.Named(offset) is { } place && (place.Entity is LocalEntity or GroupEntity or CodeEntity or GlobalEntity || IsDeclaredName(place.Occurrence)) ? place : null;

    /// <summary>The places that are renamed together: a declared name and the locals of the same name that hold its value are one.</summary>
    public static IReadOnlyList<SourceSpan> Places(FileIndex file, NamedPlace target)
    {
        var analysis = target.Analysis;
        var entities = new List<ScriptEntity> { target.Entity };
        var name = NameAt(analysis, target.Span);
        if (target.Entity is LocalEntity { Symbol.OnlyValue: { } value } && ParameterReads.Of(analysis.Script, value) is var (table, number))
        {
            entities.Add(new ParameterEntity(table, number));
        }
        else if (target.Entity is ParameterEntity parameter)
        {
            entities.AddRange(target.Index.All.Select(occurrence => occurrence.Entity).OfType<LocalEntity>().Distinct().Where(local =>
                local.Symbol.OnlyValue is { } initial && ParameterReads.Of(analysis.Script, initial) == (parameter.Table, parameter.Index) && IsBelowHeader(analysis, local.Symbol.Declaration.Span)));
        }

        return
        [
            .. entities.SelectMany(entity => file.PlacesOf(target with { Occurrence = target.Occurrence with { Entity = entity } }))
                .Where(occurrence => (occurrence.Entity is not ParameterEntity || IsDeclaredName(occurrence)) && NameAt(analysis, occurrence.Span) == name)
                .Select(occurrence => occurrence.Span).Distinct().OrderBy(span => span.Start),
        ];
    }

    /// <summary>Why the places cannot get the name; <see langword="null"/> if they can.</summary>
    /// <param name="analysis">The file, with all functions of a library, or with the files that it includes.</param>
    /// <param name="target">The name that is renamed.</param>
    /// <param name="places">All places of it.</param>
    /// <param name="name">The new name.</param>
    public static string? Refusal(ScriptAnalysis analysis, NamedPlace target, IReadOnlyList<SourceSpan> places, string name)
    {
        if (!IsName(name))
        {
            return $"'{name}' is not a name: write letters, digits and underscores, with no digit first";
        }

        if (analysis.Composed is { } composed && places.Select(place => composed.ToSource(place).File).FirstOrDefault(file => file != composed.Files[0]) is { } included)
        {
            return $"'{NameAt(analysis, target.Span)}' is also in '{included.Path}', which other scripts may include: rename it by hand in all of them";
        }

        if (target.Entity is CodeEntity)
        {
            return LiteralText.IsErrorCode(name) ? null : $"'{name}' is not an error code: write capitals, digits and underscores";
        }

        var keyword = Syntax.Keywords.Find(name.AsSpan(), StringTable.Hash(name.AsSpan()));
        if (keyword != TokenKind.Name)
        {
            return $"'{name}' is a keyword of Lua";
        }

        return ChangesMeaning(analysis, places, name) ? $"'{name}' is already in use here: the script would mean something else" : null;
    }

    /// <summary>Whether only the script that has the header has the place, and not a function or a file that others use too.</summary>
    private static bool IsBelowHeader(ScriptAnalysis analysis, SourceSpan place) =>
        analysis.Composed is { } composed && composed.ToSource(place).File != composed.Files[0] ? false
        : analysis.Regions.Count == 0 || analysis.Regions.Any(region => region.Contains(place));

    private static bool IsName(string name) =>
        name.Length > 0 && !Characters.IsDigit(name[0]) && name.All(Characters.IsNamePart);

    private static bool IsDeclaredName(Occurrence occurrence) => occurrence is { Entity: ParameterEntity, Role: OccurrenceRole.Declaration };

    private static string NameAt(ScriptAnalysis analysis, SourceSpan span) => analysis.Tree.Text.Substring(span.Start, span.Length);

    /// <summary>Binds the renamed text and compares what each name refers to.</summary>
    private static bool ChangesMeaning(ScriptAnalysis analysis, IReadOnlyList<SourceSpan> places, string name)
    {
        var text = new System.Text.StringBuilder(analysis.Tree.Text);
        foreach (var place in places.Reverse())
        {
            text.Remove(place.Start, place.Length).Insert(place.Start, name);
        }

        var tree = LuaParser.Parse(text.ToString(), new FindingBag(), CancellationToken.None);
        var renamed = Bindings.Of(Binder.Bind(tree, CancellationToken.None));
        return !Bindings.Of(analysis.Script).SequenceEqual(renamed);
    }

    /// <summary>For each name of the code, in order, the number of the declaration that it refers to; -1 for a global.</summary>
    private sealed class Bindings : SyntaxWalker
    {
        private readonly BoundScript _script;
        private readonly List<int> _found = [];
        private readonly Dictionary<LocalSymbol, int> _numbers = [];

        private Bindings(BoundScript script) => _script = script;

        public static List<int> Of(BoundScript script)
        {
            var bindings = new Bindings(script);
            bindings.VisitBlock(script.Tree.Chunk);
            return bindings._found;
        }

        protected override void Enter(Expression expression)
        {
            if (expression is NameExpression name)
            {
                _found.Add(_script.LocalOf(name) is { } symbol ? NumberOf(symbol) : -1);
            }
        }

        private int NumberOf(LocalSymbol symbol)
        {
            if (!_numbers.TryGetValue(symbol, out var number))
            {
                _numbers.Add(symbol, number = _numbers.Count);
            }

            return number;
        }
    }
}
