using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;

namespace LuaGen.Language.Editing.Completions;

/// <summary>Completes what follows a dot or a colon: members of libraries, methods of strings, fields of replies.</summary>
internal static class MemberCompletion
{
    private static readonly string[] Frequent = ["call", "pcall", "error_reply", "status_reply", "sha1hex", "log", "format", "sub", "insert", "concat", "decode", "encode", "floor", "unpack", "pack"];

    public static IEnumerable<Candidate> Candidates(ScriptAnalysis analysis, CursorContext context, ServerList servers)
    {
        if (context.Previous == Syntax.TokenKind.Colon)
        {
            return Members("string", servers);
        }

        var name = context.Path[0];
        var local = VisibleLocals.At(analysis.Script, context.Offset).FirstOrDefault(symbol => symbol.Name == name);
        if (local is not null)
        {
            return local.OnlyValue is { } value && analysis.Script.GlobalNamed(value) is ("", var global) && LuaLibrary.IsLibrary(global)
                ? Members(global, servers)
                : [new Candidate("ok", CandidateKind.Constant, 0, "the text of a status"), new Candidate("err", CandidateKind.Constant, 1, "the text of an error")];
        }

        return context.Path.Count == 1 && LuaLibrary.IsLibrary(name) ? Members(name, servers) : [];
    }

    private static IEnumerable<Candidate> Members(string library, ServerList servers) => LuaLibrary.MembersOf(library, servers)
        .Select(member => Of(member, Array.IndexOf(Frequent, member.Name) is >= 0 and var rank ? rank : member.Name[0] == '_' ? 1000 : 100));

    public static Candidate Of(LibraryMember member, int rank) =>
        new(member.Name, member is LibraryFunction ? CandidateKind.Function : CandidateKind.Constant, rank, member is LibraryFunction function ? function.Usage : member.Summary, new LibraryEntity(member));
}
