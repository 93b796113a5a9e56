/** What a setting's text may be: either its value, or the words that finish the sentence "PORT must be ...". */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly must: string }

/** A named way to read a setting's text; `shape` is shown in the table of settings. */
export interface Format<T> {
  readonly shape: string
  readonly read: (text: string) => Parsed<T>
}

const good = <T>(value: T): Parsed<T> => ({ ok: true, value })
const bad = (must: string): Parsed<never> => ({ ok: false, must })

/** Any text, trimmed. */
export const text: Format<string> = { shape: 'text', read: given => good(given) }

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): Format<number> {
  const shape = `whole number, ${least} to ${most}`
  return {
    shape,
    read: given => {
      const value = Number(given)
      return /^\d+$/.test(given) && value >= least && value <= most ? good(value) : bad(`a ${shape}`)
    },
  }
}

/** One of a few words. */
export function oneOf<const W extends string>(...words: readonly W[]): Format<W> {
  const shape = words.join(' | ')
  return {
    shape,
    read: given => {
      const word = words.find(candidate => candidate === given)
      return word === undefined ? bad(`one of ${shape}`) : good(word)
    },
  }
}

/** A size in bytes: a plain number, or one with kB, MB or GB (thousands, as file sizes are shown to people). */
export const byteSize: Format<number> = {
  shape: 'bytes, or a number with kB, MB or GB',
  read: given => {
    const match = /^(\d+(?:\.\d+)?)\s*(k|M|G)?B?$/i.exec(given)
    const factor = { k: 1e3, m: 1e6, g: 1e9 }[match?.[2]?.toLowerCase() ?? ''] ?? 1
    const value = Math.round(Number(match?.[1]) * factor)
    return match && value > 0 ? good(value) : bad('a size such as 500MB or 2GB')
  },
}

/** A size in bytes with a ceiling: what it limits is held in memory at once. */
export function byteSizeUpTo(most: number): Format<number> {
  return {
    shape: byteSize.shape,
    read: given => {
      const size = byteSize.read(given)
      return !size.ok || size.value <= most ? size : bad(`${most / 1e6}MB or less`)
    },
  }
}

/** Where a daemon listens: a socket's absolute path, or a host and a port. */
export const daemonAddress: Format<string> = {
  shape: 'host:port, or the path of a socket',
  read: given => {
    const port = Number(/^(?:[a-z0-9.-]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(given)?.[1])
    return given.startsWith('/') || (port > 0 && port < 65_536)
      ? good(given)
      : bad('a host and port such as 127.0.0.1:3310, or the path of a socket such as /run/clamav/clamd.ctl')
  },
}

/** An address with one of the given schemes, without a trailing slash. */
export function address(...schemes: readonly string[]): Format<string> {
  const shape = `address starting ${schemes.map(scheme => `${scheme}://`).join(' or ')}`
  return {
    shape,
    read: given => {
      const scheme = schemes.find(candidate => given.startsWith(`${candidate}://`))
      return scheme && URL.canParse(given) ? good(given.replace(/\/$/, '')) : bad(`an ${shape}`)
    },
  }
}

/** A PostgreSQL address; a local socket is written `postgresql://user:password@/database?host=/folder`. */
export const databaseAddress: Format<string> = {
  shape: 'postgresql://user:password@host:port/database',
  read: given => {
    // The socket form has no host, which is no URL to the standard parser: lend it one for the check.
    const url = URL.parse(given.replace('@/', '@socket/'))
    const complete =
      url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.username !== '' && url.pathname.length > 1
    return complete ? good(given) : bad('an address such as postgresql://user:password@host:5432/database')
  },
}

/** A key of at least 32 bytes, in base64 or hexadecimal. */
export const secretKey: Format<Uint8Array> = {
  shape: '32 bytes or more, in base64 or hexadecimal',
  read: given => {
    const hexadecimal = /^([0-9a-f]{2})+$/i.test(given)
    const clean = hexadecimal || /^[A-Za-z0-9+/_-]+={0,2}$/.test(given)
    const bytes = Uint8Array.from(Buffer.from(given, hexadecimal ? 'hex' : 'base64'))
    return clean && bytes.length >= 32
      ? good(bytes)
      : bad('at least 32 bytes: make one with "openssl rand -base64 32"')
  },
}

/** Which proxies to believe: `false`, the number of them in front, or their addresses. Never `true`: any client could then claim any address. */
export const trustedProxies: Format<false | number | readonly string[]> = {
  shape: 'false, the number of proxies, or their addresses with commas',
  read: given => {
    if (given === 'false') return good(false)
    if (/^[1-9]$/.test(given)) return good(Number(given))
    const addresses = given.split(',').map(part => part.trim())
    return addresses.every(part => /^[0-9a-f.:]+(\/\d{1,3})?$/i.test(part) && /[.:]/.test(part))
      ? good(addresses)
      : bad('false, the number of proxies in front (1 to 9), or their addresses with commas')
  },
}

/** A mailbox to write from or to: `name@host` or `Words <name@host>`. */
export const mailbox: Format<string> = {
  shape: 'name@host or Words <name@host>',
  read: given =>
    /^[^<>@\s]+@[^<>@\s]+$|^[^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>$/.test(given)
      ? good(given)
      : bad('a mail address'),
}

/** A page or a mail address to write to, as security.txt wants it (RFC 9116, section 2.5.3). */
export const contactAddress: Format<string> = {
  shape: 'https:// address or mailto:name@host',
  read: given =>
    /^https:\/\/.|^mailto:[^@\s]+@[^@\s]+$/.test(given) && URL.canParse(given)
      ? good(given)
      : bad('an https:// address or mailto:name@host'),
}

/** Short words with commas between them. */
export const wordList: Format<readonly string[]> = {
  shape: 'words with commas',
  read: given => {
    const words = given.split(',').map(word => word.trim())
    return words.every(word => /^[a-z0-9_:.-]+$/i.test(word))
      ? good(words)
      : bad('words with commas, such as mfa,otp')
  },
}

/** One short word, as mailboxes and workflows are called. */
export const oneWord: Format<string> = {
  shape: 'letters, digits, _ and -',
  read: given =>
    /^[A-Za-z0-9_-]{1,100}$/.test(given) ? good(given) : bad('one word of letters, digits, _ and -'),
}
