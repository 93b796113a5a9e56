/** Why something with the mailbox did not succeed. */
export const mailboxFaults = {
  unreachable: 'The NHS could not be reached, or the connection was cut.',
  timed_out: 'The NHS did not answer in time.',
  certificate:
    'The certificates do not agree: ours may have run out or be unknown there, or theirs is not signed by the authority that is set.',
  unauthorised: 'The NHS did not recognise the mailbox: look at its number, password and shared key.',
  forbidden:
    'The NHS refused the mailbox: look at its password and shared key, at the clock of this machine, and whether the certificate is for this mailbox.',
  not_found: 'The NHS does not know what was asked for: look at the address and the number of the mailbox.',
  gone: 'A message was no longer there when it was fetched: the NHS takes back what waits for five days.',
  not_accepted: 'The NHS did not accept a file: look at the receiving mailbox and the workflow.',
  too_often: 'The NHS asks us to call less often.',
  failed_there: 'Something failed at the NHS.',
  refused: 'The NHS refused what was asked.',
  unintelligible: 'The NHS answered something that cannot be understood.',
  too_large: 'A message is larger than this service takes.',
  not_kept: 'A message could not be kept here: it stays in the mailbox.',
  not_opened: 'The file that waits cannot be unsealed by the key of this service.',
  no_team:
    'No team answers for what the NHS sends, so that everything stays in the mailbox: set protectionInformation.team.',
} as const
export type FaultCode = keyof typeof mailboxFaults

/** A step with the mailbox that did not succeed. It never holds what a message says. */
export class MailboxFault extends Error {
  readonly code: FaultCode
  /** The status of HTTP, or a code that the NHS gave. */
  readonly detail: string | null
  constructor(code: FaultCode, detail: string | null = null, cause?: unknown) {
    super(
      `${mailboxFaults[code]}${detail === null ? '' : ` (${detail})`}`,
      cause === undefined ? {} : { cause },
    )
    this.name = 'MailboxFault'
    this.code = code
    this.detail = detail
  }
}

const byStatus: Readonly<Record<number, FaultCode>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not_found',
  410: 'gone',
  417: 'not_accepted',
  429: 'too_often',
}

/** The fault that an answer is. Of its words only a short code is kept. */
export function faultOfStatus(status: number, body: Uint8Array): MailboxFault {
  const code =
    byStatus[status] ?? (status >= 500 ? 'failed_there' : status >= 400 ? 'refused' : 'unintelligible')
  const said = /"(?:errorCode|code)"\s*:\s*"([A-Za-z0-9-]{1,20})"/.exec(
    Buffer.from(body).toString('utf8'),
  )?.[1]
  return new MailboxFault(code, said === undefined ? String(status) : `${status}, code ${said}`)
}

/** The fault that a broken connection is. */
export function faultOfError(error: unknown): MailboxFault {
  if (error instanceof MailboxFault) return error
  const { code = '', name = '' } = error as NodeJS.ErrnoException
  if (name === 'AbortError' || name === 'TimeoutError') return new MailboxFault('timed_out', null, error)
  const isTls = /CERT|^ERR_(SSL|OSSL|TLS)|SIGNATURE/.test(code)
  return new MailboxFault(isTls ? 'certificate' : 'unreachable', code === '' ? null : code, error)
}
