// What this browser keeps: records in a database of their own, written through to the disk.
export const storeOf = (database, name, keyPath) => {
  let opened;
  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(name, { keyPath });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const box = async (mode, work) => {
    const kept = (await (opened ??= open())).transaction(name, mode, { durability: "strict" });
    const asked = work(kept.objectStore(name));
    return new Promise((done, fail) => {
      kept.oncomplete = () => done(asked.result);
      kept.onerror = kept.onabort = () => fail(kept.error);
    });
  };
  return {
    all: () => box("readonly", (all) => all.getAll()),
    get: (key) => box("readonly", (all) => all.get(key)),
    put: (record) => box("readwrite", (all) => all.put(record)),
    remove: (key) => box("readwrite", (all) => all.delete(key)),
  };
};
