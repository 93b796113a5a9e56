import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { CallingSystem } from '#platform/http'
import { keepMessage } from '#platform/messages'

/** Why a notice is not taken, and where: never what stood there. */
export type Refused = {
  readonly fault: 'not_json' | 'too_deep' | 'not_as_agreed' | 'not_theirs'
  readonly errors: readonly { readonly at: string; readonly words: string }[]
}

const words: Readonly<Record<Refused['fault'], string>> = {
  not_json: 'The body is not JSON, or was cut short. Send it again whole.',
  too_deep: 'The JSON is nested deeper than any notice.',
  not_as_agreed: 'The notice is not as its kind was agreed: see errors, and the schema beside this address.',
  not_theirs: 'This organisation may not send notices of this kind.',
}

/**
 * Keeps what was refused, for somebody to look at: a child may be behind it. Service listener.
 * @returns the answer, as problem details (RFC 9457)
 */
export async function keepRefused(
  work: Work,
  sealer: Sealer,
  { system, bytes, refused: { fault, errors } }: { system: CallingSystem; bytes: Buffer; refused: Refused },
): Promise<Buffer> {
  const answer = Buffer.from(JSON.stringify({ type: `urn:kith:${fault}`, title: words[fault], errors }))
  const kept = await keepMessage(work, sealer, {
    senderId: system.organisationId,
    saidSender: system.codes[0] ?? null,
    channel: 'form',
    controlId: '',
    bytes,
    answerCode: fault === 'not_theirs' ? 'AR' : 'AE',
    answer,
    fault,
  })
  return kept.answer
}
