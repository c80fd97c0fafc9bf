// Stands in for the compiled @vscode/spdlog, so that the host needs no compiler: appends log lines to the file, without
// rotation, because a host lives for minutes.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_type, _name, path) {
    mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.level = 2;
    this.plain = false;
  }

  write(level, text) {
    if (level < this.level) return;
    const line = this.plain ? text : `${new Date().toISOString()} [${names[level]}] ${text}\n`;
    try {
      appendFileSync(this.path, line);
    } catch {
      // The data folder is removed while the last processes still write: there is nobody left to read it.
    }
  }

  trace(text) {
    this.write(0, text);
  }
  debug(text) {
    this.write(1, text);
  }
  info(text) {
    this.write(2, text);
  }
  warn(text) {
    this.write(3, text);
  }
  error(text) {
    this.write(4, text);
  }
  critical(text) {
    this.write(5, text);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {
    this.plain = false;
  }
  clearFormatters() {
    this.plain = true;
  }
  flush() {}
  drop() {}
}

const create = (type) => async (name, path) => new Logger(type, name, path);

exports.version = 11500;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create('rotating');
exports.createAsyncRotatingLogger = create('rotating_async');
