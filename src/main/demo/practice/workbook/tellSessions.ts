import { at, isBefore, openDay } from '../../chronicle/moments.ts'
import type { Teller } from '../../teller.ts'
import type { ToldStrand } from './toldStrand.ts'

/** Days between sessions; one strand in twelve has gone quiet since. */
const EVERY = 13
const QUIET = 1 / 12
const MOST = 8

/** What the practitioner wrote of each contact, with the person's own mark, which rises more often than not. */
export function tellSessions({ chronicle, dice, today }: Teller, strand: ToldStrand): void {
  const { help, personId, worker, contactOn } = strand
  if (contactOn === null) return
  const until = dice.chance(QUIET) ? today.subtract({ days: 45 }) : today
  let mark = dice.int(1, 4)
  let on = contactOn
  for (let count = 0; count < MOST && isBefore(on, until); count += 1) {
    const happened = at(on, `${dice.int(10, 15)}:00`)
    chronicle.tell('practice_session', happened.add({ hours: dice.int(1, 6) }), {
      id: dice.id(),
      family_id: strand.familyId,
      strand_id: strand.id,
      person_ids: [personId],
      author_id: worker.id,
      discipline: help.need,
      works_with: help.side,
      happened_at: happened,
      kind: dice.chance(0.15) ? 'telephone' : 'session',
      words: dice.pick(help.sessions),
      own_words: dice.chance(0.4) ? dice.pick(help.said) : null,
      is_significant: false,
      readiness: mark,
      change_talk: dice.chance(0.5)
        ? [dice.pick(['desire', 'ability', 'reason', 'commitment'] as const)]
        : [],
      modules: dice.chance(0.3) ? [dice.int(1, 8)] : [],
    })
    mark = Math.max(0, Math.min(10, mark + dice.int(-1, 2)))
    on = next(on, until, dice.int(EVERY - 4, EVERY + 4), MOST - count)
  }
}

/** So that the last of at most eight is near the end, however long the work has lasted. */
function next(
  on: Temporal.PlainDate,
  until: Temporal.PlainDate,
  days: number,
  left: number,
): Temporal.PlainDate {
  const spread = Math.floor(on.until(until).days / left)
  return openDay(on.add({ days: Math.max(days, spread) }))
}
