using System.Security.Cryptography;
using System.Text;
using LuaGen.Generator.Hosting;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using LuaGen.Language.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.Tests.Emit;

/// <summary>
/// Text that could end a comment, a literal, a name or a directive, anywhere in a header, a file name or a script: the
/// emitted source still parses, compiles without warnings, and declares exactly what the model declares.
/// </summary>
public sealed class HostileTests
{
    private const int ProjectsPerSeed = 20;

    private static readonly string[] Pieces =
    [
        "*/", "/*", "//", "///", "\"\"\"", "\"\"\"\"\"\"", "\"", "\\", "\\u000A", "\\\"", "'", "</summary>", "<b>", "&amp;", "&", "]]>", "<![CDATA[", "{", "}", "{0}", "{{", "$\"",
        "\u2028", "\u2029", "\u0085", "\v", "\f", "\0", "\u0001", "\u200B", "\uFEFF", "\u202E", "\uE000", "\uFFFD", "#error no", "#if X", "#endregion", "#pragma warning disable", "#line 1",
        "class", "await", "record", "var", "Equals", "GetHashCode", "ToString", "🙂", "日本語", "é", "e\u0301", "\t", " ", "    ", "\r", "@", "@param", "global::System", "u8", "--", "]]", "[[", "--[[", "$", "%", "`", "~", "@\"",
    ];

    private static readonly string[] Names =
    [
        "class", "await", "record", "var", "value", "async", "yield", "partial", "dynamic", "nint", "field", "scoped", "required", "file", "global", "this", "base", "null", "true", "void", "int", "string", "args", "_", "__", "_a", "nameof", "typeof", "when", "where", "from", "select", "in", "ref", "out", "params",
        "Equals", "GetHashCode", "ToString", "GetType", "Finalize", "MemberwiseClone", "ReferenceEquals", "flags", "cancellationToken", "call", "i", "index", "reply", "row", "element", "count", "name", "text", "parameter", "Definitions", "All", "On", "item", "key", "commandFlags", "scriptCall", "cancellation",
        "a", "A", "order_id", "orderId", "TTL", "x1", "_1", "System", "StackExchange", "LuaGen", "Task", "Deconstruct", "PrintMembers", "EqualityContract", "Length", "nan", "_target",
    ];

    private static readonly string[] Files =
    [
        "con", "..", ".", "a b", "a\tb", "1", "1st", "Get", "get", "GET", "GetAsync", "get-", "ge t", "class", "record", "Equals", "ToString", "GetType", "Definitions", "All", "On", "日本", "🙂", "é", "e\u0301", "a\"b", "a\\b", "a{0}", "a*/b", "</summary>", "a\u2028b", "a\nb", "a\r\nb", "a\u0085b", "#error", "x.v1", "x.v2", "Script", "Main", "a&b", "%41", "@x", new string('n', 300), "",
    ];

    private static readonly string[] Folders =
    [
        "Scripts", "Lua", "scripts", "LUA", "Scripts/Lua", "Scripts/A", "Scripts/a", "Scripts/A/B", "A/Scripts", "Lua/Scripts/Lua", "Scripts/1", "Scripts/class", "Scripts/a b", "Scripts/日本", "Scripts/🙂", "", "A", "Scripts/Definitions", "Scripts/System", "Scripts/con", "..", "Scripts/..", "a\"b", "a\nb", "</c>", "#error", "Scripts/record",
    ];

    private static readonly string[] Types = [.. HeaderType.ArgumentNames, "string?", "long?", "seconds?"];

    private static readonly string[] Replies =
    [
        .. HeaderType.ReplyNames, "long?", "string[]", "(a: long, b: string?)", "(class: long, record: string?)[]", "flat(await: string, var: double)", "map<string, long>", "map<string, (a: long)>",
        "Taken = 1 | Busy = 0", "'a' | 'b'", "'class' | 'record' | ''", "(Equals2: long, x: (y: long, x: long[]))", "bool?", "(a: (b: (c: long)))?",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    /// <summary>Scripts can have the names of methods that the emitted code declares for another script, even with the same choices.</summary>
    [Fact]
    public void Scripts_may_be_named_like_the_methods_that_are_emitted_for_others()
    {
        const string Lua = """
            -- KEYS[1] key
            -- ARGV[1] sort: 'asc' | 'desc'
            -- ARGV[2...] lines: json<System.Version>
            -- RETURNS? state: 'open' | 'paid'
            -- RETURNS inner: (left: long, note: json<System.Version>?)?
            return { redis.call('GET', KEYS[1]), { ARGV[1], ARGV[2] } }

            """;
        string[] names = ["Stock", "ReadStock", "PrepareStock", "SpellStock", "JsonSystemVersion"];

        var output = GeneratorHost.Run([.. names.Select(name => new TestScript($"Scripts/Shop/{name}.lua", Lua))]);

        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.True(output.CompilerDiagnostics.IsEmpty, string.Join("\n", output.CompilerDiagnostics.Select(GeneratorHost.Print)));
        var source = output.Sources.Single(each => each.HintName.Contains("Shop", StringComparison.Ordinal)).SourceText.ToString();
        Assert.All(names, name => Assert.Contains($" {name}Async(", source, StringComparison.Ordinal));
        Assert.Contains("struct ReadStockReply(", source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_in_a_project_gets_out_of_its_place(int seed)
    {
        var random = new Random(seed);
        var emitted = 0;
        for (var i = 0; i < ProjectsPerSeed; i++)
        {
            emitted += Check([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Script(random)).DistinctBy(script => script.Path)], Options(random));
        }

        // Hostile text that is rejected proves nothing about the emitted code.
        Assert.True(emitted > ProjectsPerSeed, $"only {emitted} scripts were emitted");
    }

    [Fact]
    public void A_check_that_finds_nothing_would_be_noticed()
    {
        var tree = CSharpSyntaxTree.ParseText("class A { /// </summary>\n void M() { } }", CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Diagnose));

        Assert.NotEmpty(tree.GetDiagnostics());
    }

    private static int Check(TestScript[] scripts, TestOptions options)
    {
        var project = ProjectOptions.From(options.GlobalOptions);
        var compiled = scripts.Select(script => (script.Path, Script: ScriptFile.From(script, options, project).Compile(CancellationToken.None))).ToList();
        var what = string.Join("\n=====\n", scripts.Select(script => $"{script.Path}\n{script.GetText()}"));
        Assert.All(compiled, pair => Assert.DoesNotContain(pair.Script.Findings, finding => finding.Rule == Rule.GeneratorFault));

        var models = ClassModelBuilder.Build([.. compiled.Where(pair => pair.Script.Model is not null).Select(pair => pair.Script.Model!)], project.Visibility, hasServices: false);
        foreach (var nullable in new[] { NullableContextOptions.Enable, NullableContextOptions.Disable })
        {
            var compilation = GeneratorHost.Compilation(nullable: nullable);
            var output = GeneratorHost.Run(GeneratorHost.Driver(compilation, scripts, options), compilation);

            Assert.DoesNotContain(output.Diagnostics, diagnostic => diagnostic.Id == "CS8785");
            Assert.Null(output.Result.Results[0].Exception);
            Assert.Equal(models.Classes.Select(model => model.HintName).Order(), output.Sources.Select(source => source.HintName).Where(name => !name.StartsWith("LuaGen", StringComparison.Ordinal) || models.Classes.Any(model => model.HintName == name)).Order());
            var complaints = output.CompilerDiagnostics;
            Assert.True(complaints.IsEmpty, $"{string.Join('\n', complaints.Take(5).Select(GeneratorHost.Print))}\n{what}");
            foreach (var model in models.Classes)
            {
                var found = output.Sources.Single(candidate => candidate.HintName == model.HintName);
                AssertDeclares(found.SourceText.ToString(), model, compilation, what);
            }
        }

        return models.Classes.Sum(model => model.Scripts.Count);
    }

    private static void AssertDeclares(string source, ClassModel model, CSharpCompilation compilation, string what)
    {
        var tree = CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        Assert.True(!tree.GetDiagnostics().Any(), what);
        var root = tree.GetCompilationUnitRoot();
        var directives = root.DescendantTrivia(descendIntoTrivia: true).Where(trivia => trivia.IsDirective).Select(trivia => trivia.Kind()).ToList();
        Assert.Equal(2 * model.JsonDeclarations.Count(), directives.RemoveAll(kind => kind is SyntaxKind.LineSpanDirectiveTrivia or SyntaxKind.LineDirectiveTrivia));
        Assert.Equal([SyntaxKind.NullableDirectiveTrivia, SyntaxKind.PragmaWarningDirectiveTrivia], directives);
        var types = root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().ToList();
        var contract = (InterfaceDeclarationSyntax)types[0];
        var type = (ClassDeclarationSyntax)types[1];
        Assert.Equal("I" + model.Name.Name, contract.Identifier.ValueText);
        Assert.Equal(model.Name.Name, type.Identifier.ValueText);
        Assert.Equal([.. model.Scripts.Concat(model.Unversioned).SelectMany(script => script.TypeNames()), "Definitions"], type.Members.OfType<BaseTypeDeclarationSyntax>().Select(nested => nested.Identifier.ValueText));
        var calls = model.Scripts.Select(script => (script.Name, Script: script)).Concat(model.Newest.Select(script => (script.Version!.Value.Name, Script: script))).ToList();

        foreach (var holder in new TypeDeclarationSyntax[] { contract, type })
        {
            var methods = holder.Members.OfType<MethodDeclarationSyntax>().Where(method => holder == contract || method.Modifiers.Any(SyntaxKind.PublicKeyword)).Where(method => method.Identifier.ValueText != "On").ToList();
            Assert.Equal(calls.SelectMany(call => new[] { call.Name + "Async", call.Name }), methods.Select(method => method.Identifier.ValueText));
            foreach (var (script, i) in calls.Select((call, i) => (call.Script, i)))
            {
                var names = script.Parameters.Select(parameter => parameter.Name).ToList();
                Assert.Equal([.. names, script.Names.Flags, script.Names.CancellationToken], Parameters(methods[2 * i]));
                Assert.Equal([.. names, script.Names.Flags], Parameters(methods[(2 * i) + 1]));
            }
        }

        AssertTexts(type, model, compilation.AddSyntaxTrees(tree).GetSemanticModel(tree));
    }

    private static void AssertTexts(ClassDeclarationSyntax type, ClassModel model, SemanticModel semantics)
    {
        var definitions = type.Members.OfType<ClassDeclarationSyntax>().Single(nested => nested.Identifier.ValueText == "Definitions").Members.OfType<PropertyDeclarationSyntax>().ToList();
        Assert.Equal([.. model.Scripts.Select(script => script.Name), .. model.Newest.Select(script => script.Version!.Value.Name), "All"], definitions.Select(definition => definition.Identifier.ValueText));
        foreach (var (script, definition) in model.Scripts.Zip(definitions))
        {
            var arguments = definition.ExpressionBody!.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Single().ArgumentList!.Arguments.ToDictionary(argument => argument.NameColon!.Name.Identifier.ValueText, argument => argument.Expression);
            var text = ((LiteralExpressionSyntax)((LambdaExpressionSyntax)arguments["text"]).ExpressionBody!).Token;
            Assert.True(text.Kind() is SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken);
            Assert.Equal(script.Text, text.ValueText);
            Assert.Equal(Convert.ToHexStringLower(Sha1(text.ValueText)), semantics.GetConstantValue(arguments["sha1"]).Value);
            Assert.Equal(script.FilePath, semantics.GetConstantValue(arguments["filePath"]).Value);
            Assert.Equal(script.Name, semantics.GetConstantValue(arguments["name"]).Value);
        }
    }

#pragma warning disable CA5350 // Redis names scripts by their SHA-1.
    private static byte[] Sha1(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350

    private static IEnumerable<string> Parameters(MethodDeclarationSyntax method) => method.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText);

    private static TestOptions Options(Random random) => new()
    {
        Properties =
        {
            ["RootNamespace"] = Pick(random, "Consumer", "", "class.record", "A.B.C", "Consumer.System", "LuaGen"),
            ["LuaGenVisibility"] = Pick(random, "public", "internal", "*/"),
        },
    };

    private static TestScript Script(Random random)
    {
        var path = $"{Pick(random, Folders)}/{Pick(random, Files)}.lua".TrimStart('/');
        return TestScript.FromBytes(path, Encoding.UTF8.GetBytes(Text(random)));
    }

    private static string Text(Random random)
    {
        var lua = new StringBuilder();
        if (random.Next(6) == 0)
        {
            return $"-- {Words(random)}\nlocal {Pick(random, "stock", "class_", "record")} = KEYS[1]\nreturn redis.call('GET', KEYS[1]) or ARGV[1] or {Quoted(random)}{Pick(random, "", "\n", "\r\n", "\n\n\t\n")}";
        }

        void Line(string text) => lua.Append("-- ").Append(text.Replace("\r", "").Replace("\n", "")).Append(random.Next(8) == 0 ? "\r\n" : "\n");

        for (var i = random.Next(3); i >= 0; i--)
        {
            Line(Words(random));
            if (random.Next(3) == 0)
            {
                lua.Append("--\n");
            }
        }

        var names = Names.OrderBy(_ => random.Next()).DistinctBy(Identifiers.Camel).Where(name => Identifiers.Camel(name).Length > 0).ToList();
        var keys = random.Next(3);
        var arguments = random.Next(4);
        for (var i = 1; i <= keys; i++)
        {
            Line($"KEYS[{i}] {names[i]}  {Words(random)}");
        }

        for (var i = 1; i <= arguments; i++)
        {
            var type = random.Next(4) switch
            {
                0 => "string = " + Quoted(random),
                1 => $"{Quoted(random)} | 'other'",
                _ => Pick(random, Types),
            };
            Line($"ARGV[{i}] {names[keys + i]}: {type}  {Words(random)}");
        }

        if (random.Next(5) == 0)
        {
            Line($"KEYS[{keys + 1}...] {names[20]}.{names[21]}  {Words(random)}");
            Line($"ARGV[{arguments + 1}...] {names[20]}.{names[22]}: {Pick(random, "string", "long")}  {Words(random)}");
        }

        if (random.Next(4) > 0)
        {
            Line($"RETURNS {Pick(random, Replies)}  {Words(random)}");
        }

        Line($"RAISES NO_SUCH  {Words(random)}");
        if (random.Next(5) == 0)
        {
            Line($"@class {Pick(random, Names)}");
        }

        if (random.Next(5) == 0)
        {
            Line($"@name {Pick(random, Names)}");
        }

        lua.Append(System.Globalization.CultureInfo.InvariantCulture, $"local text = [==[{Words(random).Replace("\0", "")}\n{Words(random).Replace("\0", "")}]==] -- {Words(random).Replace("\r", "")}\n");
        lua.Append("return redis.call('PING', text, unpack(ARGV))");
        return lua.Append(Pick(random, "", "\n", "\n\n", "\r\n", " \n\t\n", "\r")).ToString();
    }

    private static string Words(Random random) =>
        random.Next(40) == 0 ? new string('x', 5000) : string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => Pick(random, Pieces) + Pick(random, "", " ", "  ")));

    private static string Quoted(Random random)
    {
        var text = Words(random).Replace("\r", "").Replace("\\", "\\\\").Replace("'", "\\'");
        return "'" + (text.Length > 100 ? "long" : text) + "'";
    }

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];
}
