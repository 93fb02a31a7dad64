using LuaGen.Benchmarks;
using LuaGen.Benchmarks.Calls;

switch (args)
{
    case ["syntax"]:
        SyntaxBenchmark.Run();
        return 0;
    case ["checks"]:
        CheckBenchmark.Run();
        return 0;
    case ["scale"]:
        ScaleBenchmark.Run();
        return 0;
    case ["analyzers"]:
        AnalyzerBenchmark.Run();
        return 0;
    case ["editor", var program]:
        EditorBenchmark.Run(program);
        return 0;
    case ["first"]:
        FirstScriptBenchmark.Run();
        return 0;
    case ["first", "steps"]:
        FirstScriptBenchmark.RunSteps();
        return 0;
    case ["calls"]:
        await CallBenchmark.RunAsync();
        return 0;
    case ["calls", "detailed"]:
        await DetailedCallBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/LuaGen.Benchmarks -- syntax|checks|scale|analyzers|first|calls|calls detailed|editor <luagen>");
        return 2;
}
