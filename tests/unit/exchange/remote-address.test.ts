import { expect, test } from "vitest";

import { addressFault, mayConnect } from "#app/domain/exchange/remote-address.ts";

const strict = { privateHosts: [], loopback: false };
const trying = { privateHosts: [], loopback: true };
const listing = (...privateHosts: readonly string[]) => ({ privateHosts, loopback: false });

test("statements go over TLS to the public network only", () => {
  const faults = {
    "https://kho.tinh.gov.vn/xapi": null,
    "https://kho.tinh.gov.vn:8443/xapi/": null,
    "http://kho.tinh.gov.vn/xapi": "not-https",
    "ftp://kho.tinh.gov.vn/xapi": "not-an-address",
    "kho.tinh.gov.vn": "not-an-address",
    "https://ai:do@kho.tinh.gov.vn/xapi": "not-an-address",
    "https://kho.tinh.gov.vn/xapi?x=1": "not-an-address",
    "https://localhost/xapi": "private",
    "https://127.0.0.1/xapi": "private",
    "https://2130706433/xapi": "private",
    "https://0x7f.1/xapi": "private",
    "https://10.1.2.3/xapi": "private",
    "https://192.168.1.10/xapi": "private",
    "https://172.31.0.1/xapi": "private",
    "https://169.254.169.254/latest": "private",
    "https://100.64.0.1/xapi": "private",
    "https://[::1]/xapi": "private",
    "https://[::ffff:10.0.0.1]/xapi": "private",
    "https://[fd00::1]/xapi": "private",
    "https://[fe80::1]/xapi": "private",
    "https://[64:ff9b::a00:1]/xapi": "private",
    "https://[2002:a00:1::]/xapi": "private",
    "https://[2001:ee0:4f3a::1]/xapi": null,
    "https://203.162.4.190/xapi": null,
  };

  for (const [address, fault] of Object.entries(faults)) {
    expect(addressFault(address, strict), address).toBe(fault);
  }
});

test("outside of production, a store on this machine may be tried out without TLS", () => {
  expect(addressFault("http://localhost:3001/xapi", trying)).toBeNull();
  expect(addressFault("http://127.0.0.1:3001/xapi", trying)).toBeNull();
  expect(addressFault("http://127.attacker.example/xapi", trying)).toBe("not-https");
  expect(addressFault("https://10.0.0.1/xapi", trying)).toBe("private");
});

test("whoever runs the server can allow hosts of the private network, by name or number", () => {
  expect(addressFault("https://10.0.0.1/xapi", listing("10.0.0.1"))).toBeNull();
  expect(addressFault("http://10.0.0.1/xapi", listing("10.0.0.1"))).toBe("not-https");
  expect(addressFault("http://localhost:3001/xapi", listing("localhost"))).toBeNull();
  expect(mayConnect("kho.noi-bo", "10.9.9.9", listing("kho.noi-bo"))).toBe(true);
  expect(mayConnect("kho.khac", "10.9.9.9", listing("kho.noi-bo"))).toBe(false);
});

test("a public name that resolves to a private address is not connected to", () => {
  expect(mayConnect("kho.tinh.gov.vn", "203.162.4.190", strict)).toBe(true);
  for (const address of ["127.0.0.1", "10.0.0.1", "::1", "::ffff:127.0.0.1", "fe80::1%eth0", "x"]) {
    expect(mayConnect("kho.tinh.gov.vn", address, strict), address).toBe(false);
  }
});
