// Stands in for VS Code's native log module @vscode/spdlog, so that installing the host needs no compiler and no
// headers. Same interface, as far as VS Code's server and extension host call it; lines go to the file at once.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  #file;
  #limit;
  #written;
  #level = 2;
  #bare = false;

  /** The type and the number of old files to keep are accepted and ignored: a full log starts again. */
  constructor(_type, _name, file, limit) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.#file = file;
    this.#limit = limit > 0 ? limit : Number.POSITIVE_INFINITY;
    this.#written = fs.existsSync(file) ? fs.statSync(file).size : 0;
  }

  #write(level, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const text = this.#bare ? String(message) : `${time} [${LEVELS[level]}] ${message}\n`;
    const size = Buffer.byteLength(text);
    try {
      if (this.#written + size > this.#limit) {
        fs.writeFileSync(this.#file, '');
        this.#written = 0;
      }
      fs.appendFileSync(this.#file, text);
      this.#written += size;
    } catch {
      // The folder of the logs may go before the last line is written, when a test ends.
    }
  }

  trace(message) {
    this.#write(0, message);
  }
  debug(message) {
    this.#write(1, message);
  }
  info(message) {
    this.#write(2, message);
  }
  warn(message) {
    this.#write(3, message);
  }
  error(message) {
    this.#write(4, message);
  }
  critical(message) {
    this.#write(5, message);
  }

  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  setPattern() {}
  /** After this call the caller formats lines itself, line breaks included. */
  clearFormatters() {
    this.#bare = true;
  }
  flush() {}
  drop() {}
}

const create = async (name, file, limit, count) => new Logger('rotating', name, file, limit, count);

// One assignment a name: VS Code imports this module, and names of another form are not seen from an ES module.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
