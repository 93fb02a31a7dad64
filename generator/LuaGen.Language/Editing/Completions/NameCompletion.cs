using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing.Completions;

/// <summary>Completes a name: locals, elements of KEYS and ARGV, globals, keywords, and the tokens of a command.</summary>
internal static class NameCompletion
{
    private static readonly string[] StatementKeywords = ["local", "if", "for", "return", "while", "repeat", "function", "do", "break", "end", "else", "elseif", "until"];
    private static readonly string[] ValueKeywords = ["nil", "true", "false", "not", "and", "or", "function", "then", "do", "in"];
    private static readonly string[] FrequentGlobals = ["redis", "tonumber", "ipairs", "cjson", "tostring", "table", "math", "string", "unpack", "pairs", "type", "pcall", "error"];

    public static IEnumerable<Candidate> Candidates(ScriptAnalysis analysis, CursorContext context, CommandCursor? cursor, ServerList servers)
    {
        var uses = NameUses.Of(analysis, context);
        var expected = cursor?.Expected ?? [];
        var wantsKey = expected.Any(node => node is ValueNode { IsKey: true });
        var visible = VisibleLocals.At(analysis.Script, context.Offset);
        var candidates = Locals(analysis, visible, context, uses, expected, wantsKey).Concat(Parameters(analysis.At(context.Offset), visible, context, wantsKey, cursor is not null));
        if (cursor is not null)
        {
            candidates = candidates.Concat(cursor.IsAtName
                ? CommandCandidates.Commands(analysis, cursor, servers).Select(candidate => candidate with { Text = $"'{candidate.Text}'", Rank = candidate.Rank + 40 })
                : cursor.IsAtSubcommand ? CommandCandidates.Subcommands(cursor.Command!, servers).Select(candidate => candidate with { Text = $"'{candidate.Text}'" })
                : CommandCandidates.Tokens(analysis, cursor, servers, quote: "'", rank: expected.Any(node => node is ValueNode) ? 60 : 0));
        }

        return candidates.Concat(Globals(servers)).Concat(Keywords(context));
    }

    /// <summary>The numbers between the brackets of <c>KEYS[…]</c>.</summary>
    /// <param name="analysis">The file.</param>
    /// <param name="function">The script, or the function of a library, that has the table.</param>
    public static IEnumerable<Candidate> Indexes(ScriptAnalysis analysis, ScriptAnalysis function, CursorContext context)
    {
        var table = context.Indexed == function.Tables.Keys ? ParameterTable.Keys : ParameterTable.Argv;
        var uses = NameUses.Of(function, context);
        var indexes = ParameterInfo.All(function).Where(parameter => parameter.Table == table)
            .Select((parameter, i) => new Candidate(parameter.Index.ToString(System.Globalization.CultureInfo.InvariantCulture), KindOf(table), (uses.Reads(table, parameter.Index) ? 20 : 0) + i, parameter.Name, new ParameterEntity(table, parameter.Index)) { Alias = parameter.Name });
        return indexes.Concat(VisibleLocals.At(analysis.Script, context.Offset).Select((symbol, i) => new Candidate(symbol.Name, CandidateKind.Local, 100 + i, Entity: new LocalEntity(symbol))));
    }

    private static IEnumerable<Candidate> Locals(ScriptAnalysis analysis, IReadOnlyList<LocalSymbol> visible, CursorContext context, NameUses uses, IReadOnlyList<ArgumentNode> expected, bool wantsKey)
    {
        var rank = 0;
        foreach (var symbol in visible)
        {
            var isKey = symbol.OnlyValue is { } value && ParameterReads.Of(analysis.Script, value) is (ParameterTable.Keys, _);
            var place = uses.IsUnread(symbol) ? 0 : 20 + rank;
            place += wantsKey != isKey && (wantsKey || isKey) ? 200 : 0;
            place -= expected.Any(node => node is ValueNode named && IsSimilar(symbol.Name, named.Name)) ? 15 : 0;
            place += uses.IsFunction(symbol) && context.Call is not null ? 50 : 0;
            rank++;
            var kind = uses.IsFunction(symbol) ? CandidateKind.Function : CandidateKind.Local;
            yield return new Candidate(symbol.Name, kind, place + 10, EntityText.ValueOf(analysis, symbol, place: null), new LocalEntity(symbol));
        }
    }

    private static IEnumerable<Candidate> Parameters(ScriptAnalysis analysis, IReadOnlyList<LocalSymbol> visible, CursorContext context, bool wantsKey, bool isInCommand)
    {
        var uses = NameUses.Of(analysis, context);
        var rank = 0;
        foreach (var parameter in ParameterInfo.All(analysis))
        {
            var isKey = parameter.Table == ParameterTable.Keys;
            if (NameOf(analysis, parameter.Table, visible) is not { } name)
            {
                continue;
            }

            var place = 12 + rank++;
            place += uses.Reads(parameter.Table, parameter.Index) ? isInCommand && !uses.HasLocal(parameter.Table, parameter.Index) ? 10 : 60 : 0;
            place += isInCommand && isKey != wantsKey ? 150 : 0;
            yield return new Candidate($"{name}[{parameter.Index}]", KindOf(parameter.Table), place, parameter.Name, new ParameterEntity(parameter.Table, parameter.Index)) { Alias = parameter.Name };
        }

        foreach (var table in new[] { ParameterTable.Keys, ParameterTable.Argv })
        {
            if (NameOf(analysis, table, visible) is { } name && Next(analysis, table) is { } next)
            {
                var isKey = table == ParameterTable.Keys;
                yield return new Candidate($"{name}[{next}]", KindOf(table), (isInCommand && isKey != wantsKey ? 190 : 35) + (isKey ? 0 : 1));
            }
        }

        // The tables of a function of a library are locals.
        if (analysis.Tree.Shebang?.LibraryName is null)
        {
            yield return new Candidate("KEYS", CandidateKind.Constant, 210, Entity: LibraryOf("KEYS"));
            yield return new Candidate("ARGV", CandidateKind.Constant, 211, Entity: LibraryOf("ARGV"));
        }
    }

    /// <summary>What the code calls a table at the position. A function of a library has it in a parameter, which another local may hide, and which the registration around it does not see.</summary>
    private static string? NameOf(ScriptAnalysis analysis, ParameterTable table, IReadOnlyList<LocalSymbol> visible)
    {
        var name = table == ParameterTable.Keys ? analysis.Tables.Keys : analysis.Tables.Arguments;
        return analysis.Tree.HeaderStart is null || visible.FirstOrDefault(symbol => symbol.Name == name) is { Value: null, Depth: 1 } ? name : null;
    }

    /// <summary>The index after those that the code reads, where no header says how many there are.</summary>
    private static int? Next(ScriptAnalysis analysis, ParameterTable table)
    {
        var isDeclared = table == ParameterTable.Keys ? analysis.Header.Keys.Count > 0 : analysis.Header.Arguments.Count > 0;
        return isDeclared ? null : analysis.Script.Uses.Indexes.Where(use => use.Table == table).Select(use => use.Index).DefaultIfEmpty(0).Max() + 1;
    }

    private static IEnumerable<Candidate> Globals(ServerList servers)
    {
        foreach (var member in LuaLibrary.MembersOf(LuaLibrary.Globals, servers))
        {
            if (member.Name is not ("KEYS" or "ARGV"))
            {
                yield return MemberCompletion.Of(member, 300 + RankOf(member.Name));
            }
        }

        foreach (var library in LuaLibrary.Libraries.Where(library => LuaLibrary.FirstWithoutGlobal(library, servers) is null))
        {
            yield return new Candidate(library, CandidateKind.Library, 300 + RankOf(library), Entity: new NamespaceEntity(library));
        }
    }

    private static int RankOf(string global) => Array.IndexOf(FrequentGlobals, global) is >= 0 and var rank ? rank : 50;

    private static IEnumerable<Candidate> Keywords(CursorContext context)
    {
        var isInExpression = context.Call is not null || context.Indexed is not null || context.Previous is TokenKind.Equal or TokenKind.Comma or TokenKind.OpenParen or TokenKind.EqualEqual or TokenKind.DotDot or TokenKind.Return;
        return (isInExpression ? ValueKeywords : StatementKeywords.Concat(ValueKeywords)).Select((word, i) => new Candidate(word, CandidateKind.Keyword, 400 + i));
    }

    private static LibraryEntity? LibraryOf(string name) => LuaLibrary.Find(LuaLibrary.Globals, name) is { } member ? new LibraryEntity(member) : null;

    private static bool IsSimilar(string local, string value) =>
        value.Length > 2 && (local.IndexOf(value, StringComparison.OrdinalIgnoreCase) >= 0 || value.IndexOf(local, StringComparison.OrdinalIgnoreCase) >= 0);

    private static CandidateKind KindOf(ParameterTable table) => table == ParameterTable.Keys ? CandidateKind.Key : CandidateKind.Argument;
}
