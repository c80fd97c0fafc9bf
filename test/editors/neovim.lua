-- A trial in Neovim: what a person does with a flow, through Neovim's own client. run.mjs starts it with the configuration of docs/editors.md and
-- reads what it prints.
local folder = vim.env.VOIPBIN_TRIAL
local patience = 60000

local function say(state, title, why)
  io.stdout:write(vim.fn.json_encode({ state = state, title = title, why = why or '' }) .. '\n')
end

local function wait(what, holds)
  if not vim.wait(patience, holds, 20) then
    error('waited in vain for ' .. what)
  end
end

local function codes()
  return vim.tbl_map(function(one)
    return one.code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code)
  end, vim.diagnostic.get(0))
end

local function trial(title, run)
  local good, why = xpcall(run, debug.traceback)
  say(good and 'passed' or 'failed', title, good and '' or why .. '\nFindings: ' .. vim.inspect(codes()))
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

-- Puts the cursor where a text begins, and so many columns behind it.
local function go(needle, more)
  local from = text():find(needle, 1, true)
  assert(from, 'the text has no ' .. needle)
  local before = text():sub(1, from - 1)
  local _, breaks = before:gsub('\n', '')
  local column = #before:match('[^\n]*$')
  vim.api.nvim_win_set_cursor(0, { breaks + 1, column + (more or 0) })
end

-- Messages of the editor and its log of faults: a client that meets what it does not know says so there.
local messages = {}
vim.notify = function(message)
  table.insert(messages, message)
end

vim.cmd('filetype on')
dofile(vim.env.VOIPBIN_CONFIGURATION .. (vim.lsp.config and '-1' or '-2'))

local client
local function open(name)
  vim.cmd('edit ' .. folder .. '/' .. name)
  wait('the server', function()
    local clients = (vim.lsp.get_clients or vim.lsp.get_active_clients)({ bufnr = vim.fn.bufnr() })
    client = clients[1] and clients[1].id
    return client and vim.lsp.buf_is_attached(0, client)
  end)
end

trial('findings stand in the file', function()
  open('menu.json')
  wait('findings', function()
    return vim.tbl_contains(codes(), 'unknown-type')
  end)
end)

trial('a code action mends one', function()
  go('"tlak"', 2)
  vim.ui.select = function(items, _, choose)
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  wait('the fix', function()
    return text():find('"talk"', 1, true) ~= nil
  end)
  wait('the end of the finding', function()
    return not vim.tbl_contains(codes(), 'unknown-type')
  end)
end)

trial('a code action mends one from elsewhere on its line', function()
  go('"id": "not', 0)
  vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), 0 })
  local offered
  vim.ui.select = function(items)
    offered = #items
  end
  vim.lsp.buf.code_action()
  wait('an offer', function()
    return offered ~= nil
  end)
  assert(offered > 0)
end)

trial('completion writes a target, and the id that it needs', function()
  go('"target_id": "', 14)
  local matches
  vim.fn.complete = function(_, items)
    matches = items
  end
  vim.fn.mode = function()
    return 'i'
  end
  vim.lsp.omnifunc(1, '')
  wait('suggestions', function()
    return matches ~= nil
  end)
  local stop
  for _, one in ipairs(matches) do
    if one.abbr:find('hangup', 1, true) or one.word:find('hangup', 1, true) then
      stop = one
    end
  end
  assert(stop, vim.inspect(matches))
  local item = stop.user_data.nvim.lsp.completion_item
  assert(item.additionalTextEdits, 'the target gets no id')
  assert(item.insertTextFormat ~= 2, 'a text without places to fill in came as a snippet')
  local edits = { item.textEdit, unpack(item.additionalTextEdits) }
  vim.lsp.util.apply_text_edits(edits, 0, vim.lsp.get_client_by_id(client).offset_encoding or 'utf-16')
  local _, count = text():gsub(vim.pesc(item.detail:match('%x+-%x+-%x+-%x+-%x+') or item.textEdit.newText:match('[%x-]+')), '')
  assert(count == 2, 'the reference leads nowhere:\n' .. text())
end)

trial('hover explains', function()
  go('"language"', 3)
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
      end
    end
  end
  wait('the hover', float)
  assert(float():find('language', 1, true), float())
  vim.cmd('normal! j')
end)

trial('a target leads to its action', function()
  open('jump.flow.json')
  wait('findings', function()
    return #codes() > 0
  end)
  go('"target_id": "', 16)
  vim.lsp.buf.definition()
  wait('the jump', function()
    return vim.fn.line('.') == 3
  end)
end)

trial('formatting lays the file out', function()
  vim.bo.shiftwidth = 2
  vim.bo.expandtab = true
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = patience })
  else
    vim.lsp.buf.formatting_sync(nil, patience)
  end
  assert(vim.startswith(text(), '{\n  "actions": [\n    {\n      "type": "goto",\n'), text())
end)

trial('a name is renamed everywhere, and undone at once', function()
  open('names.flow.jsonc')
  local before = text()
  go('"ask"', 2)
  vim.lsp.buf.rename('again')
  wait('the new name', function()
    return text() == before:gsub('"ask"', '"again"')
  end)
  vim.cmd('undo')
  assert(text() == before, text())
end)

trial('a refactoring puts UUIDs in the place of names', function()
  local before = text()
  go('"goto"', 2)
  local titles
  vim.ui.select = function(items, options, choose)
    titles = vim.tbl_map(options.format_item, items)
    for index, item in ipairs(items) do
      if vim.startswith(titles[index], 'Use UUIDs') then
        choose(item, index)
      end
    end
  end
  vim.lsp.buf.code_action({ only = { 'refactor' } })
  wait('the menu', function()
    return titles ~= nil
  end)
  assert(text():find('"ask"', 1, true) == nil, vim.inspect(titles) .. text())
  assert(text():find('"target_id": "%x+-', 1) ~= nil, text())
  vim.cmd('undo')
  assert(text() == before, text())
end)

trial('lenses tell of ways', function()
  vim.lsp.codelens.refresh()
  wait('lenses', function()
    return #vim.lsp.codelens.get(0) > 0
  end)
  assert(vim.lsp.codelens.get(0)[1].command.title:find('way', 1, true), vim.inspect(vim.lsp.codelens.get(0)))
end)

trial('the call hierarchy tells who leads to an action', function()
  go('"talk"', 2)
  vim.lsp.buf.incoming_calls()
  wait('the list', function()
    return #vim.fn.getqflist() > 0
  end)
  assert(vim.fn.getqflist()[1].text:find('goto', 1, true), vim.inspect(vim.fn.getqflist()))
  vim.cmd('cclose')
end)

trial('a file that is no flow is left in peace', function()
  open('package.json')
  local manifest = vim.fn.bufnr()
  -- Findings come in the order in which files are opened.
  open('last.flow.json')
  wait('findings of another file', function()
    return #codes() > 0
  end)
  assert(#vim.diagnostic.get(manifest) == 0, vim.inspect(vim.diagnostic.get(manifest)))
end)

trial('nothing was sent that Neovim does not know', function()
  assert(#messages == 0, vim.inspect(messages))
  local log = io.open(vim.lsp.get_log_path())
  local faults = {}
  for line in (log and log:lines() or function() end) do
    if line:find('^%[ERROR%]') or line:find('^%[WARN%]') then
      table.insert(faults, line)
    end
  end
  assert(#faults == 0, table.concat(faults, '\n'))
end)

trial('the server ends with the editor', function()
  vim.lsp.stop_client(client)
  wait('the end of the server', function()
    return vim.lsp.client_is_stopped(client)
  end)
end)

say('done', 'Neovim')
vim.cmd('qall!')
