using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.Tests.CallSites;

public sealed class NamesInFileTests
{
    [Theory]
    [InlineData("name = 1; other = name;")]
    [InlineData("this.name = 1; (name, x) = (2, 3); F(ref name, out name); name += 1; foreach ((name, x) in y) { }")]
    [InlineData("@name = 1;")]
    [InlineData("/* name = 1; */ name = 2; // name = 3")]
    [InlineData("#if X\nname = 1;\n#endif\nname = 2;")]
    [InlineData("var t = $\"name {name} {(name = 2)} names\";")]
    [InlineData("n\\u0061me = 1;")]
    [InlineData("na\u00ADme = 1; name = 2;")]
    [InlineData("\u00A0name\u00A0=\u00A01;")]
    [InlineData("naïve = 1; ñame = 2; name = 3; nameé = 4;")]
    [InlineData("name[0] = 1; name[1] += 2; x = name[2]; F(ref name[3]);")]
    [InlineData("names = 1; aname = 2; name1 = 3; name_ = 4;")]
    public void Uses_are_those_of_a_walk(string statements)
    {
        var tree = CSharpSyntaxTree.ParseText($"class C {{ int name, x; void M() {{ {statements} }} }}");
        var root = tree.GetRoot();
        var walked = root.DescendantNodes().OfType<IdentifierNameSyntax>().ToList();
        foreach (var word in walked.Select(use => use.Identifier.ValueText).Append("absent").Distinct())
        {
            var names = NamesInFile.Of(tree, CancellationToken.None);
            Assert.Equal(walked.Where(use => use.Identifier.ValueText == word), names.UsesIn(root, word));
        }
    }

    [Fact]
    public void Writes_are_told_from_reads()
    {
        var tree = CSharpSyntaxTree.ParseText("class C { void M() { name = 1; other = name; name[0] = 2; F(ref name, name); this.name += 3; } }");
        var names = NamesInFile.Of(tree, CancellationToken.None);

        Assert.Equal(["name = 1", "ref name", "this.name += 3"], names.To("name").Select(write => NamesInFile.WithOwner(write).Parent!.ToString()));
        Assert.Equal(["name[0]"], names.ToElementsOf("name").Select(write => write.Parent!.ToString()));
    }
}
