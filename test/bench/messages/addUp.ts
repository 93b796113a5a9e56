import type { PlannedVisit } from './countyDay.ts'
import { type Frame, identityOf } from './frames.ts'
import type { Stored } from './readStored.ts'

/** Two counts that must be the same to the last one. */
export type Sum = { readonly what: string; readonly found: number; readonly meant: number }

type Told = {
  readonly frames: readonly Frame[]
  /** Of each frame, in the same order. */
  readonly answers: readonly string[]
  readonly visits: readonly PlannedVisit[]
  readonly stored: Stored
}

/** Compares what was sent with what was answered, kept, read and told. */
export function addUp(told: Told): readonly Sum[] {
  return [...answered(told), ...kept(told), ...toldOf(told)]
}

export const isRight = ({ found, meant }: Sum): boolean => found === meant

function answered({ frames, answers }: Told): readonly Sum[] {
  const wrong = frames.filter(({ answer }, place) => answers[place] !== answer)
  return [
    { what: 'answers = frames, those cut short too', found: answers.length, meant: frames.length },
    { what: 'answers other than they should be', found: wrong.length, meant: 0 },
  ]
}

function kept({ frames, stored }: Told): readonly Sum[] {
  const whole = frames.filter(({ isCut }) => !isCut)
  const distinct = (some: readonly Frame[]) => new Set(some.map(identityOf)).size
  const taken = whole.filter(({ answer }) => answer === 'AA')
  const { states } = stored
  return [
    {
      what: 'messages kept = distinct by sender, control id and bytes',
      found: stored.messages,
      meant: distinct(whole),
    },
    { what: 'of those answered AA: read', found: states['AA done'] ?? 0, meant: distinct(taken) },
    {
      what: 'refused, and in an administrator’s list',
      found: stored.inQueue,
      meant: distinct(whole) - distinct(taken),
    },
    {
      what: 'neither read nor in a list',
      found: stored.messages - (states['AA done'] ?? 0) - stored.inQueue,
      meant: 0,
    },
  ]
}

function toldOf({ visits, stored: { attendances } }: Told): readonly Sum[] {
  const planned = new Map(visits.map(visit => [visit.key, visit]))
  const lives = attendances.filter(({ status }) => status !== 'cancelled')
  const gone = attendances.filter(({ status }) => status === 'cancelled')
  const asked = visits.filter(({ isAsked, isCancelled }) => isAsked && !isCancelled)
  return [
    { what: 'attendances = visits', found: attendances.length, meant: visits.length },
    {
      what: 'attendances of no visit',
      found: attendances.filter(({ key }) => !planned.has(key)).length,
      meant: 0,
    },
    {
      what: 'that stand',
      found: lives.length,
      meant: visits.filter(({ isCancelled }) => !isCancelled).length,
    },
    {
      what: 'that stand and somebody was told of',
      found: lives.filter(({ live }) => live > 0).length,
      meant: lives.length,
    },
    {
      what: 'that stand with a notice withdrawn',
      found: lives.filter(({ withdrawn }) => withdrawn > 0).length,
      meant: 0,
    },
    {
      what: 'cancelled with a notice that stands',
      found: gone.filter(({ live }) => live > 0).length,
      meant: 0,
    },
    {
      what: 'cancelled: told and withdrawn, or cancelled before anybody was told',
      found:
        gone.filter(({ withdrawn }) => withdrawn > 0).length +
        gone.filter(one => one.live + one.withdrawn === 0).length,
      meant: gone.length,
    },
    {
      what: 'whose child nobody can be sure of, with a question to liaison',
      found: asked.filter(({ key }) => lives.some(one => one.key === key && one.questions > 0)).length,
      meant: asked.length,
    },
  ]
}
