// Tells on the third pipe when an entry of the journal was synced, in milliseconds since 1970: the server does not say it.
const fs = require('node:fs');

const { open } = fs.promises;
fs.promises.open = async (path, ...rest) => {
  const handle = await open(path, ...rest);
  if (!String(path).endsWith('.slot')) return handle;
  const sync = handle.datasync.bind(handle);
  handle.datasync = async () => {
    await sync();
    fs.writeSync(3, `${performance.timeOrigin + performance.now()}\n`);
  };
  return handle;
};
