using System.Globalization;
using LuaGen.Language.Editing;
using LuaGen.Language.Editing.Completions;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Completion;

/// <summary>What can be written at a position.</summary>
internal static class CompletionFeature
{
    /// <summary>Further items get no description: a client shows a few, and asks again when more is typed.</summary>
    private const int Described = 40;

    public static CompletionAnswer Of(ScriptView view, PositionParams parameters, CancellationToken cancellationToken)
    {
        var whole = view.Whole(cancellationToken);
        var list = ScriptCompletion.At(view.Analysis, whole.Analysis, view.OffsetOf(parameters.Position), view.Options.Scripts);
        var range = view.RangeOf(list.Span);
        var candidates = view.Analysis.LuaScript is { } form ? [.. list.Candidates.Select(candidate => candidate with { Text = form.Named(candidate.Text) }).Where(IsWritten)] : list.Candidates;
        return new CompletionAnswer(candidates.Count > Described, [.. candidates.Select((candidate, i) => Item(whole, candidate, range, i))]);
    }

    /// <summary>Whether a candidate fits a script in the form of <c>LuaScript</c>, which has names for the elements of <c>KEYS</c> and <c>ARGV</c>.</summary>
    private static bool IsWritten(Candidate candidate) => candidate.Kind is not (CandidateKind.Key or CandidateKind.Argument) || candidate.Text.StartsWith('@');

    private static CompletionItem Item(ScriptView view, Candidate candidate, Protocol.Range range, int place) =>
        new(candidate.Text, KindOf(candidate.Kind), place.ToString("D4", CultureInfo.InvariantCulture), new TextEdit(range, candidate.Text))
        {
            LabelDetails = candidate.Detail is null ? null : new LabelDetails(null, candidate.Detail),
            FilterText = candidate.Alias is null ? null : candidate.Text + " " + candidate.Alias,
            Documentation = place < Described && candidate.Entity is { } entity ? MarkupContent.Markdown(EntityText.Of(view.Analysis, entity)) : null,
        };

    /// <summary>The protocol's number of a kind.</summary>
    private static int KindOf(CandidateKind kind) => kind switch
    {
        CandidateKind.Command => 3,
        CandidateKind.Function => 2,
        CandidateKind.Token => 20,
        CandidateKind.Key => 10,
        CandidateKind.Argument => 5,
        CandidateKind.Local => 6,
        CandidateKind.Library => 9,
        CandidateKind.Constant => 21,
        CandidateKind.Type => 25,
        CandidateKind.Code => 23,
        CandidateKind.Value => 12,
        _ => 14,
    };
}
