import { z } from 'zod'
import { areas } from '#modules/agencies'
import { dayValues, lineField, typedOf, uuidParam } from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, html, select } from '#ui'
import { addRow, changeRow } from '../commands/keepTeams.ts'
import { type ProtectionTeam, protectionTeams } from '../queries/readTeams.ts'
import { keepForm } from './keepForm.ts'

const params = z.object({ teamId: z.union([z.literal('new'), uuidParam]) })
type Row = {
  readonly team: ProtectionTeam | null
  readonly others: readonly ProtectionTeam[]
  readonly areas: readonly { readonly id: Uuid; readonly name: string }[]
}
type Kept = {
  readonly name: string
  readonly areaId: Uuid | null
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
}

/** A team: its name, its area, its days. */
export const teamRoutes = keepForm<z.infer<typeof params>, Row, Kept>({
  url: '/protection-teams/:teamId',
  params,
  about: 'a multi-agency child protection team',
  path: ({ teamId }) => `/protection-teams/${teamId}`,
  heading: ({ team }) => `${team ? 'Change' : 'Add'} a multi-agency child protection team`,
  read: async (work, { teamId }) => {
    const all = await protectionTeams(work)
    const team = all.find(({ id }) => id === teamId)
    if (teamId !== 'new' && team === undefined) return null
    return { team: team ?? null, others: all.filter(one => one !== team), areas: await areas(work) }
  },
  fresh: ({ team }, work) =>
    team === null
      ? dayValues('started', work.today)
      : {
          version: String(team.version),
          name: team.name,
          area: team.areaId ?? '',
          ...dayValues('started', team.startedOn),
          ...dayValues('ended', team.endedOn),
        },
  fields: (row, values, errors) => html`${lineField('name', 'Name', { values, errors })}
${select({
  name: 'area',
  label: { text: 'Service area', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'The whole authority' },
    ...row.areas.map(({ id, name }) => ({ value: id, text: name })),
  ],
  value: typedOf(values, 'area'),
  errorMessage: errors.of('area'),
})}
${dateFields({ name: 'started', legend: 'First day', value: dateFieldsFrom(values, 'started'), error: errors.of('started') })}
${dateFields({ name: 'ended', legend: 'Last day (optional)', value: dateFieldsFrom(values, 'ended'), error: errors.of('ended') })}`,
  parse: (fields, row) => {
    const name = fields.text('name', 200, 'Enter a name')
    if (row.others.some(other => other.name.toLowerCase() === name?.toLowerCase()))
      fields.problem('name', 'Another team has this name. Enter a name that tells them apart')
    const areaId = parseUuid(fields.typed('area'))
    const startedOn = fields.date('started', 'First day', 'Enter the first day')
    const endedOn = fields.date('ended', 'Last day')
    if (startedOn && endedOn && Temporal.PlainDate.compare(endedOn, startedOn) < 0)
      fields.problem('ended', 'Last day must be on or after the first day')
    const isKnown = areaId === null || row.areas.some(({ id }) => id === areaId)
    if (!isKnown) fields.problem('area', 'Select a service area from the list')
    return name === null || startedOn === null ? null : { name, areaId, startedOn, endedOn }
  },
  save: async (work, kept, { team }, version) => {
    const said = {
      name: kept.name,
      service_area_id: kept.areaId,
      started_on: kept.startedOn,
      ended_on: kept.endedOn,
    }
    if (team !== null) return await changeRow(work, 'protection_team', { id: team.id, version }, said)
    await addRow(work, 'protection_team', said)
    return true
  },
  order: ['name', 'area', 'started', 'ended'],
  targets: { started: 'started-day', ended: 'ended-day' },
  labels: { name: 'Name' },
})
