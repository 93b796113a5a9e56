/** Who is at the other end, as their certificate says. */
export interface Peer {
  readonly fingerprint256: string
  /** The subject of the certificate, one part a line. */
  readonly subject: string
}

export interface Hl7DoorLimits {
  /** The largest message accepted, in bytes. */
  readonly frameBytes: number
  /** A connection on which nothing happens for so long is closed. */
  readonly idleMs: number
  readonly connections: number
  /** How many messages of one connection may wait; beyond it nothing more is read from that connection. */
  readonly waiting: number
}

export const shippedLimits: Hl7DoorLimits = {
  frameBytes: 1_048_576,
  idleMs: 300_000,
  connections: 200,
  waiting: 100,
}

/** What the door turned away by itself, for a counter or a log. It never holds content of a message. */
export interface Refused {
  readonly why: 'no_certificate' | 'too_large' | 'cut_short' | 'not_stored' | 'connection_broken'
  /** Null when nobody proved who they are. */
  readonly peer: Peer | null
  readonly code: string | null
}

export interface Hl7DoorSettings {
  readonly port: number
  readonly host: string
  /** The certificate of this service, and the authorities that sign those of senders, in PEM. */
  readonly tls: { readonly key: string; readonly cert: string; readonly ca: string | readonly string[] }
  readonly limits?: Partial<Hl7DoorLimits>
  /**
   * Stores a message and gives the bytes of its answer: the door itself never says that anything was accepted. When it
   * rejects, the sender is told to send again.
   */
  readonly receive: (raw: Buffer, peer: Peer) => Promise<Buffer>
  readonly refused?: (refused: Refused) => void
  readonly now?: () => Temporal.Instant
}
