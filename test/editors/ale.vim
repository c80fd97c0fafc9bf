" A trial in Vim: what a person does with a flow, through ALE. run.mjs starts it with the configuration of docs/editors.md and reads what it writes.
set nocompatible nomore hidden noswapfile encoding=utf-8
let s:patience = 60000

function! s:Say(state, title, why) abort
  call writefile([json_encode({'state': a:state, 'title': a:title, 'why': a:why})], $VOIPBIN_SAID, 'a')
endfunction

function! s:Wait(what, holds) abort
  let l:start = reltime()
  while !a:holds()
    if reltimefloat(reltime(l:start)) * 1000 > s:patience
      throw 'waited in vain for ' . a:what
    endif
    sleep 20m
  endwhile
endfunction

function! s:Trial(title, run) abort
  try
    call a:run()
    call s:Say('passed', a:title, '')
  catch
    call s:Say('failed', a:title, v:exception . ' at ' . v:throwpoint . "\n" . s:Text())
  endtry
endfunction

function! s:Assert(holds, why) abort
  if !a:holds
    throw 'found ' . string(a:why)
  endif
endfunction

function! s:Text() abort
  return join(getline(1, '$'), "\n")
endfunction

" Puts the cursor so many bytes behind the place where a text begins.
function! s:Go(needle, more) abort
  call cursor(1, 1)
  call s:Assert(search('\V' . escape(a:needle, '\'), 'c') > 0, 'no ' . a:needle)
  call cursor(line('.'), col('.') + a:more)
endfunction

function! s:Codes() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> get(one, 'code', '')})
endfunction

function! s:Open(name) abort
  execute 'edit' fnameescape($VOIPBIN_TRIAL . '/' . a:name)
  call ale#Queue(0)
endfunction

" What a person types where ALE asks, and what ALE shows.
let s:typed = ''
let s:shown = ''

execute 'source' fnameescape($VOIPBIN_CONFIGURATION . '-1')
packloadall
filetype plugin on
runtime plugin/ale.vim
runtime autoload/ale/util.vim
function! ale#util#Input(message, value, ...) abort
  return s:typed
endfunction
function! ale#util#ShowMessage(string, ...) abort
  let s:shown = a:string
endfunction

function! s:Choose(needle) abort
  let l:chosen = {'titles': v:null}
  function! s:Menu(data, items) closure abort
    let l:chosen.titles = map(copy(a:items), {_, item -> item[1].title})
    for l:item in a:items
      if l:item[1].title =~# a:needle
        call ale#codefix#ApplyLSPCodeAction(a:data, l:item[1])
        return
      endif
    endfor
  endfunction
  call ale#codefix#Execute(0, function('s:Menu'))
  call s:Wait('an offer', {-> l:chosen.titles isnot v:null})
  return l:chosen.titles
endfunction

function! s:Findings() abort
  call s:Open('menu.json')
  call s:Wait('findings', {-> index(s:Codes(), 'unknown-type') >= 0})
endfunction
call s:Trial('findings stand in the file', function('s:Findings'))

function! s:Mend() abort
  call s:Go('"tlak"', 2)
  call s:Choose('talk')
  call s:Wait('the fix', {-> s:Text() =~# '"talk"'})
  call ale#Queue(0)
  call s:Wait('the end of the finding', {-> index(s:Codes(), 'unknown-type') < 0})
endfunction
call s:Trial('a code action mends one', function('s:Mend'))

function! s:Hover() abort
  call s:Go('"language"', 3)
  ALEHover
  call s:Wait('the hover', {-> !empty(s:shown)})
  call s:Assert(s:shown =~# 'language', s:shown)
endfunction
call s:Trial('hover explains', function('s:Hover'))

function! s:Jump() abort
  call s:Open('jump.flow.json')
  call s:Wait('findings', {-> !empty(s:Codes())})
  call s:Go('"target_id": "', 16)
  ALEGoToDefinition
  call s:Wait('the jump', {-> line('.') == 3})
endfunction
call s:Trial('a target leads to its action', function('s:Jump'))

function! s:Rename() abort
  call s:Open('names.flow.jsonc')
  let l:before = s:Text()
  call s:Go('"ask"', 2)
  let s:typed = 'again'
  ALERename
  call s:Wait('the new name', {-> s:Text() ==# substitute(l:before, '"ask"', '"again"', 'g')})
  let s:typed = 'not a name'
  ALERename
  undo
  call s:Assert(s:Text() ==# l:before, s:Text())
endfunction
call s:Trial('a name is renamed everywhere, and undone at once', function('s:Rename'))

function! s:Refactor() abort
  call s:Open('names.flow.jsonc')
  call s:Go('"goto"', 2)
  call s:Choose('^Use UUIDs')
  call s:Wait('UUIDs', {-> s:Text() =~# '"target_id": "\x\{8}-'})
  call s:Assert(s:Text() !~# '"ask"', s:Text())
  undo
endfunction
call s:Trial('a refactoring puts UUIDs in the place of names', function('s:Refactor'))

function! s:Peace() abort
  call s:Open('package.json')
  let l:manifest = bufnr('')
  " Findings come in the order in which files are opened.
  call s:Open('last.flow.json')
  call s:Wait('findings of another file', {-> !empty(s:Codes())})
  call s:Assert(empty(ale#engine#GetLoclist(l:manifest)), ale#engine#GetLoclist(l:manifest))
endfunction
call s:Trial('a file that is no flow is left in peace', function('s:Peace'))

function! s:End() abort
  ALEStopAllLSPs
  call s:Wait('the end of the server', {-> empty(filter(job_info(), {_, job -> job_status(job) ==# 'run'}))})
endfunction
call s:Trial('the server ends with the editor', function('s:End'))

call s:Say('done', 'Vim', '')
qall!
