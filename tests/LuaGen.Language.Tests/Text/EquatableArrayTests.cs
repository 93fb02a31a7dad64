using LuaGen.Language.Text;

namespace LuaGen.Language.Tests.Text;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Equal_when_the_elements_are()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> two = ["a", "b"];

        Assert.True(one == two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.True(one != ["a"]);
        Assert.True(one != ["b", "a"]);
    }

    [Fact]
    public void The_default_value_is_empty()
    {
        Assert.True(default(EquatableArray<string>) == []);
        Assert.Empty(default(EquatableArray<string>));
    }
}
