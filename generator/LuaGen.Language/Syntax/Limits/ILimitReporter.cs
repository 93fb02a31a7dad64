namespace LuaGen.Language.Syntax.Limits;

/// <summary>Receives each limit that is exceeded, at the point at which the reference compiler would report it.</summary>
internal interface ILimitReporter
{
    public void LimitPassed(FunctionState function, Limit limit);
}
