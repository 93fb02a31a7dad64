namespace LuaGen.Generator.Findings;

/// <summary>
/// Every rule, by name; the value is the four digits behind <c>LUA</c>. The thousands name the stage that reports it:
/// 1 syntax, 2 header, 3 keys and arguments, 4 commands, 5 Lua inside Redis, 6 cluster, 7 C# call sites.
/// What a rule says, and how sure it is, stands in <c>Reporting/</c>.
/// </summary>
internal enum RuleId
{
    GeneratorFault = 1000,

    /// <summary>Redis's compiler refuses the script.</summary>
    SyntaxError = 1001,

    /// <summary>Refused too: a construct of a newer Lua or of another language, named as such.</summary>
    ForeignSyntax = 1002,

    /// <summary>A limit of the compiler is passed.</summary>
    LimitPassed = 1003,

    /// <summary>A string or a comment does not end.</summary>
    Unfinished = 1004,

    /// <summary>A number, an escape or a long bracket is malformed.</summary>
    MalformedLiteral = 1005,

    /// <summary>The <c>#!</c> line is one that Redis refuses.</summary>
    BadShebang = 1006,

    /// <summary>The text cannot be sent as it is: not UTF-8, or half of a surrogate pair.</summary>
    BadEncoding = 1007,

    /// <summary>A bidirectional control makes the text read otherwise than it runs.</summary>
    BidiControl = 1008,

    /// <summary><c>[[</c> inside <c>[[ … ]]</c>: some builds refuse it.</summary>
    NestedLongBracket = 1009,

    /// <summary>An invisible NUL or byte order mark inside a string or a comment.</summary>
    InvisibleCharacter = 1010,

    MalformedDeclaration = 2001,
    LooseDeclaration = 2002,
    UnknownType = 2003,
    BadDefault = 2004,
    BadIndex = 2005,
    NameCollision = 2006,
    NoHeader = 2007,
    NotBuiltYet = 2008,
    ScriptNameCollision = 2009,
    VersionDiffers = 2010,
    FunctionLibrary = 2011,
    UnknownJsonType = 2012,
    UnknownSuppression = 2013,
    UnusedSuppression = 2014,

    IndexBeyondDeclared = 3001,
    UnusedDeclaration = 3002,
    StrayIndex = 3003,

    /// <summary>An argument, which is a string, compared with a number or by its digits.</summary>
    TextComparedAsNumber = 3004,

    /// <summary>A local has the name of one key or argument and the value of another.</summary>
    LocalNamedOtherwise = 3005,

    /// <summary>An element of <c>ARGV</c> that is used as a key.</summary>
    KeyAsArgument = 3006,

    /// <summary>A 64-bit argument that goes through a double for nothing.</summary>
    DigitsLost = 3007,

    /// <summary>A null that is sent as <c>''</c>, which is true.</summary>
    EmptyTakenForNil = 3008,
    TypeContradicted = 3009,

    UnknownCommand = 4001,
    WrongArity = 4002,
    UnknownSubcommand = 4003,

    /// <summary>An option or a value that no form of the command takes there.</summary>
    UnfitArgument = 4004,
    NotForScripts = 4005,
    WriteInReadOnly = 4006,

    /// <summary>A command or an option that the oldest server does not have.</summary>
    NewerCommand = 4007,
    DeprecatedCommand = 4008,
    UncheckedCommand = 4009,
    CouldBeReadOnly = 4010,

    /// <summary>An argument that is no string and no number.</summary>
    UnsendableArgument = 4011,

    /// <summary>Read-only scripts and shebangs need Redis 7.0.</summary>
    NewerScriptForm = 4012,

    /// <summary>A global, or a member of a library, is set: to scripts both are read-only.</summary>
    GlobalAssigned = 5001,

    /// <summary>A global, or a function of a library, that Redis's Lua does not have.</summary>
    UnknownName = 5002,

    /// <summary>An error whose code is the server's own.</summary>
    ReservedCode = 5003,

    /// <summary><c>error</c> with a table without <c>err</c>: some servers crash.</summary>
    CrashingError = 5004,

    /// <summary>A number of more digits than are kept.</summary>
    LossyNumber = 5005,

    /// <summary>A function of the server is called with what it never accepts.</summary>
    FailingCall = 5006,
    UnboundedUnpack = 5007,

    /// <summary>Code that is made of keys, arguments or replies.</summary>
    CodeFromOutside = 5008,

    /// <summary><c>server</c>, which Redis does not have.</summary>
    ValkeyName = 5009,

    /// <summary><c>reply == nil</c> where a missing reply is false.</summary>
    ReplyComparedWithNil = 5020,
    StatusComparedWithText = 5021,
    NumberComparedWithText = 5022,

    /// <summary>A number whose fraction Redis drops.</summary>
    FractionReturned = 5023,
    QuotientReturned = 5024,

    /// <summary>An array ends at its first nil.</summary>
    NilInsideArray = 5025,

    /// <summary>Names in a table are dropped.</summary>
    NamedTableReturned = 5026,

    /// <summary>0 is true in Lua.</summary>
    NumberAsCondition = 5027,
    ErrorInsideArray = 5028,
    ReplyContradictsHeader = 5029,
    ErrorNeverRaised = 5030,
    ErrorNotDeclared = 5031,
    OperationFails = 5032,

    /// <summary>A key that no declaration covers.</summary>
    UndeclaredKey = 6001,

    /// <summary>A key that is built on a declared one.</summary>
    DerivedKey = 6002,
    KeysOfDifferentSlots = 6003,

    /// <summary>A call passes fewer keys or values than its script needs.</summary>
    TooFewPassed = 7001,

    /// <summary>A call passes keys or values that its script never reads.</summary>
    TooManyPassed = 7002,

    /// <summary>A script whose text changes from call to call.</summary>
    BuiltScriptText = 7003,

    /// <summary>The client finds no value for a parameter of a <c>LuaScript</c>, and throws.</summary>
    ParameterWithoutMember = 7004,

    /// <summary>A key that is passed as a string: the client cannot tell that it is one.</summary>
    KeyAsText = 7005,

    /// <summary>A cast turns nil into 0.</summary>
    HiddenNil = 7006,

    /// <summary>A call by hash, and nobody who expects that the server has forgotten the script.</summary>
    HashWithoutHandling = 7007,

    /// <summary>A script's text in a batch, which may never complete.</summary>
    TextInBatch = 7008,

    /// <summary>A constant script in C#, which could be a file.</summary>
    ScriptInString = 7009,
}
