// What is kept on this tablet: each visit closed (AES-GCM) under its inspector's own key. In the
// open stand only a random key of the visit, its inspector's number and the time.
const text = new TextEncoder();
const about = (record) => text.encode(`${record.who} ${record.key}`);

const opened = new Promise((done, fail) => {
  const asked = indexedDB.open("earshot-visits", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("outbox", { keyPath: "key" });
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => fail(asked.error);
});

const box = async (mode, work) => {
  const kept = (await opened).transaction("outbox", mode, { durability: "strict" });
  const asked = work(kept.objectStore("outbox"));
  return new Promise((done, fail) => {
    kept.oncomplete = () => done(asked.result);
    kept.onerror = kept.onabort = () => fail(kept.error);
  });
};

const records = () => box("readonly", (all) => all.getAll());
export const countOf = async (isTheirs) => (await records()).filter((each) => isTheirs(each.who)).length;
export const newKey = () => crypto.randomUUID().replaceAll("-", "");

// The drafts of one person, who holds the key. `unreadable` counts those that it does not open.
export const draftsOf = async (person) => {
  const raw = Uint8Array.from(atob(person.key), (each) => each.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

  const put = async (visit) => {
    const record = { key: visit.key, who: person.id, at: visit.at, iv: crypto.getRandomValues(new Uint8Array(12)) };
    const settings = { name: "AES-GCM", iv: record.iv, additionalData: about(record) };
    record.closed = await crypto.subtle.encrypt(settings, key, text.encode(JSON.stringify(visit)));
    await box("readwrite", (all) => all.put(record));
  };
  const open = async (record) => {
    const settings = { name: "AES-GCM", iv: record.iv, additionalData: about(record) };
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(settings, key, record.closed)));
  };
  const all = async () => {
    const visits = [];
    let unreadable = 0;
    for (const record of (await records()).filter((each) => each.who === person.id)) {
      try { visits.push(await open(record)); } catch { unreadable += 1; }
    }
    return { visits: visits.sort((one, other) => one.at - other.at), unreadable };
  };
  const find = async (wanted) => (await all()).visits.find((each) => each.key === wanted);
  const remove = (gone) => box("readwrite", (each) => each.delete(gone));
  const closeOld = async () => { // what an earlier version of this page kept in the open
    for (const old of (await records()).filter((each) => each.who === person.id && each.fields)) {
      await put({ ...old, state: "waiting", errors: {}, asked: {}, page: old.to.replace("/outbox/", "/new/") });
    }
  };
  await closeOld();
  return { put, all, find, remove, person };
};
