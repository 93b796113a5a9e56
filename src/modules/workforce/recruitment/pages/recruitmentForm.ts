import type { Work } from '#platform/db'
import { parseUuid } from '#platform/ids'
import { readPlaces } from '../../establishment/queries/readPlaces.ts'
import { keeping, mayKeep, type Problem, type RowForm, type Values } from '../../row-form/index.ts'
import { readRecruitment } from '../queries/readRecruitment.ts'

const days = [
  ['advertised_on', 'Advertised on'],
  ['closes_on', 'Closes to applications on'],
  ['interviewed_on', 'Interviewed on'],
  ['offered_on', 'Offered on'],
  ['accepted_on', 'Accepted on'],
  ['starts_on', 'First day in post'],
] as const

/** `/workforce/posts/:place/recruitment/:row`: one attempt to fill a post. */
export const recruitmentForm: RowForm = {
  table: 'recruitment',
  url: '/workforce/posts/:place/recruitment/:row',
  admits: keeping,
  purpose: 'administration',
  summary: 'Keep the steps of recruitment to a post',
  current: '/workforce',
  saved: 'The recruitment is saved',
  fields: [
    ...days.map(([name, label]) => ({
      name,
      label,
      kind: 'date' as const,
      ...(name === 'advertised_on' && { isRequired: true as const }),
    })),
    { name: 'withdrawn_on', label: 'Given up on', kind: 'date' },
    { name: 'remark', label: 'Remark', hint: 'Do not name anybody who applied', kind: 'long' },
  ],
  async open(work, params) {
    const place = (await readPlaces(work)).find(({ id }) => id === params['place'])
    if (place === undefined || !(await mayKeep(work))) return null
    const isNew = params['row'] === 'new'
    const row = isNew ? null : (await readRecruitment(work)).find(({ id }) => id === params['row'])
    if (row === undefined || (row !== null && row.place.id !== place.id)) return null
    const text = (day: Temporal.PlainDate | null | undefined): string => day?.toString() ?? ''
    return {
      id: row?.id ?? null,
      title: isNew ? 'Add an advert for a post' : 'Change the recruitment to a post',
      values: {
        advertised_on: text(row?.advertisedOn),
        closes_on: text(row?.closesOn),
        interviewed_on: text(row?.interviewedOn),
        offered_on: text(row?.offeredOn),
        accepted_on: text(row?.acceptedOn),
        starts_on: text(row?.startsOn),
        withdrawn_on: text(row?.withdrawnOn),
        remark: row?.remark ?? '',
      },
      fixed: { established_post_id: place.id },
      back: `/workforce/posts/${place.id}`,
    }
  },
  check: async (work, values, { id, fixed }) => [
    ...inOrder(values),
    ...(await oneAtATime(work, values, { id, placeId: parseUuid(String(fixed?.['established_post_id'])) })),
  ],
}

/** Each step is on the day of the one before, or later. */
function inOrder(values: Values): readonly Problem[] {
  const problems: Problem[] = []
  let before: readonly [string, string] | null = null
  for (const [name, label] of days) {
    const day = values[name] ?? ''
    if (day === '') continue
    if (before !== null && day < before[0])
      problems.push({
        field: name,
        message: `${label}: the day must not be before “${before[1]}”`,
      })
    before = [day, label]
  }
  const { withdrawn_on: ended = '', advertised_on: from = '' } = values
  if (ended !== '' && ended < from)
    problems.push({ field: 'withdrawn_on', message: 'Given up on: the day must not be before the advert' })
  return problems
}

async function oneAtATime(
  work: Work,
  { withdrawn_on: ended, starts_on: started }: Values,
  { id, placeId }: { readonly id: string | null; readonly placeId: string | null },
): Promise<readonly Problem[]> {
  if (ended !== '' || started !== '') return []
  const running = (await readRecruitment(work)).some(
    one => one.place.id === placeId && one.id !== id && one.startsOn === null && one.withdrawnOn === null,
  )
  return running
    ? [
        {
          field: 'advertised_on',
          message:
            'This post is being recruited to already. Give that attempt its last day first, or change it',
        },
      ]
    : []
}
