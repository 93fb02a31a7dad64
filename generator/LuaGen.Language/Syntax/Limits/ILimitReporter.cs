namespace LuaGen.Language.Syntax.Limits;

/// <summary>Hears of limits that are passed, at the moment at which the reference compiler would notice.</summary>
internal interface ILimitReporter
{
    public void LimitPassed(FunctionState function, Limit limit);
}
