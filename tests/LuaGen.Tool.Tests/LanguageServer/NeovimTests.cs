using System.Text.Json.Nodes;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>A headless Neovim with the configuration of the README.</summary>
public sealed class NeovimTests
{
    private const string Script = """
        -- KEYS[1] stock
        -- ARGV[1] quantity: int
        -- RETURNS long
        local left = redis.call('GET', KEYS[1])
        redis.call('GTE', KEYS[1])
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """;

    /// <summary>Waits for the diagnostics, fixes the command by an edit, and asks for a completion and a hover in between.</summary>
    private const string Driver = """
        local function ask(method, line, character)
          local params = { textDocument = vim.lsp.util.make_text_document_params(0), position = { line = line, character = character } }
          for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 60000) or {}) do
            return answer.result
          end
        end
        local function codes()
          return vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0))
        end
        local function has(code) return vim.tbl_contains(codes(), code) end

        local out = {}
        out.came = vim.wait(120000, function() return has('LUA4001') end, 20)
        out.items = vim.tbl_map(function(item) return item.label end, ask('textDocument/completion', 4, 13).items)
        out.hover = ask('textDocument/hover', 3, 7).contents.value
        vim.api.nvim_buf_set_text(0, 4, 12, 4, 15, { 'GET' })
        out.went = vim.wait(120000, function() return not has('LUA4001') end, 20)
        out.text = table.concat(vim.api.nvim_buf_get_lines(0, 4, 5, false), '')
        vim.fn.writefile({ vim.fn.json_encode(out) }, 'out.json')
        vim.cmd('qa!')
        """;

    [NeovimFact]
    public async Task Neovim_shows_diagnostics_as_one_types()
    {
        using var folder = new TestFolder().Write("Take.lua", Script).Write("driver.lua", Driver).Write("init.lua", ReadmeBlock.Of("neovim"));

        var result = await ToolProcess.ShellAsync(folder, "XDG_STATE_HOME=$PWD XDG_CACHE_HOME=$PWD XDG_DATA_HOME=$PWD timeout 400 nvim --headless -u init.lua -c 'filetype on' -c 'edit Take.lua' -c 'luafile driver.lua'");

        Assert.True(File.Exists(folder.Full("out.json")), result.Output + result.Error);
        var found = JsonNode.Parse(folder.Read("out.json"))!;
        Assert.True((bool)found["came"]!, "no diagnostics came");
        Assert.Contains("GET", ((JsonArray)found["items"]!).Select(item => (string?)item).Take(5));
        Assert.Contains("string, or false when the key is missing", (string)found["hover"]!, StringComparison.Ordinal);
        Assert.True((bool)found["went"]!, "the diagnostics stayed");
        Assert.Equal("redis.call('GET', KEYS[1])", (string?)found["text"]);
    }
}
