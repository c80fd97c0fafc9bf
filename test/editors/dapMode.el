;; A debug client that others wrote drives `voipbin-flow dap`: dap-mode of Emacs, in Debian the package elpa-dap-mode.
;;   npm run build && emacs --batch -l test/editors/dapMode.el
;; Seen with dap-mode 0.7 on Emacs 28: stopped at line 20, after a step at line 43, then terminated.
(dolist (dir (directory-files "/usr/share/emacs/site-lisp/elpa-src" t "^[^.]")) (add-to-list 'load-path dir))
(defvar dap-exception-breakpoints nil)
(require 'dap-mode)
(setq lsp-session-file (make-temp-file "lsp-session") dap-auto-configure-features nil)
;; A session of dap-mode usually belongs to a language server, and here is none.
(advice-add 'lsp-workspace-folder-for-uri :override #'ignore)
(defvar cli (expand-file-name "dist/cli.js"))
(find-file "examples/branch-menu.flow.json")
(goto-char (point-min))
(forward-line 19)
(dap--set-breakpoints-in-file buffer-file-name (list (list :marker (point-marker) :point (point))))
(puthash buffer-file-name (list (list :marker (copy-marker (point)) :point (point))) (dap--get-breakpoints))
(add-hook 'dap-stack-frame-changed-hook
          (lambda (session)
            (let ((frame (dap--debug-session-active-frame session)))
              (when frame (message "stopped at line %s: %s" (gethash "line" frame) (gethash "name" frame))))))
(add-hook 'dap-terminated-hook (lambda (_) (message "terminated")))
(dap-start-debugging (list :type "voipbin-flow" :request "launch" :name "Menu" :program buffer-file-name
                           :world (list :digits ["2"]) :dap-server-path (list "node" cli "dap")))
(accept-process-output nil 4)
(sit-for 1)
(dap-next (dap--cur-session))
(accept-process-output nil 2)
(sit-for 1)
(dap-continue (dap--cur-session) 1)
(accept-process-output nil 2)
(sit-for 1)
