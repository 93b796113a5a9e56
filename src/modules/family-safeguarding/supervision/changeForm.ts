import { z } from 'zod'
import { type FormValues, typedOf, uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { formatDate } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type FamilyParams, familyPath } from '../frame/familyParams.ts'
import { changeFields, isTaskOpen, partLabel, type RoomAgain, standingValues } from './changeFields.ts'
import { type ChangedSupervision, changeSupervision, versionOf } from './changeSupervision.ts'
import { mayAddParts, mayReword } from './mayReword.ts'
import { parseChange } from './parseChange.ts'
import { actionsNow } from './planActions.ts'
import { readRoom } from './readRoom.ts'
import { partsOf, supervisionsOf } from './supervisionsOf.ts'

type Params = FamilyParams & { readonly supervisionId: Uuid }

const pathOf = ({ familyId, supervisionId }: Params): string =>
  familyPath(familyId, `/supervision/${supervisionId}`)

/** `/families/:familyId/safeguarding/supervision/:supervisionId/change`: by who led it or holds the case, until the next is held; its manager adds to it. */
export const changeFormRoutes = familyForm<Params, RoomAgain, ChangedSupervision>({
  url: '/families/:familyId/safeguarding/supervision/:supervisionId/change',
  params: z.object({ familyId: uuidParam, supervisionId: uuidParam }),
  name: 'group-supervision-change',
  tab: 'supervision',
  title: 'Change group supervision',
  heading: ({ held }) => `Change group supervision on ${formatDate(held.heldOn)}`,
  summary: {
    show: 'The form that changes what a group supervision says',
    send: 'Changes what a group supervision says; the words before stay in its history',
  },
  submit: 'Save the change',
  path: params => `${pathOf(params)}/change`,
  cancel: pathOf,
  async read({ work, params: { familyId, supervisionId } }, open) {
    const held = (await supervisionsOf(work, familyId)).find(({ id }) => id === supervisionId)
    if (held === undefined) return null
    const rewords = await mayReword(work, supervisionId)
    const isLeader = rewords && held.facilitatorId === work.actor.id
    const mayAdd = isLeader || (await mayAddParts(work, familyId, supervisionId))
    if (!rewords && !mayAdd) return null
    const room = await readRoom(work, open)
    if (room === null) return null
    const parts = await partsOf(work, familyId, supervisionId)
    const actions = await actionsNow(
      work,
      parts.flatMap(({ planActionId }) => planActionId ?? []),
    )
    return { ...room, held, parts, actions, rewords, mayAdd }
  },
  fresh: room => ({ version: versionOf(room.parts), ...standingValues(room) }),
  fields: (room, values, errors) => changeFields(room, { values, errors }),
  parse: parseChange,
  async save(changed, _, { work, params }) {
    if ((await changeSupervision(work, params, changed)) === 'stale') return { outcome: 'stale' }
    return {
      outcome: 'saved',
      location: pathOf(params),
      success: 'The record of group supervision is changed',
    }
  },
  order: [],
  targetsOf: ({ parts }) => ({
    'due-1': 'due-1-day',
    'due-2': 'due-2-day',
    ...Object.fromEntries(parts.map(({ id }) => [`due-${id}`, `due-${id}-day`])),
  }),
  differences: bothTexts,
})

/** What you typed beside what stands now, where they differ. */
function bothTexts(room: RoomAgain, sent: FormValues) {
  return room.parts
    .flatMap(part => {
      const label = partLabel(room, part)
      const words = { label, yours: typedOf(sent, `words-${part.id}`), other: part.words }
      if (!isTaskOpen(part)) return [words]
      return [
        words,
        { label: `${label}: task`, yours: typedOf(sent, `task-${part.id}`), other: part.task ?? '' },
      ]
    })
    .filter(({ yours, other }) => yours !== other)
}
