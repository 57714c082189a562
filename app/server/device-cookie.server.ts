import { createCookie } from "@remix-run/node";

/** Marks a phone on which an account signed in before; says nothing about who. */
export const deviceCookie = createCookie("thiet-bi", {
  path: "/dang-nhap",
  httpOnly: true,
  sameSite: "lax",
  maxAge: 400 * 24 * 60 * 60,
});
