import { createPublicKey, type KeyObject, sign } from "node:crypto";

/** A self-signed certificate of an RSA key (X.509 v3), as the base64 of its DER that `x5c` holds. */
export function certificateOf(key: KeyObject): string {
  const algorithm = sequence(oid("2a864886f70d01010b"), der(0x05, Buffer.alloc(0)));
  const name = sequence(
    der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from("Tổ công nghệ số")))),
  );
  const validity = sequence(time("200101000000Z"), time("490101000000Z"));
  const subjectKey = createPublicKey(key).export({ type: "spki", format: "der" });
  const version = der(0xa0, integer(2));
  const body = sequence(version, integer(1), algorithm, name, validity, name, subjectKey);
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign("RSA-SHA256", body, key)]));
  return sequence(body, algorithm, signature).toString("base64");
}

/** A value of ASN.1 behind its tag and length. */
function der(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const hex = size.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  const length = size < 128 ? [size] : [0x80 + bytes.length, ...bytes];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...items: readonly Buffer[]) => der(0x30, Buffer.concat(items));
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const integer = (value: number) => der(0x02, Buffer.from([value]));
const time = (text: string) => der(0x17, Buffer.from(text));
