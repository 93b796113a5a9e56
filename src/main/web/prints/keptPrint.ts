import type { FastifyRequest } from 'fastify'
import type { Database } from '#platform/db'
import type { Admits, Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { PrintProgress, PrintWatch } from '#platform/print'

/** Whose a print is: nobody else learns that there is one. */
export type PrintOwner = { readonly database: Database; readonly workerId: Uuid }

/** The way by which a print was asked for; whoever fetches it takes the same way again. */
export type PrintSource = {
  readonly admits: Admits
  /** Reads the record anew as whoever asks now and writes to the audit what was shown: a refusal when it is not theirs any more. */
  readonly again: (request: FastifyRequest) => Promise<Reply>
}

/** A print as it is asked for. */
export type AskedPrint = PrintOwner &
  PrintSource & {
    /** Path and query: asked twice, it is made once. */
    readonly path: string
    /** The pattern of the path: prints of one kind take alike long. */
    readonly kind: string
    readonly fileName: string
    readonly entries: number | null
    readonly make: (watch: PrintWatch) => Promise<Uint8Array>
  }

/** What became of a print. */
export type PrintOutcome =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly error: unknown }

/** A print under way or made. It lives in memory and nowhere else. */
export type KeptPrint = Omit<AskedPrint, 'make'> & {
  readonly id: Uuid
  readonly askedAt: Temporal.Instant
  /** Never rejects. */
  readonly finished: Promise<PrintOutcome>
  /** Somebody was led to its page: it stays until they fetch it or its time is over. */
  isAwaited: boolean
  /** Null until the thread that prints is told of it. */
  progress: PrintProgress | null
  /** Once laid out. */
  pages: number | null
  outcome: PrintOutcome | null
  endedAt: Temporal.Instant | null
}
