import { type CodedError, ERRORS, type ErrorCode } from './codes.ts'

/** What an error may carry beyond its code. */
export interface KithErrorDetail {
  /** A sentence for the operator's terminal or log, in place of the catalogue's: may name files and settings, never people. */
  readonly sentence?: string
  /** The error underneath, kept for the log. */
  readonly cause?: unknown
}

/**
 * An error with a code from the catalogue. `message` is for the operator; `safeMessage` is the catalogue's sentence, and
 * the only text that a page or an API answer may show.
 */
export class KithError extends Error {
  override readonly name = 'KithError'
  readonly code: ErrorCode
  readonly status: number
  readonly exit: CodedError['exit']
  readonly safeMessage: string

  constructor(code: ErrorCode, detail: KithErrorDetail = {}) {
    const entry = ERRORS[code]
    super(detail.sentence ?? entry.message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.code = code
    this.status = entry.status
    this.exit = entry.exit
    this.safeMessage = entry.message
  }
}
