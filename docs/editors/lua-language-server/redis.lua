---@meta
-- What Redis and Valkey add to Lua, for lua-language-server. Written from LuaGen's table of the library.

---The keys of the call, from 1.
---@type string[]
KEYS = {}

---The arguments of the call, from 1; all of them are strings.
---@type string[]
ARGV = {}

---@class redislib
redis = {}

---Level of redis.log for debugging.
---@type integer
redis.LOG_DEBUG = nil

---Level of redis.log for events.
---@type integer
redis.LOG_NOTICE = nil

---Level of redis.log for details.
---@type integer
redis.LOG_VERBOSE = nil

---Level of redis.log for what needs attention.
---@type integer
redis.LOG_WARNING = nil

---The version of the server, such as 7.0.15.
---@type string
redis.REDIS_VERSION = nil

---The version of the server, one byte each for major, minor and patch.
---@type integer
redis.REDIS_VERSION_NUM = nil

---For redis.set_repl: the append-only file and the replicas.
---@type integer
redis.REPL_ALL = nil

---For redis.set_repl: the append-only file.
---@type integer
redis.REPL_AOF = nil

---For redis.set_repl: nowhere.
---@type integer
redis.REPL_NONE = nil

---For redis.set_repl: the replicas.
---@type integer
redis.REPL_REPLICA = nil

---For redis.set_repl: the replicas.
---@type integer
redis.REPL_SLAVE = nil

---The name of the server: valkey.
---@type string
redis.SERVER_NAME = nil

---The version of Valkey.
---@type string
redis.VALKEY_VERSION = nil

---The version of Valkey, one byte each for major, minor and patch.
---@type integer
redis.VALKEY_VERSION_NUM = nil

---Whether the user of the script may run a command.
---@param command string|number
---@param ... string|number
---@return boolean
function redis.acl_check_cmd(command, ...) end

---Stops the debugger here.
---@return boolean
function redis.breakpoint() end

---Runs a command and raises its error.
---@param command string|number
---@param ... string|number
---@return any
function redis.call(command, ...) end

---Prints values in the debugger.
---@param ... any
function redis.debug(...) end

---An error to return: { err = message }.
---@param message string
---@return { err: string }
function redis.error_reply(message) end

---Writes to the server's log.
---@param level number|string
---@param ... any
function redis.log(level, ...) end

---Runs a command and returns its error as a table.
---@param command string|number
---@param ... string|number
---@return any
function redis.pcall(command, ...) end

---Replicates the effects of the script; always so since 7.0.
---@return boolean
function redis.replicate_commands() end

---Chooses where writes are replicated to.
---@param flags any
function redis.set_repl(flags) end

---Chooses the protocol of replies, 2 or 3.
---@param version number|string
function redis.setresp(version) end

---The SHA-1 of a text in hexadecimal.
---@param text any
---@return string
function redis.sha1hex(text) end

---A status to return: { ok = message }.
---@param message string
---@return { ok: string }
function redis.status_reply(message) end

---@class serverlib
server = {}

---Level of redis.log for debugging.
---@type integer
server.LOG_DEBUG = nil

---Level of redis.log for events.
---@type integer
server.LOG_NOTICE = nil

---Level of redis.log for details.
---@type integer
server.LOG_VERBOSE = nil

---Level of redis.log for what needs attention.
---@type integer
server.LOG_WARNING = nil

---The version of the server, such as 7.0.15.
---@type string
server.REDIS_VERSION = nil

---The version of the server, one byte each for major, minor and patch.
---@type integer
server.REDIS_VERSION_NUM = nil

---For redis.set_repl: the append-only file and the replicas.
---@type integer
server.REPL_ALL = nil

---For redis.set_repl: the append-only file.
---@type integer
server.REPL_AOF = nil

---For redis.set_repl: nowhere.
---@type integer
server.REPL_NONE = nil

---For redis.set_repl: the replicas.
---@type integer
server.REPL_REPLICA = nil

---For redis.set_repl: the replicas.
---@type integer
server.REPL_SLAVE = nil

---The name of the server: valkey.
---@type string
server.SERVER_NAME = nil

---The version of Valkey.
---@type string
server.VALKEY_VERSION = nil

---The version of Valkey, one byte each for major, minor and patch.
---@type integer
server.VALKEY_VERSION_NUM = nil

---Whether the user of the script may run a command.
---@param command string|number
---@param ... string|number
---@return boolean
function server.acl_check_cmd(command, ...) end

---Stops the debugger here.
---@return boolean
function server.breakpoint() end

---Runs a command and raises its error.
---@param command string|number
---@param ... string|number
---@return any
function server.call(command, ...) end

---Prints values in the debugger.
---@param ... any
function server.debug(...) end

---An error to return: { err = message }.
---@param message string
---@return { err: string }
function server.error_reply(message) end

---Writes to the server's log.
---@param level number|string
---@param ... any
function server.log(level, ...) end

---Runs a command and returns its error as a table.
---@param command string|number
---@param ... string|number
---@return any
function server.pcall(command, ...) end

---Replicates the effects of the script; always so since 7.0.
---@return boolean
function server.replicate_commands() end

---Chooses where writes are replicated to.
---@param flags any
function server.set_repl(flags) end

---Chooses the protocol of replies, 2 or 3.
---@param version number|string
function server.setresp(version) end

---The SHA-1 of a text in hexadecimal.
---@param text any
---@return string
function server.sha1hex(text) end

---A status to return: { ok = message }.
---@param message string
---@return { ok: string }
function server.status_reply(message) end

---@class cjsonlib
cjson = {}

---The name of the library.
---@type string
cjson._NAME = nil

---The version of the library.
---@type string
cjson._VERSION = nil

---The value of a JSON text.
---@param json string|number
---@return any
function cjson.decode(json) end

---Whether decoded arrays stay arrays when they are empty.
---@param enabled? boolean|string
---@return boolean
function cjson.decode_array_with_array_mt(enabled) end

---Whether decode accepts NaN, infinity and hexadecimal numbers.
---@param setting? boolean|string
---@return boolean
function cjson.decode_invalid_numbers(setting) end

---How deep decode follows tables.
---@param depth? number|string
---@return integer
function cjson.decode_max_depth(depth) end

---The JSON of a value.
---@param value any
---@return string
function cjson.encode(value) end

---Whether encode accepts NaN and infinity.
---@param setting? boolean|string
---@return boolean|string
function cjson.encode_invalid_numbers(setting) end

---Whether encode keeps its buffer.
---@param keep? boolean|string
---@return boolean
function cjson.encode_keep_buffer(keep) end

---How deep encode follows tables.
---@param depth? number|string
---@return integer
function cjson.encode_max_depth(depth) end

---How many digits encode writes, at most 14.
---@param digits? number|string
---@return integer
function cjson.encode_number_precision(digits) end

---How encode treats lists with holes.
---@param convert? boolean|string
---@param ratio? number|string
---@param safe? number|string
---@return boolean
---@return integer
---@return integer
function cjson.encode_sparse_array(convert, ratio, safe) end

---A cjson with settings of its own.
---@return table
function cjson.new() end

---The null of JSON, which is not nil and counts as true.
---@type any
cjson.null = nil

---@class cmsgpacklib
cmsgpack = {}

---The copyright of the library.
---@type string
cmsgpack._COPYRIGHT = nil

---What the library is.
---@type string
cmsgpack._DESCRIPTION = nil

---The name of the library.
---@type string
cmsgpack._NAME = nil

---The version of the library.
---@type string
cmsgpack._VERSION = nil

---The MessagePack of some values.
---@param ... any
---@return string
function cmsgpack.pack(...) end

---The values of a MessagePack text.
---@param data string|number
---@return any ...
function cmsgpack.unpack(data) end

---The next offset, or -1, and so many values.
---@param data string|number
---@param limit number|string
---@param offset? number|string
---@return integer
---@return any ...
function cmsgpack.unpack_limit(data, limit, offset) end

---The next offset, or -1, and one value.
---@param data string|number
---@param offset? number|string
---@return integer
---@return any ...
function cmsgpack.unpack_one(data, offset) end

---@class structlib
struct = {}

---Packs values into bytes.
---@param format string|number
---@param ... any
---@return string
function struct.pack(format, ...) end

---How many bytes a format takes.
---@param format string|number
---@return integer
function struct.size(format) end

---Unpacks bytes; the last result is the next position.
---@param format string|number
---@param data string|number
---@param position? number|string
---@return any ...
function struct.unpack(format, data, position) end

---@class bitlib
bit = {}

---Shifts right and keeps the sign.
---@param x number|string
---@param n number|string
---@return integer
function bit.arshift(x, n) end

---Bitwise and of 32-bit numbers.
---@param ... number|string
---@return integer
function bit.band(...) end

---Bitwise not.
---@param x number|string
---@return integer
function bit.bnot(x) end

---Bitwise or.
---@param ... number|string
---@return integer
function bit.bor(...) end

---The four bytes in reverse order.
---@param x number|string
---@return integer
function bit.bswap(x) end

---Bitwise exclusive or.
---@param ... number|string
---@return integer
function bit.bxor(...) end

---Shifts left by 0 to 31 bits.
---@param x number|string
---@param n number|string
---@return integer
function bit.lshift(x, n) end

---Rotates left.
---@param x number|string
---@param n number|string
---@return integer
function bit.rol(x, n) end

---Rotates right.
---@param x number|string
---@param n number|string
---@return integer
function bit.ror(x, n) end

---Shifts right and fills with zeros.
---@param x number|string
---@param n number|string
---@return integer
function bit.rshift(x, n) end

---The signed 32-bit number of x.
---@param x number|string
---@return integer
function bit.tobit(x) end

---The last n hexadecimal digits, 8 by default.
---@param x number|string
---@param n? number|string
---@return string
function bit.tohex(x, n) end
