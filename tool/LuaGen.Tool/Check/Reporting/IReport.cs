using LuaGen.Tool.Check.Analysis;

namespace LuaGen.Tool.Check.Reporting;

/// <summary>One way to print what a check found.</summary>
internal interface IReport
{
    public void Write(CheckResult result, TextWriter output);
}
