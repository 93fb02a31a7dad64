using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// A call of StackExchange.Redis that has to do with a script. Found from its syntax, so that code fixes see what the
/// analyzer saw.
/// </summary>
/// <param name="Syntax">The call.</param>
/// <param name="Invocation">The call as the compiler understands it.</param>
/// <param name="Kind">What it does with the script.</param>
/// <param name="Script">The script, hash or <c>LuaScript</c> as passed; <see langword="null"/> where nothing is.</param>
/// <param name="Constant">The script's text as written, where the compiler knows it.</param>
/// <param name="Keys">What it passes as <c>KEYS</c>.</param>
/// <param name="Values">What it passes as <c>ARGV</c>.</param>
internal sealed record CallSite(
    InvocationExpressionSyntax Syntax,
    IInvocationOperation Invocation,
    CallKind Kind,
    ExpressionSyntax? Script,
    ScriptConstant? Constant,
    PassedList Keys,
    PassedList Values)
{
    /// <summary>What <c>LuaScript.Prepare</c> makes of the text.</summary>
    public PreparedText? Prepared { get; } = Kind == CallKind.Prepare && Constant is not null ? PreparedText.Of(Constant) : null;

    /// <summary>What the server gets: <c>LuaScript.Prepare</c> replaces its parameters.</summary>
    public ScriptConstant? Sent => Prepared?.Sent ?? Constant;

    public IMethodSymbol Method => Invocation.TargetMethod;

    /// <summary>Whether the server is asked to refuse writes.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>How many keys and values are passed decides what the script gets.</summary>
    public bool PassesLists => Kind is CallKind.Text or CallKind.Command;

    /// <summary>The method's name in the call: where a finding stands that is about the call as such.</summary>
    public Location NameLocation => Syntax.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        var expression => expression.GetLocation(),
    };

    /// <summary>The call that a piece of syntax is, or <see langword="null"/> when it is none about scripts.</summary>
    public static CallSite? Find(InvocationExpressionSyntax syntax, SemanticModel model, RedisClient client, CancellationToken cancellationToken) =>
        CallSiteFinder.MayBe(syntax) ? new CallSiteFinder(model, client, cancellationToken).Find(syntax) : null;
}
