import { at } from '../../chronicle/moments.ts'
import type { Office } from '../office.ts'
import { agreedOn, rolloutCalendar, waveOf } from './calendar.ts'
import type { RolledTeam } from './establish.ts'

type Rolled = Pick<RolledTeam, 'id' | 'areaIndex' | 'number'>

/** The waves, their teams, and what pays for them. */
export function tellRollout({ teller, establishment }: Office, teams: readonly Rolled[]): void {
  const { chronicle, today } = teller
  const { dice } = establishment
  const calendar = rolloutCalendar(today)
  const [first] = calendar.waves
  if (first === undefined) return
  const planned = at(first.plannedOn.subtract({ months: 3 }), '11:00')
  for (const wave of calendar.waves) {
    const waveId = dice.id()
    chronicle.tell('rollout_wave', planned, {
      id: waveId,
      number: wave.number,
      name: wave.name,
      planned_on: wave.plannedOn,
    })
    const own = teams.filter(team => waveOf(team.areaIndex, team.number) === wave.number)
    for (const [index, team] of own.entries()) {
      const startedOn = calendar.startOf(wave.number, index)
      chronicle.tell(
        'rollout_team',
        planned,
        { id: dice.id(), wave_id: waveId, team_id: team.id, planned_on: wave.plannedOn },
        ...(startedOn
          ? [[at(startedOn, '09:00'), { started_on: startedOn }] as const]
          : [
              [
                at(agreedOn(wave.plannedOn, today), '15:00'),
                { remark: 'Waits for its adult specialists: nobody suitable applied yet' },
              ] as const,
            ]),
      )
    }
  }
}

/** The grant of the programme, and what was spent of it month by month. */
export function tellGrant({ teller, establishment }: Office): void {
  const { chronicle, today } = teller
  const { dice, grantId } = establishment
  const [first] = rolloutCalendar(today).waves
  if (first === undefined) return
  const startsOn = first.plannedOn.subtract({ months: 3 })
  chronicle.tell('funding_stream', at(startsOn, '10:00'), {
    id: grantId,
    name: 'Family Safeguarding grant',
    source: 'Innovation programme of central government',
    amount: 4_860_000,
    starts_on: startsOn,
    ends_on: startsOn.add({ months: 24 }).subtract({ days: 1 }),
    condition:
      'Specialists in mental health, substance misuse and domestic abuse in every team; an independent evaluation; quarterly returns of spending.',
    evidence:
      'Completeness of teams and fill rate of the posts that it pays for; the evaluation is due at the end of the second year.',
  })
  for (let month = 1; month <= 24; month += 1) {
    const spentOn = startsOn.add({ months: month }).subtract({ days: 1 })
    const pay = Math.min(170_000, 38_000 + 16_000 * month)
    for (const [what, amount] of [
      ['Pay of specialists in the teams', pay],
      ...(month % 3 === 1 ? ([['Training in motivational interviewing', 21_500]] as const) : []),
      ...(month % 6 === 0 ? ([['Evaluation', 48_000]] as const) : []),
    ] as const)
      chronicle.tell('funding_spend', at(spentOn, '16:00'), {
        id: dice.id(),
        funding_stream_id: grantId,
        spent_on: spentOn,
        amount,
        what,
      })
  }
}
