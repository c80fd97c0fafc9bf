;;; eglot.el --- A trial in Emacs: what a person does with a flow, through eglot  -*- lexical-binding: t; -*-
;; run.mjs starts it with the configuration of docs/editors.md and reads what it prints.

(require 'cl-lib)
(require 'json)
;; Emacs has eglot from version 29 on; before, Debian has it as a package.
(unless (require 'eglot nil t)
  (require 'package)
  (add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
  (package-initialize)
  (require 'eglot))
(require 'xref)

(defvar trial-folder (getenv "VOIPBIN_TRIAL"))
(defvar trial-patience 60)

;; Emacs takes JSON for JavaScript without a package for it.
(define-derived-mode json-mode js-mode "JSON")
(load (concat (getenv "VOIPBIN_CONFIGURATION") "-1") nil t t)
(setq eglot-sync-connect 20
      eglot-confirm-server-initiated-edits nil
      eglot-autoshutdown nil
      create-lockfiles nil
      make-backup-files nil
      js-indent-level 2
      ;; Choices are made by typing.
      last-nonmenu-event t)
(setq-default indent-tabs-mode nil
              tab-width 2)

(defun trial-say (state title why)
  (princ (concat (json-encode `((state . ,state) (title . ,title) (why . ,why))) "\n")))

(defun trial-wait (what holds)
  (let ((end (+ (float-time) trial-patience)))
    (while (not (funcall holds))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(defmacro trial (title &rest body)
  (declare (indent 1))
  `(condition-case why
       (progn ,@body (trial-say "passed" ,title ""))
     (error (trial-say "failed" ,title (format "%S\nFindings: %S\n%s" why (trial-codes) (buffer-string))))))

(defun trial-go (needle &optional more)
  (goto-char (point-min))
  (search-forward needle)
  (goto-char (+ (match-beginning 0) (or more 0))))

;; Without a person at the keyboard Emacs starts nothing by itself.
(defun trial-open (name)
  (find-file (concat trial-folder "/" name))
  (unless (derived-mode-p 'voipbin-flow-mode) (json-mode))
  (if (eglot-current-server)
      (eglot--maybe-activate-editing-mode)
    (apply #'eglot (eglot--guess-contact)))
  (trial-wait "the server" #'eglot-managed-p)
  (set-window-buffer (selected-window) (current-buffer))
  (flymake-mode 1)
  (flymake-start))

;; Codes are permanent; what a finding says is not.
(defun trial-codes ()
  (mapcar (lambda (one) (plist-get (cdr (assq 'eglot-lsp-diag (flymake-diagnostic-data one))) :code))
          (flymake-diagnostics)))

;; What eglot does not know it tells as a warning, if it is told to be strict.
(setq eglot-strict-mode '(disallow-non-standard-keys disallow-unknown-methods enforce-required-keys))
(defvar trial-warnings nil)
(advice-add 'display-warning :override (lambda (kind message &rest _) (when (eq kind 'eglot) (push message trial-warnings))))

(trial "findings stand in the file"
  (trial-open "menu.json")
  (trial-wait "findings" (lambda () (member "unknown-type" (trial-codes)))))

(trial "a code action mends one"
  (trial-go "\"tlak\"" 2)
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_ choices &rest _) (let ((first (car choices))) (if (consp first) (car first) first)))))
    (eglot-code-actions (point) (point) nil t))
  (trial-wait "the fix" (lambda () (string-match-p "\"talk\"" (buffer-string))))
  (eglot--signal-textDocument/didChange)
  (trial-wait "the end of the finding" (lambda () (not (member "unknown-type" (trial-codes))))))

(trial "completion writes a target, and the id that it needs"
  (trial-go "\"target_id\": \"" 14)
  (let* ((capf (eglot-completion-at-point))
         (candidates (all-completions "" (nth 2 capf)))
         (target (cl-find-if (lambda (one) (string-match-p "hangup" one)) candidates)))
    (unless target (error "No target: %S" candidates))
    (insert target)
    (funcall (plist-get (nthcdr 3 capf) :exit-function) target 'finished)
    (trial-go "\"target_id\": \"" 14)
    (unless (looking-at "[0-9a-f-]\\{36\\}\"") (error "No id was written"))
    (let ((id (substring (match-string 0) 0 36)))
      (trial-go (format "\"id\": \"%s\"" id)))))

(trial "hover explains"
  (trial-go "\"language\"" 3)
  (eglot--signal-textDocument/didChange)
  (let (said)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq said text)))
    (trial-wait "the hover" (lambda () said))
    (unless (string-match-p "language" said) (error "It says %s" said))))

(trial "a target leads to its action"
  (trial-open "jump.flow.json")
  (trial-wait "findings" (lambda () (trial-codes)))
  (trial-go "\"target_id\": \"" 16)
  (let ((xref-prompt-for-identifier nil))
    (xref-find-definitions (xref-backend-identifier-at-point 'eglot)))
  (unless (= (line-number-at-pos) 3) (error "It leads to line %d" (line-number-at-pos))))

(trial "formatting lays the file out"
  (eglot-format-buffer)
  (unless (string-prefix-p "{\n  \"actions\": [\n    {\n      \"type\": \"goto\",\n" (buffer-string)) (error "Another layout")))

(trial "a name is renamed everywhere, and undone at once"
  (trial-open "names.flow.jsonc")
  (buffer-enable-undo)
  (let ((before (buffer-string)))
    (trial-go "\"ask\"" 2)
    (eglot-rename "again")
    (unless (equal (buffer-string) (string-replace "\"ask\"" "\"again\"" before)) (error "Another text"))
    (undo-boundary)
    (undo)
    (unless (equal (buffer-string) before) (error "Undone otherwise"))))

(trial "a refactoring puts UUIDs in the place of names"
  (trial-go "\"goto\"" 2)
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_ choices &rest _)
               (let ((titles (mapcar (lambda (one) (if (consp one) (car one) one)) choices)))
                 (or (cl-find-if (lambda (title) (string-prefix-p "Use UUIDs" title)) titles)
                     (error "Not offered: %S" titles))))))
    (eglot-code-actions (point) (point) nil t))
  (unless (string-match-p "\"target_id\": \"[0-9a-f]+-" (buffer-string)) (error "No UUID"))
  (undo-boundary)
  (undo))

(trial "a file that is no flow is left in peace"
  (trial-open "package.json")
  (let ((manifest (current-buffer)))
    ;; Findings come in the order in which files are opened.
    (trial-open "last.flow.json")
    (trial-wait "findings of another file" (lambda () (trial-codes)))
    (with-current-buffer manifest
      (when (trial-codes) (error "%S" (trial-codes))))))

(trial "nothing was sent that eglot does not know"
  (when trial-warnings (error "%S" trial-warnings)))

(trial "the server ends with the editor"
  (eglot-shutdown (eglot-current-server))
  (when (eglot-current-server) (error "It runs on")))

(trial-say "done" "Emacs" "")
(kill-emacs 0)
;;; eglot.el ends here
