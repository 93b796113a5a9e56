import type { SystemRefusal } from '#platform/http'

export const noBody = Buffer.alloc(0)

/** Why a call was not taken, in words for whoever runs the system that called. */
export const refusals = {
  noToken: {
    status: 401,
    code: 'no_token',
    words:
      'Show a token that has not expired: ask POST /oauth2/token for one and send it as Authorization: Bearer.',
  },
  wrongScope: (scope: string) => ({
    status: 403,
    code: 'wrong_scope',
    words: `This token does not allow it. Ask for the scope ${scope}; if that is refused, ask the council to allow it.`,
  }),
  tooLarge: { status: 413, code: 'too_large', words: 'The body is larger than 1 MB. Send less at once.' },
  wrongType: (takes: readonly string[]) => ({
    status: 415,
    code: 'wrong_type',
    words: takes.length === 0 ? 'This content type is not read here.' : `Send it as ${takes.join(' or ')}.`,
  }),
  tooMany: {
    status: 429,
    code: 'too_many',
    words: 'There were too many calls in a short time. Wait a minute and send again.',
  },
  unreadable: {
    status: 400,
    code: 'unreadable',
    words: 'This call could not be read. Nothing was kept of it.',
  },
  failed: {
    status: 500,
    code: 'failed',
    words: 'Something went wrong here. Nothing was kept: send it again later.',
  },
  away: { status: 503, code: 'away', words: 'Nothing can be kept just now. Send it again in a minute.' },
} as const satisfies Record<string, SystemRefusal | ((given: never) => SystemRefusal)>

/** Thrown where a call is refused before its route. */
export class RefusedCall extends Error {
  readonly refusal: SystemRefusal
  constructor(refusal: SystemRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
