;; Uses the server as a person would and writes down what Emacs then shows.  -*- lexical-binding: t -*-
(require 'json)
(require 'imenu)
(require 'xref)
(require 'flymake)
(defvar shown nil)

(defun finish ()
  (with-temp-file (getenv "SHOWN") (insert (json-encode shown)))
  (let ((kill-emacs-hook nil)) (kill-emacs 0)))

(defun show (key value) (push (cons key value) shown))

(defun wait-for (what condition)
  (let ((until (+ (float-time) 30)) found)
    (while (and (not (setq found (funcall condition))) (< (float-time) until))
      (accept-process-output nil 0.05))
    (unless found
      (show 'failed (concat "waited in vain: " what))
      (finish))
    found))

(defun at (name)
  (let ((place (split-string (getenv name))))
    (goto-char (point-min))
    (forward-line (1- (string-to-number (car place))))
    (forward-char (string-to-number (cadr place)))))

(defun here () `((line . ,(line-number-at-pos)) (column . ,(- (point) (line-beginning-position)))))

(defun names (index)
  "All names of a (nested) imenu INDEX."
  (apply #'append
         (mapcar (lambda (entry) (cons (substring-no-properties (car entry)) (and (consp (cdr entry)) (listp (cdr entry)) (consp (cadr entry)) (names (cdr entry)))))
                 index)))

(defun on-disk (words)
  (lambda ()
    (and (file-exists-p (getenv "ANN"))
         (with-temp-buffer (insert-file-contents (getenv "ANN")) (search-forward words nil t)))))

(defun use-editor ()
  (find-file (getenv "ARTICLE"))
  (switch-to-buffer (current-buffer))
  (let ((eglot-sync-connect t)) (apply #'eglot (eglot--guess-contact)))
  (wait-for "the server" #'eglot-current-server)

  (flymake-start)
  (wait-for "diagnostics" #'flymake-diagnostics)
  (show 'diagnostics
        (vconcat (mapcar (lambda (one)
                           `((line . ,(line-number-at-pos (flymake-diagnostic-beg one)))
                             (message . ,(flymake-diagnostic-text one))))
                         (flymake-diagnostics))))

  (at "KERVELLA")
  (let (text)
    (eglot-hover-eldoc-function (lambda (info &rest _) (when (and info (> (length info) 0)) (setq text (substring-no-properties info)))))
    (wait-for "the hover" (lambda () text))
    (show 'hover text))

  (show 'outline (vconcat (names (imenu--make-index-alist t))))

  (at "SECOND")
  (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
  (show 'definition (here))

  (at "SECOND")
  (show 'references
        (vconcat (sort (mapcar (lambda (item) (xref-location-line (xref-item-location item)))
                               (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))
                       #'<)))
  (show 'symbols (vconcat (mapcar (lambda (item) (substring-no-properties (xref-item-summary item)))
                                  (xref-backend-apropos 'eglot "kervella"))))

  (at "KERVELLA")
  (let ((last-nonmenu-event t))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (show 'actions (vconcat (mapcar #'car items)))
                 (getenv "CONFIRM"))))
      (eglot-code-actions (point) (point) nil t)))
  (wait-for "the decision on disk" (on-disk "Yann Kervella"))

  (at "PORT")
  (execute-kbd-macro (kbd "C-c C-y"))
  (wait-for "the decision by a key" (on-disk "Port-Clair"))

  (goto-char (point-min))
  (execute-kbd-macro (kbd "C-c C-q"))
  (show 'quote (here))
  (show 'messages (vconcat (with-current-buffer "*Messages*" (split-string (buffer-string) "\n" t))))
  (finish))

(condition-case problem (use-editor)
  (error (show 'failed (format "%S" problem)) (finish)))
