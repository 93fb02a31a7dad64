namespace LuaGen.Language.Library;

/// <summary>
/// What Lua inside Redis provides, one member per row: usage, results, notes, summary. A test checks every row against a live
/// server.
/// <para>
/// Usage: a parameter is <c>name: kind</c>, of kind "any" if none is given; <c>kind?</c> also accepts nil; parameters in
/// <c>[…]</c> are optional; "..." after the last one means any number. Results: kinds joined by <c>|</c>; <c>kind?</c> may be
/// nil; results in <c>[…]</c> are not always present; "..." after the last one means any number, including none; <c>of p</c>:
/// derived from the argument p, <c>of all</c>: from all arguments; "none": no result; "never": the function does not return.
/// Notes: <c>exact</c> (more arguments are an error), the effects of <see cref="LibraryEffects"/>, and servers:
/// <c>from 7.4</c> of Redis and what comes from it, <c>until 7.0</c> (removed in 7.0), <c>Valkey 8.0</c>, <c>only Valkey</c>,
/// <c>only Dragonfly</c>, <c>not Garnet</c> (missing or always an error), <c>not Dragonfly</c>, <c>unpatched</c> (removed by security fixes).
/// </para>
/// </summary>
internal static class LibraryRows
{
    public const string Text = """
        KEYS                                                  ; table                            ;                   ; The keys of the call, from 1.
        ARGV                                                  ; table                            ;                   ; The arguments of the call, from 1.
        _G                                                    ; table                            ;                   ; The table of the globals, which is read-only.
        _VERSION                                              ; string                           ;                   ; The version of Lua.
        __redis__err__handler([error])                        ; error                            ; not Garnet        ; The server's own handler of errors.

        assert(value[, message])                              ; any...                           ; returns           ; Raises an error unless the value is true, else returns its arguments.
        collectgarbage([option: text?[, arg: number?]])       ; number|boolean                   ; state             ; Controls the garbage collector.
        error([message[, level: number?]])                    ; never                            ; returns           ; Raises an error.
        gcinfo()                                              ; integer                          ; not Dragonfly     ; The memory that Lua uses, in KB.
        getfenv([f])                                          ; table                            ; unpatched, not Garnet, not Dragonfly ; The table of globals of a function.
        getmetatable(value)                                   ; any                              ;                   ; The metatable of a value, or nil.
        ipairs(t: table)                                      ; function, table, integer         ; returns           ; Goes through the elements 1, 2, … up to the first nil.
        load(f: function[, name: text?])                      ; function?[, string]              ; calls, not Garnet ; Compiles the code that a function gives piece by piece.
        loadstring(code: text[, name: text?])                 ; function?[, string]              ; not Garnet, not Dragonfly ; Compiles a string.
        newproxy([metatable])                                 ; value                            ; unpatched, not Garnet, not Dragonfly ; Makes an empty userdata.
        next(t: table[, key])                                 ; any[, any]                       ;                   ; The entry of a table after a key; nil after the last.
        pairs(t: table)                                       ; function, table, nil             ; returns           ; Goes through all entries of a table, in no order.
        pcall([f[, value...]])                                ; boolean, any...                  ; calls, returns    ; Calls a function and catches its errors.
        print([value...])                                     ; none                             ; until 7.0, server, not Garnet ; Writes to the server's output.
        rawequal(a, b)                                        ; boolean                          ;                   ; Compares without metamethods.
        rawget(t: table, key)                                 ; any                              ;                   ; Reads a table without metamethods.
        rawset(t: table, key, value)                          ; table                            ; changes, returns  ; Sets an element of a table without metamethods.
        select(n: selector[, value...])                       ; any...                           ; returns           ; The values from the nth on; with '#', their count.
        setfenv(f, environment: table)                        ; any...                           ; unpatched, changes, not Garnet, not Dragonfly ; Sets the table of globals of a function.
        setmetatable(t: table, metatable: table?)             ; table                            ; changes, returns  ; Sets the metatable of a table and returns the table.
        tonumber(value[, base: number?])                      ; number? of value                 ;                   ; The number that a value is or spells, else nil.
        tostring(value)                                       ; string of value                  ;                   ; The text of any value.
        type(value)                                           ; string                           ;                   ; The name of a value's type.
        unpack(t: table[, i: number?[, j: number?]])          ; any...                           ; returns           ; The elements of a table as values; fails for 8,000 and more.
        xpcall(f, handler)                                    ; boolean, any...                  ; calls, returns    ; Calls a function; a handler gets its errors.

        redis.call(command: text[, argument: text...])        ; any                              ; command           ; Runs a command and raises its error.
        redis.pcall(command: text[, argument: text...])       ; any                              ; command           ; Runs a command and returns its error as a table.
        redis.acl_check_cmd(command: text[, argument: text...]); boolean                         ; from 7.0, server, not Dragonfly ; Whether the user of the script may run a command.
        redis.breakpoint()                                    ; boolean                          ; server, not Garnet, not Dragonfly ; Stops the debugger here.
        redis.debug([value...])                               ; none                             ; server, not Garnet, not Dragonfly ; Prints values in the debugger.
        redis.error_reply(message: string)                    ; error                            ; exact             ; An error to return: { err = message }.
        redis.log(level: number, message...)                  ; none                             ; server            ; Writes to the server's log.
        redis.replicate_commands()                            ; boolean                          ; server            ; Replicates the effects of the script; always so since 7.0.
        redis.set_repl(flags)                                 ; none                             ; exact, server, not Garnet, not Dragonfly ; Chooses where writes are replicated to.
        redis.setresp(version: number)                        ; none                             ; exact, from 6.0, server, state, not Dragonfly ; Chooses the protocol of replies, 2 or 3.
        redis.sha1hex(text)                                   ; string                           ; exact             ; The SHA-1 of a text in hexadecimal.
        redis.status_reply(message: string)                   ; status                           ; exact             ; A status to return: { ok = message }.
        redis.acall(command: text[, argument: text...])       ; any                              ; command, only Dragonfly ; Runs a command whose reply the script does not need.
        redis.apcall(command: text[, argument: text...])      ; any                              ; command, only Dragonfly ; The same, and gives its error as a table.
        redis.LOG_DEBUG = 0                                   ; integer                          ;                   ; Level of redis.log for debugging.
        redis.LOG_VERBOSE = 1                                 ; integer                          ;                   ; Level of redis.log for details.
        redis.LOG_NOTICE = 2                                  ; integer                          ;                   ; Level of redis.log for events.
        redis.LOG_WARNING = 3                                 ; integer                          ;                   ; Level of redis.log for what needs attention.
        redis.REDIS_VERSION                                   ; string                           ; from 7.0, not Dragonfly ; The version of the server, such as 7.0.15.
        redis.REDIS_VERSION_NUM                               ; integer                          ; from 7.0, not Dragonfly ; The version of the server, one byte each for major, minor and patch.
        redis.REPL_NONE = 0                                   ; integer                          ; not Dragonfly     ; For redis.set_repl: nowhere.
        redis.REPL_AOF = 1                                    ; integer                          ; not Dragonfly     ; For redis.set_repl: the append-only file.
        redis.REPL_SLAVE = 2                                  ; integer                          ; not Dragonfly     ; For redis.set_repl: the replicas.
        redis.REPL_REPLICA = 2                                ; integer                          ; not Dragonfly     ; For redis.set_repl: the replicas.
        redis.REPL_ALL = 3                                    ; integer                          ; not Dragonfly     ; For redis.set_repl: the append-only file and the replicas.
        redis.SERVER_NAME                                     ; string                           ; only Valkey, Valkey 8.0 ; The name of the server: valkey.
        redis.VALKEY_VERSION                                  ; string                           ; only Valkey, Valkey 8.0 ; The version of Valkey.
        redis.VALKEY_VERSION_NUM                              ; integer                          ; only Valkey, Valkey 8.0 ; The version of Valkey, one byte each for major, minor and patch.

        string.byte(s: text[, i: number?[, j: number?]])      ; integer...                       ;                   ; The bytes from i to j.
        string.char([n: number...])                           ; string                           ;                   ; The string of some bytes.
        string.dump(f: function)                              ; string                           ;                   ; The compiled code of a function.
        string.find(s: text, pattern: text[, init: number?[, plain]]); integer?[, integer][, string|integer...] ; ; Where a pattern matches, and its captures; nil if nowhere.
        string.format(format: text[, value...])               ; string of all                    ;                   ; Puts values into a format.
        string.gfind(s: text, pattern: text)                  ; function                         ; not Garnet        ; The old name of string.gmatch.
        string.gmatch(s: text, pattern: text)                 ; function                         ;                   ; Goes through all matches of a pattern.
        string.gsub(s: text, pattern: text, replacement: replacement[, n: number?]); string of s, integer ; calls    ; Replaces matches; gives the text and the number of matches.
        string.len(s: text)                                   ; integer                          ;                   ; The length in bytes.
        string.lower(s: text)                                 ; string of s                      ;                   ; The text in lower case (ASCII).
        string.match(s: text, pattern: text[, init: number?]) ; string|integer|nil of s[, string|integer...] ;       ; The captures of the first match, or the match itself; nil without one.
        string.rep(s: text, n: number)                        ; string of s                      ;                   ; A text n times.
        string.reverse(s: text)                               ; string of s                      ;                   ; The bytes in reverse order.
        string.sub(s: text, i: number[, j: number?])          ; string of s                      ;                   ; The bytes from i to j; negative positions count from the end.
        string.upper(s: text)                                 ; string of s                      ;                   ; The text in upper case (ASCII).

        table.concat(t: table[, separator: text?[, i: number?[, j: number?]]]); string           ;                   ; Joins the elements of a list.
        table.foreach(t: table, f: function)                  ; any...                           ; calls, not Garnet ; Calls a function for each entry (obsolete).
        table.foreachi(t: table, f: function)                 ; any...                           ; calls, not Garnet ; Calls a function for each element (obsolete).
        table.getn(t: table)                                  ; integer                          ; not Garnet        ; The length of a list (obsolete: #t).
        table.insert(t: table, value[, value])                ; none                             ; exact, changes    ; Puts a value at the end, or at a position before it.
        table.maxn(t: table)                                  ; number                           ;                   ; The largest positive numeric key.
        table.remove(t: table[, position: number?])           ; [any]                            ; changes, returns  ; Takes the last element, or that at a position.
        table.setn(t: table, n)                               ; never                            ; not Garnet        ; Obsolete; always fails.
        table.sort(t: table[, less: function?])               ; none                             ; changes, calls    ; Sorts a list in place.

        math.abs(x: number)                                   ; number of x                      ;                   ; The absolute value.
        math.acos(x: number)                                  ; number of x                      ;                   ; The arc cosine, in radians.
        math.asin(x: number)                                  ; number of x                      ;                   ; The arc sine, in radians.
        math.atan(x: number)                                  ; number of x                      ;                   ; The arc tangent, in radians.
        math.atan2(y: number, x: number)                      ; number of y                      ;                   ; The angle of the point (x, y), in radians.
        math.ceil(x: number)                                  ; integer of x                     ;                   ; Rounds up.
        math.cos(x: number)                                   ; number of x                      ;                   ; The cosine.
        math.cosh(x: number)                                  ; number of x                      ;                   ; The hyperbolic cosine.
        math.deg(x: number)                                   ; number of x                      ;                   ; Radians in degrees.
        math.exp(x: number)                                   ; number of x                      ;                   ; e to the power x.
        math.floor(x: number)                                 ; integer of x                     ;                   ; Rounds down.
        math.fmod(x: number, y: number)                       ; number of x                      ;                   ; The remainder, with the sign of x.
        math.frexp(x: number)                                 ; number of x, integer of x        ;                   ; Mantissa and exponent.
        math.huge = inf                                       ; number                           ;                   ; Infinity.
        math.ldexp(m: number, e: number)                      ; number of m                      ;                   ; m times 2 to the power e.
        math.log(x: number)                                   ; number of x                      ;                   ; The natural logarithm.
        math.log10(x: number)                                 ; number of x                      ;                   ; The decimal logarithm.
        math.max(x: number...)                                ; number of x                      ;                   ; The largest argument.
        math.min(x: number...)                                ; number of x                      ;                   ; The smallest argument.
        math.mod(x: number, y: number)                        ; number of x                      ; not Garnet        ; The old name of math.fmod.
        math.modf(x: number)                                  ; number of x, number of x         ;                   ; The whole part and the fraction.
        math.pi = 3.141592653589793                           ; number                           ;                   ; The number pi.
        math.pow(x: number, y: number)                        ; number of x                      ; not Dragonfly     ; x to the power y.
        math.rad(x: number)                                   ; number of x                      ;                   ; Degrees in radians.
        math.random([m: number[, n: number]])                 ; number                           ; exact, state      ; A random number from 0 to 1, whole from 1 to m, or whole from m to n.
        math.randomseed(x: number)                            ; none                             ; state             ; Seeds math.random.
        math.sin(x: number)                                   ; number of x                      ;                   ; The sine.
        math.sinh(x: number)                                  ; number of x                      ;                   ; The hyperbolic sine.
        math.sqrt(x: number)                                  ; number of x                      ;                   ; The square root.
        math.tan(x: number)                                   ; number of x                      ;                   ; The tangent.
        math.tanh(x: number)                                  ; number of x                      ;                   ; The hyperbolic tangent.

        cjson.encode(value)                                   ; string of all                    ; exact             ; The JSON of a value.
        cjson.decode(json: text)                              ; value of json                    ; exact             ; The value of a JSON text.
        cjson.decode_array_with_array_mt([enabled: setting?]) ; boolean                          ; exact, state, from 8.6, not Garnet, not Dragonfly ; Whether decoded arrays stay arrays when they are empty.
        cjson.decode_invalid_numbers([setting: setting?])     ; boolean                          ; exact, state, not Garnet ; Whether decode accepts NaN, infinity and hexadecimal numbers.
        cjson.decode_max_depth([depth: number?])              ; integer                          ; exact, state, not Garnet ; How deep decode follows tables.
        cjson.encode_invalid_numbers([setting: setting?])     ; boolean|string                   ; exact, state, not Garnet ; Whether encode accepts NaN and infinity.
        cjson.encode_keep_buffer([keep: setting?])            ; boolean                          ; exact, state, not Garnet ; Whether encode keeps its buffer.
        cjson.encode_max_depth([depth: number?])              ; integer                          ; exact, state, not Garnet ; How deep encode follows tables.
        cjson.encode_number_precision([digits: number?])      ; integer                          ; exact, state, not Garnet ; How many digits encode writes, at most 14.
        cjson.encode_sparse_array([convert: setting?[, ratio: number?[, safe: number?]]]); boolean, integer, integer ; exact, state, not Garnet ; How encode treats lists with holes.
        cjson.new()                                           ; table                            ; not Garnet        ; A cjson with settings of its own.
        cjson.null                                            ; value                            ; not Garnet        ; The null of JSON, which is not nil and counts as true.
        cjson._NAME                                           ; string                           ; not Garnet        ; The name of the library.
        cjson._VERSION                                        ; string                           ; not Garnet        ; The version of the library.

        cmsgpack.pack(value...)                               ; string of all                    ;                   ; The MessagePack of some values.
        cmsgpack.unpack(data: text)                           ; any... of data                   ;                   ; The values of a MessagePack text.
        cmsgpack.unpack_limit(data: text, limit: number[, offset: number?]); integer, any... of data ; not Garnet        ; The next offset, or -1, and so many values.
        cmsgpack.unpack_one(data: text[, offset: number?])    ; integer, any... of data          ; not Garnet        ; The next offset, or -1, and one value.
        cmsgpack._COPYRIGHT                                   ; string                           ; not Garnet        ; The copyright of the library.
        cmsgpack._DESCRIPTION                                 ; string                           ; not Garnet        ; What the library is.
        cmsgpack._NAME                                        ; string                           ; not Garnet        ; The name of the library.
        cmsgpack._VERSION                                     ; string                           ; not Garnet        ; The version of the library.

        struct.pack(format: text[, value...])                 ; string of all                    ;                   ; Packs values into bytes.
        struct.size(format: text)                             ; integer                          ;                   ; How many bytes a format takes.
        struct.unpack(format: text, data: text[, position: number?]); any... of data             ;                   ; Unpacks bytes; the last result is the next position.

        bit.arshift(x: number, n: number)                     ; integer of x                     ;                   ; Shifts right and keeps the sign.
        bit.band(x: number...)                                ; integer of x                     ;                   ; Bitwise and of 32-bit numbers.
        bit.bnot(x: number)                                   ; integer of x                     ;                   ; Bitwise not.
        bit.bor(x: number...)                                 ; integer of x                     ;                   ; Bitwise or.
        bit.bswap(x: number)                                  ; integer of x                     ;                   ; The four bytes in reverse order.
        bit.bxor(x: number...)                                ; integer of x                     ;                   ; Bitwise exclusive or.
        bit.lshift(x: number, n: number)                      ; integer of x                     ;                   ; Shifts left by 0 to 31 bits.
        bit.rol(x: number, n: number)                         ; integer of x                     ;                   ; Rotates left.
        bit.ror(x: number, n: number)                         ; integer of x                     ;                   ; Rotates right.
        bit.rshift(x: number, n: number)                      ; integer of x                     ;                   ; Shifts right and fills with zeros.
        bit.tobit(x: number)                                  ; integer of x                     ;                   ; The signed 32-bit number of x.
        bit.tohex(x: number[, n: number])                     ; string                           ;                   ; The last n hexadecimal digits, 8 by default.

        coroutine.create(f: function)                         ; value                            ; calls, not Dragonfly ; A coroutine that runs a function of the script.
        coroutine.resume(co: coroutine[, value...])           ; boolean, any...                  ; calls, returns, not Dragonfly ; Runs a coroutine up to its next yield.
        coroutine.running()                                   ; any                              ; not Dragonfly     ; The coroutine that runs; nil in the main one.
        coroutine.status(co: coroutine)                       ; string                           ; not Dragonfly     ; The state of a coroutine.
        coroutine.wrap(f: function)                           ; function                         ; calls, not Dragonfly ; A function that resumes a coroutine.
        coroutine.yield([value...])                           ; any...                           ; returns, not Dragonfly ; Suspends the coroutine.

        dragonfly.ihash(n: number, text...)                   ; integer                          ; only Dragonfly    ; Adds the hash of texts to a sum.
        dragonfly.lock(key: text)                             ; any                              ; only Dragonfly    ; Takes a lock.
        dragonfly.randstr(length: number[, count: number])    ; any                              ; only Dragonfly    ; A random string, or a list of them.
        dragonfly.unlock(key: text)                           ; any                              ; only Dragonfly    ; Gives a lock back.

        os.clock()                                            ; number                           ; from 7.4, Valkey 8.0, not Dragonfly ; The CPU time of the server, in seconds.
        """;
}
