import type { Uuid } from '#platform/ids'
import { at, openDay } from '../../chronicle/moments.ts'
import type { Worker } from '../../county/county.ts'
import type { Teller } from '../../teller.ts'
import { actions, answers, directions, learning, prompts, skills, strengths, views } from './words.ts'

/** A session as it is told. */
export type ToldSession = {
  readonly supervisee: Worker
  readonly supervisor: Worker
  readonly on: Temporal.PlainDate
  readonly kind?: 'one_to_one' | 'early_career'
  /** Whom they discussed; none: the worker holds nobody. */
  readonly children: readonly Uuid[]
  /** The practice half is missing: the session stays open. */
  readonly isHalf?: boolean
  /** The supervisee has not answered yet. */
  readonly isUnanswered?: boolean
}

const FORTNIGHT = 14

/** Tells of one session: both halves in the afternoon, the supervisee's own view on the next working day. @returns its id */
export function tellSession(teller: Teller, session: ToldSession): Uuid {
  const { chronicle, dice } = teller
  const { on, supervisee, supervisor, children, isHalf = false } = session
  const id = dice.id()
  const written = at(on, '16:40')
  const answered = at(openDay(on.add({ days: 1 })), '09:50')
  chronicle.tell(
    'supervision_session',
    at(on, '15:00'),
    {
      id,
      supervisee_id: supervisee.id,
      supervisor_id: supervisor.id,
      held_on: on,
      kind: session.kind ?? 'one_to_one',
      status: 'open',
      discussed: 0,
      no_children_reason: children.length === 0 ? 'Holds no child as lead' : null,
      version: 1,
    },
    [written, { discussed: children.length, version: 2 }],
    ...(isHalf
      ? []
      : ([
          [written.add({ minutes: 1 }), { status: 'complete', supervisor_agreed_at: written, version: 3 }],
        ] as const)),
    ...(isHalf || session.isUnanswered
      ? []
      : ([
          [answered, { supervisee_view: dice.pick(views), supervisee_agreed_at: answered, version: 4 }],
        ] as const)),
  )
  if (!isHalf) tellPractice(teller, id, written)
  for (const personId of children) {
    const isTimed = dice.int(0, 2) === 0
    chronicle.tell('case_direction', written, {
      id: dice.id(),
      person_id: personId,
      session_id: id,
      worker_id: supervisee.id,
      given_by: supervisor.id,
      discussed_on: on,
      direction: dice.pick(directions),
      due_on: isTimed ? on.add({ days: FORTNIGHT }) : null,
    })
  }
  return id
}

function tellPractice({ chronicle, dice }: Teller, sessionId: Uuid, written: Temporal.Instant): void {
  chronicle.tell('practice_development', written, {
    id: dice.id(),
    session_id: sessionId,
    learning: dice.pick(learning),
    skills: dice.pick(skills),
    strengths: dice.pick(strengths),
    reflection: prompts.map((prompt, place) => ({ prompt, answer: answers[place] ?? '' })),
    version: 1,
  })
}

/** Tells of something to be done, set in one session and done by the next, or carried on. */
export function tellAction(
  { chronicle, dice }: Teller,
  set: { readonly sessionId: Uuid; readonly worker: Worker; readonly on: Temporal.PlainDate },
  done: { readonly on: Temporal.PlainDate; readonly by: Worker } | null,
): void {
  const [what, owner] = dice.pick(actions)
  chronicle.tell(
    'supervision_action',
    at(set.on, '16:40'),
    {
      id: dice.id(),
      session_id: set.sessionId,
      supervisee_id: set.worker.id,
      what,
      owner,
      due_on: set.on.add({ days: 2 * FORTNIGHT }),
    },
    ...(done === null ? [] : ([[at(done.on, '16:40'), { done_on: done.on, done_by: done.by.id }]] as const)),
  )
}
