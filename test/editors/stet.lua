-- Stet in Neovim without a plugin: the recipe of docs/other-editors.md, with the command from the environment.
vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'markdown', 'text' },
  callback = function(args)
    local root = vim.fn.getcwd()
    local client = vim.lsp.start_client({
      name = 'stet',
      cmd = vim.split(vim.env.STET_COMMAND, '\n'),
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    })
    vim.lsp.buf_attach_client(args.buf, client)
  end,
})
