import { z } from 'zod'
import { workers } from '#modules/agencies'
import { codesOf, dayValues, lineField, oneOf, typedOf, uuidParam } from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, html, select } from '#ui'
import { addRow, changeRow } from '../commands/keepTeams.ts'
import { type Member, type ProtectionTeam, protectionTeams } from '../queries/readTeams.ts'
import { type Discipline, disciplines } from '../rules/disciplines.ts'
import { keepForm } from './keepForm.ts'

const params = z.object({ teamId: uuidParam, memberId: z.union([z.literal('new'), uuidParam]) })
type Row = {
  readonly team: ProtectionTeam
  readonly member: Member | null
  readonly workers: readonly { readonly id: Uuid; readonly displayName: string }[]
}
type Kept = {
  readonly workerId: Uuid | null
  readonly name: string | null
  readonly discipline: Discipline
  readonly nominatedBy: string | null
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
}
const EVERYONE = 100_000

/** A member of a team: a worker who signs in, or somebody of another agency who does not. */
export const memberRoutes = keepForm<z.infer<typeof params>, Row, Kept>({
  url: '/protection-teams/:teamId/members/:memberId',
  params,
  about: 'a member of a multi-agency child protection team',
  path: ({ teamId, memberId }) => `/protection-teams/${teamId}/members/${memberId}`,
  heading: ({ member }) => (member ? 'Change a member of the team' : 'Add a member to the team'),
  read: async (work, { teamId, memberId }) => {
    const team = (await protectionTeams(work)).find(({ id }) => id === teamId)
    const member = team?.members.find(({ id }) => id === memberId) ?? null
    if (team === undefined || (memberId !== 'new' && member === null)) return null
    return { team, member, workers: await workers(work, { hasLeft: false }, 0, EVERYONE) }
  },
  fresh: ({ member }, work) =>
    member === null
      ? dayValues('started', work.today)
      : {
          version: String(member.version),
          worker: member.workerId ?? '',
          name: member.professionalName ?? '',
          discipline: member.discipline,
          nominated: member.nominatedBy ?? '',
          ...dayValues('started', member.startedOn),
          ...dayValues('ended', member.endedOn),
        },
  fields: (row, values, errors) => html`<p class="govuk-body">Team: ${row.team.name}</p>
${select({
  name: 'worker',
  label: { text: 'Worker who uses Kith', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'Somebody else: enter the name below' },
    ...row.workers.map(({ id, displayName }) => ({ value: id, text: displayName })),
  ],
  value: typedOf(values, 'worker'),
  errorMessage: errors.of('worker'),
})}
${lineField('name', 'Name of somebody who does not use Kith', { values, errors })}
${oneOf('discipline', 'Discipline', disciplines, { values, errors })}
${lineField('nominated', 'Nominated by (optional)', { values, errors })}
${dateFields({ name: 'started', legend: 'First day', value: dateFieldsFrom(values, 'started'), error: errors.of('started') })}
${dateFields({ name: 'ended', legend: 'Last day (optional)', value: dateFieldsFrom(values, 'ended'), error: errors.of('ended') })}`,
  parse: (fields, row) => {
    const typed = parseUuid(fields.typed('worker'))
    const isKept = typed !== null && typed === row.member?.workerId
    const workerId = isKept || row.workers.some(({ id }) => id === typed) ? typed : null
    const name = fields.text('name', 200)
    if (workerId === null && name === null) fields.problem('worker', 'Select the worker, or enter a name')
    if (workerId !== null && name !== null)
      fields.problem('name', 'Select the worker or enter a name, not both')
    const discipline = fields.choice('discipline', codesOf(disciplines), 'Select the discipline')
    const nominatedBy = fields.text('nominated', 200)
    const startedOn = fields.date('started', 'First day', 'Enter the first day')
    const endedOn = fields.date('ended', 'Last day')
    if (startedOn && endedOn && Temporal.PlainDate.compare(endedOn, startedOn) < 0)
      fields.problem('ended', 'Last day must be on or after the first day')
    if (discipline === null || startedOn === null) return null
    return { workerId, name, discipline, nominatedBy, startedOn, endedOn }
  },
  save: async (work, kept, { team, member }, version) => {
    const said = {
      protection_team_id: team.id,
      worker_id: kept.workerId,
      professional_name: kept.name,
      discipline: kept.discipline,
      nominated_by: kept.nominatedBy,
      started_on: kept.startedOn,
      ended_on: kept.endedOn,
    }
    if (member !== null)
      return await changeRow(work, 'protection_team_member', { id: member.id, version }, said)
    await addRow(work, 'protection_team_member', said)
    return true
  },
  order: ['worker', 'name', 'discipline', 'nominated', 'started', 'ended'],
  targets: { started: 'started-day', ended: 'ended-day' },
  labels: { name: 'Name', nominated: 'Nominated by' },
})
