// What is kept on this tablet: each visit closed under a key of its own, and that key sealed to its
// inspector. In the open stand only a random number of the visit, its inspector's id and the time.
import { AES, newIv } from "./keys.js";
import { storeOf } from "./stored.js";

const text = new TextEncoder(), visits = storeOf("earshot-visits", "outbox", "key");
const settings = ({ who, key, iv }) => ({ ...AES, iv, additionalData: text.encode(`${who} ${key}`) });
const isOld = (record) => Boolean(record.fields); // kept in the open, before they were closed

export const newKey = () => crypto.randomUUID().replaceAll("-", "");
export const keyIn = (hash) => hash.match(/^#([0-9a-f]{32})$/)?.[1] || "";
export const lockOf = (key) => `visit ${key}`;
export const countOf = async (isTheirs) => (await visits.all()).filter((each) => isTheirs(each.who)).length;

// The drafts of one person. Without their key that opens, only what this page itself has written.
export const draftsOf = async ({ id }, { sealing, opening }) => {
  const known = new Map();

  const begin = async () => {
    const key = await crypto.subtle.generateKey(AES, true, ["encrypt", "decrypt"]);
    return { key, sealed: await crypto.subtle.wrapKey("raw", key, sealing, { name: "RSA-OAEP" }) };
  };
  const keyOf = async (visit, find) => {
    if (!known.has(visit.key)) known.set(visit.key, await find());
    return known.get(visit.key);
  };
  const put = async (visit) => {
    const { key, sealed } = await keyOf(visit, begin);
    const record = { key: visit.key, who: id, at: visit.at, iv: newIv(), sealed };
    record.closed = await crypto.subtle.encrypt(settings(record), key, text.encode(JSON.stringify(visit)));
    await visits.put(record);
  };
  const read = async (record) => {
    const unseal = async () => ({
      key: await crypto.subtle.unwrapKey("raw", record.sealed, opening, { name: "RSA-OAEP" }, AES, false, ["encrypt", "decrypt"]),
      sealed: record.sealed,
    });
    const { key } = await keyOf(record, unseal);
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(settings(record), key, record.closed)));
  };
  const mine = async () => (await visits.all()).filter((each) => each.who === id);
  const all = async () => {
    const found = [];
    let unreadable = 0;
    for (const record of await mine()) {
      try { found.push(await read(record)); } catch { unreadable += 1; }
    }
    return { visits: found.sort((one, other) => one.at - other.at), unreadable };
  };
  const find = async (key) => {
    const record = await visits.get(key);
    return record?.who === id ? read(record).catch(() => undefined) : undefined;
  };
  const remove = async (key) => { await visits.remove(key); known.delete(key); };
  if (opening) {
    for (const old of (await mine()).filter(isOld)) {
      await put({ ...old, state: "waiting", errors: {}, asked: {}, page: old.to.replace("/outbox/", "/new/") });
    }
  }
  return { id, put, all, find, remove };
};
