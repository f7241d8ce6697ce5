/**
 * A name that nothing else has. Not by `crypto.randomUUID`: browsers keep that back from pages that come without TLS, as
 * they do inside many companies.
 */
export const unique = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
