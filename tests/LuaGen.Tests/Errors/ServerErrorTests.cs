namespace LuaGen.Tests.Errors;

/// <summary>Error texts of servers that are not available here; <see cref="ScriptExceptionTests"/> covers those of the test server.</summary>
public sealed class ServerErrorTests
{
    private const string Sha = "2067d915024a3e1657c4169c84f809f8ebf75690";

    [Theory]
    [InlineData("ERR user_script:3: boom script: " + Sha + ", on @user_script:3.", "ERR", 3, "ERR boom")]
    [InlineData("WRONGTYPE Operation against a key script: " + Sha + ", on @user_script:12.", "WRONGTYPE", 12, "WRONGTYPE Operation against a key")]
    [InlineData("ERR user_script:3: boom script: on @user_script:3.", "ERR", 3, "ERR boom")]
    [InlineData("WRONGTYPE Operation against a key script: on @user_script:12.", "WRONGTYPE", 12, "WRONGTYPE Operation against a key")]
    [InlineData("ERR Error running script (call to f_" + Sha + "): @user_script:3: user_script:3: boom", "ERR", 3, "ERR boom")]
    [InlineData("ERR Error running script (call to f_" + Sha + "): @user_script:3: WRONGTYPE Operation", "WRONGTYPE", 3, "WRONGTYPE Operation")]
    [InlineData("ERR Error running script (call to f_" + Sha + "): @user_script:3: @user_script: 3: Unknown command", "ERR", 3, "ERR Unknown command")]
    [InlineData("ERR Error running script (call to " + Sha + "): user_script:3: boom", "ERR", 3, "ERR boom")]
    [InlineData("ERR Error compiling script (new function): user_script:2: '=' expected near 'x'", "ERR", 2, "ERR '=' expected near 'x'")]
    [InlineData("ERR user_script:9: boom script: " + Sha + ", on @user_script:3.", "ERR", 9, "ERR boom")]
    [InlineData("ERR user_function:3: boom script: reserve, on @user_function:3.", "ERR", 3, "ERR boom")]
    [InlineData("ERR user_function:3: boom script: on @user_function:3.", "ERR", 3, "ERR boom")]
    [InlineData("WRONGTYPE Operation against a key script: reserve, on @user_function:14.", "WRONGTYPE", 14, "WRONGTYPE Operation against a key")]
    [InlineData("ERR Error compiling function: user_function:3: unexpected symbol near 'end'", "ERR", 3, "ERR unexpected symbol near 'end'")]
    [InlineData("ERR Error registering functions: ERR user_function:4: attempt to index local 't'", "ERR", 4, "ERR attempt to index local 't'")]
    [InlineData("MINE alone", "MINE", null, "MINE alone")]
    [InlineData("MINE", "MINE", null, "MINE")]
    [InlineData("MY_CODE2 x", "MY_CODE2", null, "MY_CODE2 x")]
    [InlineData("out of stock", "ERR", null, "ERR out of stock")]
    [InlineData("Mine x", "ERR", null, "ERR Mine x")]
    [InlineData("2FAST x", "ERR", null, "ERR 2FAST x")]
    [InlineData("MINE: x", "ERR", null, "ERR MINE: x")]
    [InlineData("", "ERR", null, "ERR ")]
    [InlineData("MINE script: x on @user_script:3.", "MINE", null, "MINE script: x on @user_script:3.")]
    [InlineData("ERR user_script:99999999999: x", "ERR", null, "ERR user_script:99999999999: x")]
    public void Code_line_and_text(string message, string code, int? line, string text) =>
        Assert.Equal(new ServerError(code, line, text), ServerError.Parse(message));
}
