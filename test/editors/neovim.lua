-- Uses the server as a person would and writes down what Neovim then shows.
local shown = { messages = {} }
local out = os.getenv('SHOWN')

local function finish()
  local file = io.open(out, 'w')
  file:write(vim.json.encode(shown))
  file:close()
  vim.cmd('qa!')
end

local function wait(what, condition)
  if not vim.wait(30000, condition, 50) then
    shown.failed = 'waited in vain: ' .. what
    finish()
  end
end

local function at(name)
  local line, column = os.getenv(name):match('(%d+) (%d+)')
  local text = vim.fn.getline(tonumber(line))
  vim.api.nvim_win_set_cursor(0, { tonumber(line), vim.fn.byteidx(text, tonumber(column)) })
end

-- The line, and the column in characters.
local function cursor()
  local line, byte = unpack(vim.api.nvim_win_get_cursor(0))
  return { line = line, column = vim.fn.charidx(vim.fn.getline(line), byte) }
end

local function press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'mx', false)
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end

-- What the server has the editor tell the reader: Neovim prints it.
local told = vim.lsp.handlers['window/showMessage']
vim.lsp.handlers['window/showMessage'] = function(err, result, ...)
  table.insert(shown.messages, result.message)
  return told(err, result, ...)
end

local function run()
  wait('the server', function() return #vim.lsp.buf_get_clients(0) > 0 end)
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  shown.diagnostics = vim.tbl_map(function(one) return { line = one.lnum + 1, message = one.message } end, vim.diagnostic.get(0))

  at('KERVELLA')
  press('K')
  wait('the hover', floating)
  shown.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(floating()), 0, -1, false), '\n')
  vim.api.nvim_win_close(floating(), true)

  press('gO')
  wait('the outline', function() return #vim.fn.getloclist(0) + #vim.fn.getqflist() > 0 end)
  local function words(list) return vim.tbl_map(function(one) return one.text end, list) end
  shown.outline = vim.list_extend(words(vim.fn.getloclist(0)), words(vim.fn.getqflist()))
  vim.cmd('silent! lclose | silent! cclose')

  at('SECOND')
  local before = cursor()
  press('gd')
  wait('the definition', function() return cursor().line ~= before.line end)
  shown.definition = cursor()

  vim.fn.setqflist({})
  press('gr')
  wait('the references', function() return #vim.fn.getqflist() > 0 end)
  shown.references = vim.tbl_map(function(one) return one.lnum end, vim.fn.getqflist())
  vim.cmd('silent! cclose')

  vim.fn.setqflist({})
  vim.lsp.buf.workspace_symbol('kervella')
  wait('the symbols', function() return #vim.fn.getqflist() > 0 end)
  shown.symbols = words(vim.fn.getqflist())
  vim.cmd('silent! cclose')

  at('KERVELLA')
  local offered
  vim.ui.select = function(items, options, chosen)
    offered = vim.tbl_map(options.format_item, items)
    for index, title in ipairs(offered) do
      if title == os.getenv('CONFIRM') then return chosen(items[index], index) end
    end
  end
  press('\\a')
  wait('the code actions', function() return offered end)
  shown.actions = offered
  local function decided(text)
    return function()
      local file = io.open(os.getenv('ANN'))
      if not file then return false end
      local all = file:read('*a')
      file:close()
      return all:find(text, 1, true) ~= nil
    end
  end
  wait('the decision on disk', decided('Yann Kervella'))

  at('PORT')
  press('\\y')
  wait('the decision by a key', decided('Port-Clair'))

  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  press(']q')
  wait('the next quote', function() return cursor().line > 1 end)
  shown.quote = cursor()
  finish()
end

local fine, problem = pcall(run)
if not fine then
  shown.failed = tostring(problem)
  finish()
end
