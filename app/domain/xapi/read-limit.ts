/** PostgreSQL ends a client's reading that takes longer; the client is told to come again. */
export const READ_LIMIT = { milliseconds: 10_000 } as const;
