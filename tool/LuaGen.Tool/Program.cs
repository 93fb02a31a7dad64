namespace LuaGen.Tool;

internal static class Program
{
    public static int Main(string[] args)
    {
        var console = ToolConsole.OfProcess();
        return LuaGenTool.Run(args, console);
    }
}
