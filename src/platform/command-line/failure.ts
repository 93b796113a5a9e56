import { NotSettledError } from '#platform/db'
import { ERRORS, KithError } from '#platform/errors'
import { redactText } from '#platform/log'

/** A failure as the command line reports it. */
export interface Failure {
  readonly code: string
  readonly message: string
  readonly exitCode: number
}

/** System and database codes that mean nobody answers at the database's address. */
const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '28P01',
  '3D000',
]

/** The driver's words, without a code, for a connection that was cut while it was in use. */
const CUT = /^(Connection terminated|Client has encountered a connection error)/
/** PostgreSQL and the system under it, when there is no room. */
const NO_ROOM = ['53100', 'ENOSPC', 'EDQUOT']

const TOO_RECENT =
  'That moment is too recent: work begun before it may still be going on. Ask again in a few seconds.'

/** Says what went wrong in a sentence; passwords inside addresses never show. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof KithError)
    return { code: error.code, message: redactText(error.message), exitCode: error.exit }
  if (error instanceof NotSettledError) return { code: error.code, message: TOO_RECENT, exitCode: 1 }
  const reason = error instanceof Error ? error.message || error.name : String(error)
  const { code } = error instanceof Object ? (error as { code?: unknown }) : {}
  const known = typeof code === 'string' ? knownCode(code) : CUT.test(reason) && 'KITH_DATABASE_UNREACHABLE'
  if (known) {
    const { message, exit } = ERRORS[known]
    return { code: known, message: `${message} (${redactText(reason)})`, exitCode: exit }
  }
  const message = `This should not have happened: ${redactText(reason)}. Run it again with --debug to see where.`
  return { code: 'KITH_UNEXPECTED', message, exitCode: ERRORS.KITH_UNEXPECTED.exit }
}

function knownCode(code: string): 'KITH_DATABASE_UNREACHABLE' | 'KITH_DISK_FULL' | null {
  if (NO_ROOM.includes(code)) return 'KITH_DISK_FULL'
  return UNREACHABLE.includes(code) ? 'KITH_DATABASE_UNREACHABLE' : null
}
