import { drawSample } from '#modules/supervision'
import type { Uuid } from '#platform/ids'
import { at, isBefore, openDay } from '../../chronicle/moments.ts'
import type { County, Team, Worker } from '../../county/county.ts'
import type { Teller } from '../../teller.ts'
import type { CompleteSession } from './tellTeam.ts'
import { criteria, statements } from './words.ts'

const SIZE = 3
const SEED = 'northern-lights'

/** A dip sample of a team's supervision by who leads the area: two sessions scored, one to score. */
export function tellAudit(
  teller: Teller,
  team: Team,
  auditor: Worker,
  sessions: readonly CompleteSession[],
): void {
  const { chronicle, dice, today } = teller
  const fromOn = today.subtract({ days: 150 })
  const untilOn = today.subtract({ days: 30 })
  const among = sessions.filter(({ on }) => !isBefore(on, fromOn) && !isBefore(untilOn, on))
  if (among.length === 0) return
  const drawnOn = openDay(today.subtract({ days: 10 }))
  const byId = new Map(among.map(session => [session.id, session]))
  const drawn = drawSample([...byId.keys()], SIZE, SEED)
  const sampleId = dice.id()
  chronicle.tell('supervision_sample', at(drawnOn, '10:15'), {
    id: sampleId,
    team_id: team.id,
    from_on: fromOn,
    until_on: untilOn,
    seed: SEED,
    size: drawn.length,
    among: among.length,
    drawn_on: drawnOn,
    drawn_by: auditor.id,
  })
  for (const [place, sessionId] of drawn.entries()) {
    const supervisee = byId.get(sessionId)?.worker
    if (supervisee === undefined) continue
    const audit = {
      id: dice.id(),
      sample_id: sampleId,
      session_id: sessionId,
      supervisee_id: supervisee.id,
      supervisor_id: team.manager.id,
      auditor_id: auditor.id,
      scores: [],
      version: 1,
    }
    const done = openDay(today.subtract({ days: 7 - place }))
    const scored = {
      scores: criteria.map((criterion, row) => ({
        criterion,
        score: row === 2 ? dice.int(0, 1) : dice.int(1, 3),
      })),
      remark: 'Good reflection. It does not say what became of the actions of the session before.',
      done_on: done,
      version: 2,
    }
    const last = place === drawn.length - 1 && place > 0
    chronicle.tell(
      'supervision_audit',
      at(drawnOn, '10:15'),
      audit,
      ...(last ? [] : ([[at(done, '14:30'), scored]] as const)),
    )
  }
}

const FEW = 3
const MANY = 8

/** How workers said they were in the quarter that is over: enough in most areas to tell of, too few in the last. */
export function tellWellbeing(teller: Teller, county: County): void {
  const { today, dice } = teller
  const quarter = today
    .with({ day: 1, month: Math.floor((today.month - 1) / 3) * 3 + 1 })
    .subtract({ months: 3 })
  const byArea = Map.groupBy(county.safeguarding, ({ areaIndex }) => areaIndex ?? 0)
  const last = Math.max(...byArea.keys())
  for (const [areaIndex, teams] of byArea) {
    const people = teams.flatMap(team => [
      ...team.workers.filter(({ leftOn }) => leftOn === null),
      team.manager,
      ...(county.practitioners.get(team.id) ?? []),
    ])
    for (const worker of people.slice(0, areaIndex === last ? FEW : MANY))
      tellCheck(teller, worker.id, openDay(quarter.add({ days: dice.int(10, 80) })), false)
  }
  const rowan = county.personas.get('socialWorker')
  if (rowan) tellCheck(teller, rowan.id, openDay(today.subtract({ days: 13 })), true)
}

function tellCheck(
  { chronicle, dice }: Teller,
  workerId: Uuid,
  on: Temporal.PlainDate,
  isShared: boolean,
): void {
  chronicle.tell('wellbeing_check', at(on, '12:20'), {
    id: dice.id(),
    worker_id: workerId,
    checked_on: on,
    statements: [...statements],
    scores: statements.map(() => dice.int(2, 5)),
    words: isShared ? 'Two court weeks in a row. A quieter fortnight would help.' : null,
    shared_with_manager: isShared,
    version: 1,
  })
}
