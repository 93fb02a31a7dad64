using LuaGen.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// A StackExchange.Redis call that concerns a script. It is found from syntax, so that code fixes find the same call as
/// the analyzer.
/// </summary>
/// <param name="Syntax">The call.</param>
/// <param name="Invocation">The operation of the call.</param>
/// <param name="Kind">What the call does with the script.</param>
/// <param name="Script">The script, hash or <c>LuaScript</c> as passed; <see langword="null"/> if there is none.</param>
/// <param name="Constant">The script's text, if it is constant.</param>
/// <param name="Keys">The values passed as <c>KEYS</c>.</param>
/// <param name="Values">The values passed as <c>ARGV</c>.</param>
internal sealed record CallSite(
    InvocationExpressionSyntax Syntax,
    IInvocationOperation Invocation,
    CallKind Kind,
    ExpressionSyntax? Script,
    ScriptConstant? Constant,
    PassedList Keys,
    PassedList Values)
{
    /// <summary>The text that <c>LuaScript.Prepare</c> derives from the constant.</summary>
    public PreparedText? Prepared { get; } = Kind == CallKind.Prepare && Constant is not null ? PreparedText.Of(Constant, CancellationToken.None) : null;

    /// <summary>The text that is checked, in which <c>LuaScript.Prepare</c> has replaced the parameters.</summary>
    public ScriptConstant? Sent => Prepared?.Checked ?? Constant;

    public IMethodSymbol Method => Invocation.TargetMethod;

    /// <summary>The keys or values that the call passes.</summary>
    public PassedList Passed(ParameterTable table) => table == ParameterTable.Keys ? Keys : Values;

    /// <summary>The argument that passes the keys or values as a list, given or by default; <see langword="null"/> if the method has no such parameter.</summary>
    public IArgumentOperation? ListOf(ParameterTable table) => Invocation.ArgumentOf(PassedLists.NameOf(table));

    /// <summary>The database, batch, transaction or server to which the call sends the script: the one before the dot, or the one that <c>LuaScript.Evaluate</c> takes.</summary>
    public IOperation? Target => Invocation.ArgumentOf("db")?.Value ?? Invocation.Instance;

    /// <summary>The argument with the object that provides the parameters of a prepared script.</summary>
    public IArgumentOperation? ParametersArgument =>
        Invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Object);

    /// <summary>That object, before its conversion to <see cref="object"/>.</summary>
    public IOperation? ParametersObject => ParametersArgument?.Value is IConversionOperation conversion ? conversion.Operand : ParametersArgument?.Value;

    /// <summary>The arguments of <c>Execute("EVAL", …)</c> that are sent as keys.</summary>
    public IReadOnlyList<ExpressionSyntax> KeyArguments { get; init; } = [];

    /// <summary>Whether the call says that the script only reads.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether it says so to the server too, which then refuses writes.</summary>
    public bool RefusesWrites { get; init; }

    /// <summary>The method that makes the server refuse writes; <see langword="null"/> when none does.</summary>
    public string? ReadOnlyBy => RefusesWrites ? Helper ?? Method.Name : null;

    /// <summary>Whether the call passes keys and values as lists, so that their counts can be checked.</summary>
    public bool PassesLists => Kind is CallKind.Text or CallKind.Command or CallKind.Helper;

    /// <summary>For a call of the project's own method, the client's method that it calls.</summary>
    public string? Helper { get; init; }

    /// <summary>The method's name in the call, for findings about the call itself.</summary>
    public Location NameLocation => Syntax.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        var expression => expression.GetLocation(),
    };

    /// <summary>The call that an invocation is, or <see langword="null"/> if it does not concern a script.</summary>
    public static CallSite? Find(InvocationExpressionSyntax syntax, SemanticModel model, RedisClient client, CancellationToken cancellationToken, ScriptFiles? files = null) =>
        CallSiteFinder.MayBe(syntax) ? new CallSiteFinder(model, client, files, cancellationToken).Find(syntax) : null;
}
