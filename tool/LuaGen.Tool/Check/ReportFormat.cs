namespace LuaGen.Tool.Check;

/// <summary>The values of <c>--format</c>.</summary>
internal enum ReportFormat
{
    Text,
    Json,
    Sarif,
    GitHub,
    Agent,
}
