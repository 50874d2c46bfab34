// Two keys of an inspector on this tablet. The open one seals, and whoever writes has it. The secret
// one opens; it is kept wrapped under the key that the service gives to whoever is signed in.
import { storeOf } from "./stored.js";

const PAIR = { name: "RSA-OAEP", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" };
const people = storeOf("earshot-inspectors", "people", "id");
export const AES = { name: "AES-GCM", length: 256 };
export const newIv = () => crypto.getRandomValues(new Uint8Array(12));

const make = async (id, secret) => {
  const pair = await crypto.subtle.generateKey(PAIR, true, ["wrapKey", "unwrapKey"]), iv = newIv();
  const wrapped = await crypto.subtle.wrapKey("pkcs8", pair.privateKey, secret, { ...AES, iv });
  const record = { id, sealing: pair.publicKey, wrapped, iv };
  await people.put(record);
  return record;
};

const unwrap = ({ wrapped, iv }, secret, isShown) =>
  crypto.subtle.unwrapKey("pkcs8", wrapped, secret, { ...AES, iv }, PAIR, isShown, ["unwrapKey"]);

// The open half is made anew out of the secret one: whoever holds the tablet can write another one
// into its storage, but can't close the secret one under the service's key.
const openHalf = async (known, secret) => {
  const { n, e, kty, alg } = await crypto.subtle.exportKey("jwk", await unwrap(known, secret, true));
  return crypto.subtle.importKey("jwk", { n, e, kty, alg }, PAIR, true, ["wrapKey"]);
};
const both = async (known, secret) => {
  const sealing = await openHalf(known, secret);
  await people.put({ ...known, sealing });
  return { sealing, opening: await unwrap(known, secret, false) };
};

// Both keys of whoever is signed in; they are made once for each tablet, also where two tabs ask.
export const keysOf = ({ id, key }) => navigator.locks.request(`visits-keys ${id}`, async () => {
  const raw = Uint8Array.from(atob(key), (each) => each.charCodeAt(0));
  const secret = await crypto.subtle.importKey("raw", raw, AES, false, ["wrapKey", "unwrapKey"]);
  const known = await people.get(id) || await make(id, secret);
  try {
    return await both(known, secret);
  } catch { // another secret of the service than then
    return both(await make(id, secret), secret);
  }
});

// The key that seals alone, for whoever writes while nobody is signed in.
export const sealingOnly = async (id) => {
  const known = await people.get(id);
  return known && { sealing: known.sealing };
};
