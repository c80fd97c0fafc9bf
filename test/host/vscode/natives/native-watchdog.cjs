// Stands in for the compiled native-watchdog, so that the host needs no compiler: ends the extension host when the
// process that started it is gone.
let started = false;

exports.start = (pid) => {
  if (started) return;
  started = true;
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 2000).unref();
};

exports.exit = (code) => process.exit(code || 0);
