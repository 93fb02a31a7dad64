namespace LuaGen.Generator.Findings;

/// <summary>How sure a rule is: certain to fail, wrong on some input or server, advice.</summary>
internal enum Severity
{
    Info,
    Warning,
    Error,
}

internal static class RuleSeverity
{
    /// <summary>An error stops a script's code from being emitted; whatever still leaves a working call is less.</summary>
    public static Severity Severity(this RuleId rule) => rule switch
    {
        RuleId.BidiControl or RuleId.NestedLongBracket or RuleId.InvisibleCharacter => Findings.Severity.Warning,
        RuleId.UnknownJsonType or RuleId.UnknownSuppression => Findings.Severity.Warning,
        RuleId.IndexBeyondDeclared or RuleId.UnusedDeclaration or RuleId.StrayIndex => Findings.Severity.Warning,
        RuleId.LooseDeclaration or RuleId.NoHeader or RuleId.VersionDiffers or RuleId.FunctionLibrary or RuleId.UnusedSuppression => Findings.Severity.Info,
        RuleId.UnknownCommand or RuleId.WrongArity or RuleId.UnknownSubcommand or RuleId.UnfitArgument => Findings.Severity.Warning,
        RuleId.NotForScripts or RuleId.NewerCommand or RuleId.UnsendableArgument or RuleId.NewerScriptForm => Findings.Severity.Warning,
        RuleId.DeprecatedCommand or RuleId.UncheckedCommand or RuleId.CouldBeReadOnly => Findings.Severity.Info,
        RuleId.GlobalAssigned or RuleId.UnknownName or RuleId.ReservedCode or RuleId.CrashingError => Findings.Severity.Warning,
        RuleId.LossyNumber or RuleId.FailingCall or RuleId.CodeFromOutside => Findings.Severity.Warning,
        RuleId.UnboundedUnpack or RuleId.ValkeyName => Findings.Severity.Info,
        RuleId.TextComparedAsNumber or RuleId.ReplyComparedWithNil or RuleId.StatusComparedWithText or RuleId.NumberComparedWithText => Findings.Severity.Warning,
        RuleId.FractionReturned or RuleId.NilInsideArray or RuleId.NamedTableReturned or RuleId.NumberAsCondition or RuleId.ErrorInsideArray => Findings.Severity.Warning,
        RuleId.ReplyContradictsHeader or RuleId.ErrorNeverRaised or RuleId.OperationFails => Findings.Severity.Warning,
        RuleId.QuotientReturned or RuleId.ErrorNotDeclared => Findings.Severity.Info,
        RuleId.LocalNamedOtherwise or RuleId.KeyAsArgument or RuleId.EmptyTakenForNil or RuleId.TypeContradicted => Findings.Severity.Warning,
        RuleId.UndeclaredKey or RuleId.KeysOfDifferentSlots => Findings.Severity.Warning,
        RuleId.DigitsLost or RuleId.DerivedKey => Findings.Severity.Info,
        RuleId.TooFewPassed or RuleId.BuiltScriptText or RuleId.ParameterWithoutMember or RuleId.KeyAsText => Findings.Severity.Warning,
        RuleId.HiddenNil or RuleId.HashWithoutHandling or RuleId.TextInBatch => Findings.Severity.Warning,
        RuleId.TooManyPassed or RuleId.ScriptInString => Findings.Severity.Info,
        _ => Findings.Severity.Error,
    };

    /// <summary>Whether a rule needs more than its script, so that a host finds it: whether a comment switches it off is known later.</summary>
    public static bool IsFoundByHost(this RuleId rule) => rule is RuleId.VersionDiffers or RuleId.UnknownJsonType;
}
