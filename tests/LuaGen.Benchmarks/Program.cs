using LuaGen.Benchmarks;

switch (args)
{
    case ["syntax"]:
        SyntaxBenchmark.Run();
        return 0;
    case ["commands"]:
        CommandBenchmark.Run();
        return 0;
    case ["scale"]:
        ScaleBenchmark.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/LuaGen.Benchmarks -- syntax|commands|scale");
        return 2;
}
